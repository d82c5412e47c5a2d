// The real server and a real receiver: a vote is told once from its opening to its result, over errors and a kill; private
// networks stay closed unless the operator opens them; and the address is in no file and no line of the log.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createItems } from '../../../shared/board/verbs.ts';
import type { BoardCreated } from '../../../shared/protocol/api.ts';
import { createBoard } from '../../support/people.ts';
import { RealPerson, until } from '../../support/realPerson.ts';
import { type ServerProcess, startServer } from '../../support/serverProcess.ts';
import { SlackReceiver } from '../../support/slackReceiver.ts';

const secret = 'services/T0000/B0000/abcdefghijklmnopWXYZ';
const events = ['ballot.opened', 'ballot.reminder', 'ballot.result', 'session.summary'];
const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function aWorld(env: Readonly<Record<string, string>>) {
  const receiver = new SlackReceiver();
  const { url: target, close } = await receiver.listen();
  const server = await startServer({ env });
  closing.push(close, () => server.dispose());
  const created = await createBoard(server.url, 'What next?');
  const person = await RealPerson.arrives(server.url, created, 'facilitator', 'Ada');
  const notes = ['A night bus', 'More trees', 'Fewer cars'].map((text, x) => ({
    kind: 'note' as const,
    x,
    y: 0,
    text,
  }));
  createItems(person.board, notes);
  await person.saved();
  person.leave();
  const ask = asker(server, created, person.joined.token);
  return { receiver, target, server, ask };
}

function asker(server: ServerProcess, { board }: BoardCreated, token: string) {
  let asked = 0;
  return async (name: string, args: Record<string, unknown> = {}) => {
    const response = await fetch(`${server.url}/api/boards/${board.id}/commands`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ id: `c${asked++}`, name, args }),
    });
    return (await response.json()) as {
      data?: Record<string, unknown>;
      error?: { code: string };
      code?: string;
    };
  };
}

function filesHolding(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile() && !file.endsWith('reserve'))
    .filter((file) => readFileSync(file).includes(text));
}

describe('a webhook on the real server', () => {
  it('hears of a vote once, from its opening to its result, over an error and a kill', async () => {
    const { receiver, target, server, ask } = await aWorld({ ALLOW_PRIVATE_WEBHOOKS: 'true' });
    await ask('webhook.set', { url: `${target}/${secret}`, events });
    await ask('webhook.test');
    receiver.answers.push({ status: 200 }, { status: 500 });
    const { data } = await ask('ballot.open', {
      title: 'Spring',
      options: 'notes',
      method: 'dots',
      who: 'link',
    });
    await until('the opening arrives', () => receiver.taken.length === 2);
    await ask('ballot.close', { ballot: data?.ballot });
    await until('the result is tried', () => receiver.arrived.length === 3);
    await server.kill();
    await server.restart();
    await until('the result arrives', () => receiver.taken.length === 3);
    await ask('session.end');
    await until('the summary arrives', () => receiver.taken.length === 4);
    expect({
      headlines: receiver.headlines,
      everyOneOnce: new Set(receiver.taken).size === receiver.taken.length,
      retried: receiver.arrived[2]?.event === receiver.arrived[3]?.event,
      problems: receiver.problems,
      files: filesHolding(server.dataDir, 'abcdefghijklmnopWXYZ'),
      log: server.output().err.includes('abcdefghijklmnopWXYZ'),
    }).toEqual({
      headlines: ['It works', 'Voting is open: Spring', 'Result: Spring', 'Summary: What next?'],
      everyOneOnce: true,
      retried: true,
      problems: [],
      files: [],
      log: false,
    });
  });

  it('does not send into a private network by itself, neither by number nor by name', async () => {
    const { receiver, target, ask } = await aWorld({});
    const { port } = new URL(target);
    const byNumber = await ask('webhook.set', { url: `https://127.0.0.1:${port}/x`, events });
    await ask('webhook.set', { url: `https://localhost:${port}/x`, events });
    const { data } = await ask('webhook.test');
    expect([JSON.stringify(byNumber).includes('private-address'), data?.fault, receiver.arrived]).toEqual([
      true,
      'private',
      [],
    ]);
  });
});
