// The documents of one room: each is read from disk once, handed to whoever listens to it, and let go when it can be. Does
// not know who may see or write them, nor how a change gets in.

import * as Y from 'yjs';
import { type DocAddress, type DocKind, docName } from '../shared/board/docs.ts';
import { limits } from '../shared/board/limits.ts';
import type { BoardId, ParticipantId } from '../shared/lib/ids.ts';
import type { CoreDeps } from './core.ts';
import { FanOut, type Subscriber } from './fanOut.ts';
import { type Entry, LiveDoc } from './liveDoc.ts';
import { Snapshots } from './snapshots.ts';

/** The documents of which a board has exactly one. */
export type SharedKind = Exclude<DocKind, 'personal'>;

interface Held {
  readonly live: LiveDoc;
  readonly loaded: Promise<void>;
  readonly fanOut: FanOut;
  /** When somebody was last connected to it. Only personal documents go by it. */
  usedAt: number;
}

const digestAfterQuietMs = 5_000;

export class RoomDocs {
  private readonly board: BoardId;
  private readonly epoch: number;
  private readonly deps: CoreDeps;
  private readonly snapshots: Snapshots;
  private readonly held = new Map<string, Held>();
  private readonly wholes = new WeakMap<Y.Doc, { head: number; bytes: Uint8Array }>();

  constructor(of: { id: BoardId; epoch: number }, deps: CoreDeps) {
    this.board = of.id;
    this.epoch = of.epoch;
    this.deps = deps;
    this.snapshots = new Snapshots(deps);
  }

  get count(): number {
    return this.held.size;
  }

  open(kind: SharedKind): Promise<LiveDoc> {
    return this.openAt(this.addressOf(kind));
  }

  /** One participant's drafts and votes. */
  openPersonal(owner: ParticipantId): Promise<LiveDoc> {
    return this.openAt({ board: this.board, epoch: this.epoch, kind: 'personal', owner });
  }

  async openAt(address: DocAddress): Promise<LiveDoc> {
    const name = docName(address);
    let found = this.held.get(name);
    if (found === undefined) {
      const { env, storage, log } = this.deps;
      const live = new LiveDoc(address, env);
      const loaded = live.load(storage, log);
      found = { live, loaded, fanOut: new FanOut(), usedAt: env.clock.now() };
      this.held.set(name, found);
      loaded.catch(() => this.held.delete(name));
    }
    found.usedAt = this.deps.env.clock.now();
    await found.loaded;
    return found.live;
  }

  /** A document that is in memory; undefined before it was opened. */
  find(kind: SharedKind): LiveDoc | undefined {
    return this.held.get(docName(this.addressOf(kind)))?.live;
  }

  /** Documents in memory that hold changes which are in no batch. */
  torn(inBatch: readonly Entry[]): LiveDoc[] {
    const counts = new Map<LiveDoc, number>();
    for (const { doc } of inBatch) counts.set(doc, (counts.get(doc) ?? 0) + 1);
    return [...this.held.values()].flatMap(({ live }) => (live.ahead > (counts.get(live) ?? 0) ? live : []));
  }

  /** From here on it hears of every durable change. Call at rest, in the turn in which it is sent the whole document. */
  subscribe(live: LiveDoc, subscriber: Subscriber): void {
    this.heldOf(live)?.fanOut.subscribers.add(subscriber);
  }

  unsubscribe(live: LiveDoc, subscriber: Subscriber): void {
    this.heldOf(live)?.fanOut.subscribers.delete(subscriber);
  }

  /** After a commit: tell everybody, and keep the log short. */
  published(entries: readonly Entry[]): void {
    const byDoc = new Map<LiveDoc, Entry[]>();
    for (const entry of entries) {
      entry.doc.committed(entry.bytes.length);
      const list = byDoc.get(entry.doc);
      if (list) list.push(entry);
      else byDoc.set(entry.doc, [entry]);
    }
    for (const [live, list] of byDoc) {
      this.heldOf(live)?.fanOut.send(list);
      if (live.wantsSnapshot) this.snapshots.begin(live);
    }
  }

  /** A document as one update, encoded once for everybody who joins while it does not change. Call at rest. */
  wholeOf(live: LiveDoc): Uint8Array {
    const cached = this.wholes.get(live.doc);
    if (cached?.head === live.head) return cached.bytes;
    const bytes = Y.encodeStateAsUpdate(live.doc);
    this.wholes.set(live.doc, { head: live.head, bytes });
    return bytes;
  }

  /** Once after every burst of changes: whoever has another board than the log then finds out. */
  tellDigests(whenAtRest: (read: () => void) => void): void {
    const now = this.deps.env.clock.now();
    for (const { live, fanOut } of this.held.values()) {
      if (!live.digest?.isStale || now - live.changedAt < digestAfterQuietMs) continue;
      whenAtRest(() => {
        const value = live.digest?.value();
        if (value !== undefined) for (const subscriber of fanOut.subscribers) subscriber.tellDigest(value);
      });
    }
  }

  /** Personal documents nobody was connected to for a while are read again when they are wanted. */
  letGoOfUnused(used: ReadonlySet<LiveDoc>, mayLetGo: boolean): void {
    const now = this.deps.env.clock.now();
    for (const [name, entry] of this.held) {
      const { live } = entry;
      if (live.address.kind !== 'personal' || used.has(live)) entry.usedAt = now;
      else if (now - entry.usedAt >= limits.idleUnloadMs && mayLetGo) {
        this.held.delete(name);
        live.doc.destroy();
      }
    }
  }

  /** Resolves when no snapshot is under way; `all` takes one of everything that changed since its last. */
  async snapshotsTaken(options: { all: boolean }): Promise<void> {
    if (options.all) {
      for (const { live } of this.held.values())
        if (live.recordsSinceSnapshot > 0) await this.snapshots.take(live);
    }
    await this.snapshots.settled();
  }

  close(): void {
    for (const { live } of this.held.values()) live.doc.destroy();
    this.held.clear();
  }

  private heldOf(live: LiveDoc): Held | undefined {
    return this.held.get(docName(live.address));
  }

  private addressOf(kind: SharedKind): DocAddress {
    return { board: this.board, epoch: this.epoch, kind, owner: null };
  }
}
