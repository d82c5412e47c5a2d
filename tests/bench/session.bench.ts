// Fifty people in a live session on the built server, with everything that goes on in one: private ideas typed while hands
// are hidden, counts, readiness, the reveal, then grouping with all pointers and drags. Server and load share the machine.

import * as Y from 'yjs';
import { readItems } from '../../shared/board/reader.ts';
import { parseCursor } from '../../shared/protocol/presence.ts';
import { createBoard } from '../support/people.ts';
import { type ServerProcess, startServer } from '../support/serverProcess.ts';
import { percentile, residentMb, used } from './relay/cpu.ts';
import { atRates, keysOf } from './relay/load.ts';
import { Participant } from './session/participant.ts';

const peopleCount = 50;
const draggers = 10;
const seconds = 10;

interface Row {
  readonly what: string;
  readonly times: readonly number[];
  readonly goal: string;
}

export async function run(): Promise<void> {
  const server = await startServer({ env: { LOG_LEVEL: 'warn' } });
  const people: Participant[] = [];
  try {
    const created = await createBoard(server.url, 'A live session');
    for (let i = 0; i < peopleCount; i++)
      people.push(await Participant.arrives(server.url, created, i === 0 ? 'facilitator' : 'editor', i + 1));
    await pause(1_000);
    const rows = [
      ...(await silent(server, people)),
      ...(await reveal(people)),
      ...(await grouping(server, people)),
    ];
    print(rows);
    process.stdout.write(`\nresident memory of the server: ${Math.round(residentMb(server.pid))} MB\n`);
  } finally {
    for (const person of people) person.leave();
    await server.dispose();
  }
}

/** Everybody types four letters a second, points twenty times a second, and says at the end that they are done. */
async function silent(server: ServerProcess, people: readonly Participant[]): Promise<Row[]> {
  const [facilitator, second] = people as [Participant, Participant];
  await facilitator.does('phase.set', { kind: 'silent', minutes: 5 });
  await pause(500);
  let ticks = 0;
  let shown = 0;
  second.onMessage = (_kind, message) => {
    if (message.type !== 'tick') return;
    ticks++;
    for (const { cursor } of message.tick.entries) if (cursor && parseCursor(cursor)?.at) shown++;
  };
  const cpu = await used(server, () =>
    atRates(seconds, [
      { perSecond: peopleCount * 4, act: (n) => people[n % peopleCount]?.type() },
      // The facilitator rests: theirs is the only pointer that is seen.
      { perSecond: (peopleCount - 1) * 20, act: (n) => people[1 + (n % (peopleCount - 1))]?.point(n, false) },
    ]),
  );
  await Promise.all(people.map((person) => person.does('me.ready', { ready: true })));
  await pause(500);
  process.stdout.write(
    `silent: server ${percent(cpu)} of a core, ${shown} pointers of others shown in ${ticks} ticks to one participant\n`,
  );
  // The first change waits for the key that it is sealed with.
  const letters = people.map(({ acks }) => [...acks.personal]);
  return [
    {
      what: 'silent: the first letter of each to durable ack (its key is made durable first)',
      times: letters.flatMap((times) => times.slice(0, 2)),
      goal: '',
    },
    {
      what: `silent: a letter to durable ack (${peopleCount} type 4/s, hands hidden)`,
      times: letters.flatMap((times) => times.slice(2)),
      goal: 'p99 <= 50',
    },
    {
      what: '“I’m done” of everybody at once, to the answer',
      times: people.flatMap(({ answers }, i) => answers.slice(i === 0 ? 1 : 0)),
      goal: '',
    },
  ];
}

/** From the facilitator's press to the last idea on each person's screen. */
async function reveal(people: readonly Participant[]): Promise<Row[]> {
  const [facilitator] = people as [Participant];
  const arrivals: number[] = [];
  const start = performance.now();
  const everybody = people.map(
    (person) =>
      new Promise<void>((resolve) => {
        const copy = new Y.Doc();
        let isThere = false;
        person.onMessage = (kind, message, at) => {
          if (isThere || kind !== 'canvas' || message.type !== 'update') return;
          Y.applyUpdate(copy, message.update);
          isThere = readItems(copy).size > 0;
          if (!isThere) return;
          arrivals.push(at - start);
          resolve();
        };
      }),
  );
  const { ideas } = (await facilitator.does('reveal')) as { ideas: number };
  const answered = performance.now() - start;
  await Promise.all(everybody);
  await pause(2_000);
  process.stdout.write(`reveal: ${ideas} ideas of ${peopleCount} people in one commit\n`);
  return [
    { what: 'reveal: to its answer', times: [answered], goal: '' },
    { what: 'reveal: to every one of the fifty', times: arrivals, goal: '' },
  ];
}

/** All point twenty times a second, ten drag and drop once a second. Seen by one who only looks. */
async function grouping(server: ServerProcess, people: readonly Participant[]): Promise<Row[]> {
  const [facilitator] = people as [Participant];
  const watcher = people.at(-1) as Participant;
  await facilitator.does('phase.set', { kind: 'group' });
  await pause(500);
  const dragging = people.slice(1, 1 + draggers);
  for (const person of dragging) person.put();
  await pause(500);
  const pointed = new Map<number, number>();
  const dropped = new Map<string, number>();
  const pointers: number[] = [];
  const drops: number[] = [];
  watcher.onMessage = (_kind, message, at) => {
    if (message.type === 'tick') {
      for (const { cursor } of message.tick.entries) {
        const number = cursor ? parseCursor(cursor)?.at?.x : undefined;
        const left = number === undefined ? undefined : pointed.get(number);
        if (left !== undefined) pointers.push(at - left);
      }
    }
    if (message.type !== 'update') return;
    for (const key of keysOf(message.update)) {
      const left = dropped.get(key);
      if (left !== undefined) drops.push(at - left);
    }
  };
  const before = people.map(({ acks }) => acks.canvas.length);
  const pings: number[] = [];
  const pointing = people.slice(0, -1);
  const cpu = await used(server, () =>
    atRates(seconds, [
      {
        perSecond: pointing.length * 20,
        act: (n) => {
          const index = n % pointing.length;
          pointed.set(n, performance.now());
          pointing[index]?.point(n, index >= 1 && index <= draggers);
        },
      },
      {
        perSecond: draggers,
        act: (n) => {
          const left = performance.now();
          dropped.set(dragging[n % draggers]?.drop() ?? '', left);
        },
      },
      // What the machine itself takes at this load: a ping of the socket to the server and back, with nothing in it.
      { perSecond: 20, act: () => void facilitator.ping().then((ms) => pings.push(ms)) },
    ]),
  );
  await pause(1_000);
  process.stdout.write(`grouping: server ${percent(cpu)} of a core\n`);
  return [
    { what: 'grouping: an empty ping to the server and back, meanwhile', times: pings, goal: '' },
    {
      what: 'grouping: a pointer to another screen (49 point 20/s)',
      times: pointers,
      goal: 'p50 <= 30, p99 <= 100',
    },
    { what: 'grouping: a drop to another screen (10 drop 1/s)', times: drops, goal: 'p50 <= 30, p99 <= 100' },
    {
      what: 'grouping: a drop to durable ack',
      times: people.flatMap(({ acks }, i) => acks.canvas.slice(before[i])),
      goal: 'p99 <= 50',
    },
  ];
}

function print(rows: readonly Row[]): void {
  const lines = [['what', 'n', 'p50 ms', 'p99 ms', 'most', 'goal']];
  for (const { what, times, goal } of rows) {
    const at = (share: number) => percentile(times, share).toFixed(1);
    lines.push([what, String(times.length), at(0.5), at(0.99), Math.max(...times).toFixed(1), goal]);
  }
  const widths = (lines[0] ?? []).map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  for (const line of lines)
    process.stdout.write(`${line.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}\n`);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
