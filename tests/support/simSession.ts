// A whole session in simulated time: the real server core with its real commands on a simulated disk and network. What the
// server sends is seen as it leaves, and what is durable is known at every moment.

import * as Y from 'yjs';
import { Boards } from '../../server/boards.ts';
import { Commands, type CommandTable } from '../../server/commands.ts';
import { inlineCompact } from '../../server/compaction.ts';
import type { CoreLog } from '../../server/core.ts';
import { AttentionCommands } from '../../server/features/attention.ts';
import { boardCommands } from '../../server/features/boardCommands.ts';
import { SessionCommands } from '../../server/features/session.ts';
import { templateCommands } from '../../server/features/templates.ts';
import { Transfer } from '../../server/features/transfer.ts';
import { votingCommands } from '../../server/features/voting.ts';
import { Participants } from '../../server/participants.ts';
import type { Room } from '../../server/room.ts';
import { Rooms } from '../../server/rooms.ts';
import { roundsOwner } from '../../server/session/roundsPlan.ts';
import { sessionState } from '../../server/session/steering.ts';
import type { Batch, Put, Storage, StoredName } from '../../server/storage/storage.ts';
import type { DocKind } from '../../shared/board/docs.ts';
import { readItems } from '../../shared/board/reader.ts';
import type { Role } from '../../shared/board/roles.ts';
import type { SessionState } from '../../shared/features/session/state.ts';
import { type Env, type Random, realEnv, seededRandom } from '../../shared/lib/env.ts';
import type { ParticipantId } from '../../shared/lib/ids.ts';
import type { CommandResult } from '../../shared/protocol/messages.ts';
import { inlineDocuments } from './inlineDocuments.ts';
import { SimDisk, type SimDiskOptions } from './simDisk.ts';
import type { SimLine } from './simLine.ts';
import { SimMember } from './simMember.ts';
import { type NetworkWeather, SimSocket } from './simNetwork.ts';
import { board } from './simServer.ts';
import { VirtualTime } from './virtualTime.ts';

export interface SimSessionOptions {
  readonly seed?: number;
  readonly network?: NetworkWeather;
  readonly disk?: Pick<SimDiskOptions, 'latencyMs' | 'slowChance'>;
  /** Another storage than the simulated disk, e.g. a real folder; it cannot crash then. */
  readonly storage?: Storage;
}

/** One frame as it left the server. */
export interface SentFrame {
  readonly at: number;
  readonly to: ParticipantId;
  readonly kind: DocKind;
  readonly frame: Uint8Array;
}

type Answer = Omit<CommandResult, 'id' | 'message'>;

const calm: NetworkWeather = { delayMsMin: 1, delayMsMax: 1, noticeMsMax: 1 };
const removedCode = 4403;

export class SimSession {
  readonly time = new VirtualTime();
  readonly random: Random;
  readonly disk: SimDisk;
  readonly members: SimMember[] = [];
  readonly wrongs: string[] = [];
  /** What the server wrote into its log, a line each. */
  readonly logLines: string[] = [];
  /** Documents as the disk has them, by name. */
  durable = new Map<StoredName, Y.Doc>();
  readonly puts = new Map<string, unknown>();
  onSent: (sent: SentFrame) => void = () => {};
  /** After a commit, before anybody hears of it. */
  onCommit: (batch: Batch) => void = () => {};
  rooms: Rooms | null = null;
  participants!: Participants;
  transfer!: Transfer;
  /** What this server can be asked for, with what it takes to be allowed. */
  table: CommandTable = {};
  private readonly options: SimSessionOptions;
  private readonly serverRandom: Random;
  private readonly network: NetworkWeather;
  private sockets = new Set<SimSocket>();
  private forgetTimers: () => void = () => {};

  constructor(options: SimSessionOptions = {}) {
    const { seed = 1, disk = { latencyMs: [1, 1] as const } } = options;
    this.options = options;
    this.network = options.network ?? calm;
    this.random = seededRandom(seed);
    this.serverRandom = seededRandom(seed + 1_000_000);
    this.disk = new SimDisk({ scheduler: this.time, random: this.random, ...disk });
  }

  async start(): Promise<void> {
    await this.readDurable();
    const process = this.time.fork();
    this.forgetTimers = process.forgetAll;
    const env: Env = { clock: this.time, scheduler: process.scheduler, random: this.serverRandom };
    const storage = this.watched(this.options.storage ?? this.disk.open());
    const line = (level: string) => (facts: object, message: string) =>
      void this.logLines.push(JSON.stringify({ level, at: this.time.now(), ...facts, message }));
    const log: CoreLog = { info: line('info'), warn: line('warn'), error: line('error') };
    this.participants = new Participants(storage);
    this.transfer = new Transfer(storage, env, inlineDocuments);
    this.table = {
      ...boardCommands(new Boards(storage, env), this.participants),
      ...this.transfer.commands(),
      ...new SessionCommands(env).table(),
      ...new AttentionCommands(env, this.participants).table(),
      ...votingCommands,
      ...templateCommands(env),
    };
    const commands = new Commands({ storage, env, log, table: this.table });
    this.rooms = new Rooms({
      storage,
      env,
      log,
      compact: inlineCompact,
      runCommand: commands.run.bind(commands),
      onFatal: (error) => void this.wrongs.push(`the server stopped: ${String(error)}`),
    });
  }

  /** kill -9: memory and timers are gone, sockets break, the disk keeps what it had promised. */
  crash(): void {
    this.rooms = null;
    this.forgetTimers();
    this.disk.crash();
    for (const socket of this.sockets) socket.serverDied();
    this.sockets = new Set();
  }

  /** An orderly end. */
  async stop(): Promise<void> {
    if (this.rooms !== null) await this.until(this.rooms.drain());
    this.rooms = null;
  }

  async restart(): Promise<void> {
    this.crash();
    await this.start();
  }

  room(): Promise<Room> {
    if (this.rooms === null) throw new Error('the server is down');
    return this.until(this.rooms.open(board));
  }

  /** Comes in as over HTTP and connects to everything. Somebody who has to wait is not connected. */
  async join(name: string, role: Role = 'editor'): Promise<SimMember> {
    const member = new SimMember(name, this.random);
    const room = await this.room();
    const lobby = room.session.state?.settings.lobby ?? false;
    const { id } = member;
    const joining = { board: board.id, name, role, person: name, known: null, fresh: id, lobby };
    const joined = await this.until(
      this.participants.join(joining, async ([one], puts) => {
        if (one?.waiting) await room.changes.setWaiting(one, this.time.now(), puts);
        else await room.setPeople(one === undefined ? [] : [one], puts);
      }),
    );
    this.members.push(member);
    if (!joined.waiting) this.connect(member);
    await this.time.pass(30);
    return member;
  }

  connect(member: SimMember): void {
    for (const line of member.all) {
      line.onGone = (code) => {
        if (code !== removedCode) this.time.after(50, () => this.dial(member, line));
      };
      this.dial(member, line);
    }
  }

  /** Asks, and lets time pass until the answer is there. */
  async does(member: SimMember, name: string, args: Record<string, unknown> = {}): Promise<Answer> {
    const id = member.ask(name, args);
    for (let i = 0; i < 3_000 && !member.answers.has(id); i++) await this.pass(5);
    const answer = member.answers.get(id);
    if (answer === undefined) throw new Error(`${name} was never answered`);
    const { id: _id, message: _message, ...rest } = answer;
    // What the answer tells of is on everybody's screen a moment later.
    await this.time.pass(this.network.delayMsMax + 5);
    return rest;
  }

  async until<Value>(promise: Promise<Value>): Promise<Value> {
    let isSettled = false;
    const done = promise.finally(() => {
      isSettled = true;
    });
    done.catch(() => {});
    for (let i = 0; i < 10_000 && !isSettled; i++) await this.pass(i < 500 ? 1 : 20);
    return done;
  }

  /** Lets simulated time pass, and a little of the real one where the disk is real. */
  async pass(ms: number): Promise<void> {
    await this.time.pass(ms);
    if (this.options.storage !== undefined)
      await new Promise<void>((resolve) => void realEnv.scheduler.after(1, resolve));
  }

  /** Until it is so, by steps of a second. */
  async passUntil(isSo: () => boolean | Promise<boolean>): Promise<void> {
    for (let i = 0; i < 3_000 && !(await isSo()); i++) await this.pass(1_000);
  }

  /** The texts on the wall as the disk has them. */
  wall(): string[] {
    const canvas = this.durable.get(`${board.id}/canvas`);
    return canvas === undefined ? [] : [...readItems(canvas).values()].map(({ text }) => text);
  }

  state(): SessionState {
    return sessionState(this.docOf(`${board.id}/session`));
  }

  /** Who is written down as the author of each note, by its text. */
  authors(): Record<string, string> {
    const items = readItems(this.docOf(`${board.id}/canvas`));
    const entries = [...this.docOf(`${board.id}/session`).getMap('authors').entries()];
    return Object.fromEntries(entries.map(([id, who]) => [items.get(id as never)?.text, who]));
  }

  docOf(name: StoredName): Y.Doc {
    let doc = this.durable.get(name);
    if (doc === undefined) {
      doc = new Y.Doc();
      this.durable.set(name, doc);
    }
    return doc;
  }

  private dial(member: SimMember, line: SimLine): void {
    if (line.socket !== null) return;
    const socket = new SimSocket(this.time, this.random, this.network, line);
    line.opened(socket);
    this.time.after(this.network.delayMsMin, () => void this.admit(member, line, socket));
  }

  private async admit(member: SimMember, line: SimLine, socket: SimSocket): Promise<void> {
    const { rooms, participants } = this;
    if (rooms === null) return socket.serverDied();
    this.sockets.add(socket);
    const { kind } = line;
    socket.onServerSends = (frame) => this.onSent({ at: this.time.now(), to: member.id, kind, frame });
    try {
      const room = await rooms.open(board);
      const known = await participants.find(board.id, member.id);
      if (known === null || known.removed || known.waiting) return socket.transport.close(removedCode, '');
      const owner = kind === 'personal' ? member.id : null;
      const connection = await room.connect({
        address: { board: board.id, epoch: board.epoch, kind, owner },
        visitor: { id: known.id, role: known.role, neutral: known.neutral },
        transport: socket.transport,
      });
      socket.accept(
        (frame) => connection.receive(frame),
        () => connection.closed(),
      );
    } catch {
      socket.transport.close(1011, 'not now');
    }
  }

  private watched(storage: Storage): Storage {
    return {
      commit: async (batch) => {
        await storage.commit(batch);
        for (const { doc, records } of batch.appends ?? [])
          for (const { bytes } of records) Y.applyUpdate(this.docOf(doc), bytes);
        this.remember(batch.puts ?? []);
        this.onCommit(batch);
      },
      load: (doc) => storage.load(doc),
      readLog: (doc, after) => storage.readLog(doc, after),
      saveSnapshot: (doc, snapshot) => storage.saveSnapshot(doc, snapshot),
      destroyKey: (doc, keep) => storage.destroyKey(doc, keep),
      get: (key) => storage.get(key),
      list: (prefix) => storage.list(prefix),
      removeBoard: (id) => storage.removeBoard(id),
      close: () => storage.close(),
    };
  }

  /** What a fresh reader of the disk sees. */
  private async readDurable(): Promise<void> {
    const disk = this.options.storage ?? this.disk.peek();
    const owners = [roundsOwner, ...this.members.map(({ id }) => id)];
    const names = ['canvas', 'session', ...owners.map((id) => `personal/${id}`)];
    this.durable = new Map();
    for (const name of names) {
      const stored = await disk.load(`${board.id}/${name}`);
      const doc = this.docOf(`${board.id}/${name}`);
      if (stored.snapshot) Y.applyUpdate(doc, stored.snapshot.bytes);
      for (const { bytes } of stored.tail) Y.applyUpdate(doc, bytes);
    }
    this.remember(await disk.list(['command']));
  }

  private remember(puts: readonly Put[]): void {
    for (const { key, value } of puts) this.puts.set(key.join('/'), value);
  }
}
