import { describe, expect, it } from 'vitest';
import { Commands } from '../../../client/sync/commands.ts';
import { seededRandom } from '../../../shared/lib/env.ts';
import { decodeClientMessage } from '../../../shared/protocol/messages.ts';
import { VirtualTime } from '../../support/virtualTime.ts';

function aLine() {
  const time = new VirtualTime();
  const ids: string[] = [];
  const send = (frame: Uint8Array) => {
    const message = decodeClientMessage(frame);
    if (message.type === 'command') ids.push(message.command.id);
    return true;
  };
  const commands = new Commands(send, { clock: time, scheduler: time, random: seededRandom(1) });
  return { time, ids, commands };
}

describe('a command', () => {
  it('is answered by the result with its id', async () => {
    const { commands, ids } = aLine();
    const answer = commands.run('undo.apply', { undo: 'x' });
    commands.settle({ id: 'another', ok: false });
    commands.settle({ id: ids[0] ?? '', ok: true, data: 1 });
    expect(await answer).toEqual({ id: ids[0], ok: true, data: 1 });
  });

  it('is asked again under the same id after the connection was lost, and not once answered', async () => {
    const { commands, ids } = aLine();
    const answer = commands.run('reveal', {});
    commands.connected();
    commands.settle({ id: ids[0] ?? '', ok: true });
    await answer;
    commands.connected();
    expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
  });

  it('ends by itself when nobody answers', async () => {
    const { commands, time } = aLine();
    const answer = commands.run('reveal', {});
    await time.pass(15_000);
    expect(await answer).toMatchObject({ ok: false, code: 'unreachable' });
  });
});
