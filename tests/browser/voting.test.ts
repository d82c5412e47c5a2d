// Three people vote with dots: the facilitator opens the ballot, everybody gives dots by click, key and touch and takes some
// back, nobody sees the others' dots, and when it is counted the result stands on the notes and in a list. Clean for axe in
// both themes, at a desk and on a phone.

import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, type WindowOptions } from '../support/browser.ts';
import { BrowserPerson } from '../support/browserPerson.ts';
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

const phone: WindowOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const ideas = ['A night bus', 'Free coffee', 'Longer tables', 'A quiet room', 'Plants'];

async function flaws(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ['violations'],
    });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    );
  });
  const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  return [...found, ...(isTooWide ? ['wider than the screen'] : [])];
}

/** For whoever wants to look: `VOTING_PICTURES=<folder>`. */
async function picture(person: BrowserPerson, name: string): Promise<void> {
  const folder = process.env.VOTING_PICTURES;
  if (folder !== undefined) await person.page.screenshot({ path: `${folder}/${name}.png` });
}

/** Brought by somebody who never opens the wall: whoever was on it a moment ago would be among the voters. */
async function aBoardWithIdeas() {
  const created = await createBoard(server.url, 'What first?');
  const bot = await join(server.url, created, 'editor', 'Bot');
  const answer = await fetch(`${server.url}/api/boards/${created.board.id}/import`, {
    method: 'POST',
    headers: {
      'content-type': 'text/plain',
      origin: server.url,
      authorization: `Bearer ${bot.token}`,
    },
    body: ideas.join('\n'),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return created;
}

/** By its words. */
async function noteOf(person: BrowserPerson, words: string): Promise<string> {
  const note = (await person.liveItems()).find(({ text }) => text === words);
  if (note === undefined) throw new Error(`${person.name} has no note ${words}`);
  return note.id;
}

async function comesIn(link: string, name: string, options: WindowOptions = {}) {
  const person = await BrowserPerson.opens(browser, server.url, name, options);
  await person.joins(link);
  await person.page.waitForFunction((items) => window.wallflower?.items().length === items, ideas.length);
  return person;
}

const bar = ({ page }: BrowserPerson) => page.getByRole('region', { name: 'My vote' });
const panel = ({ page }: BrowserPerson) => page.getByRole('complementary', { name: 'Votes' });

async function opensBallot(fay: BrowserPerson, question: string): Promise<void> {
  await fay.press('Control+k');
  await fay.page.getByRole('combobox').fill('New vote');
  await fay.press('Enter');
  const dialog = fay.page.getByRole('dialog', { name: 'New vote' });
  await dialog.getByLabel('Question').fill(question);
  await dialog.getByText('3 people who may vote are here.').waitFor();
  await picture(fay, 'dialog');
  await dialog.getByRole('button', { name: 'Open the vote' }).click();
  await bar(fay).waitFor();
}

async function clicks(person: BrowserPerson, words: string, modifiers: 'Shift'[] = []): Promise<void> {
  const at = await person.whereIs(await noteOf(person, words));
  for (const key of modifiers) await person.page.keyboard.down(key);
  await person.page.mouse.click(at.x, at.y);
  for (const key of modifiers) await person.page.keyboard.up(key);
}

/** One taken back by Shift and a click, one too many without effect. */
async function votesByClick(ben: BrowserPerson, found: string[]): Promise<void> {
  await bar(ben).waitFor();
  await clicks(ben, 'Free coffee');
  await clicks(ben, 'Longer tables');
  await bar(ben).getByText('1 of 3 dots left').waitFor();
  await clicks(ben, 'Longer tables', ['Shift']);
  await bar(ben).getByText('2 of 3 dots left').waitFor();
  for (const words of ['Free coffee', 'A quiet room', 'Plants', 'A night bus']) await clicks(ben, words);
  await bar(ben).getByText('No dots left').waitFor();
  await picture(ben, 'voting-dark');
  found.push(...(await flaws(ben.page)));
}

/** What is selected gets a dot, Shift takes it back. */
async function votesByKey(fay: BrowserPerson): Promise<void> {
  await fay.press('Escape');
  await fay.selects([await noteOf(fay, 'Free coffee')]);
  await fay.press('x');
  await bar(fay).getByText('2 of 3 dots left').waitFor();
  await fay.press('Shift+x');
  await bar(fay).getByText('3 of 3 dots left').waitFor();
  await fay.press('x');
  await picture(fay, 'voting-bar');
}

/** On the wall, and in the list. */
async function votesByTouch(pia: BrowserPerson, found: string[]): Promise<void> {
  await bar(pia).waitFor();
  const at = await pia.whereIs(await noteOf(pia, 'Free coffee'));
  await pia.page.touchscreen.tap(at.x, at.y);
  await bar(pia).getByText('2 of 3 dots left').waitFor();
  await picture(pia, 'voting-phone');
  await bar(pia).getByRole('button', { name: 'Vote in a list' }).tap();
  await panel(pia).getByRole('button', { name: 'Vote for Plants' }).tap();
  await picture(pia, 'list-phone');
  found.push(...(await flaws(pia.page)));
  await panel(pia).getByRole('button', { name: 'Close', exact: true }).tap();
}

describe('three people with three dots each', () => {
  it('vote by click, key and touch, unseen; then the result stands on the notes and in a list', async () => {
    const created = await aBoardWithIdeas();
    const fay = await comesIn(created.links.facilitator, 'Fay');
    const ben = await comesIn(created.links.commenter, 'Ben', { colorScheme: 'dark' });
    const pia = await comesIn(created.links.editor, 'Pia', phone);
    const found: string[] = [];
    await opensBallot(fay, 'Which do we try first?');

    await votesByClick(ben, found);
    await votesByKey(fay);
    await votesByTouch(pia, found);
    await bar(ben).getByText('3 of 3 have voted').waitFor({ timeout: 20_000 });
    const seen = await fay.page.evaluate(() => document.body.innerText);
    await fay.press('b');
    await panel(fay).getByRole('button', { name: 'Close and count' }).click();
    await picture(fay, 'closing');
    await panel(fay).getByRole('button', { name: 'Count now' }).click();
    // The news do not stay for long.
    await ben.page.getByRole('button', { name: 'Show result' }).click();
    await pia.page.getByRole('button', { name: 'Show result' }).tap();
    await panel(fay).getByText('3 of 3 voted').waitFor();
    await picture(fay, 'result');
    found.push(...(await flaws(fay.page)));
    await panel(ben).getByText('1 from you').first().waitFor();
    await picture(ben, 'result-dark');
    found.push(...(await flaws(ben.page)));
    await panel(pia).getByText('3 of 3 voted').waitFor();
    await picture(pia, 'result-phone');
    found.push(...(await flaws(pia.page)));

    const rows = await panel(fay).getByRole('listitem').allInnerTexts();
    expect([rows.map((row) => row.replace(/\s+/g, ' ')), seen.includes('Ben voted'), found]).toEqual([
      ['1. Free coffee 3 voters · 1 from you 3', '2. Plants 2 voters 2', '3. A quiet room 1 voter 1'],
      false,
      [],
    ]);
    for (const person of [fay, ben, pia]) await person.window.close();
  }, 120_000);
});
