// The HTTP side on memory storage and virtual time, asked without a network. Everything between the route and the disk is
// real; only the disk, the clock and chance belong to the test.

import type { FastifyInstance } from 'fastify';
import { Access } from '../../server/access.ts';
import { Auth } from '../../server/auth.ts';
import { Boards } from '../../server/boards.ts';
import { Commands } from '../../server/commands.ts';
import { inlineCompact } from '../../server/compaction.ts';
import { readConfig } from '../../server/config.ts';
import { boardCommands } from '../../server/features/boardCommands.ts';
import { Transfer } from '../../server/features/transfer.ts';
import { createHttp } from '../../server/http.ts';
import { openLog } from '../../server/log.ts';
import { Metrics } from '../../server/metrics.ts';
import { Participants } from '../../server/participants.ts';
import { Rooms } from '../../server/rooms.ts';
import { Site } from '../../server/site.ts';
import { Sockets } from '../../server/sockets.ts';
import { memoryStorage } from '../../server/storage/memoryStorage.ts';
import type { BoardCreated, Joined } from '../../shared/protocol/api.ts';
import { VirtualTime, virtualEnv } from './virtualTime.ts';

export const origin = 'http://board.test';
export const workspaceKey = 'the-workspace-key-of-tests';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** The parsed body; undefined when it is no JSON. */
  readonly json: unknown;
}

export interface Ask {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'HEAD';
  readonly body?: unknown;
  readonly token?: string;
  readonly cookie?: string;
  /** null sends none; the site's own by default. */
  readonly origin?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly from?: string;
}

export interface TestServer {
  readonly app: FastifyInstance;
  readonly time: VirtualTime;
  readonly boards: Boards;
  readonly rooms: Rooms;
  readonly commands: Commands;
  readonly sockets: Sockets;
  ask(url: string, how?: Ask): Promise<Answer>;
  createBoard(title?: string): Promise<BoardCreated>;
  /** Joins as somebody nobody has seen before, unless `how` brings a cookie or token. */
  join(
    board: BoardCreated,
    as: { name: string; role?: keyof BoardCreated['keys'] },
    how?: Ask,
  ): Promise<Guest>;
  drain(): void;
  close(): Promise<void>;
}

export interface Guest extends Joined {
  /** As the browser sends it back. */
  readonly cookie: string;
}

export async function aServer(
  settings: Readonly<Record<string, string>> = {},
  options: { clientFolder?: string } = {},
): Promise<TestServer> {
  const time = new VirtualTime();
  const env = virtualEnv(time, 7);
  const config = readConfig({ HOST: '0.0.0.0', LOG_LEVEL: 'silent', ...settings }, []);
  const log = openLog(config.logLevel);
  const storage = memoryStorage();
  const site = new Site(config, () => '192.168.7.7');
  const auth = new Auth({ tokenSecret: 'the-token-secret-of-tests', workspaceKey }, env.random);
  const boards = new Boards(storage, env);
  const participants = new Participants(storage);
  const access = new Access({ auth, boards, participants });
  const transfer = new Transfer(storage, env);
  const table = { ...boardCommands(boards, participants), ...transfer.commands() };
  const commands = new Commands({ storage, env, log, table });
  const runCommand = commands.run.bind(commands);
  const onFatal = (error: unknown) => {
    throw error;
  };
  const rooms = new Rooms({ storage, env, log, compact: inlineCompact, runCommand, onFatal });
  const metrics = new Metrics(() => rooms.stats());
  let isDraining = false;
  const shared = { site, access, rooms, metrics, env, log, isDraining: () => isDraining };
  const clientFolder = options.clientFolder ?? '/there/is/no/client';
  const app = await createHttp({
    ...shared,
    config,
    auth,
    boards,
    participants,
    commands,
    transfer,
    clientFolder,
  });
  const sockets = new Sockets(shared);

  const ask = async (url: string, how: Ask = {}): Promise<Answer> => {
    const answer = await app.inject({
      method: how.method ?? (how.body === undefined ? 'GET' : 'POST'),
      url,
      remoteAddress: how.from ?? '10.1.1.1',
      headers: {
        host: new URL(origin).host,
        ...(how.origin !== null && { origin: how.origin ?? origin }),
        ...(how.token !== undefined && { authorization: `Bearer ${how.token}` }),
        ...(how.cookie !== undefined && { cookie: how.cookie }),
        ...how.headers,
      },
      ...(how.body !== undefined && { payload: how.body as string | object }),
    });
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text: answer.body,
      json: parsed(answer.body),
    };
  };
  return {
    app,
    time,
    boards,
    rooms,
    commands,
    sockets,
    ask,
    async createBoard(title = 'What next?') {
      return (await ask('/api/boards', { body: { title } })).json as BoardCreated;
    },
    async join(board, { name, role = 'editor' }, how = {}) {
      const url = `/api/boards/${board.board.id}/join`;
      const answer = await ask(url, { ...how, body: { key: board.keys[role], name } });
      const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
      return { ...(answer.json as Joined), cookie };
    },
    drain() {
      isDraining = true;
    },
    async close() {
      sockets.close();
      await app.close();
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
