// A session without a mouse: who takes part writes for themselves, says to be done, votes, hears the
// result and raises a hand by keys alone.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createItems } from '../../shared/board/verbs.ts';
import { launchBrowser } from '../support/browser.ts';
import { BrowserPerson } from '../support/browserPerson.ts';
import { createBoard } from '../support/people.ts';
import { RealPerson } from '../support/realPerson.ts';
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

let commandCount = 0;

/** As a facilitator's own page asks for it. */
async function steers({ page }: BrowserPerson, name: string, args: object = {}): Promise<void> {
  const { origin, pathname } = new URL(page.url());
  const answer = await page.request.post(`${origin}/api/boards/${pathname.split('/').at(-1)}/commands`, {
    headers: { origin },
    data: { id: `command-${commandCount++}-by-keys`, name, args },
  });
  if (!answer.ok()) throw new Error(`${name}: ${await answer.text()}`);
}

/** What has the focus, as a reader of the screen would call it. */
const focused = ({ page }: BrowserPerson) =>
  page.evaluate(() => {
    const at = document.activeElement;
    return at?.getAttribute('aria-label') ?? at?.textContent ?? '';
  });

/** Tab until it is there; how often is no matter as long as it is soon. */
async function tabsTo(person: BrowserPerson, name: string, most: number): Promise<void> {
  for (let presses = 0; presses < most; presses++) {
    await person.press('Tab');
    if ((await focused(person)) === name) return;
  }
  throw new Error(`${name} is not within ${most} presses of Tab, but ${await focused(person)}`);
}

it('Somebody without a mouse writes, is done, votes, reads the result and raises a hand', async () => {
  const created = await createBoard(server.url, 'By keys');
  const bot = await RealPerson.arrives(server.url, created, 'editor', 'Bot');
  createItems(
    bot.board,
    ['Lanterns', 'Own beer'].map((text, index) => ({ kind: 'note' as const, x: index * 240, y: 0, text })),
  );
  await bot.saved();
  bot.leave();
  const ada = await BrowserPerson.opens(browser, server.url, 'Ada');
  await ada.joins(created.links.facilitator);
  const kim = await BrowserPerson.opens(browser, server.url, 'Kim');
  await kim.joins(created.links.editor);
  const { page } = kim;

  await steers(ada, 'phase.set', { kind: 'silent', title: 'Think' });
  await page.getByLabel('New idea').and(page.locator(':focus')).waitFor();
  await kim.type('A bar of ice');
  await kim.press('Enter');
  await kim.type('Swings');
  await page.getByText('2 ideas', { exact: true }).waitFor();
  await kim.press('Escape');
  await kim.press('y');
  await ada.page.getByText('Everybody is done').waitFor();
  await steers(ada, 'reveal', { confirm: true });
  await page.waitForFunction(() => window.wallflower?.items().length === 4);

  await steers(ada, 'phase.set', { kind: 'vote', title: 'Vote' });
  await page.getByText('The vote opens in a moment.').waitFor();
  await steers(ada, 'ballot.open', {
    title: 'Which first?',
    options: 'notes',
    method: 'dots',
    votes: 2,
    maxPerOption: 1,
    show: 'close',
    who: 'present',
    practice: false,
  });
  await page.getByText('2 of 2 dots left').waitFor();
  await kim.press('b');
  await page.getByRole('complementary', { name: 'Votes' }).and(page.locator(':focus')).waitFor();
  await tabsTo(kim, 'Vote for Swings', 14);
  await kim.press('Enter');
  await page.getByText('1 of 2 dots left').waitFor();
  await kim.press('Escape');
  await page.getByLabel('Kept by the server').waitFor();

  await steers(ada, 'phase.set', { kind: 'discuss', title: 'Talk' });
  await page.getByText('First: Swings').waitFor();
  await kim.press('q');
  await page.getByText('You are next').waitFor();
  await ada.page.getByRole('button', { name: /^1 hand/ }).waitFor();
  const wall = (await ada.liveItems()).map(({ text }) => text).sort();
  expect({ wall, summary: (await kim.exports('summary.md')).includes('- Swings') }).toEqual({
    wall: ['A bar of ice', 'Lanterns', 'Own beer', 'Swings'],
    summary: true,
  });
  for (const person of [ada, kim]) await person.window.close();
});
