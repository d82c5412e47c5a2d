// One batch of the write path: what a single commit will hold, and whom to tell what afterwards, in order. Knows nothing of
// the gate or the inbox, and touches no disk.

import { limits } from '../shared/board/limits.ts';
import type { Env } from '../shared/lib/env.ts';
import type { ItemId, ParticipantId } from '../shared/lib/ids.ts';
import type { RejectCode } from '../shared/protocol/messages.ts';
import type { LastChange } from './changes.ts';
import type { Connection } from './connection.ts';
import { NotWritableError } from './core.ts';
import type { Slice } from './gate/gate.ts';
import type { Entry, LiveDoc } from './liveDoc.ts';
import type { Append, Batch, RecordKind } from './storage/storage.ts';

/** A change of the server's own. */
export interface ServerWrite {
  readonly participant: string;
  readonly kind: RecordKind;
  /** Runs against the live documents; returns the entries it made (`LiveDoc.write`). */
  readonly run: () => readonly Entry[];
  /** Other records to be kept in the same commit. */
  readonly puts?: Batch['puts'];
}

export interface ServerTask extends ServerWrite {
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export interface Refusal {
  readonly connection: Connection;
  readonly n: number;
  readonly code: RejectCode;
  readonly text: string;
}

type Outcome =
  | { readonly type: 'ack'; readonly connection: Connection; readonly n: number }
  | ({ readonly type: 'reject' } & Refusal);

const recordsMax = 512;

export class WriteBatch {
  private entries: Entry[] = [];
  private readonly outcomes: Outcome[] = [];
  private serverTasks: { readonly task: ServerTask; readonly docs: ReadonlySet<LiveDoc> }[] = [];
  /** Who made which items of this batch; to be written into `session` by the same commit. */
  private authors: { id: ItemId; participant: ParticipantId }[] = [];
  private structs = 0;

  get isFull(): boolean {
    return this.structs >= limits.structsPerSliceMax || this.entries.length >= recordsMax;
  }

  get needsCommit(): boolean {
    return this.entries.length > 0 || this.serverTasks.some(({ task }) => task.puts !== undefined);
  }

  /** Applied to the live documents, not yet durable. */
  get records(): readonly Entry[] {
    return this.entries;
  }

  get createdItems(): readonly { id: ItemId; participant: ParticipantId }[] {
    return this.authors;
  }

  addSlice(slice: Slice, entry: Entry, by: Connection): void {
    this.entries.push(entry);
    for (const run of slice.parts.runs) this.structs += run.count;
    this.structs += slice.parts.deletes.length;
    if (by.live.address.kind !== 'canvas') return;
    for (const id of slice.createdItems) this.authors.push({ id, participant: by.visitor.id });
  }

  addEntries(entries: readonly Entry[]): void {
    this.entries.push(...entries);
  }

  addTask(task: ServerTask, entries: readonly Entry[]): void {
    this.entries.push(...entries);
    this.serverTasks.push({ task, docs: new Set(entries.map((entry) => entry.doc)) });
  }

  /** Everything of this connection up to `n` is through; said after the commit. */
  ack(connection: Connection, n: number): void {
    this.outcomes.push({ type: 'ack', connection, n });
  }

  /** The fence stands at once, so that nothing later gets in; the word itself leaves after the acks before it. */
  reject(refusal: Refusal): void {
    if (refusal.connection.fencedAt > refusal.n) refusal.connection.fence(refusal.n);
    this.outcomes.push({ type: 'reject', ...refusal });
  }

  /**
   * Takes one document's part out again, with all of every server change that wrote it: such a change is whole or not at
   * all. Who was to be told "saved" is refused. The documents themselves are untouched.
   * @returns the documents that are ahead of the batch now, and must be read anew
   */
  takeOut(live: LiveDoc, code: RejectCode): ReadonlySet<LiveDoc> {
    const text = 'this change could not be kept';
    const torn = this.tornBy(live);
    const isTorn = (docs: ReadonlySet<LiveDoc>) => [...docs].some((doc) => torn.has(doc));
    this.entries = this.entries.filter((entry) => !torn.has(entry.doc));
    for (const [index, outcome] of this.outcomes.entries()) {
      if (!torn.has(outcome.connection.live) || outcome.type === 'reject') continue;
      outcome.connection.fence(outcome.n);
      this.outcomes[index] = { ...outcome, type: 'reject', code, text };
    }
    for (const { task, docs } of this.serverTasks)
      if (isTorn(docs)) task.reject(new NotWritableError(code, text));
    this.serverTasks = this.serverTasks.filter(({ docs }) => !isTorn(docs));
    for (const doc of torn) if (doc.address.kind === 'canvas') this.authors = [];
    return torn;
  }

  /** This document and all that server changes of this batch tie to it. */
  private tornBy(live: LiveDoc): Set<LiveDoc> {
    const torn = new Set([live]);
    for (let before = 0; before < torn.size; ) {
      before = torn.size;
      for (const { docs } of this.serverTasks)
        if ([...docs].some((doc) => torn.has(doc))) for (const doc of docs) torn.add(doc);
    }
    return torn;
  }

  /** As the storage takes it. */
  toStorage({ env, lastChange }: { env: Env; lastChange: LastChange }): Batch {
    const time = env.clock.now();
    const appends = new Map<LiveDoc, Append & { records: unknown[] }>();
    for (const { doc, participant, kind, bytes } of this.entries) {
      const append = appends.get(doc) ?? { doc: doc.name, expectedHead: doc.head, records: [] };
      append.records.push({ time, participant, kind, bytes });
      appends.set(doc, append);
    }
    const puts = this.serverTasks.flatMap(({ task }) => task.puts ?? []);
    const touchesNotes = this.entries.some(({ doc }) => doc.address.kind === 'canvas');
    return {
      appends: [...appends.values()],
      bindings: this.entries.flatMap((entry) => entry.bindings),
      puts: touchesNotes ? [...puts, ...lastChange.note()] : puts,
    };
  }

  /** After the commit, or when there was nothing to commit. */
  tellOutcomes(): void {
    for (const outcome of this.outcomes) {
      if (outcome.type === 'ack') outcome.connection.acknowledge(outcome.n);
      else outcome.connection.refuse(outcome.n, outcome.code, outcome.text);
    }
    for (const { task } of this.serverTasks) task.resolve();
  }

  /** Nothing of it was kept, and everybody hears that. */
  tellNothingKept(code: RejectCode, text: string): void {
    for (const { connection, n } of this.outcomes) {
      connection.fence(n);
      connection.refuse(n, code, text);
    }
    for (const { task } of this.serverTasks) task.reject(new NotWritableError(code, text));
  }
}
