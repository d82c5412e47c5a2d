// Two hundred people vote on four hundred options on the built server: from the tap to the word that the vote is durable, then
// the count of all of them. In the same run as many plain notes are written at the same rate: what any change takes here.
// Server and load share the machine.

import type { Method } from '../../shared/features/voting/ballot.ts';
import { readResult } from '../../shared/features/voting/result.ts';
import { createBoard } from '../support/people.ts';
import { type ServerProcess, startServer } from '../support/serverProcess.ts';
import { percentile, residentMb, used } from './relay/cpu.ts';
import { atRates } from './relay/load.ts';
import { Voter } from './voting/voter.ts';

const votersCount = 200;
const optionsCount = 400;
/** Of all of them together: one tap of each in two seconds. */
const tapsPerSecond = 100;
const seconds = 12;
/** The methods in which a vote is large: hundreds of entries, or as many rounds. */
const methods: readonly Method[] = ['approval', 'dots', 'ranked'];

interface Row {
  readonly what: string;
  readonly times: readonly number[];
  readonly cpu: number | null;
  readonly goal: string;
}

export async function run(): Promise<void> {
  const server = await startServer({ env: { LOG_LEVEL: 'warn' } });
  const people: Voter[] = [];
  try {
    const created = await createBoard(server.url, 'A large vote');
    // Some at a time, as people come.
    for (let i = 0; i < votersCount; i += 10) {
      const comers = Array.from({ length: 10 }, (_, k) => i + k);
      people.push(
        ...(await Promise.all(
          comers.map((n) => Voter.arrives(server.url, created, n === 0 ? 'facilitator' : 'editor', n)),
        )),
      );
    }
    const [fay] = people as [Voter];
    const options = await fay.writesNotes(optionsCount);
    await pause(2_000);
    const rows: Row[] = [await notes(server, people)];
    for (const method of methods) rows.push(...(await vote(server, people, { method, options })));
    print(rows);
    process.stdout.write(`\nresident memory of the server: ${Math.round(residentMb(server.pid))} MB\n`);
  } finally {
    for (const person of people) person.leave();
    await server.dispose();
  }
}

/** The baseline: everybody moves a note of their own. */
async function notes(server: ServerProcess, people: readonly Voter[]): Promise<Row> {
  for (const person of people) person.put();
  await pause(2_000);
  for (const { acks } of people) acks.canvas.length = 0;
  const cpu = await used(server, () => taps((n) => people[n % people.length]?.moves()));
  await pause(1_000);
  return { what: 'a note moved', times: people.flatMap(({ acks }) => acks.canvas), cpu, goal: '' };
}

/** Everybody taps through the list; then it is closed, and read. */
async function vote(
  server: ServerProcess,
  people: readonly Voter[],
  { method, options }: { method: Method; options: readonly string[] },
): Promise<Row[]> {
  const [fay] = people as [Voter];
  const second = people[Voter.watcher] as Voter;
  const most = method === 'dots' ? { votes: 10, maxPerOption: 3 } : method === 'ranked' ? { votes: 20 } : {};
  const args = { title: method, options: 'notes', method, ...most };
  const { ballot } = (await fay.does('ballot.open', args)) as { ballot: string };
  // The first tap of each makes the key that their votes are sealed with.
  for (const [i, person] of people.entries()) person.taps(ballot, method, options, i);
  await pause(3_000);
  for (const { acks } of people) acks.personal.length = 0;
  const cpu = await used(server, () =>
    taps((n) => people[n % people.length]?.taps(ballot, method, options, n * 7)),
  );
  await pause(1_000);
  const cast = people.flatMap(({ acks }) => acks.personal);
  const start = performance.now();
  const shown = second.hears((doc) => doc.getMap('results').has(ballot));
  const { voted } = (await fay.does('ballot.close', { ballot })) as { voted: number };
  const answered = performance.now() - start;
  const arrived = (await shown) - start;
  const result = readResult(second.session.getMap('results').get(ballot));
  if (voted !== votersCount || result?.voted !== votersCount) throw new Error(`${voted} of ${votersCount}`);
  await pause(3_000);
  return [
    { what: `${method}: a vote cast, or taken back`, times: cast, cpu, goal: 'as a note' },
    { what: `${method}: closed, counted, on disk, answered`, times: [answered], cpu: null, goal: '< 1,000' },
    { what: `${method}: on another screen`, times: [arrived], cpu: null, goal: '< 1,000' },
  ];
}

function taps(act: (n: number) => void): Promise<void> {
  return atRates(seconds, [{ perSecond: tapsPerSecond, act }]);
}

function print(rows: readonly Row[]): void {
  const base = percentile(rows[0]?.times ?? [], 0.99);
  const lines = [['what', 'n', 'p50 ms', 'p99 ms', 'most', 'p99 to a note’s', 'core', 'goal']];
  for (const { what, times, cpu, goal } of rows) {
    const at = (share: number) => percentile(times, share).toFixed(1);
    const ratio = cpu === null ? '' : (percentile(times, 0.99) / base).toFixed(2);
    const core = cpu === null ? '' : `${Math.round(cpu * 100)} %`;
    const most = Math.max(...times).toFixed(1);
    lines.push([what, String(times.length), at(0.5), at(0.99), most, ratio, core, goal]);
  }
  const widths = (lines[0] ?? []).map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  for (const line of lines)
    process.stdout.write(`${line.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}\n`);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
