// What was acknowledged survives the death of the process, in whole batches, and the next process may begin at once.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freeBytesAt } from '../../../server/storage/diskSpace.ts';
import { openStorage } from '../../../server/storage/openStorage.ts';
import { DiskFullError } from '../../../server/storage/storage.ts';
import { realEnv, seededRandom } from '../../../shared/lib/env.ts';
import { keptLog, temporaryFolder } from '../../support/storageBenches.ts';
import { append, logOf, record } from '../../support/storageContract.ts';
import { contentOf } from '../../support/writer.ts';

const outdir = path.resolve('.cache', 'tests', 'writer');
const killsMax = 15;
const docs = ['B1/canvas', 'B1/talk', 'B1/personal/P1'];
let folder: string;

beforeAll(() => {
  const entryPoints = ['tests/support/writer.ts'];
  buildSync({ entryPoints, outdir, bundle: true, packages: 'external', platform: 'node', format: 'esm' });
});
beforeEach(async () => {
  folder = path.join(await temporaryFolder(), 'data');
});
afterEach(() => rm(path.dirname(folder), { recursive: true, force: true }));

interface Writer {
  readonly child: ChildProcess;
  /** The last acknowledged sequence number of each document. */
  readonly acknowledged: Map<string, number>;
  /** Resolves when so many lines were printed. */
  lines(count: number): Promise<void>;
  kill(): Promise<void>;
}

function startWriter(): Writer {
  const address = JSON.stringify(pathToFileURL(path.join(outdir, 'writer.js')).href);
  const program = `const { run } = await import(${address}); await run(${JSON.stringify(folder)});`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const acknowledged = new Map<string, number>();
  let printed = 0;
  let rest = '';
  let errors = '';
  let wake: () => void = () => {};
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString('utf8');
  });
  child.stdout?.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString('utf8')).split('\n');
    rest = parts.pop() ?? '';
    for (const line of parts) {
      const [doc, seq] = line.split(' ');
      if (doc && seq) acknowledged.set(doc, Number(seq));
      printed += 1;
    }
    wake();
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    child,
    acknowledged,
    lines: (count) =>
      new Promise((resolve, reject) => {
        wake = () => {
          if (printed >= count) resolve();
        };
        wake();
        void ended.then(() => reject(new Error(`the writer ended: ${errors}`)));
      }),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

describe('a process that is killed', () => {
  it(`loses nothing that was acknowledged, in ${killsMax} deaths`, async () => {
    const random = seededRandom(1);
    const wrongs: string[] = [];
    let records = 0;
    for (let death = 1; death <= killsMax; death++) {
      const writer = startWriter();
      await writer.lines(1 + Math.floor(random.next() * 600));
      await writer.kill();
      const disk = await openStorage({ folder, env: realEnv, log: keptLog(), reserveBytes: 0 });
      const heads: number[] = [];
      for (const doc of docs) {
        const { head, tail, damage } = await disk.load(doc);
        heads.push(head);
        const expected = Array.from({ length: head }, (_, i) =>
          Buffer.from(contentOf(doc, i + 1)).toString(),
        );
        const found = tail.map(({ bytes }) => Buffer.from(bytes).toString());
        if (damage !== null) wrongs.push(`death ${death}: ${damage.message}`);
        if (found.join() !== expected.join()) wrongs.push(`death ${death}: ${doc} reads otherwise`);
        const told = writer.acknowledged.get(doc) ?? 0;
        if (told > head) wrongs.push(`death ${death}: ${doc} lost ${told - head} of ${told}`);
        records = Math.max(records, head);
      }
      const round = (await disk.get(['round'])) ?? { none: 0 };
      const told = heads[0] === 0 ? [0] : heads;
      if (new Set(heads).size !== 1) wrongs.push(`death ${death}: half a batch, ${heads.join(' ')}`);
      if (Object.values(round).join() !== told.join()) wrongs.push(`death ${death}: values of another batch`);
      await disk.close();
    }
    expect([wrongs, records > 100]).toEqual([[], true]);
  });

  it('keeps others out while it lives, and nobody once it is dead', async () => {
    const open = () => openStorage({ folder, env: realEnv, log: keptLog(), reserveBytes: 0 });
    const writer = startWriter();
    await writer.lines(1);
    const while_ = await open().then(
      () => 'opened',
      (error: Error) => error.message,
    );
    await writer.kill();
    const disk = await open();
    await disk.close();
    expect(while_).toBe(
      `The data folder ${folder} is in use by another Wallflower. Stop it, or set DATA_DIR to another folder.`,
    );
  });
});

/** Whether this user may mount a file system of a few megabytes. */
function mountSmallDisk(place: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', place], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('a disk that is really full', () => {
  it('refuses appends without losing what was there, and takes them again when there is room', async (context) => {
    await mkdir(folder, { recursive: true });
    if (!mountSmallDisk(folder)) return context.skip();
    try {
      const log = keptLog();
      // The early warning sees more room than there is: the database itself must meet the end of the disk.
      const freeBytes = () => freeBytesAt(folder) + 150_000;
      const disk = await openStorage({ folder, env: realEnv, log, reserveBytes: 0, lowBytes: 0, freeBytes });
      const large = record('x'.repeat(100_000));
      let head = 0;
      let refused: unknown = null;
      for (; head < 200 && refused === null; ) {
        await disk.commit({ appends: [{ doc: 'B1/canvas', expectedHead: head, records: [large] }] }).then(
          () => {
            head += 1;
          },
          (error: unknown) => {
            refused = error;
          },
        );
      }
      const message = refused instanceof DiskFullError ? refused.message : String(refused);
      const full = await disk.load('B1/canvas');
      await disk.removeBoard('B1');
      await disk.commit({ puts: [{ key: ['k'], value: 1 }] });
      await disk.commit({ puts: [{ key: ['k'], value: 2 }] });
      await disk.commit({ appends: [append('B2/canvas', 0, 'goes on')] });
      const after = await logOf(disk, 'B2/canvas');
      await disk.close();
      expect([message, full.head === head, full.damage, head > 10, after]).toEqual([
        'the disk is full',
        true,
        null,
        true,
        '1:goes on',
      ]);
    } finally {
      execFileSync('umount', [folder], { stdio: 'ignore' });
    }
  });
});
