// The composition root: settings, disk, rooms, HTTP, sockets; then one line that says where, and an orderly end on a signal.

import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { renderUnicodeCompact } from 'uqr';
import { realEnv } from '../shared/lib/env.ts';
import { keepBackups } from './backup.ts';
import { type Config, ConfigError, readConfig, unusedSettings } from './config.ts';
import { DocumentThread } from './documents/documents.ts';
import { failStop } from './failStop.ts';
import { keepHouse } from './housekeeping.ts';
import { importThread } from './importThread.ts';
import { isEverywhere, lanAddress } from './lan.ts';
import { openLog, type ServerLog } from './log.ts';
import { openSecrets } from './secrets.ts';
import { assemble } from './server.ts';
import { openStorage, StartError } from './storage/openStorage.ts';
import { workerCompact } from './workerCompact.ts';

const stopMsMax = 9_000;
const requestsMsMax = 3_000;

await run();

async function run(): Promise<void> {
  let config: Config;
  try {
    config = readConfig(process.env, process.argv.slice(2));
  } catch (error) {
    return giveUp(error, 2);
  }
  const log = openLog(config.logLevel);
  // Whatever nobody expected leaves the state of this process unknown; what was acknowledged is on disk.
  const onFatal = (error: unknown): never => {
    log.fatal(
      { error: error instanceof Error ? (error.stack ?? error.message) : String(error) },
      'stopping now',
    );
    process.exit(1);
  };
  process.on('uncaughtException', onFatal);
  process.on('unhandledRejection', onFatal);
  for (const name of unusedSettings(process.env))
    log.warn({ setting: name }, 'this setting has no effect in this version');
  const stopping = stopOnSignal(log);
  try {
    const server = await start(config, { log, onFatal });
    // First the ears, then the word: whoever reads the line may send a signal at once.
    stopping.isReady(server);
    announce(config, server);
  } catch (error) {
    if (error instanceof ConfigError) giveUp(error, 2);
    else if (error instanceof StartError) giveUp(error, 1);
    else onFatal(error);
  }
}

interface Running {
  readonly port: number;
  readonly workspaceKey: string;
  /** Everything received is kept, everybody is told, the disk is closed. */
  stop(): Promise<void>;
}

interface Hands {
  readonly log: ServerLog;
  readonly onFatal: (error: unknown) => never;
}

async function start(config: Config, { log, onFatal }: Hands): Promise<Running> {
  const env = realEnv;
  const folder = path.resolve(config.dataDir);
  const disk = await openStorage({ folder, env, log });
  try {
    let isDiskOpen = true;
    const secrets = await openSecrets({ folder, random: env.random, given: config.workspaceKey });
    // A request cut off by the end finds the disk closed; that is no failure of the disk.
    const storage = failStop(disk, (error) => isDiskOpen && onFatal(error));
    const compaction = workerCompact({ workerUrl: threadOf('compact'), env, log });
    const { compact } = compaction;
    const clientFolder = path.join(projectFolder(), '.build', 'client');
    const documents = new DocumentThread({ workerUrl: threadOf('documents'), env, log });
    const base = {
      config,
      secrets,
      storage,
      env,
      log,
      compact,
      documents,
      readImport: importThread({ workerUrl: threadOf('imports'), env }),
      onFatal,
      clientFolder,
      lanAddress,
    };
    const server = await assemble(base);
    const { http, sockets, rooms, boards, commands, talk, deliveries, schedule, beginDraining } = server;
    await schedule.start();
    await listen(http, config);
    const { retentionDays } = config;
    deliveries.start();
    const backups = keepBackups({ disk, env, log });
    const stopHousekeeping = keepHouse({ boards, rooms, commands, talk, storage, env, log, retentionDays });
    return {
      port: (http.server.address() as AddressInfo).port,
      workspaceKey: secrets.workspaceKey,
      async stop() {
        beginDraining();
        stopHousekeeping();
        // What is on its way meanwhile comes to an end that is known.
        const sent = deliveries.stop();
        await schedule.stop();
        await rooms.drain();
        await sockets.close();
        await closeHttp(http);
        await documents.close();
        await compaction.close();
        await backups.stop();
        await sent;
        isDiskOpen = false;
        await disk.close();
      },
    };
  } catch (error) {
    await disk.close();
    throw error;
  }
}

/** Requests under way may finish, for a while. */
async function closeHttp(http: FastifyInstance): Promise<void> {
  const cancel = realEnv.scheduler.after(requestsMsMax, () => http.server.closeAllConnections());
  await http.close();
  cancel();
}

/** @throws StartError when the port cannot be had. */
async function listen(http: FastifyInstance, { port, host }: Config): Promise<void> {
  try {
    await http.listen({ port, host });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why: Readonly<Record<string, string>> = {
      EADDRINUSE: `port ${port} is already in use on ${host}: stop what uses it, or choose another. Example: PORT=${port === 65_535 ? 3000 : port + 1}`,
      EACCES: `port ${port} needs more rights than this user has: choose one above 1023. Example: PORT=3000`,
      EADDRNOTAVAIL: `HOST ${host} is no address of this machine. Example: HOST=127.0.0.1`,
      ENOTFOUND: `HOST ${host} is a name nobody knows. Example: HOST=127.0.0.1`,
    };
    const line = code === undefined ? undefined : why[code];
    throw line === undefined ? error : new StartError(line);
  }
}

/** Standard output is for this alone: one line that says where, and for a network the code to scan. */
function announce(config: Config, { port, workspaceKey }: Running): void {
  const scheme = config.tls === null ? 'http' : 'https';
  const at = (host: string) => `${scheme}://${host}:${port}${config.basePath}/`;
  const here = isEverywhere(config.host)
    ? 'localhost'
    : config.host.includes(':')
      ? `[${config.host}]`
      : config.host;
  const own = config.publicOrigin === null ? at(here) : `${config.publicOrigin}${config.basePath}/`;
  const address = config.lan ? lanAddress() : null;
  const network = address === null ? '' : ` and, on this network, at ${at(address)}`;
  const lines = [`Wallflower is ready at ${own}${network}`];
  if (address !== null) lines.push(renderUnicodeCompact(at(address)));
  // Whoever holds it sees every board, so it goes to the eyes of the person at the terminal and into no file.
  if (process.stdout.isTTY) lines.push(`All boards of this server: ${own}workspace#key=${workspaceKey}`);
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** A server that is not ready yet has promised nothing, so it just ends. */
function stopOnSignal(log: ServerLog): { isReady(server: Running): void } {
  let running: Running | null = null;
  let isStopping = false;
  const stop = async (signal: NodeJS.Signals) => {
    // npm and a terminal may both pass the same signal on.
    if (isStopping) return;
    isStopping = true;
    log.info({ signal }, 'stopping');
    realEnv.scheduler.after(stopMsMax, () => {
      log.error({}, 'stopping took too long; everything acknowledged is on disk');
      process.exit(1);
    });
    await running?.stop();
    log.info({}, 'stopped');
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  return {
    isReady(server) {
      running = server;
    },
  };
}

function giveUp(error: unknown, code: number): never {
  process.stderr.write(`wallflower: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(code);
}

/** Beside this file, in the form this file itself has: bundled, or as it was written. */
function threadOf(name: 'compact' | 'documents' | 'imports'): URL {
  return new URL(`./workers/${name}${path.extname(import.meta.filename)}`, import.meta.url);
}

/** Where package.json is: this file runs bundled, from .build, or as it is. */
function projectFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(path.join(folder, 'package.json')) && path.dirname(folder) !== folder)
    folder = path.dirname(folder);
  return folder;
}
