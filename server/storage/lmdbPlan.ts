// What one transaction will write, planned while no other transaction runs: checks read the durable state, and what was
// planned before in the same group lies over it.

import type { RootDatabase } from 'lmdb';
import { newestFirst, readHead, type Table, type Tables } from './lmdbTables.ts';
import { jsonOf } from './memoryStorage.ts';
import { keyBytes, nameBytes } from './names.ts';
import {
  encodeHead,
  encodeRecord,
  encodeSnapshot,
  encodeText,
  type Head,
  numberedKey,
  numberOfKey,
} from './records.ts';
import { type Batch, ConflictError, DiskFullError, type Snapshot, type StoredName } from './storage.ts';
import type { Write } from './writeQueue.ts';

interface Change {
  readonly table: Table;
  readonly key: Buffer;
  /** null removes. */
  readonly value: Buffer | null;
}

export class LmdbPlan {
  readonly tables: Tables;
  private readonly roomBytes: number;
  private readonly changes: Change[] = [];
  private readonly heads = new Map<string, Head>();
  private readonly bound = new Set<string>();
  private changeBytes = 0;

  /** @param roomBytes how much may be appended before the disk is nearly full. */
  constructor(tables: Tables, roomBytes: number) {
    this.tables = tables;
    this.roomBytes = roomBytes;
  }

  get bytes(): number {
    return this.changeBytes;
  }

  headOf(doc: StoredName, name: Buffer): Head {
    return this.heads.get(doc) ?? readHead(this.tables, name);
  }

  setHead(doc: StoredName, name: Buffer, head: Head): void {
    this.heads.set(doc, head);
    this.put(this.tables.heads, name, encodeHead(name, head));
  }

  /** The first participant that a client id is bound to stays: the caller looked at what is stored, this looks at the plan. */
  bind(key: Buffer, participant: string): void {
    const place = key.toString('latin1');
    if (this.bound.has(place)) return;
    this.bound.add(place);
    this.put(this.tables.bindings, key, encodeText(key, participant));
  }

  put(table: Table, key: Buffer, value: Buffer): void {
    this.changes.push({ table, key, value });
    this.changeBytes += key.length + value.length;
  }

  remove(table: Table, key: Buffer): void {
    this.changes.push({ table, key, value: null });
  }

  /** @throws DiskFullError when so many more bytes would fill the disk. */
  needRoomFor(bytes: number): void {
    if (this.changeBytes + bytes > this.roomBytes) throw new DiskFullError('the disk is nearly full');
  }

  async write(root: RootDatabase): Promise<void> {
    if (this.changes.length === 0) return;
    await root.batch(() => {
      for (const { table, key, value } of this.changes) {
        if (value) void table.put(key, value);
        else void table.remove(key);
      }
    });
  }
}

/** Everything is turned into bytes now, so that a caller may change what it handed in as soon as this returns. */
export function planCommit({ appends = [], bindings = [], puts = [], removes = [] }: Batch): Write<LmdbPlan> {
  const records = appends.map(({ doc, expectedHead, records }) => {
    const name = nameBytes(doc);
    return {
      doc,
      name,
      expectedHead,
      encoded: records.map((record, index) => encodeRecord(name, expectedHead + 1 + index, record)),
    };
  });
  const bound = bindings.map(({ doc, clientId, participant }) => ({
    key: numberedKey(nameBytes(doc), clientId),
    participant,
  }));
  const values = puts.map(({ key, value }) => {
    const place = keyBytes(key);
    return { place, value: encodeText(place, jsonOf(value)) };
  });
  const removed = removes.map(keyBytes);
  const bytes =
    records.reduce((sum, { encoded }) => sum + encoded.reduce((all, { length }) => all + length, 0), 0) +
    values.reduce((sum, { value }) => sum + value.length, 0);

  return {
    bytes,
    isAlone: false,
    plan(group) {
      if (appends.length > 0) group.needRoomFor(bytes);
      const heads = new Map<StoredName, Head>();
      for (const { doc, name, expectedHead, encoded } of records) {
        const { head, floor } = heads.get(doc) ?? group.headOf(doc, name);
        if (head !== expectedHead) throw new ConflictError(`${doc} is at ${head}, not at ${expectedHead}`);
        heads.set(doc, { head: head + encoded.length, floor });
      }
      const fresh = bound.filter(({ key }) => !group.tables.bindings.doesExist(key));
      // Every check is behind us: from here on nothing throws.
      for (const { name, expectedHead, encoded } of records) {
        encoded.forEach((record, index) => {
          group.put(group.tables.log, numberedKey(name, expectedHead + 1 + index), record);
        });
      }
      for (const [doc, head] of heads) group.setHead(doc, nameBytes(doc), head);
      for (const { key, participant } of fresh) group.bind(key, participant);
      for (const { place, value } of values) group.put(group.tables.values, place, value);
      for (const place of removed) group.remove(group.tables.values, place);
    },
  };
}

export function planSnapshot(doc: StoredName, snapshot: Snapshot): Write<LmdbPlan> {
  const name = nameBytes(doc);
  const encoded = encodeSnapshot(name, snapshot);
  return {
    bytes: encoded.length,
    isAlone: true,
    plan(group) {
      const stored = snapshotKeys(group, name);
      if (stored.some((key) => numberOfKey(key) > snapshot.uptoSeq)) return;
      const older = stored.filter((key) => numberOfKey(key) < snapshot.uptoSeq);
      for (const key of older.slice(1)) group.remove(group.tables.snapshots, key);
      group.put(group.tables.snapshots, numberedKey(name, snapshot.uptoSeq), encoded);
    },
  };
}

export function planForget(doc: StoredName, keep: Snapshot | null): Write<LmdbPlan> {
  const name = nameBytes(doc);
  const encoded = keep && encodeSnapshot(name, keep);
  return {
    bytes: encoded?.length ?? 0,
    isAlone: true,
    plan(group) {
      const { head } = group.headOf(doc, name);
      if (keep && keep.uptoSeq !== head)
        throw new ConflictError(`${doc} is at ${head}, not at ${keep.uptoSeq}`);
      for (const key of snapshotKeys(group, name)) group.remove(group.tables.snapshots, key);
      for (const key of group.tables.log.getKeys(newestFirst(name))) group.remove(group.tables.log, key);
      if (keep && encoded) group.put(group.tables.snapshots, numberedKey(name, keep.uptoSeq), encoded);
      group.setHead(doc, name, { head, floor: head });
    },
  };
}

const removalsMax = 5_000;

/** One part of removing a board; tells whether it was the last. */
export function planRemoval(board: string, tell: (isLast: boolean) => void): Write<LmdbPlan> {
  // Names go on with a slash, and the next character after it ends the range.
  const range = { start: nameBytes(`${board}/`), end: nameBytes(`${board}0`), limit: removalsMax };
  return {
    bytes: 0,
    isAlone: true,
    plan(group) {
      const { log, snapshots, bindings, heads } = group.tables;
      for (const table of [log, snapshots, bindings, heads]) {
        const keys = [...table.getKeys(range)];
        for (const key of keys) group.remove(table, key);
        if (keys.length > 0 && (keys.length === removalsMax || table !== heads)) return tell(false);
      }
      tell(true);
    },
  };
}

/** Newest first. */
function snapshotKeys(group: LmdbPlan, name: Buffer): Buffer[] {
  return [...group.tables.snapshots.getKeys(newestFirst(name))];
}
