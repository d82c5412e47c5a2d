// Three people vote with dots: the facilitator opens the ballot, everybody gives dots by click, key and touch and takes some
// back, nobody sees the others' dots, and when it is counted the result stands on the notes and in a list. Clean for axe in
// both themes, at a desk and on a phone.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

const ideas = ['A night bus', 'Free coffee', 'Longer tables', 'A quiet room', 'Plants'];

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
  await keepPicture(fay.page, 'voting-dialog');
  await dialog.getByRole('button', { name: 'Open the vote' }).click();
  await bar(fay).waitFor();
}

async function clicks(person: BrowserPerson, words: string, modifiers: 'Shift'[] = []): Promise<void> {
  for (const key of modifiers) await person.page.keyboard.down(key);
  const at = await person.reaches(await noteOf(person, words));
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
  await keepPicture(ben.page, 'voting-dark');
  found.push(...(await flaws(ben.page, 'voting, dark')));
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
  await keepPicture(fay.page, 'voting-bar');
}

/** On the wall, and in the list. */
async function votesByTouch(pia: BrowserPerson, found: string[]): Promise<void> {
  await bar(pia).waitFor();
  const at = await pia.reaches(await noteOf(pia, 'Free coffee'));
  await pia.page.touchscreen.tap(at.x, at.y);
  await bar(pia).getByText('2 of 3 dots left').waitFor();
  await keepPicture(pia.page, 'voting-phone');
  await bar(pia).getByRole('button', { name: 'Vote in a list' }).tap();
  await panel(pia).getByRole('button', { name: 'Vote for Plants' }).tap();
  await keepPicture(pia.page, 'voting-list-phone');
  found.push(...(await flaws(pia.page, 'the list, phone')));
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
    await keepPicture(fay.page, 'voting-closing');
    await panel(fay).getByRole('button', { name: 'Count now' }).click();
    // The news do not stay for long.
    await ben.page.getByRole('button', { name: 'Show result' }).click();
    await pia.page.getByRole('button', { name: 'Show result' }).tap();
    await panel(fay).getByText('3 of 3 voted').waitFor();
    await keepPicture(fay.page, 'voting-result');
    found.push(...(await flaws(fay.page, 'the result')));
    await panel(ben).getByText('1 from you').first().waitFor();
    await keepPicture(ben.page, 'voting-result-dark');
    found.push(...(await flaws(ben.page, 'the result, dark')));
    await panel(pia).getByText('3 of 3 voted').waitFor();
    await keepPicture(pia.page, 'voting-result-phone');
    found.push(...(await flaws(pia.page, 'the result, phone')));

    const rows = await panel(fay).getByRole('listitem').allInnerTexts();
    expect([rows.map((row) => row.replace(/\s+/g, ' ')), seen.includes('Ben voted'), found]).toEqual([
      ['1. Free coffee 3 voters · 1 from you 3', '2. Plants 2 voters 2', '3. A quiet room 1 voter 1'],
      false,
      [],
    ]);
    for (const person of [fay, ben, pia]) await person.window.close();
  }, 120_000);
});
