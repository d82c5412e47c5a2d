// Ideas are passed on in rounds: three people write on sheets that go round, one vanishes and comes back, a neutral
// facilitator passes on from the bar, nobody reads more than the sheet before them, and each sheet comes to the wall as a
// cluster. At a desk and on a phone.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BoardCreated } from '../../shared/protocol/api.ts';
import { launchBrowser, phone, type WindowOptions } from '../support/browser.ts';
import { BrowserPerson } from '../support/browserPerson.ts';
import { flaws } from '../support/flaws.ts';
import { keepPicture } from '../support/keepPicture.ts';
import { createBoard, join } from '../support/people.ts';
import { type ServerProcess, startServer } from '../support/serverProcess.ts';

let server: ServerProcess;
let browser: Browser;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

interface Watched {
  readonly person: BrowserPerson;
  readonly page: Page;
  /** Everything that any of their sockets brought. */
  readonly frames: string[];
}

const expectedErrors = [/status of 404/, /WebSocket connection to .* failed/, /ERR_INTERNET_DISCONNECTED/];

async function comesIn(link: string, name: string, options: WindowOptions = {}): Promise<Watched> {
  const person = await BrowserPerson.opens(browser, server.url, name, { expectedErrors, ...options });
  const frames: string[] = [];
  person.page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      frames.push(typeof payload === 'string' ? payload : payload.toString('utf8'));
    }),
  );
  await person.joins(link);
  await person.page.waitForFunction(() =>
    ['saved', 'readOnly'].includes(window.wallflower?.saveState().kind ?? ''),
  );
  return { person, page: person.page, frames };
}

let commandCount = 0;

async function commands(
  { page }: Watched,
  name: string,
  args: Record<string, unknown> = {},
  token: string | null = null,
): Promise<void> {
  const id = `rounds-${commandCount++}`;
  const answer = await page.evaluate(
    async ([body, bearer]) => {
      const path = `/api/boards/${location.pathname.split('/').at(-1)}/commands`;
      const headers = {
        'content-type': 'application/json',
        ...(bearer && { authorization: `Bearer ${bearer}` }),
      };
      return (await fetch(path, { method: 'POST', headers, body: body ?? '' })).text();
    },
    [JSON.stringify({ id, name, args }), token],
  );
  if (!answer.includes('"ok":true')) throw new Error(`${name}: ${answer}`);
}

/** Who steers and takes no side. */
async function facilitates(created: BoardCreated): Promise<Watched> {
  const fay = await comesIn(created.links.facilitator, 'Fay');
  const chief = await join(server.url, created, 'facilitator', 'Chief');
  const mine = await fay.page.evaluate(async () => {
    const answer = await fetch(`/api/boards/${location.pathname.split('/').at(-1)}`);
    return (await answer.json()) as { participant: { id: string } };
  });
  const args = { participant: mine.participant.id, role: 'facilitator', neutral: true };
  await commands(fay, 'role.set', args, chief.token);
  return fay;
}

const padOf = ({ page }: Watched) => page.getByRole('complementary', { name: /private ideas/ });
const sheetOf = (who: Watched) => padOf(who).getByRole('region', { name: 'On the sheet before you' });
const rowsOf = (who: Watched) => sheetOf(who).getByRole('listitem').allTextContents();

async function writes(who: Watched, text: string): Promise<void> {
  await padOf(who).getByLabel('New idea').click();
  await who.person.type(text);
  await padOf(who).getByText('Saved').waitFor();
}

async function isIn(who: Watched, round: number): Promise<void> {
  await padOf(who).getByText(`Round ${round} of 3`).waitFor();
  await padOf(who).getByLabel('New idea').waitFor();
}

const barOf = ({ page }: Watched) => page.getByRole('region', { name: 'What happens now' });
const passesOn = (who: Watched) => barOf(who).getByRole('button', { name: 'Pass on' });

async function aRoom(created: BoardCreated) {
  const fay = await facilitates(created);
  const [ada, ben, cleo] = await Promise.all([
    comesIn(created.links.editor, 'Ada'),
    comesIn(created.links.editor, 'Ben', { colorScheme: 'dark' }),
    comesIn(created.links.commenter, 'Cleo', phone),
  ]);
  await commands(fay, 'phase.set', {
    kind: 'silent',
    title: 'Pass it on',
    prompt: 'What would make the night bus a joy?',
    minutes: 5,
    rounds: { count: 3, ideas: 3 },
  });
  return { fay, ada, ben, cleo };
}

/** Each on their own sheet, until the facilitator passes on; gives what is wrong with the look of it. */
async function firstRound({ fay, ada, ben, cleo }: Awaited<ReturnType<typeof aRoom>>): Promise<string[]> {
  for (const [who, text] of [
    [ada, 'Heated seats'],
    [ben, 'Hot cocoa'],
    [cleo, 'A library on board'],
  ] as const) {
    await isIn(who, 1);
    await writes(who, text);
  }
  await keepPicture(ada.page, 'rounds-1-first-sheet');
  await keepPicture(fay.page, 'rounds-1-facilitator');
  const found = [
    ...(await flaws(fay.page, 'the bar in rounds')),
    ...(await flaws(ada.page, 'a first sheet')),
  ];
  await passesOn(fay).click();
  for (const who of [ada, ben, cleo]) {
    await isIn(who, 2);
    await sheetOf(who).waitFor();
  }
  await keepPicture(ben.page, 'rounds-2-sheet-dark');
  await keepPicture(cleo.page, 'rounds-2-sheet-phone');
  return [
    ...found,
    ...(await flaws(ben.page, 'a sheet, dark')),
    ...(await flaws(cleo.page, 'a sheet, phone')),
  ];
}

/** On a phone; gives what is wrong with the look of it. */
async function passesOnByPhone(fay: Watched): Promise<string[]> {
  await fay.page.setViewportSize(phone.viewport);
  await barOf(fay).getByRole('button', { name: 'What to do, and more' }).click();
  await keepPicture(fay.page, 'rounds-2-facilitator-phone');
  const found = await flaws(fay.page, 'the bar in rounds, phone');
  await passesOn(fay).click();
  await fay.page.setViewportSize({ width: 1280, height: 800 });
  return found;
}

/** Opens the board again on the same device. */
async function comesBack(who: Watched, path: string): Promise<Watched> {
  const page = await who.person.window.context.newPage();
  await page.goto(path);
  return { ...who, page };
}

/** What a reveal has brought: how many items there are to wait for, then the clusters with their notes. */
async function wallOf({ person, page }: Watched, count: number) {
  await page.waitForFunction(
    (all) => window.wallflower?.items().filter((item) => !item.deleted).length === all,
    count,
  );
  const items = await person.liveItems();
  const notes = items.filter(({ kind }) => kind === 'note').sort((a, b) => a.y - b.y || a.x - b.x);
  const clusters = items.filter(({ kind }) => kind === 'cluster');
  return clusters
    .map(
      ({ id, text }) => [text, notes.filter(({ parent }) => parent === id).map((note) => note.text)] as const,
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

describe('ideas passed on in rounds', () => {
  it('go round among three, one of whom vanishes and comes back, and come to the wall as clusters', async () => {
    const room = await aRoom(await createBoard(server.url, 'Night bus'));
    const { fay, ada, ben, cleo } = room;
    const found = await firstRound(room);
    const second = (await Promise.all([ada, ben, cleo].map(rowsOf))).flat().sort();
    for (const who of [ada, ben]) await writes(who, `${who.person.name} goes on`);

    // Cleo vanishes; her sheet lies there for a round.
    await cleo.page.close();
    await fay.page.getByRole('button', { name: 'Cleo' }).waitFor({ state: 'detached' });
    found.push(...(await passesOnByPhone(fay)));
    for (const who of [ada, ben]) {
      await isIn(who, 3);
      await sheetOf(who).getByRole('heading', { name: 'Round 2' }).waitFor();
    }
    const third = (await Promise.all([ada, ben].map(rowsOf))).map((rows) => rows.length).sort();

    // She finds the sheet that lay.
    const back = await comesBack(cleo, new URL(ada.page.url()).pathname);
    await isIn(back, 3);
    await sheetOf(back).waitFor();
    await keepPicture(back.page, 'rounds-3-back-on-phone');
    await keepPicture(ada.page, 'rounds-3-third-sheet');
    const asked = await passesOn(fay).count();
    const seen = fay.frames.filter((frame) => /cocoa|library|Heated|goes on/.test(frame)).length;
    await keepPicture(fay.page, 'rounds-3-facilitator');

    const aside = fay.page.getByRole('note').filter({ hasText: 'You take no side in this session' });
    await aside.waitFor();
    await barOf(fay).getByRole('button', { name: 'Reveal' }).click();
    const wall = await wallOf(fay, 8);
    // Nobody writes privately any more.
    await aside.waitFor({ state: 'detached', timeout: 5_000 });
    await fay.page.keyboard.press('Shift+Digit1');
    await keepPicture(fay.page, 'rounds-4-clusters');
    expect({ second, third, asked, seen, found }).toEqual({
      second: ['A library on board', 'Heated seats', 'Hot cocoa'],
      // Cleo wrote nothing on hers in the second round.
      third: [1, 2],
      asked: 0,
      seen: 0,
      found: [],
    });
    expect([
      wall.map(([title]) => title),
      wall.every(([title, notes]) => title === notes[0]),
      wall.flatMap(([, notes]) => notes.slice(1)).sort(),
    ]).toEqual([['A library on board', 'Heated seats', 'Hot cocoa'], true, ['Ada goes on', 'Ben goes on']]);
    for (const { person } of [fay, ada, ben, cleo]) await person.window.close();
  });
});
