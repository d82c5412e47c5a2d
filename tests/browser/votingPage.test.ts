// The page for a vote alone, on phones: by touch, on cards and in a list; and in flight mode, through a reload and back, counted
// once. It is clean for axe, and loads nothing of the wall.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { realEnv } from '../../shared/lib/env.ts';
import { launchBrowser, openWindow, phone, type Window, type WindowOptions } from '../support/browser.ts';
import { Fingers } from '../support/fingers.ts';
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

const expectedErrors = [/status of 404/, /WebSocket connection to .* failed/, /ERR_INTERNET_DISCONNECTED/];
const ideas = [
  'A night bus',
  'Free coffee',
  'Longer tables',
  'A quiet room',
  'Plants',
  'Größere Fenster',
  'Bike racks',
  'A bell',
];
const hourMs = 60 * 60_000;

interface Vote {
  /** The link to the page, as people are sent it. */
  readonly link: string;
  readonly ballot: string;
  command(name: string, args: object): Promise<{ ballot: string }>;
}

/** A board that nobody looks at, with a vote that is open for a while. */
async function aVote(args: object): Promise<Vote> {
  const created = await createBoard(server.url, 'What first?');
  const bot = await join(server.url, created, 'facilitator', 'Bot');
  let asked = 0;
  const post = async (path: string, type: string, body: string) => {
    const headers = { 'content-type': type, origin: server.url, authorization: `Bearer ${bot.token}` };
    const url = `${server.url}/api/boards/${created.board.id}/${path}`;
    const answer = await fetch(url, { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(await answer.text());
    return answer.json();
  };
  const command = async (name: string, more: object) =>
    (await post('commands', 'application/json', JSON.stringify({ id: `c${asked++}`, name, args: more })))
      .data;
  await post('import', 'text/plain', ideas.join('\n'));
  const closesAt = realEnv.clock.now() + 2 * hourMs;
  const { ballot } = await command('ballot.open', {
    title: 'Which first?',
    options: 'notes',
    closesAt,
    ...args,
  });
  const link = new URL(created.links.commenter);
  link.pathname += `/vote/${ballot}`;
  return { link: link.href, ballot, command };
}

async function comesIn(link: string, name: string, options: WindowOptions = {}): Promise<Window> {
  const window = await openWindow(browser, server.url, { ...phone, expectedErrors, ...options });
  await window.page.goto(link);
  await window.page.getByLabel('Your name').fill(name);
  await window.page.keyboard.press('Enter');
  await window.page.getByRole('button', { name: 'Next' }).waitFor();
  return window;
}

const saved = (page: Page) => page.getByText('Saved', { exact: true }).waitFor();
const left = (page: Page, words: string) => page.getByText(words, { exact: true }).waitFor();

async function rowsOf(page: Page): Promise<string[]> {
  const rows = await page.getByRole('listitem').allInnerTexts();
  return rows.map((row) => row.replace(/\s+/g, ' ')).sort();
}

describe('the page for a vote', () => {
  it('is voted on by touch, on cards and in a list, with nothing of the wall', async () => {
    const vote = await aVote({ method: 'dots', votes: 3, maxPerOption: 2 });
    const { page, close } = await comesIn(vote.link, 'Pia');
    const found: string[] = [];
    await left(page, '3 of 3 dots left');
    const first = (await page.getByRole('article').locator('p').innerText()).trim();
    found.push(...(await flaws(page, 'a card')));
    await page
      .getByRole('article')
      .getByRole('button', { name: /^Vote for/ })
      .tap();
    await left(page, '2 of 3 dots left');
    await keepPicture(page, 'page-card');
    await page.getByRole('button', { name: 'List' }).tap();
    await page.getByRole('searchbox').fill('GROSSERE fen');
    await page.getByRole('button', { name: 'Vote for Größere Fenster' }).tap();
    await keepPicture(page, 'page-list');
    found.push(...(await flaws(page, 'the list')));
    await page.getByRole('button', { name: /^My votes/ }).tap();
    const mine = await page.getByRole('listitem').count();
    await page.getByRole('button', { name: `Take a vote back from ${first}` }).tap();
    await left(page, '2 of 3 dots left');
    await page.getByRole('button', { name: 'One by one' }).tap();
    await (await Fingers.on(page)).drag({ x: 280, y: 330 }, { x: 90, y: 336 });
    await page.getByText('2 / 8').waitFor();
    await saved(page);
    const heavy = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => /BoardPage|openBoard|konva|\/index-/i.test(name)),
    );
    await vote.command('ballot.close', { ballot: vote.ballot });
    await page
      .getByText('1 of 1 voted (100%)')
      .or(page.getByText(/^1 of \d voted/))
      .waitFor();
    await keepPicture(page, 'page-result');
    found.push(...(await flaws(page, 'the result')));
    expect([mine > 0, heavy, found, (await rowsOf(page)).length]).toEqual([true, [], [], 1]);
    await close();
  });

  it('takes votes in flight mode, keeps them through a reload, sends them on return, counted once', async () => {
    const vote = await aVote({ method: 'approval' });
    const window = await comesIn(vote.link, 'Ola', { serviceWorkers: 'allow' });
    const { page } = window;
    const context = page.context();
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await saved(page);
    await context.setOffline(true);
    await page.getByRole('button', { name: 'List' }).tap();
    await page.getByRole('button', { name: 'Yes to Plants' }).tap();
    await left(page, 'On this device. It is sent when you are online.');
    await keepPicture(page, 'page-offline');
    await page.reload();
    await left(page, '1 of 8 chosen');
    await page.getByRole('button', { name: 'List' }).tap();
    await page.getByRole('button', { name: 'Yes to A bell' }).tap();
    await left(page, '2 of 8 chosen');
    await left(page, 'On this device. It is sent when you are online.');
    await context.setOffline(false);
    await saved(page);
    await vote.command('ballot.close', { ballot: vote.ballot });
    await page.getByText(/^1 of \d voted/).waitFor();
    expect(await rowsOf(page)).toEqual([
      '=1 A bell 1 voter · tied · 1 from you 1',
      '=1 Plants 1 voter · tied · 1 from you 1',
    ]);
    await window.close();
  });
});
