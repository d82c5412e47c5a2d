// One board alive in memory: the people connected to it and what each may do, over its documents (`roomDocs`), the one way
// to write them (`writePath`) and what the server itself writes (`serverChanges`). Knows no socket and no HTTP.

import * as Y from 'yjs';
import { type DocAddress, mayWrite } from '../shared/board/docs.ts';
import { limits } from '../shared/board/limits.ts';
import { wheelIsFree } from '../shared/features/session/steerers.ts';
import type { BoardEvent } from '../shared/features/webhook/webhook.ts';
import { assert } from '../shared/lib/assert.ts';
import type { Cancel, Env } from '../shared/lib/env.ts';
import type { BoardId, ParticipantId } from '../shared/lib/ids.ts';
import { closeCode } from '../shared/protocol/api.ts';
import { type Command, type CommandResult, encode } from '../shared/protocol/messages.ts';
import { boardIn } from './boardReading.ts';
import { LastChange } from './changes.ts';
import { Connection } from './connection.ts';
import {
  type BoardFacts,
  type BoardReading,
  type CoreDeps,
  type CoreLog,
  type Counters,
  NotWritableError,
  type Transport,
  type Visitor,
} from './core.ts';
import { type Entry, serverParticipant } from './liveDoc.ts';
import { PresenceTable } from './presence.ts';
import { RoomDocs } from './roomDocs.ts';
import { ServerChanges } from './serverChanges.ts';
import { forgetAttention } from './session/attention.ts';
import { Erasure } from './session/erasure.ts';
import { RoomDrafts } from './session/roomDrafts.ts';
import { RoomRounds } from './session/roomRounds.ts';
import { RoomSession } from './session/roomSession.ts';
import { roundsOwner } from './session/roundsPlan.ts';
import type { Put, Storage } from './storage/storage.ts';
import { RoomVotes } from './voting/roomVotes.ts';
import { RoomWebhook } from './webhooks/roomWebhook.ts';
import { WritePath } from './writePath.ts';

const sweepEveryMs = 5_000;

export class Room {
  readonly id: BoardId;
  readonly epoch: number;
  readonly env: Env;
  readonly log: CoreLog;
  readonly storage: Storage;
  readonly counters: Counters;
  readonly presence: PresenceTable;
  readonly docs: RoomDocs;
  readonly writes: WritePath;
  readonly changes: ServerChanges;
  readonly lastChange: LastChange;
  /** What the session lets people do now. */
  readonly session = new RoomSession();
  readonly erasure: Erasure;
  readonly drafts: RoomDrafts;
  readonly rounds: RoomRounds;
  readonly votes: RoomVotes;
  readonly webhook: RoomWebhook;
  readonly connections = new Set<Connection>();
  private readonly deps: CoreDeps;
  private cancelSweep: Cancel | null = null;
  /** How often it was asked for or written to on somebody's behalf. */
  uses = 0;
  private lastUsedAt: number;
  /** When somebody who steers was last here. */
  private steeredUntil: number;

  constructor(facts: BoardFacts, deps: CoreDeps, counters: Counters) {
    this.id = facts.id;
    this.epoch = facts.epoch;
    this.deps = deps;
    this.env = deps.env;
    this.log = deps.log;
    this.storage = deps.storage;
    this.counters = counters;
    this.presence = new PresenceTable(deps.env);
    this.docs = new RoomDocs(facts, deps);
    this.writes = new WritePath(this);
    this.changes = new ServerChanges({
      docs: this.docs,
      writes: this.writes,
      env: deps.env,
      touch: () => this.touch(),
      isAnonymous: () => this.session.isAnonymous,
      withSession: (doc) => this.votes.dueAlong(doc),
    });
    this.lastChange = new LastChange(facts.id, deps.env.clock);
    this.steeredUntil = deps.env.clock.now();
    this.erasure = new Erasure(this);
    this.drafts = new RoomDrafts(this);
    this.rounds = new RoomRounds(this);
    this.votes = new RoomVotes(this);
    this.webhook = new RoomWebhook(this, () => deps.onTold?.());
    this.lastUsedAt = deps.env.clock.now();
  }

  /** Reads the board's shared documents; `facts` are copied into `session` when they are not there yet. */
  async open(facts: BoardFacts): Promise<void> {
    const [, session] = await Promise.all([this.docs.open('canvas'), this.docs.open('session')]);
    this.session.read(session.doc);
    this.showHands();
    const known = session.doc.getMap('board');
    if (known.get('title') !== facts.title || known.get('epoch') !== facts.epoch)
      await this.tryToSetFacts(facts);
    await this.webhook.start();
    await this.votes.start();
    this.sweepLater();
  }

  async connect(to: { address: DocAddress; visitor: Visitor; transport: Transport }): Promise<Connection> {
    assert(
      to.address.board === this.id && to.address.epoch === this.epoch,
      'a document of this board and epoch',
    );
    this.touch();
    const live = await this.docs.openAt(to.address);
    const connection = new Connection(this, live, to.visitor, to.transport);
    this.connections.add(connection);
    this.showHands();
    this.rounds.look();
    // Asked for at rest, so that it never claims what a failing commit could still take back.
    this.writes.whenAtRest(() => connection.send(encode.step1(Y.encodeStateVector(live.doc))));
    return connection;
  }

  forget(connection: Connection): void {
    this.noteSteering();
    this.connections.delete(connection);
    this.docs.unsubscribe(connection.live, connection);
    this.presence.leave(connection.presenceSlot);
    this.votes.left(connection.visitor.id);
    this.rounds.look();
    this.touch();
  }

  /** Adds or updates people, with `puts` in the same commit. Durable when it resolves. */
  async setPeople(
    people: readonly (Visitor & { readonly name: string })[],
    puts?: readonly Put[],
  ): Promise<void> {
    await this.changes.setPeople(people, puts);
    for (const person of people) this.changeRole(person.id, person);
  }

  /** Ends what somebody who was removed has on this board: at once, also when the board cannot be written at the moment. */
  async putOut(id: ParticipantId): Promise<void> {
    this.changeRole(id, null);
    try {
      await this.changes.changeSession(serverParticipant, (doc) => forgetAttention(doc, id), []);
    } catch (error) {
      if (!(error instanceof NotWritableError)) throw error;
    }
  }

  /** Durable when it resolves. */
  async setTitle(title: string): Promise<void> {
    await this.changes.setFacts({ id: this.id, epoch: this.epoch, title });
  }

  /** Effective at once on every open connection; null removes the person. */
  changeRole(id: ParticipantId, to: Visitor | null): void {
    this.noteSteering();
    for (const connection of [...this.connections]) {
      if (connection.visitor.id !== id) continue;
      if (to === null) connection.close(closeCode.forbidden, 'removed from this board');
      else connection.setVisitor({ id, role: to.role, neutral: to.neutral });
    }
    this.showHands();
    this.rounds.look();
  }

  /** Whether a session is under way and nobody who steers was here for a while. */
  get wheelIsFree(): boolean {
    return wheelIsFree({
      phaseUnderWay: (this.session.state?.phase ?? null) !== null,
      lastHereAt: this.someoneSteers ? null : this.steeredUntil,
      now: this.env.clock.now(),
    });
  }

  /** Whether they may write on the wall now: what HTTP asks before it takes a file. */
  mayWriteCanvas(visitor: Visitor): boolean {
    return mayWrite({ kind: 'canvas', owner: null }, visitor, this.session.rules);
  }

  /** The board as it is on disk, after everything that was acked. */
  async readBoard(): Promise<BoardReading> {
    const [canvas, session] = await Promise.all([this.docs.open('canvas'), this.docs.open('session')]);
    return new Promise((resolve) => {
      this.writes.whenAtRest(() => resolve(boardIn(canvas.doc, session.doc)));
    });
  }

  runCommand(visitor: Visitor, command: Command): Promise<CommandResult> {
    return this.deps.runCommand(this, visitor, command);
  }

  /**
   * Tells the board's webhook what happened. To be called inside the `run` of the very write that makes it happen, after it
   * wrote: the records go into the `puts` of that write. None where nobody wants to hear it.
   */
  tells(event: BoardEvent): readonly Put[] {
    return this.webhook.tells(event);
  }

  /** When something is to happen here next, durable; null when nothing is. */
  noteDue(at: number | null): void {
    this.deps.onDue?.(this.id, at);
  }

  /** Called by the write path after a commit. */
  published(entries: readonly Entry[]): void {
    this.counters.commits++;
    this.counters.records += entries.length;
    this.docs.published(entries);
    this.webhook.published();
    for (const { doc } of entries) if (doc.address.owner !== null) this.personalChanged(doc.address.owner);
    const session = this.docs.find('session');
    if (entries.some(({ doc }) => doc === session)) this.sessionChanged();
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

  touch(): void {
    this.uses++;
    this.lastUsedAt = this.env.clock.now();
  }

  /** Waits for what is under way and lets go of everything. A snapshot makes the next opening fast; the log needs none. */
  async shutDown(options: { withSnapshots: boolean }): Promise<void> {
    await this.writes.flushed();
    await this.docs.snapshotsTaken({ all: options.withSnapshots });
    this.close();
  }

  /** Says good-bye to everybody; they come back on their own. */
  sendAway(reason: string): void {
    for (const connection of [...this.connections]) connection.close(closeCode.restarting, reason);
  }

  private personalChanged(owner: ParticipantId): void {
    this.drafts.changed(owner);
    if (owner !== roundsOwner) this.votes.changed(owner);
  }

  private sessionChanged(): void {
    const session = this.docs.find('session');
    if (session === undefined) return;
    const areRulesOthers = this.session.read(session.doc);
    this.votes.sessionChanged();
    this.rounds.look();
    if (!areRulesOthers) return;
    for (const connection of [...this.connections]) connection.reviewPermission('phase');
    this.showHands();
  }

  private showHands(): void {
    const steering = new Set(
      [...this.connections]
        .filter(({ visitor }) => this.session.may(visitor, 'steer'))
        .map(({ visitor }) => visitor.id),
    );
    this.presence.showOnly(this.session.hidesHands ? (who) => steering.has(who) : null);
  }

  private noteSteering(): void {
    if (this.someoneSteers) this.steeredUntil = this.env.clock.now();
  }

  private get someoneSteers(): boolean {
    return [...this.connections].some(({ visitor }) => this.session.may(visitor, 'steer'));
  }

  private close(): void {
    this.writes.stop();
    this.cancelSweep?.();
    this.votes.stop();
    this.rounds.stop();
    this.presence.close();
    this.docs.close();
  }

  /** A board that cannot be written at the moment can still be read. */
  private async tryToSetFacts(facts: BoardFacts): Promise<void> {
    try {
      await this.changes.setFacts(facts);
    } catch (error) {
      if (!(error instanceof NotWritableError)) throw error;
      this.log.warn({ board: this.id, code: error.code }, 'the board opens read-only');
    }
  }

  private sweepLater(): void {
    this.cancelSweep = this.env.scheduler.after(sweepEveryMs, () => {
      this.sweep();
      this.sweepLater();
    });
  }

  private sweep(): void {
    const now = this.env.clock.now();
    this.noteSteering();
    for (const connection of this.connections) {
      if (now - connection.lastSentAt >= limits.silenceMaxMs - sweepEveryMs)
        connection.send(encode.keepAlive());
    }
    void this.drafts.sweep();
    void this.votes.sweep();
    this.rounds.look();
    this.docs.tellDigests((read) => this.writes.whenAtRest(read));
    const used = new Set([...this.connections].map((connection) => connection.live));
    this.docs.letGoOfUnused(used, this.writes.isIdle);
  }
}
