// People who come, change and are removed at the same moment, on a disk whose answers come in any order.

import { describe, expect, it } from 'vitest';
import { Participants, withRole } from '../../../server/participants.ts';
import { memoryStorage } from '../../../server/storage/memoryStorage.ts';
import type { Storage } from '../../../server/storage/storage.ts';
import { seededRandom } from '../../../shared/lib/env.ts';
import type { BoardId, ParticipantId } from '../../../shared/lib/ids.ts';

const board = 'board' as BoardId;
const seeds = Array.from({ length: 40 }, (_, seed) => seed);

/** Every answer takes some turns of the event loop, a different number each time. */
function unevenStorage(seed: number): Storage {
  const storage = memoryStorage();
  const random = seededRandom(seed);
  const waits = async () => {
    for (let left = Math.floor(random.next() * 8); left > 0; left--) await Promise.resolve();
  };
  return {
    ...storage,
    list: (prefix) => storage.list(prefix),
    async get(key) {
      const value = await storage.get(key);
      await waits();
      return value;
    },
    async commit(batch) {
      await waits();
      await storage.commit(batch);
    },
  };
}

function aBoardOn(storage: Storage) {
  const participants = new Participants(storage);
  const join = (person: string, fresh: string, role: 'viewer' | 'editor' | 'facilitator' = 'editor') =>
    participants.join({
      board,
      name: 'N',
      role,
      person,
      known: null,
      fresh: fresh as ParticipantId,
      lobby: false,
    });
  return { participants, join };
}

describe('two tabs of one browser', () => {
  it('are one participant with the higher role, two browsers are two', async () => {
    for (const seed of seeds) {
      const { participants, join } = aBoardOn(unevenStorage(seed));
      const [one, two, other] = await Promise.all([
        join('a', 'p1', 'viewer'),
        join('a', 'p2', 'facilitator'),
        join('b', 'p3', 'viewer'),
      ]);
      const kept = await participants.byPerson(board, 'a');
      expect([seed, two.id === one.id, other.id, kept?.role]).toEqual([seed, true, 'p3', 'facilitator']);
    }
  });
});

describe('a removal', () => {
  it('is never undone by a join or a new role at the same moment', async () => {
    for (const seed of seeds) {
      const { participants, join } = aBoardOn(unevenStorage(seed));
      const { id } = await join('a', 'p1');
      await Promise.all([
        join('a', 'p2'),
        participants.change(board, [id], (known) =>
          [...known.values()].map((one) => withRole(one, { role: 'viewer', neutral: false })),
        ),
        participants.change(board, [id], (known) =>
          [...known.values()].map((one) => ({ ...one, removed: true })),
        ),
      ]);
      expect([seed, (await participants.find(board, id))?.removed]).toEqual([seed, true]);
    }
  });
});
