// The write path of one board. Everything that changes it goes through one inbox: gate, apply to the live documents, one
// durable commit for the batch, then fan-out, then acks. Between two batches the live documents are exactly what is on
// disk; whoever reads (a joiner, an export) is served there and nowhere else.

import type { Cancel } from '../shared/lib/env.ts';
import type { RejectCode } from '../shared/protocol/messages.ts';
import type { Connection } from './connection.ts';
import { NotWritableError } from './core.ts';
import { Passage, Refused } from './gate/gate.ts';
import { assemble } from './gate/parts.ts';
import { type Decoded, decodeInSteps, MalformedUpdate } from './gate/wire.ts';
import type { LiveDoc } from './liveDoc.ts';
import type { Room } from './room.ts';
import { DiskFullError } from './storage/storage.ts';
import { type ServerTask, type ServerWrite, WriteBatch } from './writeBatch.ts';

interface ClientWrite {
  readonly connection: Connection;
  readonly n: number;
  readonly update: Uint8Array;
  readonly isStep2: boolean;
  /** Filled in when the gate first looks at it; kept while it goes through in slices. */
  decoded?: Decoded;
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
        const batch = new WriteBatch();
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
  private async fill(batch: WriteBatch): Promise<void> {
    const tasks = this.inbox;
    this.inbox = [];
    const left: (ClientWrite | ServerTask)[] = [];
    const unfinished = new Set<Connection>();
    for (const task of tasks) {
      if ('resolve' in task) {
        if (batch.isFull) left.push(task);
        else await this.runServerTask(task, batch);
      } else if (batch.isFull || unfinished.has(task.connection) || !(await this.admit(task, batch))) {
        left.push(task);
        unfinished.add(task.connection);
      } else task.connection.letGo(task.update.length);
    }
    // What arrived while we waited for a large decode comes after.
    this.inbox = [...left, ...this.inbox];
    batch.addEntries(this.room.changes.authorsOf(batch.createdItems));
  }

  private async runServerTask(task: ServerTask, batch: WriteBatch): Promise<void> {
    if (this.room.env.clock.now() < this.diskFullUntil) {
      task.reject(new NotWritableError('disk-full', 'the server’s disk is full'));
      return;
    }
    try {
      batch.addTask(task, task.run());
    } catch (error) {
      await this.takeBack(batch);
      task.reject(error);
    }
  }

  /** A server change threw after it had written: memory is what the disk and this batch say again, for everybody else's sake. */
  private async takeBack(batch: WriteBatch): Promise<void> {
    for (const live of this.room.docs.torn(batch.records)) {
      this.room.log.error(
        { doc: live.name },
        'a change of the server broke off in the middle and is taken back',
      );
      await live.load(this.room.storage, this.room.log);
      live.again(batch.records.filter((entry) => entry.doc === live));
    }
  }

  /** Lets one message, or its next slice, through the gate. False while more of it remains. */
  private async admit(task: ClientWrite, batch: WriteBatch): Promise<boolean> {
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
      const entry = live.applySlice(slice, assemble([slice.parts]), connection.visitor.id, connection);
      batch.addSlice(slice, entry, connection);
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

  private checkWritable(connection: Connection, live: LiveDoc): void {
    if (!connection.mayWrite) throw new Refused('read-only', 'your role may read this but not change it');
    if (live.quarantined)
      throw new Refused('quarantined', 'this board is damaged and must be restored from a backup');
    if (this.room.env.clock.now() < this.diskFullUntil)
      throw new Refused('disk-full', 'the server’s disk is full');
  }

  /** The message is through. Its ack leaves after the commit: what it repeats may be in this very batch. */
  private settle(task: ClientWrite, batch: WriteBatch): void {
    const { connection, n, isStep2 } = task;
    if (isStep2) {
      connection.hasStep2 = true;
      connection.awaitsStep2 = false;
    }
    if (!connection.awaitsStep2) batch.ack(connection, n);
  }

  private async refuse(task: ClientWrite, error: unknown, batch: WriteBatch): Promise<void> {
    const { connection, n } = task;
    const known = error instanceof Refused || error instanceof MalformedUpdate;
    const code = error instanceof Refused ? error.code : 'malformed';
    batch.reject({ connection, n, code, text: known ? error.message : 'this change cannot be read' });
    if (known) return;
    // Yjs stumbled in the middle: what the live document now holds is unknown. Everything of this batch in it is lost
    // from memory, nothing of it was acked or shown; its senders are refused and send it again.
    this.room.log.warn(
      { doc: connection.live.name, error: String(error) },
      'an update broke the live document',
    );
    await this.discard(batch, connection.live, 'malformed');
  }

  /** Takes one document's part out of a batch again, and reads what is torn by that from disk. */
  private async discard(batch: WriteBatch, live: LiveDoc, code: RejectCode): Promise<void> {
    for (const torn of batch.takeOut(live, code)) await torn.load(this.room.storage, this.room.log);
  }

  private async decode(update: Uint8Array): Promise<Decoded> {
    const steps = decodeInSteps(update);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      await new Promise<void>((resolve) => this.room.env.scheduler.after(0, resolve));
    }
  }

  private async finish(batch: WriteBatch): Promise<void> {
    if (batch.needsCommit) {
      try {
        await this.room.storage.commit(batch.toStorage(this.room));
      } catch (error) {
        if (!(error instanceof DiskFullError)) throw error;
        await this.giveBack(batch, error);
        return;
      }
      this.room.published(batch.records);
    }
    batch.tellOutcomes();
  }

  /** Nothing was written: memory goes back to what is on disk, and everybody hears that their change was not kept. */
  private async giveBack(batch: WriteBatch, error: Error): Promise<void> {
    this.diskFullUntil = this.room.env.clock.now() + diskFullPauseMs;
    this.room.lastChange.forget();
    this.room.log.error(
      { board: this.room.id, error: error.message },
      'the disk is full; the board is read-only',
    );
    const written = new Set(batch.records.map((entry) => entry.doc));
    for (const live of written) batch.takeOut(live, 'disk-full');
    for (const live of written) await live.load(this.room.storage, this.room.log);
    batch.tellNothingKept('disk-full', 'the server’s disk is full');
  }
}
