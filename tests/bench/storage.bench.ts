// What a durable commit costs, beside the cheapest thing that could be called one: appending to a plain file and syncing it.
// Both in the same run, on the same disk, in turns.

import { mkdtemp, open, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { openStorage } from '../../server/storage/openStorage.ts';
import { realEnv, seededRandom } from '../../shared/lib/env.ts';

const recordBytes = 60;
const boards = 200;
const rounds = 150;
const quiet = { info() {}, warn() {}, error() {} };

interface Candidate {
  readonly name: string;
  /** Appends one record to each of so many boards at once; resolves when all are durable. */
  append(round: number, count: number, records: number): Promise<void>;
  close(): Promise<void>;
}

export async function run(): Promise<void> {
  // BENCH_DISK names a folder on another disk.
  const top = await mkdtemp(path.join(process.env.BENCH_DISK ?? os.tmpdir(), 'wallflower-bench-'));
  try {
    const candidates = [
      await dataFolder(top, 'canvas'),
      await dataFolder(top, 'personal/P1'),
      await plainFile(top),
    ];
    const cases = [
      { title: 'one board, one record', boards: 1, records: 1 },
      { title: `${boards} boards at once, one record each`, boards, records: 1 },
      { title: 'one board, 1,000 records in one batch', boards: 1, records: 1_000 },
    ];
    const lines = [['case', 'storage', 'p50 ms', 'p99 ms', 'records/s']];
    for (const one of cases) {
      for (const { name, p50, p99, rate } of await measure(candidates, one)) {
        lines.push([one.title, name, p50.toFixed(2), p99.toFixed(2), Math.round(rate).toLocaleString('en')]);
      }
    }
    print(lines);
    await measureReading(candidates[0], top);
    for (const one of candidates) await one.close();
  } finally {
    await rm(top, { recursive: true, force: true });
  }
}

async function measure(candidates: readonly Candidate[], at: { boards: number; records: number }) {
  const times = candidates.map((): number[] => []);
  // In turns, so that whatever else the disk does meets all of them.
  for (let round = 0; round < rounds; round++) {
    for (const [index, candidate] of candidates.entries()) {
      const start = performance.now();
      await candidate.append(round, at.boards, at.records);
      times[index]?.push(performance.now() - start);
    }
  }
  return candidates.map(({ name }, index) => {
    // The first ones warm up.
    const sorted = (times[index] ?? []).slice(10).sort((a, b) => a - b);
    const total = sorted.reduce((sum, ms) => sum + ms, 0);
    const quantile = (q: number) =>
      sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
    const rate = (at.boards * at.records * sorted.length * 1000) / total;
    return { name, p50: quantile(0.5), p99: quantile(0.99), rate };
  });
}

async function dataFolder(top: string, kind: string): Promise<Candidate> {
  const folder = path.join(top, kind.replace('/', '-'));
  const disk = await openStorage({ folder, env: realEnv, log: quiet, reserveBytes: 0 });
  const heads = new Map<string, number>();
  const bytes = seededRandom(1).bytes(recordBytes);
  return {
    name: kind === 'canvas' ? 'LMDB' : 'LMDB, sealed',
    async append(_round, count, records) {
      const commits = Array.from({ length: count }, (_, board) => {
        const doc = `B${board}/${kind}`;
        const head = heads.get(doc) ?? 0;
        heads.set(doc, head + records);
        const record = { time: realEnv.clock.now(), participant: 'P1', kind: 'update' as const, bytes };
        return disk.commit({ appends: [{ doc, expectedHead: head, records: Array(records).fill(record) }] });
      });
      await Promise.all(commits);
    },
    close: () => disk.close(),
  };
}

async function plainFile(top: string): Promise<Candidate> {
  const file = await open(path.join(top, 'plain.log'), 'a');
  return {
    name: 'plain file, append and sync',
    async append(_round, count, records) {
      await file.write(Buffer.alloc(recordBytes * count * records, 7));
      await file.datasync();
    },
    close: () => file.close(),
  };
}

async function measureReading(_candidate: Candidate | undefined, top: string): Promise<void> {
  const disk = await openStorage({
    folder: path.join(top, 'read'),
    env: realEnv,
    log: quiet,
    reserveBytes: 0,
  });
  const bytes = seededRandom(2).bytes(recordBytes);
  const record = { time: 0, participant: 'P1', kind: 'update' as const, bytes };
  const count = 100_000;
  await disk.commit({ appends: [{ doc: 'B/canvas', expectedHead: 0, records: Array(count).fill(record) }] });
  const start = performance.now();
  const { tail } = await disk.load('B/canvas');
  const ms = performance.now() - start;
  process.stdout.write(`\nload of ${tail.length.toLocaleString('en')} records: ${ms.toFixed(0)} ms\n`);
  await disk.close();
}

function print(lines: readonly (readonly string[])[]): void {
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => (line[column] ?? '').length)),
  );
  for (const line of lines) {
    const cells = line.map((cell, column) =>
      column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    process.stdout.write(`${cells.join('  ')}\n`);
  }
}
