// The composition root: settings, disk, rooms, HTTP, sockets; then one line that says where, and an orderly end on a signal.

import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { renderUnicodeCompact } from 'uqr';
import { realEnv } from '../shared/lib/env.ts';
import { Access } from './access.ts';
import { Auth } from './auth.ts';
import { Boards } from './boards.ts';
import { Commands } from './commands.ts';
import { inlineCompact } from './compaction.ts';
import { type Config, ConfigError, readConfig, unusedSettings } from './config.ts';
import { failStop } from './failStop.ts';
import { boardCommands } from './features/boardCommands.ts';
import { Transfer } from './features/transfer.ts';
import { keepHouse } from './housekeeping.ts';
import { createHttp } from './http.ts';
import { isEverywhere, lanAddress } from './lan.ts';
import { openLog, type ServerLog } from './log.ts';
import { Metrics } from './metrics.ts';
import { Participants } from './participants.ts';
import { Rooms } from './rooms.ts';
import { openSecrets } from './secrets.ts';
import { Site } from './site.ts';
import { Sockets } from './sockets.ts';
import { openStorage, StartError } from './storage/openStorage.ts';

const stopMsMax = 9_000;

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
  try {
    const server = await start(config, { log, onFatal });
    announce(config, server);
    stopOnSignal(server, log);
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
    const secrets = await openSecrets({ folder, random: env.random, given: config.workspaceKey });
    const storage = failStop(disk, onFatal);
    let isDraining = false;
    const site = new Site(config, lanAddress);
    const auth = new Auth(secrets, env.random);
    const boards = new Boards(storage, env);
    const participants = new Participants(storage);
    const access = new Access({ auth, boards, participants });
    const transfer = new Transfer(storage, env);
    const table = { ...boardCommands(boards, participants), ...transfer.commands() };
    const commands = new Commands({ storage, env, log, table });
    const runCommand = commands.run.bind(commands);
    const rooms = new Rooms({ storage, env, log, compact: inlineCompact, runCommand, onFatal });
    const metrics = new Metrics(() => rooms.stats());
    const shared = { site, access, rooms, metrics, env, log, isDraining: () => isDraining };
    const clientFolder = path.join(projectFolder(), '.build', 'client');
    const http = await createHttp({
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
    sockets.listenTo(http.server);
    await listen(http, config);
    const stopHousekeeping = keepHouse({
      boards,
      rooms,
      commands,
      env,
      log,
      retentionDays: config.retentionDays,
    });
    return {
      port: (http.server.address() as AddressInfo).port,
      workspaceKey: secrets.workspaceKey,
      async stop() {
        isDraining = true;
        stopHousekeeping();
        await rooms.drain();
        sockets.close();
        await http.close();
        await disk.close();
      },
    };
  } catch (error) {
    await disk.close();
    throw error;
  }
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
  process.stdout.write(`Wallflower is ready at ${own}${network}\n`);
  if (address !== null) process.stdout.write(`${renderUnicodeCompact(at(address))}\n`);
  // Whoever holds it sees every board, so it goes to the eyes of the person at the terminal and into no file.
  if (process.stdout.isTTY) process.stdout.write(`Workspace link: ${own}#workspace=${workspaceKey}\n`);
}

function stopOnSignal(server: Running, log: ServerLog): void {
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
    await server.stop();
    log.info({}, 'stopped');
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function giveUp(error: unknown, code: number): never {
  process.stderr.write(`wallflower: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(code);
}

/** Where package.json is: this file runs bundled, from .build, or as it is. */
function projectFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(path.join(folder, 'package.json')) && path.dirname(folder) !== folder)
    folder = path.dirname(folder);
  return folder;
}
