// The built server as a process of its own, on a free port and a folder of its own, for tests that mean the real thing. It
// knows the server only from outside: environment, one line on standard output, signals, exit code.

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { serverFlags } from '../../server/launch/processes.mjs';

const repository = path.resolve(import.meta.dirname, '..', '..');
const entryIn = (folder: string) => path.join(folder, '.build', 'server', 'main.js');
const startMsMax = 30_000;
const stopMsMax = 15_000;

export interface ServerOptions {
  /** A folder to open; without it a new one, removed by `dispose`. */
  readonly dataDir?: string;
  readonly port?: number;
  /** Settings beside PORT, HOST and DATA_DIR. */
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** The folder whose build runs; this project's own without it. */
  readonly folder?: string;
}

/** How a process ended: one of the two is null. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface ServerProcess {
  /** Without a slash at the end; its port stays the same over restarts. */
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  readonly pid: number;
  /** Everything written so far to both streams, over all restarts. */
  output(): { readonly out: string; readonly err: string };
  /** SIGTERM, then waits for the end. */
  stop(): Promise<Ending>;
  /** SIGKILL, then waits for the end. */
  kill(): Promise<Ending>;
  /** Starts again on the same folder and port; stops it first if it still runs. */
  restart(): Promise<void>;
  /** Ends the process whatever it does and removes a folder that was made for it. */
  dispose(): Promise<void>;
}

/**
 * Starts the server and resolves when it named its address.
 * @throws with everything it wrote, when it ends or stays silent instead.
 */
export async function startServer(options: ServerOptions = {}): Promise<ServerProcess> {
  if (!existsSync(entryIn(options.folder ?? repository)))
    throw new Error('The server is not built: run `node server/launch/build.mjs` first.');
  const dataDir = options.dataDir ?? (await mkdtemp(path.join(os.tmpdir(), 'wallflower-')));
  const port = options.port ?? (await freePort());
  const written = { out: '', err: '' };
  let running = await startOnce(options, { dataDir, port }, written);
  return {
    get url() {
      return running.url;
    },
    port,
    dataDir,
    get pid() {
      return running.child.pid ?? 0;
    },
    output: () => ({ ...written }),
    stop: () => end(running.child, 'SIGTERM'),
    kill: () => end(running.child, 'SIGKILL'),
    async restart() {
      await end(running.child, 'SIGTERM');
      running = await startOnce(options, { dataDir, port }, written);
    },
    async dispose() {
      await end(running.child, 'SIGKILL');
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A run that is expected to end by itself, as with a wrong setting. Ended by force after some seconds. */
export async function runServerToItsEnd(
  options: ServerOptions = {},
): Promise<Ending & { readonly out: string; readonly err: string }> {
  const dataDir = options.dataDir ?? (await mkdtemp(path.join(os.tmpdir(), 'wallflower-')));
  const written = { out: '', err: '' };
  const child = spawnServer(options, { dataDir, port: options.port ?? (await freePort()) }, written);
  const ending = await endingWithin(child, stopMsMax);
  if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
  return { ...ending, ...written };
}

let asked = 0;

/**
 * A port nobody listens on. Below those that the system itself gives out: nobody gets it between this moment and the start, nor
 * between two starts.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 12_000 + ((process.pid * 211 + asked++) % 20_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

interface Place {
  readonly dataDir: string;
  readonly port: number;
}

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
}

function spawnServer(
  options: ServerOptions,
  place: Place,
  written: { out: string; err: string },
): ChildProcess {
  const entry = entryIn(options.folder ?? repository);
  const child = spawn(
    process.execPath,
    [...serverFlags, '--enable-source-maps', entry, ...(options.args ?? [])],
    {
      env: {
        // Nothing of the machine's own settings may leak into a test, a BASE_PATH for example.
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        PORT: String(place.port),
        HOST: '127.0.0.1',
        DATA_DIR: place.dataDir,
        ...options.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  child.stdout?.on('data', (chunk: Buffer) => {
    written.out += chunk.toString('utf8');
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    written.err += chunk.toString('utf8');
  });
  return child;
}

function startOnce(
  options: ServerOptions,
  place: Place,
  written: { out: string; err: string },
): Promise<Running> {
  const before = written.out.length;
  const child = spawnServer(options, place, written);
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      clearTimeout(patience);
      child.kill('SIGKILL');
      reject(new Error(`The server ${why}.\n${written.out}${written.err}`));
    };
    const patience = setTimeout(() => fail(`did not name its address within ${startMsMax} ms`), startMsMax);
    const ended = () => fail('ended before it was ready');
    child.once('error', (error) => fail(`could not be started (${error.message})`));
    child.once('close', ended);
    child.stdout?.on('data', () => {
      const url = /https?:\/\/[^\s]+/.exec(written.out.slice(before))?.[0];
      // A line is whole when its end has come.
      if (url === undefined || !written.out.slice(before).includes('\n')) return;
      clearTimeout(patience);
      child.off('close', ended);
      resolve({ child, url: url.replace(/\/+$/, '') });
    });
  });
}

function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<Ending> {
  if (child.exitCode === null && child.signalCode === null) child.kill(signal);
  return endingWithin(child, stopMsMax);
}

/** Waits for the end; whoever takes longer is killed, and `signal` then says SIGKILL. */
function endingWithin(child: ChildProcess, ms: number): Promise<Ending> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return Promise.resolve({ code: child.exitCode, signal: child.signalCode });
  }
  return new Promise((resolve) => {
    const patience = setTimeout(() => child.kill('SIGKILL'), ms);
    child.once('close', (code, signal) => {
      clearTimeout(patience);
      resolve({ code, signal });
    });
  });
}
