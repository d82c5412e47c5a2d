// A board on which people vote, on a disk that outlives the server: the real core, commands and records of people, over bare
// connections. `crash` starts another server on what was durable.

import * as Y from 'yjs';
import { Commands } from '../../server/commands.ts';
import { inlineCompact } from '../../server/compaction.ts';
import type { BoardFacts } from '../../server/core.ts';
import { actionItemCommands } from '../../server/features/actionItems.ts';
import { decisionCommands } from '../../server/features/decisions.ts';
import { SessionCommands } from '../../server/features/session.ts';
import { votingCommands } from '../../server/features/voting.ts';
import { Rooms } from '../../server/rooms.ts';
import type { Storage } from '../../server/storage/storage.ts';
import { BallotSchedule } from '../../server/voting/ballotSchedule.ts';
import { hookKey, readWaiting } from '../../server/webhooks/outbox.ts';
import { Board } from '../../shared/board/board.ts';
import type { Role } from '../../shared/board/roles.ts';
import { createItems } from '../../shared/board/verbs.ts';
import { type Ballot, readBallots } from '../../shared/features/voting/ballot.ts';
import { type Progress, progressKey, readProgress } from '../../shared/features/voting/progress.ts';
import { type Result, readResult } from '../../shared/features/voting/result.ts';
import { webhookEvents } from '../../shared/features/webhook/webhook.ts';
import { type Env, seededRandom } from '../../shared/lib/env.ts';
import type { BoardId, ItemId, ParticipantId } from '../../shared/lib/ids.ts';
import { encode, protocolVersion, schemaVersion } from '../../shared/protocol/messages.ts';
import { SimDisk } from './simDisk.ts';
import { updatesOf, Wire } from './simRoom.ts';
import { board as firstBoard } from './simServer.ts';
import { VirtualTime, virtualEnv } from './virtualTime.ts';

const log = { info: () => {}, warn: () => {}, error: () => {} };

/** What a command answered. */
export interface Answer {
  readonly ok: boolean;
  readonly code?: string | undefined;
  readonly data?: unknown;
}

/** One device of somebody: their personal document, and the line it is on. */
export interface Device {
  readonly who: string;
  readonly doc: Y.Doc;
  wire: Wire;
  /** Updates made while there was no line. */
  readonly unsent: Uint8Array[];
  isOnline: boolean;
}

export class VotingWorld {
  /** The board that everything here is about; another one can be put in its place. */
  board: BoardFacts = firstBoard;
  readonly trashed = new Set<string>();
  readonly time = new VirtualTime();
  readonly env: Env;
  readonly disk: SimDisk;
  readonly roles = new Map<string, Role>();
  private process = this.time.fork();
  private storage: Storage;
  private server: { readonly rooms: Rooms; readonly schedule: BallotSchedule };
  private asked = 0;
  private client = 5_000;

  constructor(seed = 1) {
    this.env = virtualEnv(this.time, seed);
    this.disk = new SimDisk({ scheduler: this.time, random: this.env.random, latencyMs: [2, 2] });
    this.storage = this.disk.open();
    this.server = this.start();
  }

  /** Whatever was on its way is lost; what was durable is not. */
  crash(): void {
    this.down();
    this.up();
  }

  down(): void {
    this.process.forgetAll();
    this.process = this.time.fork();
    this.storage = this.disk.crash();
  }

  up(): void {
    this.server = this.start();
  }

  /** How many boards are open on the server. */
  get rooms(): number {
    return this.server.rooms.stats().rooms;
  }

  another(id: string): BoardFacts {
    return { id: id as BoardId, epoch: 1, title: id };
  }

  /** The board has somewhere to tell what happens; nothing is ever sent, so that all of it can be read. */
  async hook(): Promise<void> {
    const where = {
      sealed: 'x',
      host: 'chat.example.org',
      ending: 'x',
      language: 'en',
      page: null,
      setAt: 1,
    };
    const value = { ...where, events: [...webhookEvents] };
    await this.until(this.storage.commit({ puts: [{ key: hookKey(this.board.id), value }] }));
  }

  /** What it told, in order. */
  async told(): Promise<string[]> {
    const waiting = await this.disk.peek().list(['outbox', this.board.id]);
    return waiting.map(({ value }) => readWaiting(value)?.facts.kind ?? 'unreadable');
  }

  until<Value>(promise: Promise<Value>, msMax?: number): Promise<Value> {
    return this.time.until(promise, msMax);
  }

  room() {
    return this.until(this.server.rooms.open(this.board));
  }

  /** A person of the board, as the records of people have them. */
  async person(who: string, role: Role = 'editor', facts: { neutral?: boolean; removed?: boolean } = {}) {
    this.roles.set(who, role);
    const value = { name: who, role, removed: facts.removed === true, neutral: facts.neutral === true };
    await this.until(this.storage.commit({ puts: [{ key: ['participant', this.board.id, who], value }] }));
  }

  /** Two notes, and somebody in every role: Fay facilitates, Ann is an editor, Ben a commenter, Vic a viewer. */
  static async withEveryRole(): Promise<VotingWorld> {
    const world = new VotingWorld();
    await world.notes('a', 'b');
    await world.person('fay', 'facilitator');
    await world.person('ann');
    await world.person('ben', 'commenter');
    await world.person('vic', 'viewer');
    return world;
  }

  /** A person with an open page. */
  async joins(who: string, role: Role = 'editor', facts: { neutral?: boolean } = {}): Promise<Device> {
    await this.person(who, role, facts);
    return this.device(who);
  }

  /** One more device of a person who has joined. */
  async device(who: string): Promise<Device> {
    const doc = new Y.Doc();
    doc.clientID = this.client++;
    const device: Device = { who, doc, wire: new Wire(), unsent: [], isOnline: false };
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'server') return;
      if (device.isOnline) device.wire.says(encode.update(update));
      else device.unsent.push(update);
    });
    await this.connect(device);
    return device;
  }

  /** Opens the line, brings what was made without one, and takes in what the server has. */
  async connect(device: Device): Promise<void> {
    const room = await this.room();
    const wire = new Wire();
    const id = device.who as ParticipantId;
    const visitor = { id, role: this.roles.get(device.who) ?? 'editor', neutral: await this.isNeutral(id) };
    const address = { board: this.board.id, epoch: 1, kind: 'personal' as const, owner: id };
    wire.connection = await this.until(room.connect({ address, visitor, transport: wire }));
    device.wire = wire;
    device.isOnline = true;
    const hello = { proto: protocolVersion, schemaMin: schemaVersion, schemaMax: schemaVersion, build: 't' };
    wire.says(encode.hello(hello));
    wire.says(encode.step1(Y.encodeStateVector(device.doc)));
    wire.says(encode.step2(Y.encodeStateAsUpdate(device.doc)));
    device.unsent.length = 0;
    await this.time.pass(30);
    this.take(device);
  }

  leave(device: Device): void {
    device.wire.connection?.closed();
    device.isOnline = false;
  }

  /** What the server has sent goes into the device's copy. */
  take(device: Device): void {
    for (const message of device.wire.received.splice(0))
      if (message.type === 'update' || message.type === 'step2')
        Y.applyUpdate(device.doc, message.update, 'server');
  }

  /** Writes raw entries under `votes`; null takes one away. */
  async votes(device: Device, entries: Readonly<Record<string, unknown>>): Promise<void> {
    device.doc.transact(() => {
      const votes = device.doc.getMap('votes');
      for (const [key, value] of Object.entries(entries))
        if (value === null) votes.delete(key);
        else votes.set(key, value);
    });
    await this.time.pass(30);
  }

  /** Dots, one slot after another. */
  dots(device: Device, ballot: string, options: readonly string[]): Promise<void> {
    return this.votes(device, Object.fromEntries(options.map((id, slot) => [`${ballot}/${slot}`, id])));
  }

  async ask(who: string, name: string, args: Record<string, unknown> = {}, id = ''): Promise<Answer> {
    const room = await this.room();
    const visitor = {
      id: who as ParticipantId,
      role: this.roles.get(who) ?? 'viewer',
      neutral: false,
    };
    const command = { id: id === '' ? `c${this.asked++}` : id, name, args };
    const { id: _, ...answer } = await this.until(room.runCommand(visitor, command));
    return answer;
  }

  /** What a command was refused for, or `ok`. */
  async code(who: string, name: string, args: Record<string, unknown>, id = ''): Promise<string | undefined> {
    const answer = await this.ask(who, name, args, id);
    return answer.ok ? 'ok' : answer.code;
  }

  /** Begins, and does not wait. */
  async begin(who: string, name: string, args: Record<string, unknown>, id: string): Promise<void> {
    const room = await this.room();
    const visitor = { id: who as ParticipantId, role: this.roles.get(who) ?? 'viewer', neutral: false };
    void room.runCommand(visitor, { id, name, args });
  }

  async open(who: string, args: Record<string, unknown> = {}): Promise<string> {
    const answer = await this.ask(who, 'ballot.open', { options: 'notes', method: 'dots', ...args });
    if (!answer.ok) throw new Error(`not opened: ${answer.code}`);
    return (answer.data as { ballot: string }).ballot;
  }

  /** Notes on the wall with these ids. */
  async notes(...ids: string[]): Promise<void> {
    await this.items(ids.map((id) => ({ kind: 'note', id: id as ItemId, x: 0, y: 0, text: `idea ${id}` })));
  }

  async items(items: Parameters<typeof createItems>[1]): Promise<void> {
    const room = await this.room();
    const canvas = { board: this.board.id, epoch: 1, kind: 'canvas' as const, owner: null };
    const wire = new Wire();
    const visitor = { id: 'maker' as ParticipantId, role: 'editor' as const, neutral: false };
    wire.connection = await this.until(room.connect({ address: canvas, visitor, transport: wire }));
    const doc = new Y.Doc();
    doc.clientID = this.client++;
    const made = new Board(doc, seededRandom(3));
    wire.says(encode.step2(Uint8Array.of(0, 0)));
    for (const update of updatesOf(doc, () => createItems(made, items))) wire.says(encode.update(update));
    await this.time.pass(50);
    wire.connection?.closed();
  }

  /** The session document as it is on the disk. */
  async session(): Promise<Y.Doc> {
    return this.stored(`${this.board.id}/session`);
  }

  async stored(name: string): Promise<Y.Doc> {
    const doc = new Y.Doc();
    const { snapshot, tail } = await this.disk.peek().load(name);
    if (snapshot) Y.applyUpdate(doc, snapshot.bytes);
    for (const { bytes } of tail) Y.applyUpdate(doc, bytes);
    return doc;
  }

  async ballots(): Promise<Ballot[]> {
    return readBallots((await this.session()).getMap('ballots').entries());
  }

  async result(ballot: string): Promise<Result | null> {
    return readResult((await this.session()).getMap('results').get(ballot));
  }

  async progress(ballot: string): Promise<Progress | null> {
    return readProgress((await this.session()).getMap('counts').get(progressKey(ballot)));
  }

  /** What of anybody's votes is left in their document on the disk. */
  async left(who: string): Promise<Record<string, unknown>> {
    return (await this.stored(`${this.board.id}/personal/${who}`)).getMap('votes').toJSON();
  }

  private async isNeutral(id: ParticipantId): Promise<boolean> {
    const record = await this.disk.peek().get(['participant', this.board.id, id]);
    return (record as { neutral?: boolean } | undefined)?.neutral === true;
  }

  private start() {
    const env = { ...this.env, scheduler: this.process.scheduler };
    const storage: Storage = this.storage;
    const table = {
      ...new SessionCommands(env).table(),
      ...votingCommands,
      ...decisionCommands(env),
      ...actionItemCommands({ env, roomOf: async () => null }),
    };
    const commands = new Commands({ storage, env, log, table });
    const runCommand = commands.run.bind(commands);
    const onDue = (board: BoardId, at: number | null) => schedule.note(board, at);
    const core = { storage, env, log, compact: inlineCompact, runCommand, onFatal: () => {}, onDue };
    const rooms = new Rooms(core);
    const find = async (id: string) => ({ ...this.recordOf(id), deletedAt: this.trashed.has(id) ? 1 : null });
    const schedule = new BallotSchedule({ storage, env, log, boards: { find }, rooms });
    void schedule.start();
    return { rooms, schedule };
  }

  private recordOf(id: string) {
    const facts = id === firstBoard.id ? firstBoard : this.another(id);
    const keys = { viewer: 'v', commenter: 'c', editor: 'e', facilitator: 'f' };
    return { ...facts, createdAt: 1, keys, code: id };
  }
}

/** The totals of a result as a plain object. */
export function totals(result: Result | null): Record<string, number> | null {
  return result && Object.fromEntries(result.tally);
}
