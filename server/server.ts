// The server put together on a given disk, clock and chance: what main starts, and what tests start on a disk of their own.

import type { FastifyInstance } from 'fastify';
import type { Env } from '../shared/lib/env.ts';
import type { BoardId } from '../shared/lib/ids.ts';
import { Access } from './access.ts';
import { Auth } from './auth.ts';
import { Boards } from './boards.ts';
import { Commands } from './commands.ts';
import type { Compact } from './compaction.ts';
import type { Config } from './config.ts';
import type { CoreDeps } from './core.ts';
import type { Documents } from './documents/documents.ts';
import { actionItemCommands } from './features/actionItems.ts';
import { AttentionCommands } from './features/attention.ts';
import { boardCommands } from './features/boardCommands.ts';
import { decisionCommands } from './features/decisions.ts';
import { Feeds } from './features/feed.ts';
import { SessionCommands } from './features/session.ts';
import { summaryCommands } from './features/summary.ts';
import { TalkCommands } from './features/talk.ts';
import { templateCommands } from './features/templates.ts';
import { Transfer } from './features/transfer.ts';
import { votingCommands } from './features/voting.ts';
import { WebhookCommands } from './features/webhook.ts';
import { createHttp } from './http.ts';
import type { ReadImport } from './importThread.ts';
import type { ServerLog } from './log.ts';
import { Metrics } from './metrics.ts';
import { Participants } from './participants.ts';
import { Rooms } from './rooms.ts';
import type { Secrets } from './secrets.ts';
import { Site } from './site.ts';
import { Sockets } from './sockets.ts';
import type { Storage } from './storage/storage.ts';
import { BallotSchedule } from './voting/ballotSchedule.ts';
import { Deliveries } from './webhooks/deliveries.ts';
import { type Network, realNetwork } from './webhooks/network.ts';
import { AddressSeal } from './webhooks/seal.ts';

export interface ServerDeps {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly storage: Storage;
  readonly env: Env;
  readonly log: ServerLog;
  readonly compact: Compact;
  /** Files are read where the server runs when not given. */
  readonly readImport?: ReadImport;
  /** What writes documents for people to carry away. */
  readonly documents: Documents;
  readonly onFatal: (error: unknown) => void;
  /** The built client. */
  readonly clientFolder: string;
  /** Where the local network finds this machine; null without one. */
  readonly lanAddress: () => string | null;
  /** Where messages of webhooks leave; the real one unless a test has another. */
  readonly network?: Network;
}

export interface Server {
  readonly http: FastifyInstance;
  readonly sockets: Sockets;
  readonly rooms: Rooms;
  readonly boards: Boards;
  readonly commands: Commands;
  readonly talk: TalkCommands;
  /** Not started yet. */
  readonly deliveries: Deliveries;
  /** Not started yet. */
  readonly schedule: BallotSchedule;
  /** From now on it is not ready, and takes no new sockets. */
  beginDraining(): void;
}

export async function assemble(deps: ServerDeps): Promise<Server> {
  const { config, secrets, storage, env, log, compact, onFatal, clientFolder } = deps;
  let isDraining = false;
  const site = new Site(config, deps.lanAddress);
  const auth = new Auth(secrets, env.random);
  const boards = new Boards(storage, env);
  const participants = new Participants(storage);
  const access = new Access({ auth, boards, participants });
  const transfer = new Transfer(storage, env, deps.documents, deps.readImport);
  const talk = new TalkCommands(storage, env);
  const feeds = new Feeds({ storage, env, log, boards });
  const seal = new AddressSeal(secrets, env.random);
  const deliveries = new Deliveries({
    storage,
    env,
    log,
    seal,
    network: deps.network ?? realNetwork,
    mayBePrivate: config.allowPrivateWebhooks,
    epochOf: async (board) => (await boards.find(board))?.epoch ?? null,
  });
  const roomOf = async (id: BoardId) => {
    const board = await boards.open(id);
    return board === null ? null : rooms.open(board);
  };
  const table = {
    ...boardCommands(boards, participants),
    ...transfer.commands(),
    ...talk.table(),
    ...new SessionCommands(env).table(),
    ...summaryCommands(),
    ...new AttentionCommands(env, participants).table(),
    ...votingCommands,
    ...decisionCommands(env),
    ...actionItemCommands({ env, roomOf }),
    ...templateCommands(env),
    ...feeds.commands(),
    ...new WebhookCommands({ storage, env, config, seal, deliveries }).table(),
  };
  const commands = new Commands({ storage, env, log, table });
  const runCommand = commands.run.bind(commands);
  const onTold = () => deliveries.wake();
  const onDue: CoreDeps['onDue'] & {} = (board, at) => schedule.note(board, at);
  const rooms = new Rooms({ storage, env, log, compact, runCommand, onFatal, onTold, onDue });
  const schedule = new BallotSchedule({ storage, env, log, boards, rooms });
  const metrics = new Metrics(() => rooms.stats());
  const shared = { site, access, rooms, metrics, env, log, isDraining: () => isDraining };
  const forHttp = { config, auth, boards, participants, commands, transfer, feeds, clientFolder };
  const http = await createHttp({ ...shared, ...forHttp });
  const sockets = new Sockets(shared);
  sockets.listenTo(http.server);
  return {
    http,
    sockets,
    rooms,
    boards,
    commands,
    talk,
    deliveries,
    schedule,
    beginDraining() {
      isDraining = true;
    },
  };
}
