// What relaying costs: our server, durable, against a bare broadcast of the same frames on the same machine in the same
// run. A person is one `canvas` socket plus one `session` socket where presence is ours, one socket at the baseline.

import { spawn } from 'node:child_process';
import path from 'node:path';
import * as Y from 'yjs';
import {
  decodeServerMessage,
  encode,
  protocolVersion,
  schemaVersion,
} from '../../shared/protocol/messages.ts';
import { createBoard, join, syncUrl } from '../support/people.ts';
import { startServer } from '../support/serverProcess.ts';
import { cpuSeconds, percentile, residentMb } from './relay/cpu.ts';
import { drive, keysOf, type Load, open, type Person, Writer } from './relay/load.ts';

const peopleCount = 50;

interface Result {
  readonly cpuPer100k: number;
  readonly deliveries: number;
  readonly framesIn: number;
  readonly p50: number;
  readonly p99: number;
  readonly missing: number;
  readonly rssMb: number;
}

const workloads: readonly { name: string; load: Load }[] = [
  {
    name: 'edits: 10 of 50 write 20/s',
    load: { seconds: 8, writers: 10, writesPerSecond: 20, pointersPerSecond: 0 },
  },
  {
    name: 'hands: 50 point 20/s',
    load: { seconds: 8, writers: 1, writesPerSecond: 1, pointersPerSecond: 20 },
  },
  { name: 'hot board: both', load: { seconds: 8, writers: 10, writesPerSecond: 20, pointersPerSecond: 20 } },
  {
    name: 'a lone edit: 1 writes 5/s',
    load: { seconds: 8, writers: 1, writesPerSecond: 5, pointersPerSecond: 0 },
  },
];

export async function run(): Promise<void> {
  const rows: Record<string, Record<string, string | number>> = {};
  for (const { name, load } of workloads) {
    const bare = await measureBare(load);
    const ours = await measureOurs(load);
    rows[name] = {
      'bare CPU s/100k': round(bare.cpuPer100k),
      'ours CPU s/100k': round(ours.cpuPer100k),
      ratio: round(ours.cpuPer100k / bare.cpuPer100k),
      'bare p50/p99 ms': `${round(bare.p50)} / ${round(bare.p99)}`,
      'ours p50/p99 ms': `${round(ours.p50)} / ${round(ours.p99)}`,
      'frames to people, ours/bare': round(ours.framesIn / bare.framesIn),
      missing: ours.missing,
      'ours RSS MB': Math.round(ours.rssMb),
    };
  }
  process.stdout.write(
    'CPU seconds of the server process per 100,000 logical deliveries (one change or pointer to one person).\n',
  );
  process.stdout.write(
    'Latency: from sending an update to its arrival at a person who only reads. Ours is durable first.\n',
  );
  for (const [name, row] of Object.entries(rows)) {
    process.stdout.write(`\n${name}\n`);
    for (const [key, value] of Object.entries(row)) process.stdout.write(`  ${key.padEnd(30)} ${value}\n`);
  }
}

async function measureBare(load: Load): Promise<Result> {
  const child = spawn(process.execPath, [path.join(process.cwd(), 'tests/bench/relay/bareRelay.mjs')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve) =>
    child.stdout.once('data', (data: Buffer) => resolve(String(data).trim())),
  );
  try {
    const people: Person[] = [];
    for (let i = 0; i < peopleCount; i++) {
      const socket = await open(url);
      people.push({ socket, hands: socket });
    }
    return await measure(child.pid ?? 0, people, load);
  } finally {
    child.kill('SIGKILL');
  }
}

async function measureOurs(load: Load): Promise<Result> {
  const server = await startServer({ env: { LOG_LEVEL: 'warn' } });
  try {
    const created = await createBoard(server.url, 'Bench');
    const people: Person[] = [];
    const hello = encode.hello({
      proto: protocolVersion,
      schemaMin: schemaVersion,
      schemaMax: schemaVersion,
      build: 'bench',
    });
    for (let i = 0; i < peopleCount; i++) {
      const { docs, token } = await join(server.url, created, 'editor', `Person ${i}`);
      const socket = await open(syncUrl(server.url, docs.canvas, token));
      const hands = await open(syncUrl(server.url, docs.session, token));
      for (const each of [socket, hands]) {
        each.send(hello);
        each.send(encode.step1(Y.encodeStateVector(new Y.Doc())));
        each.send(encode.step2(Y.encodeStateAsUpdate(new Y.Doc())));
      }
      people.push({ socket, hands });
    }
    await pause(500);
    return await measure(server.pid, people, load);
  } finally {
    await server.dispose();
  }
}

async function measure(pid: number, people: readonly Person[], load: Load): Promise<Result> {
  const writers = Array.from({ length: load.writers }, (_, i) => new Writer(i + 1));
  for (const [i, writer] of writers.entries()) people[i]?.socket.send(encode.update(writer.creation));
  await pause(500);
  let framesIn = 0;
  const arrivedAt = new Map<string, number>();
  for (const person of people) {
    for (const socket of new Set([person.socket, person.hands])) socket.on('message', () => framesIn++);
  }
  // The last person only reads; their arrivals are the latency.
  people.at(-1)?.socket.on('message', (data: Buffer) => {
    const now = performance.now();
    const type = data[0];
    if (type !== 0) return;
    const message = decodeServerMessage(data);
    if (message.type === 'update') for (const key of keysOf(message.update)) arrivedAt.set(key, now);
  });
  const cpuBefore = cpuSeconds(pid);
  const sent = await drive(people, writers, load);
  await pause(500);
  const cpu = cpuSeconds(pid) - cpuBefore;
  const latencies = [...sent.leftAt].map(([key, left]) => (arrivedAt.get(key) ?? Number.NaN) - left);
  const known = latencies.filter((ms) => !Number.isNaN(ms));
  const deliveries = (sent.updates + sent.pointers) * (people.length - 1);
  for (const person of people) {
    person.socket.terminate();
    person.hands.terminate();
  }
  return {
    cpuPer100k: (cpu / deliveries) * 100_000,
    deliveries,
    framesIn,
    p50: percentile(known, 0.5),
    p99: percentile(known, 0.99),
    missing: latencies.length - known.length,
    rssMb: residentMb(pid),
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
