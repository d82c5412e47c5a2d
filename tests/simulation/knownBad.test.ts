// The tester is tested: protocols that look right and are not. Each must be caught, or the simulator has gone blind.

import { afterEach, describe, expect, it, vi } from 'vitest';
import { SaveState } from '../../client/sync/saveState.ts';
import { Connection } from '../../server/connection.ts';
import { FanOut } from '../../server/fanOut.ts';
import type { Entry } from '../../server/liveDoc.ts';
import type { Room } from '../../server/room.ts';
import { WritePath } from '../../server/writePath.ts';
import { createItems, setText } from '../../shared/board/verbs.ts';
import { encode } from '../../shared/protocol/messages.ts';
import { editor, roughWeather, SimWorld } from '../support/simWorld.ts';
import { type Story, tell } from './stories.ts';

const noFaults = { cut: 0, crash: 0, tabDeath: 0, secondTab: 0, diskFull: 0 };

afterEach(() => vi.restoreAllMocks());

/** The first complaint within so many seeds; null when the simulator saw nothing. */
async function firstWrong(story: Story, seedsMax: number): Promise<string | null> {
  for (let seed = 1; seed <= seedsMax; seed++) {
    const { wrongs } = await tell(story, seed);
    if (wrongs[0] !== undefined) return wrongs[0];
  }
  return null;
}

interface Inside {
  room: Room;
  finish(batch: { entries: Entry[] }): Promise<void>;
}

describe('known-bad protocols are caught', () => {
  it('ack on receipt', async () => {
    const receive = WritePath.prototype.receive;
    vi.spyOn(WritePath.prototype, 'receive').mockImplementation(function (this: WritePath, write) {
      write.connection.acknowledge(write.n);
      receive.call(this, write);
    });
    expect(await firstWrong('a slow disk', 60)).toMatch(/told that \d+ changes are safe, and they are gone/);
  });

  it('fan-out before commit', async () => {
    const prototype = WritePath.prototype as unknown as Inside;
    const finish = prototype.finish;
    vi.spyOn(prototype, 'finish').mockImplementation(async function (this: Inside, batch) {
      for (const entry of batch.entries) {
        for (const connection of this.room.connections) {
          if (connection !== entry.from && connection.live === entry.doc)
            connection.deliver(encode.update(entry.bytes));
        }
      }
      await finish.call(this, batch);
    });
    expect(await firstWrong('a server that dies', 20)).toBe(
      'the server showed something that is not durable',
    );
  });

  it('sender excluded by participant', async () => {
    vi.spyOn(FanOut.prototype, 'send').mockImplementation(function (this: FanOut, entries) {
      for (const entry of entries) {
        for (const subscriber of this.subscribers) {
          const isSame = subscriber instanceof Connection && subscriber.visitor.id === entry.participant;
          if (!isSame) subscriber.deliver(encode.update(entry.bytes));
        }
      }
    });
    // Until they reconnect: so the story ends without the night that would mend it.
    const world = new SimWorld({
      seed: 1,
      steps: 40,
      network: roughWeather,
      disk: { latencyMs: [0, 4] },
      chances: { ...noFaults, secondTab: 0.1 },
      nights: false,
    });
    expect(await world.tell([editor('ada'), editor('ben')])).toContainEqual(
      expect.stringMatching(/sees another board than the log|received something with a gap/),
    );
  });

  it('“on this device” said before it is', async () => {
    const localChange = SaveState.prototype.localChange;
    vi.spyOn(SaveState.prototype, 'localChange').mockImplementation(function (this: SaveState, keys) {
      localChange.call(this, keys);
      this.kept(this.mark);
    });
    expect(await firstWrong('reloads offline', 40)).toMatch(/kept on a device and never arrived/);
  });

  it('a client id kept over a reload', async () => {
    const openTab = SimWorld.prototype.openTab;
    vi.spyOn(SimWorld.prototype, 'openTab').mockImplementation(function (this: SimWorld, person) {
      const tab = openTab.call(this, person);
      tab.doc.clientID = [...person.id].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7);
      return tab;
    });
    expect(await firstWrong('reloads offline', 10)).not.toBeNull();
  });

  it('a cumulative ack that passes over a refusal', async () => {
    expect(await refusedThenGoesOn()).toEqual([]);
    vi.spyOn(Connection.prototype, 'fence').mockImplementation(() => {});
    expect(await refusedThenGoesOn()).toContainEqual(expect.stringMatching(/is safe after a refusal/));
  });
});

/** The disk is full while a word is deleted (a change that nothing later depends on), then there is room again. */
async function refusedThenGoesOn(): Promise<string[]> {
  const world = new SimWorld({
    seed: 1,
    steps: 0,
    network: roughWeather,
    disk: { latencyMs: [0, 4] },
    chances: noFaults,
  });
  await world.server.start();
  const ada = world.openTab(editor('ada'));
  const [id] = createItems(ada.board, [{ kind: 'note', x: 0, y: 0, text: 'a word too many' }]);
  await world.time.pass(1_000);
  world.disk.isFull = true;
  if (id !== undefined) setText(ada.board, { id, text: 'a word' });
  await world.time.pass(1_000);
  world.disk.isFull = false;
  await world.time.pass(10_000);
  createItems(ada.board, [{ kind: 'note', x: 0, y: 0, text: 'the next idea' }]);
  await world.time.pass(1_000);
  return ada.wrongs;
}
