// One board alive in memory: its documents, the people connected to it, and the one way to write it. Knows no socket and
// no HTTP.

import * as Y from 'yjs';
import { Board } from '../shared/board/board.ts';
import { type DocAddress, docName } from '../shared/board/docs.ts';
import { limits } from '../shared/board/limits.ts';
import { readItems } from '../shared/board/reader.ts';
import type { Role } from '../shared/board/roles.ts';
import { createItems, removeItems } from '../shared/board/verbs.ts';
import type { NewItem } from '../shared/items/item.ts';
import { assert } from '../shared/lib/assert.ts';
import type { Cancel, Env } from '../shared/lib/env.ts';
import type { BoardId, ItemId, ParticipantId } from '../shared/lib/ids.ts';
import { closeCode } from '../shared/protocol/api.ts';
import { type Command, type CommandResult, encode } from '../shared/protocol/messages.ts';
import { LastChange } from './changes.ts';
import { Connection } from './connection.ts';
import {
  type BoardFacts,
  BoardFullError,
  type BoardReading,
  type CoreDeps,
  type CoreLog,
  type Counters,
  NotWritableError,
  type Transport,
  type Visitor,
} from './core.ts';
import { FanOut } from './fanOut.ts';
import { type Entry, LiveDoc, serverParticipant } from './liveDoc.ts';
import { PresenceTable } from './presence.ts';
import { readPeople, writeAuthors, writeFacts, writePerson } from './sessionDoc.ts';
import type { Batch, RecordKind, Storage } from './storage/storage.ts';
import { WritePath } from './writePath.ts';

const sweepEveryMs = 5_000;
const digestAfterQuietMs = 5_000;

export class Room {
  readonly id: BoardId;
  readonly epoch: number;
  readonly env: Env;
  readonly log: CoreLog;
  readonly storage: Storage;
  readonly counters: Counters;
  readonly presence: PresenceTable;
  readonly writes: WritePath;
  readonly lastChange: LastChange;
  readonly connections = new Set<Connection>();
  private readonly deps: CoreDeps;
  private readonly docs = new Map<
    string,
    { live: LiveDoc; loaded: Promise<void>; fanOut: FanOut; idleSince: number }
  >();
  private readonly wholes = new WeakMap<Y.Doc, { head: number; bytes: Uint8Array }>();
  private readonly snapshots = new Set<Promise<void>>();
  private cancelSweep: Cancel | null = null;
  private lastUsedAt: number;

  constructor(facts: BoardFacts, deps: CoreDeps, counters: Counters) {
    this.id = facts.id;
    this.epoch = facts.epoch;
    this.deps = deps;
    this.env = deps.env;
    this.log = deps.log;
    this.storage = deps.storage;
    this.counters = counters;
    this.presence = new PresenceTable(deps.env);
    this.writes = new WritePath(this);
    this.lastChange = new LastChange(facts.id, deps.env.clock);
    this.lastUsedAt = deps.env.clock.now();
  }

  /** Reads the board's shared documents; `facts` are copied into `session` when they are not there yet. */
  async open(facts: BoardFacts): Promise<void> {
    await Promise.all([this.docOf('canvas'), this.docOf('session')]);
    const session = await this.docOf('session');
    const known = session.doc.getMap('board');
    if (known.get('title') !== facts.title || known.get('epoch') !== facts.epoch)
      await this.tryToSetFacts(facts);
    this.sweepLater();
  }

  async connect(to: { address: DocAddress; visitor: Visitor; transport: Transport }): Promise<Connection> {
    assert(
      to.address.board === this.id && to.address.epoch === this.epoch,
      'a document of this board and epoch',
    );
    this.lastUsedAt = this.env.clock.now();
    const live = await this.load(to.address);
    const connection = new Connection(this, live, to.visitor, to.transport);
    this.connections.add(connection);
    // Asked for at rest, so that it never claims what a failing commit could still take back.
    this.writes.whenAtRest(() => connection.send(encode.step1(Y.encodeStateVector(live.doc))));
    return connection;
  }

  /** Adds or updates a person. Durable when it resolves. */
  async setPerson(person: { id: ParticipantId; name: string; role: Role }): Promise<void> {
    await this.change('session', serverParticipant, 'server', (doc) => writePerson(doc, person));
    this.changeRole(person.id, person.role);
  }

  async setTitle(title: string): Promise<void> {
    await this.setFacts({ id: this.id, epoch: this.epoch, title });
  }

  /** Effective at once on every open connection; null removes the person. */
  changeRole(id: ParticipantId, role: Role | null): void {
    for (const connection of [...this.connections]) {
      if (connection.visitor.id !== id) continue;
      if (role === null) connection.close(closeCode.forbidden, 'removed from this board');
      else if (connection.visitor.role !== role) connection.setRole(role);
    }
  }

  /** The board as it is on disk, after everything that was acked. */
  async readBoard(): Promise<BoardReading> {
    const [canvas, session] = await Promise.all([this.docOf('canvas'), this.docOf('session')]);
    return new Promise((resolve) => {
      this.writes.whenAtRest(() => {
        const { title, people, authors } = readPeople(session.doc);
        const all = [...readItems(canvas.doc).values()];
        const items = all.filter((item) => !item.deleted);
        resolve({ title, items, deleted: all.filter((item) => item.deleted), people, authors });
      });
    });
  }

  /** Adds items on behalf of a participant. Durable when it resolves. @throws BoardFullError before anything is written */
  async addItems(
    by: ParticipantId,
    items: readonly NewItem[],
    puts?: Batch['puts'],
  ): Promise<readonly ItemId[]> {
    let created: readonly ItemId[] = [];
    const canvas = await this.docOf('canvas');
    await this.writes.write({
      participant: by,
      kind: 'import',
      ...(puts && { puts }),
      run: () => {
        this.mustBeSound(canvas);
        const entries = canvas.write('import', by, (doc) => {
          const board = new Board(doc, this.env.random);
          if (board.items.size + items.length > limits.itemsMax)
            throw new BoardFullError(`a board holds at most ${limits.itemsMax} items`);
          created = createItems(board, items, 'server');
          board.destroy();
        });
        return [...entries, ...this.recordAuthors(created.map((id) => ({ id, participant: by })))];
      },
    });
    return created;
  }

  /** Soft: they can be restored. Durable when it resolves. */
  async removeItems(by: ParticipantId, ids: readonly ItemId[]): Promise<void> {
    await this.change('canvas', by, 'undo', (doc) => {
      const board = new Board(doc, this.env.random);
      removeItems(board, ids);
      board.destroy();
    });
  }

  /**
   * Changes the comments. `change` may throw before it writes; `puts` go into the same commit and may be filled by `change`.
   * Durable when it resolves. @throws NotWritableError
   */
  async changeTalk(
    by: ParticipantId,
    change: (talk: Y.Doc, isItem: (id: ItemId) => boolean) => void,
    puts: Batch['puts'] & {},
  ): Promise<void> {
    const canvas = await this.docOf('canvas');
    const isItem = (id: ItemId) => canvas.doc.getMap('items').has(id);
    await this.change('talk', by, 'server', (doc) => change(doc, isItem), puts);
  }

  runCommand(visitor: Visitor, command: Command): Promise<CommandResult> {
    return this.deps.runCommand(this, visitor, command);
  }

  /** Called by the write path: who made these items, as entries for the same commit. */
  recordAuthors(created: readonly { id: ItemId; participant: ParticipantId }[]): Entry[] {
    const session = this.docs.get(docName(this.addressOf('session')))?.live;
    if (session === undefined || created.length === 0) return [];
    return session.write('server', serverParticipant, (doc) => writeAuthors(doc, created));
  }

  /** Called by the write path after a commit: tell everybody, and keep the log short. */
  published(entries: readonly Entry[]): void {
    this.counters.commits++;
    this.counters.records += entries.length;
    const byDoc = new Map<LiveDoc, Entry[]>();
    for (const entry of entries) {
      entry.doc.committed(entry.bytes.length);
      const list = byDoc.get(entry.doc);
      if (list) list.push(entry);
      else byDoc.set(entry.doc, [entry]);
    }
    for (const [live, list] of byDoc) {
      this.docs.get(docName(live.address))?.fanOut.send(list);
      if (live.wantsSnapshot) this.snapshotBeside(live);
    }
  }

  subscribe(connection: Connection): void {
    this.docs.get(docName(connection.live.address))?.fanOut.subscribers.add(connection);
  }

  forget(connection: Connection): void {
    this.connections.delete(connection);
    this.docs.get(docName(connection.live.address))?.fanOut.subscribers.delete(connection);
    this.presence.leave(connection.presenceSlot);
    this.lastUsedAt = this.env.clock.now();
  }

  /** A document as one update, encoded once for everybody who joins while it does not change. Call at rest. */
  wholeOf(live: LiveDoc): Uint8Array {
    const cached = this.wholes.get(live.doc);
    if (cached?.head === live.head) return cached.bytes;
    const bytes = Y.encodeStateAsUpdate(live.doc);
    this.wholes.set(live.doc, { head: live.head, bytes });
    return bytes;
  }

  /** The disk failed: nothing more leaves this room. */
  fail(error: unknown): void {
    this.close();
    this.deps.onFatal(error);
  }

  get isIdle(): boolean {
    const unused = this.env.clock.now() - this.lastUsedAt >= limits.idleUnloadMs;
    return unused && this.connections.size === 0 && this.writes.isIdle;
  }

  get docCount(): number {
    return this.docs.size;
  }

  touch(): void {
    this.lastUsedAt = this.env.clock.now();
  }

  /** Waits for what is under way and lets go of everything. A snapshot makes the next opening fast; the log needs none. */
  async shutDown(options: { withSnapshots: boolean }): Promise<void> {
    await this.writes.flushed();
    if (options.withSnapshots) {
      for (const { live } of this.docs.values()) if (live.recordsSinceSnapshot > 0) await this.snapshot(live);
    }
    await Promise.all(this.snapshots);
    this.close();
  }

  /** Says good-bye to everybody; they come back on their own. */
  sendAway(reason: string): void {
    for (const connection of [...this.connections]) connection.close(closeCode.restarting, reason);
  }

  private close(): void {
    this.writes.stop();
    this.cancelSweep?.();
    this.presence.close();
    for (const { live } of this.docs.values()) live.doc.destroy();
    this.docs.clear();
  }

  /** A board that cannot be written at the moment can still be read. */
  private async tryToSetFacts(facts: BoardFacts): Promise<void> {
    try {
      await this.setFacts(facts);
    } catch (error) {
      if (!(error instanceof NotWritableError)) throw error;
      this.log.warn({ board: this.id, code: error.code }, 'the board opens read-only');
    }
  }

  private async setFacts(facts: BoardFacts): Promise<void> {
    await this.change('session', serverParticipant, 'server', (doc) => writeFacts(doc, facts));
  }

  private async change(
    kind: 'canvas' | 'session' | 'talk',
    participant: string,
    recordKind: RecordKind,
    change: (doc: Y.Doc) => void,
    puts?: Batch['puts'],
  ): Promise<void> {
    this.touch();
    const live = await this.docOf(kind);
    await this.writes.write({
      participant,
      kind: recordKind,
      ...(puts && { puts }),
      run: () => {
        this.mustBeSound(live);
        if (kind === 'talk' && live.snapshotBytes > limits.docBytesMax)
          throw new NotWritableError('doc-full', 'the comments of this board have reached their size limit');
        return live.write(recordKind, participant, change);
      },
    });
  }

  private mustBeSound(live: LiveDoc): void {
    if (live.quarantined)
      throw new NotWritableError('quarantined', 'this board is damaged and must be restored from a backup');
  }

  private docOf(kind: 'canvas' | 'session' | 'talk'): Promise<LiveDoc> {
    return this.load(this.addressOf(kind));
  }

  private addressOf(kind: 'canvas' | 'session' | 'talk'): DocAddress {
    return { board: this.id, epoch: this.epoch, kind, owner: null };
  }

  private async load(address: DocAddress): Promise<LiveDoc> {
    const name = docName(address);
    let found = this.docs.get(name);
    if (found === undefined) {
      const live = new LiveDoc(address, this.env);
      const loaded = live.load(this.storage, this.log);
      found = { live, loaded, fanOut: new FanOut(), idleSince: this.env.clock.now() };
      this.docs.set(name, found);
      loaded.catch(() => this.docs.delete(name));
    }
    await found.loaded;
    return found.live;
  }

  private snapshotBeside(live: LiveDoc): void {
    const taking = this.snapshot(live).finally(() => this.snapshots.delete(taking));
    this.snapshots.add(taking);
  }

  private async snapshot(live: LiveDoc): Promise<void> {
    if (live.compacting || live.quarantined) return;
    live.compacting = true;
    try {
      const stored = await this.storage.load(live.name);
      if (stored.damage !== null || stored.tail.length === 0) return;
      const bytes = await this.deps.compact({
        snapshot: stored.snapshot?.bytes ?? null,
        tail: stored.tail.map((record) => record.bytes),
      });
      await this.storage.saveSnapshot(live.name, { uptoSeq: stored.head, bytes });
      const covered = stored.tail.length;
      live.recordsSinceSnapshot = Math.max(0, live.recordsSinceSnapshot - covered);
      live.bytesSinceSnapshot = 0;
      live.snapshotBytes = bytes.length;
    } catch (error) {
      // The log still holds everything: a snapshot is only speed.
      this.log.error({ doc: live.name, error: String(error) }, 'a snapshot could not be taken');
    } finally {
      live.compacting = false;
    }
  }

  private sweepLater(): void {
    this.cancelSweep = this.env.scheduler.after(sweepEveryMs, () => {
      this.sweep();
      this.sweepLater();
    });
  }

  /** Once after every burst of changes: whoever has another board than the log then finds out. */
  private tellDigests(now: number): void {
    for (const { live, fanOut } of this.docs.values()) {
      if (!live.digest?.isStale || now - live.changedAt < digestAfterQuietMs) continue;
      this.writes.whenAtRest(() => {
        const value = live.digest?.value();
        if (value !== undefined) for (const subscriber of fanOut.subscribers) subscriber.tellDigest(value);
      });
    }
  }

  private sweep(): void {
    const now = this.env.clock.now();
    for (const connection of this.connections) {
      if (now - connection.lastSentAt >= limits.silenceMaxMs - sweepEveryMs)
        connection.send(encode.keepAlive());
    }
    this.tellDigests(now);
    const used = new Set([...this.connections].map((connection) => connection.live));
    for (const [name, entry] of this.docs) {
      const { live } = entry;
      if (live.address.kind !== 'personal' || used.has(live)) entry.idleSince = now;
      else if (now - entry.idleSince >= limits.idleUnloadMs && this.writes.isIdle) {
        this.docs.delete(name);
        live.doc.destroy();
      }
    }
  }
}
