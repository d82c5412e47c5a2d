// The promises that every storage keeps, told once and run for each.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Append,
  ConflictError,
  DamageError,
  DiskFullError,
  type NewRecord,
  type Storage,
  type StoredName,
} from '../../server/storage/storage.ts';

export type Damage =
  | {
      readonly what: 'record' | 'missing record' | 'snapshot';
      readonly doc: StoredName;
      readonly seq: number;
    }
  | { readonly what: 'head'; readonly doc: StoredName }
  | { readonly what: 'value'; readonly key: readonly string[] };

/** A storage and what a test may do to its disk. */
export interface StorageBench {
  readonly storage: Storage;
  /** Closes it and opens it again on the same disk. */
  reopen(): Promise<Storage>;
  /** Absent when the disk cannot be full. */
  fill?(isFull: boolean): void;
  /** Closes the storage, flips a bit (or removes a record) behind its back, opens it again. Absent when there is no disk. */
  damage?(...all: Damage[]): Promise<Storage>;
  dispose(): Promise<void>;
}

export const canvas = 'B1/canvas';
export const personal = 'B1/personal/P1';

export function record(text: string): NewRecord {
  return {
    time: 1_700_000_000_123.5,
    participant: 'Pää1',
    kind: 'update',
    bytes: new TextEncoder().encode(text),
  };
}

export function append(doc: StoredName, expectedHead: number, ...texts: string[]): Append {
  return { doc, expectedHead, records: texts.map(record) };
}

const bytes = (text: string) => new TextEncoder().encode(text);
const textOf = (stored: Uint8Array) => new TextDecoder().decode(stored);

/** What a document holds, as a test likes to read it. */
export async function seen(storage: Storage, doc: StoredName) {
  const { snapshot, tail, head, bindings, damage } = await storage.load(doc);
  return {
    head,
    snapshot: snapshot && `${textOf(snapshot.bytes)}@${snapshot.uptoSeq}`,
    tail: tail.map((one) => `${one.seq}:${textOf(one.bytes)}`).join(' '),
    bindings: Object.fromEntries(bindings),
    damagedAt: damage?.seq ?? null,
  };
}

export async function logOf(storage: Storage, doc: StoredName, afterSeq = 0): Promise<string> {
  const found: string[] = [];
  for await (const one of storage.readLog(doc, afterSeq)) found.push(`${one.seq}:${textOf(one.bytes)}`);
  return found.join(' ');
}

const nothing = { head: 0, snapshot: null, tail: '', bindings: {}, damagedAt: null };

/** The name of the error that `work` is refused with. */
async function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'not refused',
    (error: Error) => error.name,
  );
}

export function storageContract(make: () => Promise<StorageBench>): void {
  let bench: StorageBench;
  let storage: Storage;
  beforeEach(async () => {
    bench = await make();
    storage = bench.storage;
  });
  afterEach(() => bench.dispose());

  const places = { bench: () => bench, storage: () => storage };
  describe.each([canvas, personal])('the log of %s', (doc) => logContract(doc, places));
  describe('a batch', () => batchContract(places));
  describe('values', () => valueContract(places));
  describe.each([canvas, personal])('snapshots of %s', (doc) => snapshotContract(doc, places));
  describe('forgetting', () => forgettingContract(places));
  describe.each([canvas, personal])('damage to %s', (doc) => damageContract(doc, places));
  describe('a full disk', () => fullDiskContract(places));
}

interface Places {
  readonly bench: () => StorageBench;
  readonly storage: () => Storage;
}

function logContract(doc: StoredName, { bench, storage }: Places): void {
  it('is empty before anybody writes', async () => {
    expect([await seen(storage(), doc), await logOf(storage(), doc)]).toEqual([nothing, '']);
  });

  it('gives back every field of a record, numbered from 1', async () => {
    await storage().commit({ appends: [append(doc, 0, 'a')] });
    const { tail } = await storage().load(doc);
    expect(tail).toEqual([{ ...record('a'), seq: 1 }]);
  });

  it('keeps batches in the order of the calls, waited for or not', async () => {
    const calls = [append(doc, 0, 'a', 'b'), append(doc, 2, 'c'), append(doc, 3), append(doc, 3, 'd')];
    await Promise.all(calls.map((one) => storage().commit({ appends: [one] })));
    expect(await seen(storage(), doc)).toEqual({ ...nothing, head: 4, tail: '1:a 2:b 3:c 4:d' });
  });

  it('shows a read what was committed before it, waited for or not', async () => {
    void storage().commit({ appends: [append(doc, 0, 'a')], puts: [{ key: ['k'], value: 1 }] });
    expect([await logOf(storage(), doc), await storage().get(['k'])]).toEqual(['1:a', 1]);
  });

  it('is read from anywhere, in whole or in part', async () => {
    await storage().commit({ appends: [append(doc, 0, 'a', 'b', 'c')] });
    const parts = [0, 1, 3, 9].map((after) => logOf(storage(), doc, after));
    expect(await Promise.all(parts)).toEqual(['1:a 2:b 3:c', '2:b 3:c', '', '']);
  });

  it('is the same after reopening', async () => {
    await storage().commit({
      appends: [append(doc, 0, 'a', 'b')],
      bindings: [{ doc, clientId: 7, participant: 'P1' }],
    });
    const again = await bench().reopen();
    expect(await seen(again, doc)).toEqual({ ...nothing, head: 2, tail: '1:a 2:b', bindings: { 7: 'P1' } });
  });

  it('may be long, and its records large', async () => {
    const large = 'x'.repeat(300_000);
    for (let head = 0; head < 2_400; head += 800) {
      await storage().commit({
        appends: [append(doc, head, ...Array.from({ length: 800 }, (_, i) => `${i}`))],
      });
    }
    await storage().commit({ appends: [append(doc, 2_400, large, large, large, large, large)] });
    const { tail } = await storage().load(doc);
    const seqs: number[] = [];
    for await (const { seq } of storage().readLog(doc, 0)) seqs.push(seq);
    const expected = Array.from({ length: 2_405 }, (_, i) => i + 1);
    const largest = tail.slice(-5).map((one) => one.bytes.length);
    expect([tail.map(({ seq }) => seq), seqs, largest]).toEqual([expected, expected, Array(5).fill(300_000)]);
  });

  it('takes bytes as they are at the call, and gives copies', async () => {
    const mine = record('a');
    const written = storage().commit({ appends: [{ doc, expectedHead: 0, records: [mine] }] });
    mine.bytes.fill(0);
    await written;
    (await storage().load(doc)).tail[0]?.bytes.fill(0);
    expect(await logOf(storage(), doc)).toBe('1:a');
  });
}

function batchContract({ storage }: Places): void {
  it('is refused whole when one head is not the expected one', async () => {
    await storage().commit({ appends: [append(canvas, 0, 'a')] });
    const refused = storage().commit({
      appends: [append('B1/session', 0, 's'), append(canvas, 0, 'late')],
      bindings: [{ doc: canvas, clientId: 7, participant: 'P1' }],
      puts: [{ key: ['k'], value: 1 }],
    });
    const name = await refusal(refused);
    const state = [
      await seen(storage(), 'B1/session'),
      await seen(storage(), canvas),
      await storage().get(['k']),
    ];
    expect([name, ...state]).toEqual([
      ConflictError.name,
      nothing,
      { ...nothing, head: 1, tail: '1:a' },
      undefined,
    ]);
  });

  it('that is refused does not harm those called with it', async () => {
    const commits = [
      append(canvas, 0, 'a'),
      append(canvas, 7, 'x'),
      append(canvas, 0, 'y'),
      append(canvas, 1, 'b'),
    ];
    const names = await Promise.all(commits.map((one) => refusal(storage().commit({ appends: [one] }))));
    expect([names, await logOf(storage(), canvas)]).toEqual([
      ['not refused', ConflictError.name, ConflictError.name, 'not refused'],
      '1:a 2:b',
    ]);
  });

  it('spans documents, and may append to one twice', async () => {
    await storage().commit({
      appends: [
        append(canvas, 0, 'a'),
        append(personal, 0, 'p'),
        append(canvas, 1, 'b'),
        append('B2/talk', 0, 't'),
      ],
    });
    const logs = [canvas, personal, 'B2/talk'].map((doc) => logOf(storage(), doc));
    expect(await Promise.all(logs)).toEqual(['1:a 2:b', '1:p', '1:t']);
  });

  it('keeps its place although a personal document needs a key first', async () => {
    const first = storage().commit({ appends: [append(personal, 0, 'p'), append(canvas, 0, 'a')] });
    const second = storage().commit({ appends: [append(canvas, 1, 'b')] });
    await Promise.all([first, second]);
    expect(await logOf(storage(), canvas)).toBe('1:a 2:b');
  });

  it('binds a client id to the first participant for good, in its own document', async () => {
    const clientId = 2 ** 32 - 1;
    const bind = (participant: string, doc = canvas) => ({ doc, clientId, participant });
    await storage().commit({ bindings: [bind('P1'), bind('P2'), bind('P3', 'B1/canvas2')] });
    await storage().commit({ bindings: [bind('P4')] });
    const both = [await seen(storage(), canvas), await seen(storage(), 'B1/canvas2')];
    expect(both.map(({ bindings }) => bindings)).toEqual([{ [clientId]: 'P1' }, { [clientId]: 'P3' }]);
  });

  it('keeps documents apart whose names begin alike', async () => {
    const docs = ['B1/canvas', 'B1/canvas2', 'B1/canvas/x', 'B1/cañvas', 'B1/\u{1F600}', 'B1/\uFFFD'];
    await storage().commit({ appends: docs.map((doc) => append(doc, 0, doc)) });
    const logs = await Promise.all(docs.map((doc) => logOf(storage(), doc)));
    expect(logs).toEqual(docs.map((doc) => `1:${doc}`));
  });

  it('is refused when a name is none', async () => {
    const names = ['', 'a\u0000b', 'x'.repeat(513)];
    const refused = names.map((doc) => refusal(storage().commit({ appends: [append(doc, 0, 'a')] })));
    expect(await Promise.all(refused)).toEqual(Array(3).fill('RangeError'));
  });
}

function valueContract({ bench, storage }: Places): void {
  it('are put, replaced, removed, and there after reopening', async () => {
    const value = { title: 'Größe', list: [1, null, { a: true }] };
    await storage().commit({ puts: [['a'], ['b'], ['c']].map((key) => ({ key, value: 0 })) });
    await storage().commit({ puts: [{ key: ['a'], value }], removes: [['b'], ['never']] });
    const again = await bench().reopen();
    const all = [['a'], ['b'], ['c']].map((key) => again.get(key));
    expect(await Promise.all(all)).toEqual([value, undefined, 0]);
  });

  it('are listed by whole parts of their key, in order of code points', async () => {
    const keys = [
      ['b', 'z'],
      ['b', '\u{1F600}'],
      ['b'],
      ['b', '\uFFFD', 'x'],
      ['bo'],
      ['a', 'b'],
      ['b', 'a', 'a'],
      ['b', 'a'],
    ];
    await storage().commit({ puts: keys.map((key) => ({ key, value: key.join('/') })) });
    const listed = async (prefix: string[]) => (await storage().list(prefix)).map(({ value }) => value);
    const under = ['b', 'b/a', 'b/a/a', 'b/z', 'b/\uFFFD/x', 'b/\u{1F600}'];
    expect([await listed(['b']), await listed(['b', 'a']), await listed([]), await listed(['c'])]).toEqual([
      under,
      ['b/a', 'b/a/a'],
      ['a/b', ...under, 'bo'],
      [],
    ]);
  });

  it('are refused when JSON cannot hold them, or the key is none', async () => {
    const puts = [
      { key: ['a'], value: undefined },
      { key: [], value: 1 },
      { key: ['a', ''], value: 1 },
      { key: ['a\nb'], value: 1 },
      { key: ['x'.repeat(1025)], value: 1 },
    ];
    const refused = puts.map((put) => refusal(storage().commit({ puts: [{ key: ['ok'], value: 1 }, put] })));
    const names = ['TypeError', 'RangeError', 'RangeError', 'RangeError', 'RangeError'];
    expect([await Promise.all(refused), await storage().list([])]).toEqual([names, []]);
  });
}

function snapshotContract(doc: StoredName, { bench, storage }: Places): void {
  const save = (uptoSeq: number, text: string) =>
    storage().saveSnapshot(doc, { uptoSeq, bytes: bytes(text) });

  it('stand for the records before them, which stay in the log', async () => {
    await storage().commit({ appends: [append(doc, 0, 'a', 'b', 'c')] });
    await save(2, 'AB');
    const again = await bench().reopen();
    const state = [await seen(again, doc), await logOf(again, doc)];
    expect(state).toEqual([{ ...nothing, head: 3, snapshot: 'AB@2', tail: '3:c' }, '1:a 2:b 3:c']);
  });

  it('are the newest: an older one is ignored, the same one replaced', async () => {
    await storage().commit({ appends: [append(doc, 0, 'a', 'b', 'c')] });
    await save(2, 'first');
    await save(2, 'again');
    await save(1, 'older');
    expect((await seen(storage(), doc)).snapshot).toBe('again@2');
  });
}

function forgettingContract({ bench, storage }: Places): void {
  it('of a board removes its documents, and no others', async () => {
    await storage().commit({
      appends: ['B1/canvas', personal, 'B12/canvas', 'B0/canvas'].map((doc) => append(doc, 0, doc)),
      bindings: [{ doc: canvas, clientId: 7, participant: 'P1' }],
    });
    await storage().saveSnapshot(canvas, { uptoSeq: 1, bytes: bytes('A') });
    await storage().removeBoard('B1');
    const again = await bench().reopen();
    const docs = ['B1/canvas', personal, 'B12/canvas', 'B0/canvas'].map((doc) => seen(again, doc));
    const kept = (doc: string) => ({ ...nothing, head: 1, tail: `1:${doc}` });
    expect(await Promise.all(docs)).toEqual([nothing, nothing, kept('B12/canvas'), kept('B0/canvas')]);
  });

  it('of a board may be large, and its name used again', async () => {
    const texts = Array.from({ length: 6_000 }, (_, i) => `${i}`);
    await storage().commit({ appends: [append(canvas, 0, ...texts)] });
    await storage().removeBoard('B1');
    await storage().commit({ appends: [append(canvas, 0, 'anew')] });
    expect(await seen(storage(), canvas)).toEqual({ ...nothing, head: 1, tail: '1:anew' });
  });

  it('of a document leaves what is to be kept, and goes on counting', async () => {
    await storage().commit({
      appends: [append(personal, 0, 'vote', 'draft')],
      bindings: [{ doc: personal, clientId: 7, participant: 'P1' }],
    });
    await storage().saveSnapshot(personal, { uptoSeq: 1, bytes: bytes('VOTE') });
    await storage().destroyKey(personal, { uptoSeq: 2, bytes: bytes('KEPT') });
    await storage().commit({ appends: [append(personal, 2, 'new')] });
    const again = await bench().reopen();
    expect([await seen(again, personal), await logOf(again, personal)]).toEqual([
      { head: 3, snapshot: 'KEPT@2', tail: '3:new', bindings: { 7: 'P1' }, damagedAt: null },
      '3:new',
    ]);
  });

  it('of a document may leave nothing, and may be repeated', async () => {
    await storage().commit({ appends: [append(personal, 0, 'vote')] });
    await storage().destroyKey(personal, null);
    await storage().destroyKey(personal, null);
    await storage().commit({ appends: [append(personal, 1, 'new')] });
    expect(await seen(storage(), personal)).toEqual({ ...nothing, head: 2, tail: '2:new' });
  });

  it('of a document is refused when what is to be kept is not its last state', async () => {
    await storage().commit({ appends: [append(personal, 0, 'a', 'b')] });
    const name = await refusal(storage().destroyKey(personal, { uptoSeq: 1, bytes: bytes('A') }));
    expect([name, await logOf(storage(), personal)]).toEqual([ConflictError.name, '1:a 2:b']);
  });
}

function damageContract(doc: StoredName, { bench, storage }: Places): void {
  async function threeRecords(): Promise<void> {
    await storage().commit({ appends: [append(doc, 0, 'a', 'b', 'c')] });
  }
  const save = (uptoSeq: number, text: string) =>
    storage().saveSnapshot(doc, { uptoSeq, bytes: bytes(text) });

  it.each(['record', 'missing record'] as const)('stops a load before a %s, and says where', async (what) => {
    await threeRecords();
    const damaged = await bench().damage?.({ what, doc, seq: 2 });
    if (!damaged) return;
    const name = await refusal(logOf(damaged, doc));
    expect([await seen(damaged, doc), name]).toEqual([
      { ...nothing, head: 3, tail: '1:a', damagedAt: 2 },
      DamageError.name,
    ]);
  });

  it('of a snapshot falls back to the one before, then to the log', async () => {
    await threeRecords();
    await save(1, 'A');
    await save(2, 'AB');
    const once = await bench().damage?.({ what: 'snapshot', doc, seq: 2 });
    if (!once) return;
    const first = await seen(once, doc);
    const twice = await bench().damage?.({ what: 'snapshot', doc, seq: 1 });
    const second = twice && (await seen(twice, doc));
    expect([first, second]).toEqual([
      { ...nothing, head: 3, snapshot: 'A@1', tail: '2:b 3:c' },
      { ...nothing, head: 3, tail: '1:a 2:b 3:c' },
    ]);
  });

  it('of the head is mended by the log', async () => {
    await threeRecords();
    const damaged = await bench().damage?.({ what: 'head', doc });
    if (!damaged) return;
    await damaged.commit({ appends: [append(doc, 3, 'd')] });
    expect(await seen(damaged, doc)).toEqual({ ...nothing, head: 4, tail: '1:a 2:b 3:c 4:d' });
  });

  it('of a value is told by get and left out by list', async () => {
    await storage().commit({ puts: ['a', 'b'].map((part) => ({ key: ['k', part], value: part })) });
    const damaged = await bench().damage?.({ what: 'value', key: ['k', 'a'] });
    if (!damaged) return;
    const listed = (await damaged.list(['k'])).map(({ value }) => value);
    expect([await refusal(damaged.get(['k', 'a'])), listed]).toEqual([DamageError.name, ['b']]);
  });
}

function fullDiskContract({ bench, storage }: Places): void {
  it('refuses what appends, lets boards be removed, and goes on when there is room', async () => {
    const { fill } = bench();
    if (!fill) return;
    await storage().commit({ appends: [append(canvas, 0, 'a'), append('B2/canvas', 0, 'z')] });
    fill(true);
    const name = await refusal(
      storage().commit({ appends: [append(canvas, 1, 'b')], puts: [{ key: ['k'], value: 1 }] }),
    );
    await storage().removeBoard('B2');
    const full = [
      await logOf(storage(), canvas),
      await storage().get(['k']),
      await logOf(storage(), 'B2/canvas'),
    ];
    fill(false);
    await storage().commit({ appends: [append(canvas, 1, 'b')] });
    expect([name, full, await logOf(storage(), canvas)]).toEqual([
      DiskFullError.name,
      ['1:a', undefined, ''],
      '1:a 2:b',
    ]);
  });
}
