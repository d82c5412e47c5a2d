// The built server counts votes; then its whole data folder is searched by somebody who may read every byte of it: no file
// links a person to a choice, and no key that lies anywhere opens one.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeBackup } from '../../../server/storage/backupFolder.ts';
import { openStorage } from '../../../server/storage/openStorage.ts';
import { addDraft } from '../../../shared/board/drafts.ts';
import { realEnv } from '../../../shared/lib/env.ts';
import type { BoardCreated, Joined } from '../../../shared/protocol/api.ts';
import { createBoard, join } from '../../support/people.ts';
import { until } from '../../support/realPerson.ts';
import { type ServerProcess, startServer } from '../../support/serverProcess.ts';
import { StockBot } from '../../support/stockBot.ts';
import { type Folder, type FolderKey, filesWith, formsOfKey, opened, readFolder } from './secrecyFolder.ts';

const quiet = { info: () => {}, warn: () => {}, error: () => {} };
const options = ['qzfirstqz', 'qzsecondqz', 'qzthirdqz', 'qzfourthqz'];
let folder: string;
let server: ServerProcess;
const bots: StockBot[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'secrecy-'));
  server = await startServer({ dataDir: folder, env: { LOG_LEVEL: 'trace' } });
});
afterAll(async () => {
  for (const bot of bots) bot.leave();
  await server.dispose();
  await rm(folder, { recursive: true, force: true });
});

let asked = 0;

async function does(created: BoardCreated, by: Joined, name: string, args: Record<string, unknown>) {
  const answer = await fetch(`${server.url}/api/boards/${created.board.id}/commands`, {
    method: 'POST',
    headers: { authorization: `Bearer ${by.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ id: `c${asked++}`, name, args }),
  });
  const { ok, data, error } = (await answer.json()) as { ok?: boolean; data?: unknown; error?: unknown };
  if (ok !== true) throw new Error(`${name}: ${JSON.stringify(error)}`);
  return data as { ballot: string };
}

async function bot(doc: string, token: string): Promise<StockBot> {
  const one = new StockBot(server.url, doc, token);
  bots.push(one);
  await until('the document is there', () => one.provider.synced);
  return one;
}

/** What one voter gives: of every method something, so that every shape of a key is there. */
function votesOf(ballots: Readonly<Record<string, string>>, at: number): Map<string, unknown> {
  const [a = '', b = ''] = [options[at], options[(at + 1) % options.length]];
  return new Map<string, unknown>([
    [`${ballots.dots}/0`, a],
    [`${ballots.dots}/1`, b],
    [`${ballots.ranked}/0`, b],
    [`${ballots.approval}/${a}`, 1],
    [`${ballots.score}/${b}`, 4],
    [`${ballots.matrix}/${a}`, [0.25, 0.5]],
    [`${ballots.quadratic}/${a}`, 2],
  ]);
}

interface Search {
  readonly ballots: readonly string[];
  /** Every key that a personal document ever had before the count. */
  readonly old: readonly FolderKey[];
}

/** How often a choice can be read, and where a key of old is still to be found. */
function found(at: Folder, { ballots, old }: Search) {
  const ids = [...new Set([...old, ...at.keys].map(({ id }) => id))];
  const needles = [...options, ...ballots.map((ballot) => `${ballot}/`)].map((text) => Buffer.from(text));
  let readable = 0;
  for (const bytes of opened(at, ids, at.keys)) if (needles.some((one) => bytes.includes(one))) readable++;
  const plain = ballots.flatMap((ballot) =>
    ['0', '1', ...options].map((key) => Buffer.from(`${ballot}/${key}`)),
  );
  return {
    readable,
    inPlain: filesWith(at, plain),
    keysIn: filesWith(at, old.flatMap(formsOfKey)),
  };
}

/** Looked for some seconds. */
async function keysAreGone(old: ReadonlySet<string>): Promise<boolean> {
  for (let i = 0; i < 100; i++) {
    const { keys } = await readFolder(folder);
    if (keys.length > 0 && keys.every(({ id }) => !old.has(id))) return true;
    await new Promise<void>((resolve) => realEnv.scheduler.after(200, resolve));
  }
  return false;
}

/** Each says one thing of every method, and one thing twice. */
function everybodyVotes(voters: readonly StockBot[], ballots: Readonly<Record<string, string>>): void {
  for (const [i, { doc }] of voters.entries()) {
    const entries = votesOf(ballots, i);
    for (const [key, value] of entries) doc.getMap('votes').set(key, value);
    // One who thinks twice.
    doc.getMap('votes').delete([...entries.keys()].at(-1) ?? '');
    for (const [key, value] of entries) doc.getMap('votes').set(key, value);
  }
}

it('after a count no file of the data folder tells who voted for what, and no key in it opens a vote', async () => {
  const created = await createBoard(server.url, 'Secret votes');
  const fay = await join(server.url, created, 'facilitator', 'Fay');
  const wall = await bot(fay.docs.canvas, fay.token);
  for (const id of options) wall.writeNote(id, `idea ${id}`);
  const voters: StockBot[] = [];
  for (const name of ['Ada', 'Ben', 'Cy']) {
    const joined = await join(server.url, created, 'editor', name);
    voters.push(await bot(joined.docs.personal, joined.token));
  }
  const ballots: Record<string, string> = {};
  for (const method of ['dots', 'ranked', 'approval', 'score', 'matrix', 'quadratic']) {
    const more = method === 'quadratic' ? { votes: 25 } : method === 'dots' ? { votes: 3 } : {};
    const args = { options, method, who: 'link', ...more };
    ballots[method] = (await does(created, fay, 'ballot.open', args)).ballot;
  }
  everybodyVotes(voters, ballots);
  const session = await bot(fay.docs.session, fay.token);
  const counts = () => [...session.doc.getMap('counts').values()] as { voted?: number }[];
  await until(
    'all votes are counted',
    () => counts().filter(({ voted }) => voted === 3).length === 6,
    20_000,
  );

  await server.kill();
  const disk = await openStorage({ folder, env: realEnv, log: quiet });
  await writeBackup(disk, 'while-open');
  await disk.close();
  const before = await readFolder(folder);
  const search: Search = { ballots: Object.values(ballots), old: before.keys };
  const whileOpen = found(before, search);
  await server.restart();

  for (const ballot of Object.values(ballots)) await does(created, fay, 'ballot.close', { ballot });
  // They go on writing, under whatever key they have then.
  for (const { doc } of voters)
    addDraft(doc, { id: 'after', text: 'after it', order: 1, nameless: false }, 'bot');
  const isErased = await keysAreGone(new Set(before.keys.map(({ id }) => id)));
  const results = session.doc.getMap('results');
  await until('everybody is back, and told', () => results.size === 6, 20_000);
  await until('what they write on is there', () => voters.every(({ provider }) => provider.synced), 20_000);
  await server.kill();
  const afterKill = found(await readFolder(folder), search);
  await server.restart();
  await server.stop();
  const whole = await readFolder(folder);
  const { out, err } = server.output();
  const log: Folder = { files: new Map([['log', Buffer.from(out + err)]]), keys: [] };
  const nothing = { readable: 0, inPlain: [], keysIn: [] };
  expect({
    whileOpen: [whileOpen.readable > 0, whileOpen.inPlain, whileOpen.keysIn],
    isErased,
    keys: whole.keys.length,
    afterKill,
    afterStop: found(whole, search),
    log: found(log, search),
    results: results.size,
  }).toEqual({
    whileOpen: [true, [], ['backups/keys.json', 'keys.json']],
    isErased: true,
    keys: 3,
    afterKill: nothing,
    afterStop: nothing,
    log: nothing,
    results: 6,
  });
}, 120_000);
