// The whole way of a backup: a server writes, its data is damaged, the start says what to do, the command does it.

import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeBackup } from '../../../server/storage/backupFolder.ts';
import { openStorage } from '../../../server/storage/openStorage.ts';
import { placesIn } from '../../../server/storage/places.ts';
import { realEnv } from '../../../shared/lib/env.ts';
import { runServerToItsEnd, type ServerProcess, startServer } from '../../support/serverProcess.ts';
import { keptLog } from '../../support/storageBenches.ts';

const built = path.resolve('.build', 'server', 'restore.js');
let dataDir: string;
let server: ServerProcess | null = null;
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'wallflower-'));
});
afterEach(async () => {
  await server?.dispose();
  server = null;
  await rm(dataDir, { recursive: true, force: true });
});

async function running(): Promise<ServerProcess> {
  server = await startServer({ dataDir });
  return server;
}

/** Runs the command as its script does, and tells what it said and how it ended. */
function restore(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const call = `await run(${JSON.stringify(args)}, ${JSON.stringify(dataDir)})`;
  const program = `const { run } = await import(${JSON.stringify(pathToFileURL(built).href)}); process.exitCode = ${call};`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program]);
  const written = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    written.out += chunk.toString('utf8');
  });
  child.stderr.on('data', (chunk: Buffer) => {
    written.err += chunk.toString('utf8');
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...written })));
}

interface Made {
  readonly board: { readonly id: string };
  readonly keys: { readonly facilitator: string };
}

async function post(url: string, body: unknown): Promise<unknown> {
  const headers = { 'content-type': 'application/json', origin: new URL(url).origin };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return answer.json();
}

/** The canvas that joining a board leads to: its name holds the board's epoch. */
async function canvasOf(at: ServerProcess, { board, keys }: Made): Promise<string> {
  const joined = await post(`${at.url}/api/boards/${board.id}/join`, { key: keys.facilitator, name: 'Ada' });
  return (joined as { docs: { canvas: string } }).docs.canvas;
}

it('damaged data is told at the start, and one command brings the boards back under a new epoch', async () => {
  const first = await running();
  const made = (await post(`${first.url}/api/boards`, { title: 'Kept' })) as Made;
  const before = await canvasOf(first, made);
  await first.stop();

  const disk = await openStorage({ folder: dataDir, env: realEnv, log: keptLog(), reserveBytes: 0 });
  const backup = await writeBackup(disk, '2026-03-01T09-00-00Z');
  await disk.close();
  await writeFile(path.join(placesIn(dataDir).records, 'data.mdb'), 'x'.repeat(50_000));
  const damaged = await runServerToItsEnd({ dataDir });

  const restored = await restore(backup);
  const second = await running();
  const after = await canvasOf(second, made);
  expect([
    damaged.code,
    damaged.err.includes(`npm run restore -- ${backup}`),
    restored.code,
    restored.err,
    before.replace('/1/', '/EPOCH/'),
    after,
  ]).toEqual([1, true, 0, '', `b/${made.board.id}/EPOCH/canvas`, `b/${made.board.id}/2/canvas`]);
});

it('the command asks for a backup when none is named', async () => {
  const { code, err } = await restore();
  expect([code, err]).toEqual([
    2,
    `wallflower: name one backup. Example: npm run restore -- ${dataDir}/backups/2026-03-01T09-00-00Z\n`,
  ]);
});
