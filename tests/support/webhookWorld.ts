// A board with a webhook, on a disk that outlives the server: the real core, commands and deliveries, a network of the test's
// own. `crash` starts another server on what was durable.

import { Boards } from '../../server/boards.ts';
import { Commands } from '../../server/commands.ts';
import { inlineCompact } from '../../server/compaction.ts';
import { SessionCommands } from '../../server/features/session.ts';
import { votingCommands } from '../../server/features/voting.ts';
import { WebhookCommands } from '../../server/features/webhook.ts';
import { Rooms } from '../../server/rooms.ts';
import { type Batch, DiskFullError, type Put, type Storage } from '../../server/storage/storage.ts';
import { Deliveries } from '../../server/webhooks/deliveries.ts';
import { AddressSeal } from '../../server/webhooks/seal.ts';
import type { Role } from '../../shared/board/roles.ts';
import type { BoardEvent, WebhookState } from '../../shared/features/webhook/webhook.ts';
import type { Env } from '../../shared/lib/env.ts';
import type { BoardId, ParticipantId } from '../../shared/lib/ids.ts';
import type { CommandResult } from '../../shared/protocol/messages.ts';
import { SimDisk } from './simDisk.ts';
import { SlackReceiver } from './slackReceiver.ts';
import { VirtualTime, virtualEnv } from './virtualTime.ts';

export const secretPath = '/services/T0000/B0000/abcdefghijklmnopWXYZ';
export const hookUrl = `https://hooks.slack.test${secretPath}`;

interface Process {
  readonly rooms: Rooms;
  readonly boards: Boards;
  readonly deliveries: Deliveries;
}

export interface WebhookWorldOptions {
  readonly seed?: number;
  readonly mayBePrivate?: boolean;
  readonly tokenSecret?: string;
}

export class WebhookWorld {
  readonly time = new VirtualTime();
  readonly env: Env;
  readonly disk: SimDisk;
  readonly receiver = new SlackReceiver();
  /** Everything written to the log. */
  readonly logged: string[] = [];
  tokenSecret: string;
  /** Batches that the disk has no room for. */
  hasNoRoomFor: (batch: Batch) => boolean = () => false;
  board: BoardId = '' as BoardId;
  private readonly mayBePrivate: boolean;
  private fork = this.time.fork();
  private storage: Storage;
  private process: Process;
  private asked = 0;

  private constructor({ seed = 1, mayBePrivate = false, tokenSecret = 'a secret' }: WebhookWorldOptions) {
    this.mayBePrivate = mayBePrivate;
    this.tokenSecret = tokenSecret;
    this.env = virtualEnv(this.time, seed);
    this.disk = new SimDisk({ scheduler: this.time, random: this.env.random, latencyMs: [2, 2] });
    this.storage = this.limited(this.disk.open());
    this.process = this.start();
  }

  /** A board whose webhook hears everything, unless `url` is null. */
  static async open(options: WebhookWorldOptions & { url?: string | null } = {}): Promise<WebhookWorld> {
    const world = new WebhookWorld(options);
    const { url = hookUrl } = options;
    const { id } = await world.until(world.process.boards.create({ title: 'What next?' }));
    world.board = id;
    if (url !== null) await world.set({ url });
    return world;
  }

  crash(): void {
    this.fork.forgetAll();
    this.fork = this.time.fork();
    this.storage = this.limited(this.disk.crash());
    this.process = this.start();
  }

  /** An orderly end, and a new start. */
  async restart(): Promise<void> {
    await this.until(this.process.deliveries.stop());
    this.crash();
  }

  until<Value>(promise: Promise<Value>, msMax = 60_000): Promise<Value> {
    return this.time.until(promise, msMax);
  }

  async room() {
    const facts = await this.until(this.process.boards.find(this.board));
    if (facts === null) throw new Error('no board');
    return this.until(this.process.rooms.open(facts));
  }

  async ask(
    name: string,
    args: Record<string, unknown> = {},
    { role = 'facilitator', id = '' }: { role?: Role; id?: string } = {},
  ): Promise<Omit<CommandResult, 'id'>> {
    const room = await this.room();
    const visitor = { id: `p-${role}` as ParticipantId, role, neutral: false };
    const command = { id: id === '' ? `c${this.asked++}` : id, name, args };
    const { id: _, ...answer } = await this.until(room.runCommand(visitor, command));
    return answer;
  }

  set(args: Record<string, unknown>) {
    const events = ['ballot.opened', 'ballot.reminder', 'ballot.result', 'session.summary'];
    return this.ask('webhook.set', { events, ...args });
  }

  async state(): Promise<WebhookState> {
    return (await this.ask('webhook.state')).data as WebhookState;
  }

  /** Something happens, in a commit of the board's own; settles when it is durable. */
  async happens(event: BoardEvent = { kind: 'session.summary' }): Promise<void> {
    await this.until(this.begins(await this.room(), event));
  }

  begins(room: Awaited<ReturnType<WebhookWorld['room']>>, event: BoardEvent): Promise<void> {
    const puts: Put[] = [];
    const run = () => {
      puts.push(...room.tells(event));
      return [];
    };
    return room.writes.write({ participant: 'server', kind: 'server', puts, run });
  }

  /** The ids of the events that wait on the disk. */
  async waiting(): Promise<readonly string[]> {
    const found = await this.disk.peek().list(['outbox']);
    return found.map(({ key }) => key[2] ?? '');
  }

  private limited(storage: Storage): Storage {
    return {
      ...storage,
      commit: async (batch) => {
        if (this.hasNoRoomFor(batch)) throw new DiskFullError('no room');
        return storage.commit(batch);
      },
    };
  }

  private start(): Process {
    const { receiver, mayBePrivate, storage } = this;
    const env: Env = { ...this.env, scheduler: this.fork.scheduler };
    const note = (facts: Record<string, unknown>, message: string) =>
      void this.logged.push(`${message} ${JSON.stringify(facts)}`);
    const log = { info: note, warn: note, error: note };
    const boards = new Boards(storage, env);
    const seal = new AddressSeal({ tokenSecret: this.tokenSecret }, env.random);
    const deliveries = new Deliveries({
      storage,
      env,
      log,
      seal,
      mayBePrivate,
      network: receiver.network(env.scheduler),
      epochOf: async (board) => (await boards.find(board))?.epoch ?? null,
    });
    const config = { publicOrigin: null, basePath: '', allowPrivateWebhooks: mayBePrivate };
    const table = {
      ...new SessionCommands(env).table(),
      ...votingCommands,
      ...new WebhookCommands({ storage, env, config, seal, deliveries }).table(),
    };
    const commands = new Commands({ storage, env, log, table });
    const rooms = new Rooms({
      storage,
      env,
      log,
      compact: inlineCompact,
      runCommand: commands.run.bind(commands),
      onFatal: () => {},
      onTold: () => deliveries.wake(),
    });
    deliveries.start();
    return { rooms, boards, deliveries };
  }
}
