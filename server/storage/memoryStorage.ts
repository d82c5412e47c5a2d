// The storage contract in memory, for tests and simulations. Its state is a value of its own, so that a simulated disk can
// decide when a batch becomes durable and what a crash leaves behind.

import { isOfBoard, keyBytes, keyOf, nameBytes, startsWith } from './names.ts';
import {
  type Batch,
  ConflictError,
  type Key,
  type LogRecord,
  type Put,
  type Snapshot,
  type Storage,
  type StoredDoc,
  type StoredName,
} from './storage.ts';

interface DocState {
  head: number;
  records: LogRecord[];
  /** Newest last, two at most. */
  snapshots: Snapshot[];
  bindings: Map<number, string>;
}

/** What is on a disk, without the disk. Every method is all or nothing. */
export class StoredState {
  private readonly docs = new Map<StoredName, DocState>();
  /** JSON texts by the hexadecimal of their key's bytes, so that plain string order is key order. */
  private readonly values = new Map<string, string>();

  /** @throws ConflictError, and then nothing has changed. */
  apply(batch: Batch): void {
    const heads = new Map<StoredName, number>();
    for (const { doc, expectedHead, records } of batch.appends ?? []) {
      nameBytes(doc);
      const head = heads.get(doc) ?? this.docs.get(doc)?.head ?? 0;
      if (head !== expectedHead) throw new ConflictError(`${doc} is at ${head}, not at ${expectedHead}`);
      heads.set(doc, head + records.length);
    }
    for (const { doc } of batch.bindings ?? []) nameBytes(doc);
    const puts = (batch.puts ?? []).map(({ key, value }) => [hexOf(key), jsonOf(value)] as const);
    const removes = (batch.removes ?? []).map(hexOf);

    for (const { doc, records } of batch.appends ?? []) {
      const state = this.docState(doc);
      for (const record of records) {
        state.head += 1;
        state.records.push({ ...record, bytes: record.bytes.slice(), seq: state.head });
      }
    }
    for (const { doc, clientId, participant } of batch.bindings ?? []) {
      const { bindings } = this.docState(doc);
      if (!bindings.has(clientId)) bindings.set(clientId, participant);
    }
    for (const [key, text] of puts) this.values.set(key, text);
    for (const key of removes) this.values.delete(key);
  }

  load(doc: StoredName): StoredDoc {
    nameBytes(doc);
    const state = this.docs.get(doc);
    const snapshot = state?.snapshots.at(-1) ?? null;
    return {
      snapshot: snapshot && { ...snapshot, bytes: snapshot.bytes.slice() },
      tail: this.records(doc, snapshot?.uptoSeq ?? 0),
      head: state?.head ?? 0,
      bindings: new Map(state?.bindings),
      damage: null,
    };
  }

  records(doc: StoredName, afterSeq: number): LogRecord[] {
    const records = this.docs.get(doc)?.records ?? [];
    return records
      .filter((record) => record.seq > afterSeq)
      .map((record) => ({ ...record, bytes: record.bytes.slice() }));
  }

  saveSnapshot(doc: StoredName, snapshot: Snapshot): void {
    nameBytes(doc);
    const state = this.docState(doc);
    const newest = state.snapshots.at(-1)?.uptoSeq ?? -1;
    if (snapshot.uptoSeq < newest) return;
    const older = state.snapshots.filter(({ uptoSeq }) => uptoSeq !== snapshot.uptoSeq).slice(-1);
    state.snapshots = [...older, { ...snapshot, bytes: snapshot.bytes.slice() }];
  }

  /** Forgets every record and snapshot of a document but `keep`; its head and bindings stay. */
  forget(doc: StoredName, keep: Snapshot | null): void {
    nameBytes(doc);
    const state = this.docState(doc);
    if (keep && keep.uptoSeq !== state.head) {
      throw new ConflictError(`${doc} is at ${state.head}, not at ${keep.uptoSeq}`);
    }
    state.records = [];
    state.snapshots = keep === null ? [] : [{ ...keep, bytes: keep.bytes.slice() }];
  }

  get(key: Key): unknown {
    const text = this.values.get(hexOf(key));
    return text === undefined ? undefined : JSON.parse(text);
  }

  list(prefix: Key): Put[] {
    const found: { bytes: Buffer; put: Put }[] = [];
    for (const [hex, text] of this.values) {
      const bytes = Buffer.from(hex, 'hex');
      const key = keyOf(bytes);
      if (startsWith(key, prefix)) found.push({ bytes, put: { key, value: JSON.parse(text) } });
    }
    return found.sort((a, b) => Buffer.compare(a.bytes, b.bytes)).map(({ put }) => put);
  }

  removeBoard(board: string): void {
    for (const doc of [...this.docs.keys()]) if (isOfBoard(doc, board)) this.docs.delete(doc);
  }

  private docState(doc: StoredName): DocState {
    const known = this.docs.get(doc);
    if (known) return known;
    const fresh: DocState = { head: 0, records: [], snapshots: [], bindings: new Map() };
    this.docs.set(doc, fresh);
    return fresh;
  }
}

/** A batch that its caller can no longer change. @throws TypeError when a value is none that JSON can hold. */
export function copyOfBatch(batch: Batch): Batch {
  return {
    ...batch,
    appends: (batch.appends ?? []).map((append) => ({
      ...append,
      records: append.records.map((record) => ({ ...record, bytes: record.bytes.slice() })),
    })),
    puts: (batch.puts ?? []).map(({ key, value }) => ({ key, value: JSON.parse(jsonOf(value)) })),
  };
}

function hexOf(key: Key): string {
  return keyBytes(key).toString('hex');
}

/** @throws TypeError for what JSON cannot hold, so that no storage keeps what another would lose. */
export function jsonOf(value: unknown): string {
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) throw new TypeError('a value that JSON cannot hold');
  return text;
}

/** A storage that lasts as long as its state; without one it starts empty. */
export function memoryStorage(state: StoredState = new StoredState()): Storage {
  let isClosed = false;
  // Every answer comes on a later turn, as a disk's would, and a closed storage answers nothing.
  async function later<Result>(work: () => Result): Promise<Result> {
    if (isClosed) throw new Error('the storage is closed');
    return work();
  }
  return {
    commit: (batch) => later(() => state.apply(batch)),
    load: (doc) => later(() => state.load(doc)),
    async *readLog(doc, afterSeq) {
      yield* await later(() => state.records(doc, afterSeq));
    },
    saveSnapshot: (doc, snapshot) => later(() => state.saveSnapshot(doc, snapshot)),
    destroyKey: (doc, keep) => later(() => state.forget(doc, keep)),
    get: (key) => later(() => state.get(key)),
    list: (prefix) => later(() => state.list(prefix)),
    removeBoard: (board) => later(() => state.removeBoard(board)),
    async close() {
      isClosed = true;
    },
  };
}
