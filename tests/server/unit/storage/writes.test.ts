// Writes share transactions, and random histories read the same from every storage.

import { rm } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryStorage } from '../../../../server/storage/memoryStorage.ts';
import { type DataFolder, openStorage } from '../../../../server/storage/openStorage.ts';
import { ConflictError, type Storage } from '../../../../server/storage/storage.ts';
import { WriteQueue } from '../../../../server/storage/writeQueue.ts';
import { realEnv } from '../../../../shared/lib/env.ts';
import { keptLog, temporaryFolder } from '../../../support/storageBenches.ts';
import { append, logOf, record, seen } from '../../../support/storageContract.ts';

let folder: string;
let disk: DataFolder;
beforeEach(async () => {
  folder = path.join(await temporaryFolder(), 'data');
  disk = await openStorage({ folder, env: realEnv, log: keptLog(), reserveBytes: 0 });
});
afterEach(async () => {
  await disk.close();
  await rm(path.dirname(folder), { recursive: true, force: true });
});

describe('transactions', () => {
  const boards = Array.from({ length: 200 }, (_, i) => i);

  it('are shared by what is committed in one turn', async () => {
    await Promise.all(boards.map((i) => disk.commit({ appends: [append(`B${i}/canvas`, 0, 'x')] })));
    expect(disk.changeCount()).toBe(1);
  });

  it('are shared by people who write their first drafts together', async () => {
    await Promise.all(boards.map((i) => disk.commit({ appends: [append(`B1/personal/P${i}`, 0, 'x')] })));
    const logs = await Promise.all(boards.map((i) => logOf(disk, `B1/personal/P${i}`)));
    expect([disk.changeCount() <= 3, new Set(logs)]).toEqual([true, new Set(['1:x'])]);
  });
});

describe('a queue of writes', () => {
  const fatal = new Error('the disk is gone');

  it('takes nothing more once the disk failed, and refuses what waited', async () => {
    const queue = new WriteQueue<string[]>({
      newPlan: () => [],
      write: () => Promise.reject(fatal),
      isFatal: () => true,
    });
    const write = { bytes: 1, isAlone: true, plan: (group: string[]) => void group.push('x') };
    const answers = await Promise.allSettled([queue.add(write), queue.add(write)]);
    const later = await Promise.allSettled([queue.add(write), queue.settled()]);
    expect([...answers, ...later]).toEqual(Array(4).fill({ status: 'rejected', reason: fatal }));
  });

  it('lets a write that must be alone be alone, in its place', async () => {
    const groups: string[][] = [];
    const queue = new WriteQueue<string[]>({
      newPlan: () => [],
      write: async (plan) => void groups.push(plan),
      isFatal: () => true,
    });
    const write = (name: string) => ({
      bytes: 1,
      isAlone: name === 'alone',
      plan: (group: string[]) => void group.push(name),
    });
    await Promise.all(['a', 'b', 'alone', 'c', 'd'].map((name) => queue.add(write(name))));
    expect(groups).toEqual([['a', 'b'], ['alone'], ['c', 'd']]);
  });
});

describe('any history', () => {
  const docs = ['B1/canvas', 'B1/personal/P1', 'B2/talk'];
  const doc = fc.constantFrom(...docs);
  const key = fc.constantFrom(['a'], ['a', 'b'], ['ab'], ['\u{1F600}', '\uFFFD']);
  /** Counted back from the head: what lies before it conflicts. */
  const back = fc.constantFrom(0, 0, 0, 1);
  const step = fc.oneof(
    fc.record({
      do: fc.constant('commit' as const),
      parts: fc.array(fc.tuple(doc, back, fc.nat(3)), { maxLength: 3 }),
    }),
    fc.record({
      do: fc.constant('bind' as const),
      doc,
      clientId: fc.nat(2),
      participant: fc.constantFrom('P1', 'P2'),
    }),
    fc.record({ do: fc.constant('put' as const), key, value: fc.json() }),
    fc.record({ do: fc.constant('remove' as const), key }),
    fc.record({ do: fc.constant('snapshot' as const), doc, back }),
    fc.record({ do: fc.constant('destroy' as const), back, keeps: fc.boolean() }),
    fc.record({ do: fc.constant('removeBoard' as const), board: fc.constantFrom('B1', 'B2') }),
  );
  type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

  async function take(storage: Storage, one: Step): Promise<string> {
    const headOf = async (name: string) => (await storage.load(name)).head;
    const state = (name: string) => ({ bytes: record(`state of ${name}`).bytes });
    const work = async () => {
      switch (one.do) {
        case 'commit': {
          const heads = new Map<string, number>();
          for (const name of docs) heads.set(name, await headOf(name));
          const appends = one.parts.map(([name, less, count]) => {
            const head = heads.get(name) ?? 0;
            heads.set(name, head + count);
            return append(name, head - less, ...Array.from({ length: count }, (_, i) => `${head + i}`));
          });
          return storage.commit({ appends });
        }
        case 'bind':
          return storage.commit({ bindings: [one] });
        case 'put':
          return storage.commit({ puts: [{ key: one.key, value: JSON.parse(one.value) }] });
        case 'remove':
          return storage.commit({ removes: [one.key] });
        case 'snapshot':
          return storage.saveSnapshot(one.doc, {
            uptoSeq: Math.max(0, (await headOf(one.doc)) - one.back),
            ...state(one.doc),
          });
        case 'destroy': {
          const uptoSeq = Math.max(0, (await headOf('B1/personal/P1')) - one.back);
          return storage.destroyKey('B1/personal/P1', one.keeps ? { uptoSeq, ...state('personal') } : null);
        }
        case 'removeBoard':
          return storage.removeBoard(one.board);
      }
    };
    return work().then(
      () => 'done',
      (error: Error) => error.name,
    );
  }

  async function everything(storage: Storage): Promise<unknown> {
    const read = docs.map(async (name) => [await seen(storage, name), await logOf(storage, name)]);
    return [await Promise.all(read), await storage.list([])];
  }

  it('reads the same from memory and from the disk, before and after reopening', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const memory = memoryStorage();
        for (const name of ['B1', 'B2']) await disk.removeBoard(name);
        await disk.commit({ removes: (await disk.list([])).map((put) => put.key) });
        for (const one of steps) expect(await take(disk, one)).toBe(await take(memory, one));
        const expected = await everything(memory);
        expect(await everything(disk)).toEqual(expected);
        await disk.close();
        disk = await openStorage({ folder, env: realEnv, log: keptLog(), reserveBytes: 0 });
        expect(await everything(disk)).toEqual(expected);
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  it('knows conflicts', async () => {
    const answer = await disk
      .commit({ appends: [append('B1/canvas', 1, 'x')] })
      .catch((error: Error) => error);
    expect(answer).toBeInstanceOf(ConflictError);
  });
});
