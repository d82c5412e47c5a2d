// The real server on a real disk and port, in the process of the test, whose clock the test can put forward: a week passes in
// a moment, and whatever was to happen in it happens then. For browsers and sockets it is a server as any other.

import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { inlineCompact } from '../../server/compaction.ts';
import { readConfig } from '../../server/config.ts';
import { openLog } from '../../server/log.ts';
import { openSecrets } from '../../server/secrets.ts';
import { assemble } from '../../server/server.ts';
import { openStorage } from '../../server/storage/openStorage.ts';
import { type Cancel, type Env, realEnv } from '../../shared/lib/env.ts';
import { inlineDocuments } from './inlineDocuments.ts';
import { freePort } from './serverProcess.ts';

export interface MovedServer {
  /** Without a slash at the end; the same over restarts. */
  readonly url: string;
  readonly dataDir: string;
  /** By the server's clock, in milliseconds since 1970. */
  now(): number;
  /** What falls due within `ms` happens at once. */
  putForward(ms: number): void;
  /** Ends in order, and starts again on the same folder and port; `putForward` meanwhile by `ms`. */
  restart(ms?: number): Promise<void>;
  dispose(): Promise<void>;
}

export async function startMovedServer(
  settings: Readonly<Record<string, string>> = {},
): Promise<MovedServer> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'wallflower-moved-'));
  const port = await freePort();
  const time = new MovedTime();
  const env: Env = { random: realEnv.random, clock: time, scheduler: time };
  const config = readConfig(
    { HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'error', ...settings },
    [],
  );
  let stop = await start(config, env);
  return {
    url: `http://127.0.0.1:${port}`,
    dataDir,
    now: () => time.now(),
    putForward: (ms) => time.putForward(ms),
    async restart(ms = 0) {
      await stop();
      time.putForward(ms);
      stop = await start(config, env);
    },
    async dispose() {
      await stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function start(config: ReturnType<typeof readConfig>, env: Env): Promise<() => Promise<void>> {
  const log = openLog(config.logLevel);
  const disk = await openStorage({ folder: config.dataDir, env, log });
  const secrets = await openSecrets({ folder: config.dataDir, random: env.random, given: null });
  const { http, sockets, rooms, schedule, deliveries, beginDraining } = await assemble({
    config,
    secrets,
    storage: disk,
    env,
    log,
    compact: inlineCompact,
    documents: inlineDocuments,
    onFatal(error) {
      throw error;
    },
    clientFolder: path.resolve(import.meta.dirname, '..', '..', '.build', 'client'),
    lanAddress: () => null,
  });
  await schedule.start();
  await http.listen({ port: config.port, host: config.host });
  deliveries.start();
  return async () => {
    beginDraining();
    const sent = deliveries.stop();
    await schedule.stop();
    await rooms.drain();
    await sockets.close();
    http.server.closeAllConnections();
    await http.close();
    await sent;
    await disk.close();
  };
}

/** Real time, with what was added to it. */
class MovedTime {
  private ahead = 0;
  private readonly waiting = new Set<{ readonly at: number; run(): void }>();

  now(): number {
    return realEnv.clock.now() + this.ahead;
  }

  after(delayMs: number, task: () => void): Cancel {
    const cancelTimer = realEnv.scheduler.after(delayMs, () => timer.run());
    const timer = {
      at: this.now() + delayMs,
      run: () => {
        cancel();
        task();
      },
    };
    const cancel = () => {
      cancelTimer();
      this.waiting.delete(timer);
    };
    this.waiting.add(timer);
    return cancel;
  }

  putForward(ms: number): void {
    this.ahead += ms;
    const due = [...this.waiting].filter(({ at }) => at <= this.now());
    for (const timer of due.sort((a, b) => a.at - b.at)) timer.run();
  }
}
