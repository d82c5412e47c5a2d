// The server on memory storage, asked without a network. Everything between the route and the disk is real; the disk, chance
// and every wait of a second or more belong to the test.

import type { FastifyInstance } from 'fastify';
import type { Boards } from '../../server/boards.ts';
import type { Commands } from '../../server/commands.ts';
import { inlineCompact } from '../../server/compaction.ts';
import { readConfig } from '../../server/config.ts';
import { openLog } from '../../server/log.ts';
import type { Rooms } from '../../server/rooms.ts';
import { assemble } from '../../server/server.ts';
import type { Sockets } from '../../server/sockets.ts';
import { memoryStorage } from '../../server/storage/memoryStorage.ts';
import { type Env, realEnv, seededRandom } from '../../shared/lib/env.ts';
import type { BoardCreated, Joined } from '../../shared/protocol/api.ts';
import { inlineDocuments } from './inlineDocuments.ts';
import { VirtualTime } from './virtualTime.ts';

export const origin = 'http://board.test';
export const workspaceKey = 'the-workspace-key-of-tests';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly bytes: Uint8Array;
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
  readonly http: FastifyInstance;
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
  beginDraining(): void;
  close(): Promise<void>;
}

export interface Guest extends Joined {
  /** As the browser sends it back. */
  readonly cookie: string;
}

export async function aServer(
  settings: Readonly<Record<string, string>> = {},
  /** `stillClock`: time passes only by `time.pass`. Boards cannot be written then: commits wait for real time. */
  options: { clientFolder?: string; stillClock?: boolean } = {},
): Promise<TestServer> {
  const time = new VirtualTime();
  const env = mixedEnv(time, options.stillClock ?? false);
  const config = readConfig({ HOST: '0.0.0.0', LOG_LEVEL: 'silent', ...settings }, []);
  const log = openLog(config.logLevel);
  const { http, sockets, rooms, boards, commands, beginDraining } = await assemble({
    config,
    secrets: { tokenSecret: 'the-token-secret-of-tests', workspaceKey },
    storage: memoryStorage(),
    env,
    log,
    compact: inlineCompact,
    documents: inlineDocuments,
    onFatal(error) {
      throw error;
    },
    clientFolder: options.clientFolder ?? '/there/is/no/client',
    lanAddress: () => '192.168.7.7',
  });

  const ask = async (url: string, how: Ask = {}): Promise<Answer> => {
    const answer = await http.inject({
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
    const { statusCode: status, headers, body: text, rawPayload: bytes } = answer;
    return { status, headers, text, bytes, json: parsed(text) };
  };
  return {
    http,
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
    beginDraining,
    async close() {
      const closing = sockets.close();
      await time.pass(1_000);
      await closing;
      await http.close();
    },
  };
}

/** Short waits are real, so that a real socket can be part of a test; long ones pass when the test says so. */
function mixedEnv(time: VirtualTime, isStill: boolean): Env {
  const start = realEnv.clock.now();
  return {
    random: seededRandom(7),
    clock: { now: () => time.now() + (isStill ? 0 : realEnv.clock.now() - start) },
    scheduler: {
      after: (delayMs, task) => (delayMs < 1_000 ? realEnv.scheduler : time).after(delayMs, task),
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
