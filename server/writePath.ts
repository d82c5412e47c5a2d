// The write path of one board. Everything that changes it goes through one inbox: gate, apply to the live documents, one
// durable commit for the batch, then fan-out, then acks. Between two batches the live documents are exactly what is on
// disk; whoever reads (a joiner, an export) is served there and nowhere else.

import { limits } from '../shared/board/limits.ts';
import type { Cancel } from '../shared/lib/env.ts';
import type { ItemId, ParticipantId } from '../shared/lib/ids.ts';
import type { RejectCode } from '../shared/protocol/messages.ts';
import type { Connection } from './connection.ts';
import { NotWritableError } from './core.ts';
import { Passage, Refused, type Slice } from './gate/gate.ts';
import { assemble } from './gate/parts.ts';
import { type Decoded, decodeInSteps, MalformedUpdate } from './gate/wire.ts';
import type { Entry, LiveDoc } from './liveDoc.ts';
import type { Room } from './room.ts';
import { type Append, type Batch, DiskFullError, type RecordKind } from './storage/storage.ts';

interface ClientWrite {
  readonly connection: Connection;
  readonly n: number;
  readonly update: Uint8Array;
  readonly isStep2: boolean;
  /** Filled in when the gate first looks at it; kept while it goes through in slices. */
  decoded?: Decoded;
}

export interface ServerWrite {
  readonly participant: string;
  readonly kind: RecordKind;
  /** Runs against the live documents; returns the entries it made (`LiveDoc.write`). */
  readonly run: () => readonly Entry[];
  /** Other records to be kept in the same commit. */
  readonly puts?: Batch['puts'];
}

interface ServerTask extends ServerWrite {
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

type Outcome =
  | { readonly type: 'ack'; readonly connection: Connection; readonly n: number }
  | {
      readonly type: 'reject';
      readonly connection: Connection;
      readonly n: number;
      readonly code: RejectCode;
      readonly text: string;
    };

/** What one commit will hold, and whom to tell afterwards, in order. */
class BatchInProgress {
  readonly entries: Entry[] = [];
  readonly outcomes: Outcome[] = [];
  readonly serverTasks: { readonly task: ServerTask; readonly docs: ReadonlySet<LiveDoc> }[] = [];
  readonly authors: { id: ItemId; participant: ParticipantId }[] = [];
  structs = 0;

  get isFull(): boolean {
    return this.structs >= limits.structsPerSliceMax || this.entries.length >= 512;
  }
}

const diskFullPauseMs = 5_000;
/**
 * A change at rest is committed at once. Under load the next batch begins this long after the one before: a commit and a
 * frame to everybody cost far more than what is in them.
 */
const batchIntervalMs = 16;

export class WritePath {
  private readonly room: Room;
  private inbox: (ClientWrite | ServerTask)[] = [];
  private readers: (() => void)[] = [];
  private isWorking = false;
  private isStopped = false;
  private diskFullUntil = 0;
  private lastBatchAt = Number.NEGATIVE_INFINITY;
  private cancelWake: Cancel | null = null;

  constructor(room: Room) {
    this.room = room;
  }

  get isIdle(): boolean {
    return !this.isWorking && this.inbox.length === 0 && this.readers.length === 0;
  }

  receive(write: ClientWrite): void {
    if (this.isStopped) return;
    this.inbox.push(write);
    this.wake();
  }

  /** A change of the server's own. Resolves when it is durable. @throws NotWritableError */
  write(write: ServerWrite): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.isStopped) {
        reject(new NotWritableError('quarantined', 'the board is closing'));
        return;
      }
      this.inbox.push({ ...write, resolve, reject });
      this.wake();
    });
  }

  /** Runs `read` when the live documents hold nothing that is not durable. */
  whenAtRest(read: () => void): void {
    if (this.isStopped) return;
    this.readers.push(read);
    this.wake();
  }

  /** Resolves when everything received so far is committed or refused. */
  async flushed(): Promise<void> {
    if (this.isStopped) return;
    // Whether the disk takes it is for those to hear who sent it.
    await this.write({ participant: 'server', kind: 'server', run: () => [] }).catch(() => {});
  }

  /** Nothing more is taken in or committed: the process is about to end. */
  stop(): void {
    this.isStopped = true;
    this.cancelWake?.();
    this.inbox = [];
    this.readers = [];
  }

  private wake(): void {
    if (this.isWorking) return;
    this.isWorking = true;
    void this.work();
  }

  private async work(): Promise<void> {
    try {
      for (;;) {
        for (const read of this.readers.splice(0)) read();
        if (this.inbox.length === 0 || this.isStopped || this.isTooSoon()) break;
        const batch = new BatchInProgress();
        await this.fill(batch);
        await this.finish(batch);
      }
      this.isWorking = false;
    } catch (error) {
      this.stop();
      this.room.fail(error);
    }
  }

  /** Under load: sees to it that the work goes on when the next batch is due. */
  private isTooSoon(): boolean {
    const { clock, scheduler } = this.room.env;
    const dueIn = this.lastBatchAt + batchIntervalMs - clock.now();
    if (dueIn <= 0) {
      this.lastBatchAt = clock.now();
      return false;
    }
    this.cancelWake ??= scheduler.after(dueIn, () => {
      this.cancelWake = null;
      this.wake();
    });
    return true;
  }

  /** Takes from the inbox what fits into one commit. Messages of one connection keep their order. */
  private async fill(batch: BatchInProgress): Promise<void> {
    const tasks = this.inbox;
    this.inbox = [];
    const left: (ClientWrite | ServerTask)[] = [];
    const unfinished = new Set<Connection>();
    for (const task of tasks) {
      if ('resolve' in task) {
        if (batch.isFull) left.push(task);
        else this.runServerTask(task, batch);
      } else if (batch.isFull || unfinished.has(task.connection) || !(await this.admit(task, batch))) {
        left.push(task);
        unfinished.add(task.connection);
      }
    }
    // What arrived while we waited for a large decode comes after.
    this.inbox = [...left, ...this.inbox];
    if (batch.authors.length > 0) batch.entries.push(...this.room.recordAuthors(batch.authors));
  }

  private runServerTask(task: ServerTask, batch: BatchInProgress): void {
    if (this.room.env.clock.now() < this.diskFullUntil) {
      task.reject(new NotWritableError('disk-full', 'the server’s disk is full'));
      return;
    }
    try {
      const entries = task.run();
      batch.entries.push(...entries);
      batch.serverTasks.push({ task, docs: new Set(entries.map((entry) => entry.doc)) });
    } catch (error) {
      task.reject(error);
    }
  }

  /** Lets one message, or its next slice, through the gate. False while more of it remains. */
  private async admit(task: ClientWrite, batch: BatchInProgress): Promise<boolean> {
    const { connection, n } = task;
    if (n >= connection.fencedAt) return true;
    const live = connection.live;
    try {
      task.decoded ??= await this.decode(task.update);
      const passage = new Passage(live.doc, live.address.kind, task.decoded);
      if (passage.addsNothing) {
        this.settle(task, batch);
        return true;
      }
      this.checkWritable(connection, live);
      const slice = passage.nextSlice();
      batch.entries.push(live.applySlice(slice, assemble([slice.parts]), connection.visitor.id, connection));
      this.noteSlice(slice, connection, batch);
      if (slice.last) this.settle(task, batch);
      return slice.last;
    } catch (error) {
      if (error instanceof Refused && error.code === 'gap' && !task.isStep2 && !connection.hasStep2) {
        // It builds on changes that this client's step 2 is about to bring; that step 2 holds this one too.
        connection.awaitsStep2 = true;
        return true;
      }
      await this.refuse(task, error, batch);
      return true;
    }
  }

  private noteSlice(slice: Slice, connection: Connection, batch: BatchInProgress): void {
    for (const run of slice.parts.runs) batch.structs += run.count;
    batch.structs += slice.parts.deletes.length;
    if (connection.live.address.kind !== 'canvas') return;
    for (const id of slice.createdItems) batch.authors.push({ id, participant: connection.visitor.id });
  }

  private checkWritable(connection: Connection, live: LiveDoc): void {
    if (!connection.mayWrite) throw new Refused('read-only', 'your role may read this but not change it');
    if (live.quarantined)
      throw new Refused('quarantined', 'this board is damaged and must be restored from a backup');
    if (this.room.env.clock.now() < this.diskFullUntil)
      throw new Refused('disk-full', 'the server’s disk is full');
  }

  /** The message is through. Its ack leaves after the commit: what it repeats may be in this very batch. */
  private settle(task: ClientWrite, batch: BatchInProgress): void {
    const { connection, n, isStep2 } = task;
    if (isStep2) {
      connection.hasStep2 = true;
      connection.awaitsStep2 = false;
    }
    if (!connection.awaitsStep2) batch.outcomes.push({ type: 'ack', connection, n });
  }

  private async refuse(task: ClientWrite, error: unknown, batch: BatchInProgress): Promise<void> {
    const { connection, n } = task;
    const known = error instanceof Refused || error instanceof MalformedUpdate;
    const code = error instanceof Refused ? error.code : 'malformed';
    if (connection.fencedAt > n) connection.fence(n);
    batch.outcomes.push({
      type: 'reject',
      connection,
      n,
      code,
      text: known ? error.message : 'this change cannot be read',
    });
    if (known) return;
    // Yjs stumbled in the middle: what the live document now holds is unknown. Everything of this batch in it is lost
    // from memory, nothing of it was acked or shown; its senders are refused and send it again.
    this.room.log.warn(
      { doc: connection.live.name, error: String(error) },
      'an update broke the live document',
    );
    await this.discard(batch, connection.live, 'malformed');
  }

  /** Takes one document's part out of a batch again, and reads the document from disk. */
  private async discard(batch: BatchInProgress, live: LiveDoc, code: RejectCode): Promise<void> {
    const innocent = batch.entries.filter((entry) => entry.doc !== live);
    batch.entries.length = 0;
    batch.entries.push(...innocent);
    for (const [index, outcome] of batch.outcomes.entries()) {
      if (outcome.connection.live !== live || outcome.type === 'reject') continue;
      outcome.connection.fence(outcome.n);
      batch.outcomes[index] = { ...outcome, type: 'reject', code, text: 'this change could not be kept' };
    }
    for (const [index, { task, docs }] of [...batch.serverTasks.entries()].reverse()) {
      if (!docs.has(live)) continue;
      batch.serverTasks.splice(index, 1);
      task.reject(new NotWritableError(code, 'this change could not be kept'));
    }
    if (live.address.kind === 'canvas') batch.authors.length = 0;
    await live.load(this.room.storage, this.room.log);
  }

  private async decode(update: Uint8Array): Promise<Decoded> {
    const steps = decodeInSteps(update);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      await new Promise<void>((resolve) => this.room.env.scheduler.after(0, resolve));
    }
  }

  private async finish(batch: BatchInProgress): Promise<void> {
    if (batch.entries.length > 0 || batch.serverTasks.some(({ task }) => task.puts !== undefined)) {
      try {
        await this.room.storage.commit(toStorage(batch, this.room));
      } catch (error) {
        if (!(error instanceof DiskFullError)) throw error;
        await this.giveBack(batch, error);
        return;
      }
      this.room.published(batch.entries);
    }
    for (const outcome of batch.outcomes) {
      if (outcome.type === 'ack') outcome.connection.acknowledge(outcome.n);
      else tellRefusal(outcome);
    }
    for (const { task } of batch.serverTasks) task.resolve();
  }

  /** Nothing was written: memory goes back to what is on disk, and everybody hears that their change was not kept. */
  private async giveBack(batch: BatchInProgress, error: Error): Promise<void> {
    this.diskFullUntil = this.room.env.clock.now() + diskFullPauseMs;
    this.room.lastChange.forget();
    this.room.log.error(
      { board: this.room.id, error: error.message },
      'the disk is full; the board is read-only',
    );
    for (const live of new Set(batch.entries.map((entry) => entry.doc)))
      await this.discard(batch, live, 'disk-full');
    for (const outcome of batch.outcomes) {
      const { connection, n } = outcome;
      connection.fence(n);
      tellRefusal({ connection, n, code: 'disk-full', text: 'the server’s disk is full' });
    }
    for (const { task } of batch.serverTasks)
      task.reject(new NotWritableError('disk-full', 'the server’s disk is full'));
  }
}

// The fence stands already, so that nothing later got in; the reject itself leaves now, after the acks before it.
function tellRefusal(outcome: { connection: Connection; n: number; code: RejectCode; text: string }): void {
  outcome.connection.refuse(outcome.n, outcome.code, outcome.text);
}

function toStorage(batch: BatchInProgress, { env, lastChange }: Room): Batch {
  const time = env.clock.now();
  const appends = new Map<LiveDoc, Append & { records: unknown[] }>();
  for (const { doc, participant, kind, bytes } of batch.entries) {
    const append = appends.get(doc) ?? { doc: doc.name, expectedHead: doc.head, records: [] };
    append.records.push({ time, participant, kind, bytes });
    appends.set(doc, append);
  }
  const puts = batch.serverTasks.flatMap(({ task }) => task.puts ?? []);
  const touchesNotes = batch.entries.some(({ doc }) => doc.address.kind === 'canvas');
  return {
    appends: [...appends.values()],
    bindings: batch.entries.flatMap((entry) => entry.bindings),
    puts: touchesNotes ? [...puts, ...lastChange.note()] : puts,
  };
}
