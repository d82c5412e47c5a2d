// `npm start` as a person or a container runs it: one line that names the address, arguments passed on, and a signal sent
// to npm ends the server in order.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { freePort, startServer } from '../../support/serverProcess.ts';

const repository = path.resolve(import.meta.dirname, '..', '..', '..');
const cleanups: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function npmStart(env: Readonly<Record<string, string>>, args: readonly string[] = []) {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'wallflower-'));
  const child = spawn('npm', ['start', '--silent', ...args], {
    cwd: repository,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString('utf8');
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString('utf8');
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  cleanups.push(async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  });
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', () => {
      if (out.includes('\n')) resolve();
    });
    ended.then(() => reject(new Error(`npm start ended early:\n${out}${err}`)));
  });
  return { child, ready, ended, output: () => ({ out, err }) };
}

describe('npm start', () => {
  it('names its address in one line, and ends with 0 when npm is asked to stop', async () => {
    const port = await freePort();
    const start = npmStart({ PORT: String(port) });
    await start.ready;
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`);
    start.child.kill('SIGTERM');
    const code = await start.ended;
    const lines = start.output().out.trimEnd().split('\n');
    expect({
      status: answer.status,
      code,
      lines: lines.length,
      named: lines[0]?.includes(`:${port}`),
    }).toEqual({
      status: 200,
      code: 0,
      lines: 1,
      named: true,
    });
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
  });

  it('passes on arguments, and a wrong one ends the start', async () => {
    const start = npmStart({ PORT: String(await freePort()) }, ['--', '--everywhere']);
    start.ready.catch(() => {});
    const code = await start.ended;
    expect(code).not.toBe(0);
    expect(start.output().err).toContain('--everywhere');
  });
});

describe('the server under test', () => {
  it('comes back on the same folder and port, after an orderly end and after a kill', async () => {
    const server = await startServer();
    cleanups.push(() => server.dispose());
    const stopped = await server.stop();
    await server.restart();
    const killed = await server.kill();
    await server.restart();
    const { status } = await fetch(`${server.url}/healthz`);
    expect({ stopped, killed, status, port: new URL(server.url).port }).toEqual({
      stopped: { code: 0, signal: null },
      killed: { code: null, signal: 'SIGKILL' },
      status: 200,
      port: String(server.port),
    });
  });
});
