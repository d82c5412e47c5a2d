// A wrong setting ends the start: one line on standard error, nothing on standard output, and a code that says why.

import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { freePort, runServerToItsEnd, startServer } from '../../support/serverProcess.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function folder(): Promise<string> {
  const made = await mkdtemp(path.join(os.tmpdir(), 'wallflower-settings-'));
  cleanups.push(() => rm(made, { recursive: true, force: true }));
  return made;
}

describe('a wrong setting', () => {
  it.each([
    [{ PORT: 'eighty' }, 'PORT is "eighty": it must be a whole number from 0 to 65535. Example: PORT=3000'],
    [
      { BOARD_CREATION: 'none' },
      'BOARD_CREATION is "none": it must be one of open, workspace. Example: BOARD_CREATION=open',
    ],
    [
      { TLS_CERT: 'cert.pem' },
      'TLS_CERT is set but TLS_KEY is not: https needs both. Example: TLS_KEY=/etc/ssl/wallflower.pem',
    ],
  ])('%o ends the start with 2 and one line', async (env, line) => {
    expect(await runServerToItsEnd({ env })).toEqual({
      code: 2,
      signal: null,
      out: '',
      err: `wallflower: ${line}\n`,
    });
  });

  it('is one that only shows when it is used: a certificate that is none', async () => {
    const file = path.join(await folder(), 'cert.pem');
    await writeFile(file, 'no certificate');
    const { code, out, err } = await runServerToItsEnd({ env: { TLS_CERT: file, TLS_KEY: file } });
    expect([
      code,
      out,
      err.split('\n').length,
      err.startsWith('wallflower: TLS_CERT and TLS_KEY cannot be used: '),
    ]).toEqual([2, '', 2, true]);
  });
});

describe('what is already in use', () => {
  it('is said in one line: the port', async () => {
    const port = await freePort();
    const other: Server = createServer();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    cleanups.push(async () => other.close());
    const { code, out, err } = await runServerToItsEnd({ port });
    expect([code, out, err]).toEqual([
      1,
      '',
      `wallflower: port ${port} is already in use on 127.0.0.1: stop what uses it, or choose another. Example: PORT=${port + 1}\n`,
    ]);
  });

  it('is said in one line: the data folder', async () => {
    const first = await startServer();
    cleanups.push(() => first.dispose());
    const { code, out, err } = await runServerToItsEnd({ dataDir: first.dataDir });
    expect([
      code,
      out,
      err.split('\n').length,
      err.includes(`${first.dataDir} is in use by another Wallflower`),
    ]).toEqual([1, '', 2, true]);
  });
});

describe('a first start', () => {
  it('keeps its secrets for nobody but its owner, the same ones every time, and prints none', async () => {
    const server = await startServer({ env: { LOG_LEVEL: 'trace' } });
    cleanups.push(() => server.dispose());
    const file = path.join(server.dataDir, 'secrets.json');
    const { mode, mtimeMs } = await stat(file);
    await server.restart();
    const { out, err } = server.output();
    expect({
      mode: (mode & 0o777).toString(8),
      same: (await stat(file)).mtimeMs === mtimeMs,
      lines: out.trimEnd().split('\n').length,
      leaks: /workspace/i.test(out + err),
    }).toEqual({ mode: '600', same: true, lines: 2, leaks: false });
  });

  it('with --lan names the address for others and shows a code to scan', async () => {
    const server = await startServer({ args: ['--lan'], env: { HOST: '' } });
    cleanups.push(() => server.dispose());
    const { out } = server.output();
    const hasNetwork = out.includes('on this network');
    expect([
      out.startsWith(`Wallflower is ready at http://localhost:${server.port}/`),
      /[█▀▄]{8}/.test(out),
    ]).toEqual([true, hasNetwork]);
  });
});
