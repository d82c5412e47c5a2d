// Starting other programs and talking to the person at the terminal, for the start-up scripts. Progress goes to standard
// error: standard output belongs to the server's one line. Uses nothing but Node itself.

import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's top folder. */
export const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * What Node is told before it runs the server; package.json says the same for `npm start`. V8 brings four helper threads to a
 * machine of any size. On two cores, while a document was written, they took the cores from the thread that all notes go
 * through: with one helper notes wait half as long then, and documents take no longer (tests/bench/README.md).
 */
export const serverFlags = ['--v8-pool-size=1'];

/** Something went wrong that the person at the terminal can understand: one line, and the details for those who ask. */
export class Failure extends Error {
  /**
   * @param {string} line
   * @param {string} [details]
   */
  constructor(line, details = '') {
    super(line);
    this.details = details;
  }
}

/** @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

const running = new Set();
let passingOn = false;

/**
 * Runs a program in the project's top folder to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string | undefined>, show?: boolean }} [options] `show` lets its output through to the terminal.
 * @returns {Promise<{ code: number, output: string }>} both streams together; empty when shown. Code 127 when it cannot be started.
 */
export function capture(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = start(command, args, { env: options.env, stdio: options.show ? 'inherit' : 'pipe' });
    let output = '';
    const keep = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString('utf8');
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Starts a program that is stopped together with us.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string | undefined> | undefined, stdio?: import('node:child_process').StdioOptions }} [options]
 */
export function start(command, args, options = {}) {
  const child = spawn(command, args, {
    cwd: repository,
    env: { ...process.env, ...options.env },
    stdio: options.stdio ?? 'inherit',
  });
  passOnSignals();
  running.add(child);
  const forget = () => running.delete(child);
  child.on('error', forget);
  child.on('close', forget);
  return child;
}

// Whoever stops us means the programs we started as well.
function passOnSignals() {
  if (passingOn) return;
  passingOn = true;
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.on(signal, () => {
      // With nothing of ours running, the signal belongs to whatever else this process became (the server).
      if (running.size === 0) {
        if (process.listenerCount(signal) === 1) process.exit(exitCode(signal));
        return;
      }
      for (const child of running) child.kill(signal);
      Promise.all([...running].map((child) => new Promise((done) => child.once('close', done)))).then(() =>
        process.exit(exitCode(signal)),
      );
    });
  }
}

/** @param {'SIGINT' | 'SIGTERM'} signal */
function exitCode(signal) {
  return signal === 'SIGINT' ? 130 : 143;
}

/**
 * Runs a script's main function; a Failure ends the process with its one line, anything else with a stack.
 * @param {() => Promise<void>} main
 */
export async function script(main) {
  try {
    await main();
  } catch (error) {
    if (error instanceof Failure) {
      if (error.details && (process.env.CI || process.env.VERBOSE)) say(error.details);
      say(error.message);
    } else {
      say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
    process.exit(1);
  }
}

/** @throws {Failure} when this Node is too old to run the project. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;
  if (!fits)
    throw new Failure(
      `Wallflower needs Node 20.19, 22.12 or 24 and later; this is ${process.versions.node}.`,
    );
}
