// A summary of 2,000 notes in every format on the built server: time and memory, and what it does to somebody else's note on
// its way to another screen meanwhile. Server and load share the machine; whoever takes the documents is a process of their own.

import { loadavg } from 'node:os';
import { documentFormats, exportFormats } from '../../shared/transfer/formats.ts';
import { pictureFormats } from '../../shared/transfer/picture/formats.ts';
import { createBoard } from '../support/people.ts';
import { type ServerProcess, startServer } from '../support/serverProcess.ts';
import { Downloader } from './documents/downloading.ts';
import { percentile, residentMb } from './relay/cpu.ts';
import { keysOf } from './relay/load.ts';
import { Participant } from './session/participant.ts';

const noteCount = 2_000;
/** As many as the server gives one person without a pause. */
const rounds = 4;
const formats = [...exportFormats, ...documentFormats, ...pictureFormats];

interface Board {
  readonly url: string;
  readonly token: string;
}

export async function run(): Promise<void> {
  const server = await startServer({ env: { LOG_LEVEL: 'warn' } });
  const downloader = new Downloader();
  try {
    const created = await createBoard(server.url, 'Two thousand notes');
    const writer = await Participant.arrives(server.url, created, 'facilitator', 1);
    const watcher = await Participant.arrives(server.url, created, 'editor', 2);
    const board = { url: `${server.url}/api/boards/${created.board.id}`, token: writer.joined.token };
    await fill(board);
    await pause(1_000);
    process.stdout.write(`resident memory before: ${Math.round(residentMb(server.pid))} MB\n`);
    writer.put();
    await pause(500);
    const rest = await fanOut(writer, watcher, async () => pause(10_000));
    process.stdout.write(
      `load average ${loadavg()[0]?.toFixed(1)}\n\n${'format'.padEnd(16)}first ms  then ms   KB  peak MB   p50 ms   p99 ms of a note\n`,
    );
    const during: number[] = [];
    for (const format of formats)
      during.push(...(await measured(format, { server, board, downloader, writer, watcher })));
    tell('a note to another screen, at rest', rest);
    tell('the same, while documents are written', during);
    const ratio = percentile(during, 0.99) / percentile(rest, 0.99);
    process.stdout.write(`p99 during to at rest: ${ratio.toFixed(2)} (goal <= 2)\n`);
    writer.leave();
    watcher.leave();
  } finally {
    downloader.leave();
    await server.dispose();
  }
}

async function fill({ url, token }: Board): Promise<void> {
  const words = 'garden river lantern bench school market bridge music winter children bicycle tree'.split(
    ' ',
  );
  const word = (n: number) => words[(n * 7_919) % words.length];
  const notes = Array.from(
    { length: noteCount },
    (_, n) =>
      `${n + 1}: a ${word(n)} and a ${word(n + 5)} for everybody near the ${word(n * 3 + 1)}, מדרחוב и парк 🎉`,
  );
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'text/plain' };
  const answer = await fetch(`${url}/import`, { method: 'POST', body: notes.join('\n'), headers });
  if (!answer.ok) throw new Error(`the notes were not taken: ${answer.status} ${await answer.text()}`);
}

interface Setting {
  readonly server: ServerProcess;
  readonly board: Board;
  readonly downloader: Downloader;
  readonly writer: Participant;
  readonly watcher: Participant;
}

/** Takes one format a few times; gives the fan-out times of the notes written meanwhile. */
async function measured(
  format: string,
  { server, board, downloader, writer, watcher }: Setting,
): Promise<number[]> {
  const times: number[] = [];
  let bytes = 0;
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, residentMb(server.pid));
  }, 20);
  const fanned = await fanOut(writer, watcher, async () => {
    for (let round = 0; round < rounds; round++) {
      const taken = await downloader.take(`${board.url}/export/${format}?lang=en`, board.token);
      times.push(taken.ms);
      bytes = taken.bytes;
    }
  });
  clearInterval(timer);
  const [first = 0, ...then] = times;
  const row = [
    first,
    percentile(then, 0.5),
    bytes / 1000,
    peak,
    percentile(fanned, 0.5),
    percentile(fanned, 0.99),
  ].map((figure) => figure.toFixed(0).padStart(8));
  process.stdout.write(`${format.padEnd(16)}${row.join(' ')}\n`);
  return fanned;
}

/** Fifty changes a second while `meanwhile` lasts: milliseconds each took to the other screen. */
async function fanOut(
  writer: Participant,
  watcher: Participant,
  meanwhile: () => Promise<void>,
): Promise<number[]> {
  const sent = new Map<string, number>();
  const times: number[] = [];
  watcher.onMessage = (_kind, message, at) => {
    if (message.type !== 'update') return;
    for (const key of keysOf(message.update)) {
      const left = sent.get(key);
      if (left !== undefined) times.push(at - left);
    }
  };
  const timer = setInterval(() => {
    const left = performance.now();
    sent.set(writer.drop(), left);
  }, 20);
  await meanwhile();
  clearInterval(timer);
  await pause(500);
  return times;
}

function tell(what: string, times: readonly number[]): void {
  const [p50, p99] = [percentile(times, 0.5), percentile(times, 0.99)];
  process.stdout.write(
    `\n${what}: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms (${times.length} notes)`,
  );
  process.stdout.write('\n');
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
