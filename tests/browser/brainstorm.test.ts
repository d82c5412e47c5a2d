// The Brainstorm template from the start page to its summary in one sitting, as four people live it: Ada leads at a desk, Ben
// has a small window, Cem a phone, Dina reads German in the dark.

import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, type WindowOptions } from '../support/browser.ts';
import { BrowserPerson } from '../support/browserPerson.ts';
import { flaws } from '../support/flaws.ts';
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

/** Somebody at their screen, with all that their sockets brought. */
interface Guest extends Pick<BrowserPerson, 'name' | 'page'> {
  readonly person: BrowserPerson;
  readonly frames: string[];
}

type Four = readonly [Guest, Guest, Guest, Guest];

const screens = {
  Ada: { viewport: { width: 1280, height: 800 } },
  Ben: { viewport: { width: 900, height: 700 } },
  Cem: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
  Dina: { viewport: { width: 1280, height: 800 }, colorScheme: 'dark', locale: 'de-DE' },
} satisfies Record<string, WindowOptions>;

/** Each idea of the silent step, by who writes it. */
const ideas = {
  Ada: ['Warm lights at the stops'],
  Ben: ['Tea from a flask', 'A choir on board'],
  Cem: ['Heated seats', 'Cheaper after ten'],
  Dina: ['Musik im Bus', 'Decken für alle'],
} as const;

async function arrives(name: keyof typeof screens): Promise<Guest> {
  const person = await BrowserPerson.opens(browser, server.url, name, screens[name]);
  person.page.setDefaultTimeout(12_000);
  const frames: string[] = [];
  person.page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      frames.push(typeof payload === 'string' ? payload : payload.toString('utf8'));
    }),
  );
  return { person, page: person.page, name, frames };
}

const barOf = ({ page }: Guest) =>
  page.getByRole('region', { name: /^(What happens now|Was jetzt dran ist)$/ });
const voteOf = ({ page }: Guest) => page.getByRole('region', { name: /^(My vote|Meine Stimmen?)$/ });
const padOf = ({ page }: Guest) =>
  page.getByRole('complementary', { name: /private ideas|Not on the wall|privaten? Ideen|Noch nicht/ });

/** For eyes: with a folder in PICTURES what everybody sees is kept there. */
let pictures = 0;
async function look(guests: readonly Guest[], moment: string, found?: string[]): Promise<void> {
  const { PICTURES } = process.env;
  pictures++;
  for (const { page, name } of guests) {
    if (PICTURES) {
      const number = String(pictures).padStart(2, '0');
      await page.screenshot({ path: `${PICTURES}/${number}-${moment}-${name}.png` });
    }
    found?.push(...(await flaws(page, `${moment}, ${name}`)));
  }
}

async function press(guest: Guest, name: string | RegExp): Promise<void> {
  await barOf(guest).getByRole('button', { name }).click();
}

async function everybodyReads(guests: readonly Guest[], words: string | RegExp): Promise<void> {
  for (const guest of guests) await barOf(guest).getByText(words).first().waitFor();
}

/** Waits until somebody's own copy has it. */
async function has({ page }: Guest, text: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => window.wallflower?.items().some((item) => !item.deleted && item.text === wanted),
    text,
  );
}

async function idOf({ person }: Guest, text: string): Promise<string> {
  const item = (await person.liveItems()).find((each) => each.text === text);
  if (item === undefined) throw new Error(`${person.name} has no ${text}`);
  return item.id;
}

/** From the start page to a board made of the template, open beside its plan. */
async function choosesTemplate(ada: Guest): Promise<void> {
  const { page } = ada;
  await page.goto('/');
  await page.evaluate(() => localStorage.setItem('wallflower.name', JSON.stringify('Ada')));
  await page.getByRole('button', { name: /^Brainstorm\b/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Brainstorm' });
  await dialog.getByLabel('Name of the board').fill('Night bus');
  await look([ada], 'template');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/b\//);
  await page.getByRole('button', { name: 'Start: Warm up' }).waitFor();
  await page.getByText('Saved').waitFor();
  await look([ada], 'board');
  await page.goto(`${new URL(page.url()).pathname}?inspect`);
  await ada.person.isIn();
}

async function everybodyJoins(ada: Guest): Promise<[Guest, Guest, Guest]> {
  const link = await ada.person.inviteLink();
  const path = new URL(link).pathname + new URL(link).hash;
  const guests: [Guest, Guest, Guest] = [await arrives('Ben'), await arrives('Cem'), await arrives('Dina')];
  for (const { page, person, name } of guests) {
    await page.goto(path.replace('#', '?inspect#'));
    await page.getByLabel(name === 'Dina' ? 'Dein Name' : 'Your name').fill(name);
    await page.keyboard.press('Enter');
    await person.isIn();
    await page.waitForFunction(() => (window.wallflower?.items().length ?? 0) > 4);
  }
  return guests;
}

/** Whoever steers opens what the step of the plan says; the others have been told that it comes. */
async function opensBallot(guests: Four, button: string): Promise<void> {
  const [ada, ben, cem, dina] = guests;
  for (const guest of [ben, cem]) await voteOf(guest).getByText('The vote opens in a moment.').waitFor();
  await voteOf(dina).getByText('Gleich beginnt die Abstimmung.').waitFor();
  await look(guests, 'before-ballot');
  await voteOf(ada).getByRole('button', { name: button }).click();
  for (const guest of guests)
    await voteOf(guest)
      .getByText(/dots left|Noch \d von/)
      .waitFor();
}

async function votesFor(guest: Guest, text: string): Promise<void> {
  const at = await guest.person.reaches(await idOf(guest, text));
  if (guest.name === 'Cem') await guest.page.touchscreen.tap(at.x, at.y);
  else await guest.page.mouse.click(at.x, at.y);
}

async function counts(ada: Guest): Promise<void> {
  await voteOf(ada).getByRole('button', { name: 'Close and count' }).click();
  await voteOf(ada).getByRole('button', { name: 'Count now' }).click();
  await voteOf(ada).waitFor({ state: 'detached' });
  await ada.page.keyboard.press('b');
  const panel = ada.page.getByRole('complementary', { name: 'Votes' });
  await panel.getByText(/\d of 4 voted/).waitFor();
}

async function warmsUp(guests: Four, found: string[]): Promise<void> {
  const [ada, ben, cem, dina] = guests;
  await ada.page.keyboard.press('s');
  await ada.page.getByRole('button', { name: 'Start: Warm up' }).click();
  await everybodyReads([ada, ben, cem], 'Warm up');
  await look(guests, 'warm-up');
  await opensBallot(guests, 'Open the practice vote');
  await votesFor(ben, 'A walk');
  await votesFor(cem, 'Coffee with somebody');
  await votesFor(dina, 'Coffee with somebody');
  await votesFor(dina, 'A nap');
  await voteOf(ben).getByText('3 of 4 have voted').waitFor();
  await look(guests, 'practice', found);
  await counts(ada);
  await look(guests, 'practice-result');
}

async function writesAlone(guests: Four, found: string[]): Promise<boolean[]> {
  const [ada, ben, cem, dina] = guests;
  await ada.page.keyboard.press('s');
  await ada.page.getByRole('button', { name: 'Next: Think' }).click();
  for (const guest of [ben, cem, dina]) await padOf(guest).locator(':focus').waitFor();
  // On a phone no news of the step before lies on what one writes in now.
  await cem.page.getByText('(practice) is counted').waitFor({ state: 'detached', timeout: 2_000 });
  await look(guests, 'think');
  for (const guest of guests) {
    if (guest === ada) await padOf(ada).getByRole('textbox').click();
    for (const [index, text] of ideas[guest.name as keyof typeof ideas].entries()) {
      if (index > 0) await guest.page.keyboard.press('Enter');
      await guest.page.keyboard.insertText(text);
    }
    await padOf(guest)
      .getByText(guest === dina ? 'Gesichert' : 'Saved')
      .waitFor();
  }
  await look(guests, 'written', found);
  const held = guests.flatMap((guest) =>
    guests
      .filter((other) => other !== guest)
      .flatMap((other) => ideas[other.name as keyof typeof ideas])
      .map((text) => guest.frames.some((frame) => frame.includes(text))),
  );
  await press(ben, 'I’m done');
  await press(dina, 'Ich bin fertig');
  await ada.page.keyboard.press('Escape');
  await everybodyReads([ben], '2 of 3 done');
  await ada.page.getByRole('button', { name: '+1 min' }).click();
  await look(guests, 'done');
  await ada.page.getByRole('button', { name: 'Reveal', exact: true }).click();
  for (const guest of guests)
    await guest.page
      .getByText(/7 (ideas are on the wall now|Ideen)/)
      .first()
      .waitFor();
  await look(guests, 'revealed', found);
  return held;
}

async function drops(guest: Guest, text: string, onto: string): Promise<void> {
  const [from, to] = await Promise.all(
    [text, onto].map(async (each) => guest.person.whereIs(await idOf(guest, each))),
  );
  if (from === undefined || to === undefined) return;
  await guest.person.drags(await idOf(guest, text), { x: to.x - from.x, y: to.y - from.y });
}

async function sorts(guests: Four, found: string[]): Promise<void> {
  const [ada, ben, , dina] = guests;
  await ada.page.getByRole('button', { name: 'Next: Share' }).click();
  await everybodyReads([ada, ben], 'Share');
  await look(guests, 'share');
  await ada.page.getByRole('button', { name: 'Next: Group' }).click();
  await everybodyReads([ada, ben], 'Group');
  await look(guests, 'group', found);
  await ada.page.keyboard.press('s');
  for (const { page } of [ada, ben, dina]) {
    await page.getByRole('application').focus();
    await page.keyboard.press('Escape');
    await page.keyboard.press('1');
  }
  await ada.person.selects(
    await Promise.all(['Tea from a flask', 'Heated seats'].map((text) => idOf(ada, text))),
  );
  await ada.page.keyboard.press('c');
  await ada.person.type('Warmth');
  await ada.page.keyboard.press('Enter');
  await look(guests, 'gathered');
  // Where there was room for the cluster may be out of view.
  for (const guest of [ben, dina]) {
    await has(guest, 'Warmth');
    await guest.page.keyboard.press('1');
  }
  await drops(dina, 'Decken für alle', 'Heated seats');
  await drops(ben, 'A choir on board', 'Musik im Bus');
  await ben.person.type('Music');
  await ben.page.keyboard.press('Enter');
  await look(guests, 'grouped');
}

async function chooses(guests: Four, found: string[]): Promise<void> {
  const [ada, ben, cem, dina] = guests;
  await press(ada, 'Next: Vote');
  await everybodyReads([ada, ben], 'Vote');
  await look(guests, 'vote');
  await opensBallot(guests, 'Open the vote');
  for (const guest of [ada, ben, dina]) {
    await has(guest, 'Music');
    await guest.page.keyboard.press('1');
  }
  await votesFor(ada, 'Warmth');
  await votesFor(ben, 'Music');
  await votesFor(ben, 'Music');
  await votesFor(dina, 'Warmth');
  await voteOf(cem).getByRole('button', { name: 'Vote in a list' }).tap();
  await cem.page.getByRole('button', { name: 'Vote for Warmth' }).tap();
  await look(guests, 'voting', found);
  await counts(ada);
  await look(guests, 'counted', found);
}

async function talks(guests: Four, found: string[]): Promise<void> {
  const [ada, ben, cem] = guests;
  await ada.page.keyboard.press('b');
  await press(ada, 'Next: Discuss');
  await everybodyReads([ada, ben], 'Discuss');
  await look(guests, 'discuss');
  await ben.page.keyboard.press('q');
  const votes = cem.page.getByRole('complementary', { name: 'Votes' });
  // The sheet of votes does not lie over what is to be done next.
  await votes.waitFor({ state: 'detached' });
  await cem.page.getByRole('button', { name: 'Join in' }).tap();
  await look(guests, 'joining-in');
  await cem.page.getByRole('button', { name: 'Raise your hand' }).tap();
  await ada.page.getByRole('button', { name: /^2 hands/ }).click();
  await look(guests, 'hands', found);
  await ada.page.getByRole('button', { name: 'Lower the hand of Ben' }).click();
  await ada.page.keyboard.press('Escape');
  await ada.person.selects([await idOf(ada, 'Cheaper after ten')]);
  await ada.page.keyboard.press('Shift+P');
  await ada.page.getByText('1 idea parked').waitFor();
  await ada.page.keyboard.press('1');
  await look(guests, 'parked');
  await ada.person.selects([await idOf(ada, 'Heated seats')]);
  await ada.page.keyboard.press('Shift+W');
  await ben.page.getByText('A win: Heated seats').waitFor({ state: 'attached' });
  await look(guests, 'win', found);
}

async function ends(guests: Four, found: string[]): Promise<string> {
  const [ada, ben, cem] = guests;
  await ada.page.keyboard.press('Escape');
  await press(ada, 'End the session');
  await everybodyReads([ada, ben, cem], 'The session is over.');
  await look(guests, 'over', found);
  await ben.page.getByRole('button', { name: 'Menu' }).click();
  await look([ben], 'menu');
  await ben.page.getByRole('menuitem', { name: 'Take it along' }).click();
  const [file] = await Promise.all([
    ben.page.waitForEvent('download'),
    ben.page.getByRole('button', { name: 'Save Markdown' }).click(),
  ]);
  return readFile(await file.path(), 'utf8');
}

/** Each heading with what is listed under it, in the order of the alphabet: the wall shuffled them. */
function listed(summary: string): Record<string, string[]> {
  const told = summary.slice(summary.indexOf('## Ideas'), summary.indexOf('## In figures'));
  const parts = told.split(/^#+ /m).slice(1);
  // Votes have a story of their own.
  const isVote = (part: string) => /^Votes|^Vote\n|dots/.test(part);
  return Object.fromEntries(
    parts
      .filter((part) => !isVote(part))
      .map((part) => {
        const [heading = '', ...lines] = part.split('\n').filter((line) => line !== '');
        return [heading, lines.map((line) => line.replace('- ', '')).sort()];
      }),
  );
}

describe('a brainstorm in one sitting', () => {
  it('goes from the template to its summary', async () => {
    const found: string[] = [];
    const ada = await arrives('Ada');
    await choosesTemplate(ada);
    const guests: Four = [ada, ...(await everybodyJoins(ada))];
    await look(guests, 'joined', found);
    await warmsUp(guests, found);
    const held = await writesAlone(guests, found);
    await sorts(guests, found);
    await chooses(guests, found);
    await talks(guests, found);
    const summary = await ends(guests, found);
    expect({ found, early: held.filter(Boolean).length, summary: listed(summary) }).toEqual({
      found: [],
      early: 0,
      summary: {
        Ideas: [],
        Warmth: ['Decken für alle', 'Heated seats', 'Tea from a flask'],
        Music: ['A choir on board', 'Musik im Bus'],
        '*Outside any cluster*': ['Warm lights at the stops'],
        Parked: ['Cheaper after ten'],
        Wins: ['Heated seats'],
      },
    });
    for (const { person } of guests) await person.window.close();
  }, 120_000);
});
