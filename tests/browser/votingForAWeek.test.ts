// A vote over a week and three time zones: it opens and closes by the server's clock, with the server restarted in between and
// nobody there at the end; one voter is in flight mode on a phone, and comes back in time. Counted once, told once, and in the
// summary.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, openWindow, phone, type Window, type WindowOptions } from '../support/browser.ts';
import { type MovedServer, startMovedServer } from '../support/movedServer.ts';
import { createBoard, join } from '../support/people.ts';
import { until } from '../support/realPerson.ts';
import { SlackReceiver } from '../support/slackReceiver.ts';

const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;
const ideas = ['A night bus', 'Free coffee', 'Longer tables', 'A quiet room'];
const expectedErrors = [/status of 404/, /WebSocket connection to .* failed/, /ERR_(INTERNET|CONNECTION)/];

let server: MovedServer;
let browser: Browser;
let receiving: { readonly url: string; close(): Promise<void> };
const receiver = new SlackReceiver();

beforeAll(async () => {
  [server, browser, receiving] = await Promise.all([
    startMovedServer({ ALLOW_PRIVATE_WEBHOOKS: 'true' }),
    launchBrowser(),
    receiver.listen(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
  await receiving?.close();
});

/** A board with ideas whose webhook is heard, and a vote on it that opens in an hour and closes a week later. */
async function announced() {
  const created = await createBoard(server.url, 'Where to put the money?');
  const { token } = await join(server.url, created, 'facilitator', 'Bot');
  const address = `${server.url}/api/boards/${created.board.id}`;
  const headers = { origin: server.url, authorization: `Bearer ${token}` };
  const post = async (path: string, type: string, body: string) => {
    const answer = await fetch(`${address}/${path}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': type },
      body,
    });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return (await answer.json()).data;
  };
  let asked = 0;
  const command = (name: string, args: object) =>
    post('commands', 'application/json', JSON.stringify({ id: `c${asked++}`, name, args }));
  await post('import', 'text/plain', ideas.join('\n'));
  await command('webhook.set', { url: `${receiving.url}/services/T/B/x`, events: ['ballot.result'] });
  const opensAt = server.now() + hourMs;
  const closesAt = opensAt + 7 * dayMs;
  const { ballot } = await command('ballot.open', {
    title: 'Where to put the money?',
    options: 'notes',
    method: 'approval',
    opensAt,
    closesAt,
  });
  const link = new URL(created.links.commenter);
  link.pathname += `/vote/${ballot}`;
  const summary = async () => (await fetch(`${address}/export/summary.md`, { headers })).text();
  return { link: link.href, opensAt, closesAt, summary };
}

async function comesIn(link: string, name: string, options: WindowOptions): Promise<Window> {
  const window = await openWindow(browser, server.url, { expectedErrors, ...options });
  await window.context.clock.setSystemTime(server.now());
  await window.page.goto(link);
  await window.page.getByLabel('Your name').fill(name);
  await window.page.keyboard.press('Enter');
  return window;
}

/** The hour at which it is `at` where somebody is, as it stands on the page. */
async function reads(page: Page, begin: RegExp, at: number, timeZone: string): Promise<boolean> {
  const hour = new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit', timeZone }).format(at);
  const line = await page.getByText(begin).first().innerText();
  return line.replace(/\s/g, ' ').includes(hour.replace(/\s/g, ' '));
}

const saved = (page: Page) => page.getByText('Saved', { exact: true }).waitFor();

async function approves(page: Page, ...chosen: string[]): Promise<void> {
  await page.getByRole('button', { name: 'List' }).click();
  for (const idea of chosen) await page.getByRole('button', { name: `Yes to ${idea}` }).click();
  await page.getByText(`${chosen.length} of 4 chosen`, { exact: true }).waitFor();
}

it('a vote runs for a week over three time zones, a flight and a restart, and is counted and told once', async () => {
  const { link, opensAt, closesAt, summary } = await announced();
  const nia = await comesIn(link, 'Nia', { timezoneId: 'America/New_York' });
  const opens = await reads(nia.page, /^Voting opens/, opensAt, 'America/New_York');
  server.putForward(hourMs);
  await nia.context.clock.setSystemTime(server.now());
  await approves(nia.page, 'A night bus', 'Free coffee');
  await saved(nia.page);
  const closes = [await reads(nia.page, /^Closes/, closesAt, 'America/New_York')];
  await nia.close();

  const uwe = await comesIn(link, 'Uwe', { ...phone, timezoneId: 'Europe/Berlin', serviceWorkers: 'allow' });
  await uwe.page.evaluate(() => navigator.serviceWorker.ready);
  await uwe.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await saved(uwe.page);
  await uwe.context.setOffline(true);
  await approves(uwe.page, 'A night bus', 'A quiet room');
  closes.push(await reads(uwe.page, /^Closes/, closesAt, 'Europe/Berlin'));
  await uwe.page.getByText('On this device. It is sent when you are online.').waitFor();
  await uwe.page.reload();
  await uwe.page.getByText('2 of 4 chosen', { exact: true }).waitFor();

  await server.restart(3 * dayMs);
  const kei = await comesIn(link, 'Kei', { timezoneId: 'Asia/Tokyo' });
  await approves(kei.page, 'A night bus');
  await saved(kei.page);
  closes.push(await reads(kei.page, /^Closes/, closesAt, 'Asia/Tokyo'));
  await kei.close();
  await uwe.context.setOffline(false);
  await saved(uwe.page);
  await uwe.close();

  server.putForward(closesAt - server.now());
  await until('the result is told', () => receiver.taken.length > 0);
  await server.restart(dayMs);
  const later = await comesIn(link, 'Lea', { ...phone, timezoneId: 'Asia/Tokyo' });
  const turnout = later.page.getByText(/^3 of \d voted/);
  await turnout.waitFor();
  const places = /^- \*\*=?\d+\.\*\* .*/gm;
  const counted = new Set((await summary()).match(places));
  const told = receiver.arrived.map(({ payload }) => payload.text.split('\n')[0]);
  expect({ opens, closes, counted: [...counted], told, problems: receiver.problems }).toEqual({
    opens: true,
    closes: [true, true, true],
    counted: [
      '- **1.** A night bus — 3 yes (3 voters, won)',
      '- **=2.** Free coffee — 1 yes (1 voter, tied)',
      '- **=2.** A quiet room — 1 yes (1 voter, tied)',
    ],
    told: ['Result: Where to put the money?'],
    problems: [],
  });
  await later.close();
});
