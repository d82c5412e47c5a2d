// The storage contract on LMDB: one environment, one transaction a group of batches, durable when the promise resolves.
// `overlappingSync` is off: it costs as many syncs, and after a failed one its `flushed` never settles.

import { mkdir } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RootDatabase } from 'lmdb';
import type { DiskSpace } from './diskSpace.ts';
import { LmdbPlan, planCommit, planForget, planRemoval, planSnapshot } from './lmdbPlan.ts';
import { newestFirst, openTables, readHead, type Tables } from './lmdbTables.ts';
import type { StorageLog } from './log.ts';
import { keyBytes, keyOf, nameBytes } from './names.ts';
import {
  decodeRecord,
  decodeSnapshot,
  decodeText,
  type Head,
  nameOfKey,
  numberedKey,
  numberOfKey,
} from './records.ts';
import {
  type Batch,
  DamageError,
  DiskFullError,
  type Key,
  type LogRecord,
  type Put,
  type Snapshot,
  type Storage,
  type StoredDoc,
  type StoredName,
} from './storage.ts';
import { WriteQueue } from './writeQueue.ts';

export interface LmdbOptions {
  readonly folder: string;
  readonly log: StorageLog;
  readonly space: DiskSpace;
}

// Reading a long log must not hold up every socket: so many records or bytes, then others get a turn.
const chunkRecords = 1_000;
const chunkBytes = 1024 * 1024;

export class LmdbStorage implements Storage {
  private readonly root: RootDatabase;
  private readonly tables: Tables;
  private readonly logger: StorageLog;
  private readonly queue: WriteQueue<LmdbPlan>;
  private writeCount = 0;

  private constructor({ folder, log, space }: LmdbOptions) {
    const { root, tables } = openTables(folder);
    this.root = root;
    this.tables = tables;
    this.logger = log;
    this.queue = new WriteQueue({
      newPlan: () => new LmdbPlan(tables, space.room()),
      write: (plan) => this.write(plan, space),
      isFatal: (error) => !(error instanceof DiskFullError),
    });
  }

  static async open(options: LmdbOptions): Promise<LmdbStorage> {
    await mkdir(options.folder, { recursive: true, mode: 0o700 });
    return new LmdbStorage(options);
  }

  /** Groups written since it was opened: whether there is something to back up. */
  get changeCount(): number {
    return this.writeCount;
  }

  async commit(batch: Batch): Promise<void> {
    return this.queue.add(planCommit(batch));
  }

  async load(doc: StoredName): Promise<StoredDoc> {
    await this.queue.settled();
    const name = nameBytes(doc);
    const { head, floor } = this.headOf(doc, name);
    const { snapshot, isDamaged } = this.newestSnapshot(doc, name);
    const bindings = this.bindingsOf(name);
    const tail: LogRecord[] = [];
    let damage: StoredDoc['damage'] = null;
    if (!snapshot && isDamaged && floor > 0) {
      damage = { seq: floor, message: `${doc}: no snapshot can be read, and what it replaced is gone` };
    } else {
      for await (const found of this.records(name, Math.max(snapshot?.uptoSeq ?? 0, floor), head)) {
        if ('value' in found) tail.push(found.value);
        else damage = { seq: found.seq, message: `${doc}, record ${found.seq}: ${found.damage}` };
      }
    }
    if (damage) this.logger.error({ ...damage }, 'a document is damaged: restore a backup');
    return { snapshot, tail, head, bindings, damage };
  }

  async *readLog(doc: StoredName, afterSeq: number): AsyncIterable<LogRecord> {
    await this.queue.settled();
    const name = nameBytes(doc);
    const { head, floor } = this.headOf(doc, name);
    for await (const found of this.records(name, Math.max(afterSeq, floor), head)) {
      if (!('value' in found)) throw new DamageError(`${doc}, record ${found.seq}: ${found.damage}`);
      yield found.value;
    }
  }

  async saveSnapshot(doc: StoredName, snapshot: Snapshot): Promise<void> {
    return this.queue.add(planSnapshot(doc, snapshot));
  }

  /** Removes what is to be forgotten. LMDB keeps old pages, so only sealing makes it unreadable: see sealedStorage. */
  async destroyKey(doc: StoredName, keep: Snapshot | null): Promise<void> {
    return this.queue.add(planForget(doc, keep));
  }

  async get(key: Key): Promise<unknown> {
    await this.queue.settled();
    const place = keyBytes(key);
    const bytes = this.tables.values.get(place);
    if (!bytes) return undefined;
    const text = decodeText(place, bytes);
    if ('damage' in text) throw new DamageError(`${key.join('/')}: ${text.damage}`);
    return JSON.parse(text.value);
  }

  async list(prefix: Key): Promise<Put[]> {
    await this.queue.settled();
    const found: Put[] = [];
    for (const { key: place, value } of this.tables.values.getRange(rangeOf(prefix))) {
      const key = keyOf(place);
      const text = decodeText(place, value);
      if ('value' in text) found.push({ key, value: JSON.parse(text.value) });
      else this.logger.error({ address: key, damage: text.damage }, 'a stored value is damaged and left out');
    }
    return found;
  }

  async removeBoard(board: string): Promise<void> {
    nameBytes(board);
    // In parts, heads last: a removal that a crash interrupts is finished by repeating it.
    let isDone = false;
    while (!isDone) {
      await this.queue.add(planRemoval(board, (last) => (isDone = last)));
    }
  }

  /** A compacted copy of the durable state in `folder`, which must exist. */
  async backup(folder: string): Promise<void> {
    await this.queue.settled();
    await this.root.backup(folder, true);
  }

  async close(): Promise<void> {
    await this.queue.stop(new Error('the storage is closed'));
    await this.root.close();
  }

  private async write(plan: LmdbPlan, space: DiskSpace): Promise<void> {
    try {
      await plan.write(this.root);
      this.writeCount += 1;
    } catch (error) {
      // The database rejects a promise of its own as well, which would end the process if nobody heard it.
      void Promise.resolve(this.root.committed).catch(() => {});
      const cause = await causeOf(error);
      // LMDB reports a short write, which is what a full disk gives it, as an input/output error. Nothing was committed.
      const isFull = cause.code === enospc || cause.code === mapFull;
      if (isFull || (cause.code === eio && space.isExhausted(plan.bytes))) {
        space.release();
        throw new DiskFullError('the disk is full', { cause });
      }
      this.logger.error(
        { error: cause.message, code: cause.code },
        'the disk failed: what was written is unknown',
      );
      throw cause;
    }
  }

  private headOf(doc: StoredName, name: Buffer): Head {
    const { damage, ...head } = readHead(this.tables, name);
    if (damage)
      this.logger.error({ doc, damage }, 'the head of a document is damaged: its log says where it stands');
    return head;
  }

  private newestSnapshot(doc: StoredName, name: Buffer): { snapshot: Snapshot | null; isDamaged: boolean } {
    let isDamaged = false;
    for (const { key, value } of this.tables.snapshots.getRange(newestFirst(name))) {
      const uptoSeq = numberOfKey(key);
      const snapshot = decodeSnapshot(name, uptoSeq, value);
      if ('value' in snapshot) return { snapshot: snapshot.value, isDamaged };
      isDamaged = true;
      this.logger.error(
        { doc, uptoSeq, damage: snapshot.damage },
        'a snapshot is damaged: the one before is used',
      );
    }
    return { snapshot: null, isDamaged };
  }

  /** Records in (after, head]; a missing or damaged one is the last thing it yields. */
  private async *records(
    name: Buffer,
    after: number,
    head: number,
  ): AsyncIterable<{ value: LogRecord } | { damage: string; seq: number }> {
    let next = after + 1;
    while (next <= head) {
      const range = { start: numberedKey(name, next), end: numberedKey(name, head + 1), limit: chunkRecords };
      const chunk: { value: LogRecord }[] = [];
      let bytes = 0;
      let damage: string | null = null;
      for (const { key, value } of this.tables.log.getRange(range)) {
        const record = numberOfKey(key) === next ? decodeRecord(name, next, value) : { damage: missing };
        if ('damage' in record) {
          damage = record.damage;
          break;
        }
        chunk.push(record);
        next += 1;
        bytes += value.length;
        if (bytes > chunkBytes) break;
      }
      if (chunk.length === 0) damage ??= missing;
      yield* chunk;
      if (damage !== null) {
        yield { damage, seq: next };
        return;
      }
      await nextTurn();
    }
  }

  private bindingsOf(name: Buffer): ReadonlyMap<number, string> {
    const bindings = new Map<number, string>();
    const range = { start: numberedKey(name, 0), end: numberedKey(name, Number.MAX_SAFE_INTEGER) };
    for (const { key, value } of this.tables.bindings.getRange(range)) {
      const participant = decodeText(key, value);
      // A binding that cannot be read stays bound, to nobody: its client id is refused from everybody.
      bindings.set(numberOfKey(key), 'value' in participant ? participant.value : '');
      if ('damage' in participant) {
        this.logger.error(
          { doc: nameOfKey(key).toString('utf8'), damage: participant.damage },
          'a binding is damaged',
        );
      }
    }
    return bindings;
  }
}

const missing = 'it is missing';
const eio = 5;
const enospc = 28;
const mapFull = -30792;

/**
 * The database's own error: lmdb rejects with one that carries a promise of it. That promise must be heard, or it ends the
 * process, and must not be trusted to settle.
 */
async function causeOf(error: unknown): Promise<Error & { code?: unknown }> {
  const inner = (error as { commitError?: unknown } | null)?.commitError;
  let cause: unknown = error;
  let isSettled = inner === undefined;
  void Promise.resolve(inner).catch((reason: unknown) => {
    cause = reason;
    isSettled = true;
  });
  for (let turn = 0; turn < 100 && !isSettled; turn++) await nextTurn();
  return cause instanceof Error ? cause : new Error(String(cause));
}

/** All keys that start with the parts of `prefix`: the zero byte between parts sorts before any character. */
function rangeOf(prefix: Key): { start?: Buffer; end?: Buffer } {
  if (prefix.length === 0) return {};
  const start = keyBytes(prefix);
  return { start, end: Buffer.concat([start, Buffer.from([1])]) };
}
