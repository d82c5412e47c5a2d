// Votes that are planned, go on and end in a decision: a facilitator announces a ballot, which somebody in another time zone
// reads on their own clock; asks again after a discussion and sees what moved; sends the first ones into a second round; writes
// the decision down, and a second person confirms it. Clean for axe, at a desk and on a phone, in both languages.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, phone, type WindowOptions } from '../support/browser.ts';
import { BrowserPerson } from '../support/browserPerson.ts';
import { flaws } from '../support/flaws.ts';
import { keepPicture } from '../support/keepPicture.ts';
import { type MovedServer, startMovedServer } from '../support/movedServer.ts';
import { createBoard, join } from '../support/people.ts';

let server: MovedServer;
let browser: Browser;

beforeAll(async () => {
  server = await startMovedServer();
  // A winter's noon: tomorrow is the same day in both places, and neither has summer time.
  const year = new Date(server.now()).getUTCFullYear() + 1;
  server.putForward(Date.UTC(year, 0, 20, 12) - server.now());
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

const ideas = ['A night bus', 'Free coffee', 'Longer tables', 'A quiet room'];

async function aBoardWithIdeas() {
  const created = await createBoard(server.url, 'What first?');
  const bot = await join(server.url, created, 'editor', 'Bot');
  const answer = await fetch(`${server.url}/api/boards/${created.board.id}/import`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain', origin: server.url, authorization: `Bearer ${bot.token}` },
    body: ideas.join('\n'),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return created;
}

async function comesIn(link: string, name: string, options: WindowOptions = {}) {
  const person = await BrowserPerson.opens(browser, server.url, name, options);
  await person.joins(link);
  await person.page.waitForFunction((items) => window.wallflower?.items().length === items, ideas.length);
  return person;
}

const votes = ({ page }: BrowserPerson) =>
  page.getByRole('complementary', { name: /^(Votes|Abstimmungen)$/ });
const decisions = ({ page }: BrowserPerson) =>
  page.getByRole('complementary', { name: /^(Decisions|Entscheidungen)$/ });

async function asksFor({ page }: BrowserPerson, action: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(action);
  await page.keyboard.press('Enter');
}

/** The page in German, as somebody reads it who has chosen that before. */
async function inGerman(person: BrowserPerson): Promise<void> {
  await person.page.goto(`${new URL(person.page.url()).pathname}?inspect&lang=de`);
  await person.isIn();
}

/** Announced for tomorrow, after an end that lies before the beginning was refused. */
async function announces(fay: BrowserPerson): Promise<string[]> {
  await asksFor(fay, 'New vote');
  const dialog = fay.page.getByRole('dialog', { name: 'New vote' });
  await dialog.getByLabel('Question').fill('Where to in May?');
  await dialog.getByRole('group', { name: 'Opens' }).getByText('Tomorrow').click();
  const closes = dialog.getByRole('group', { name: 'Closes' });
  await closes.getByText('At a set time').click();
  await dialog.getByLabel('Date').fill('2020-05-05');
  await dialog.getByText('It has to close later than it opens, and later than now.').waitFor();
  const found = await flaws(fay.page, 'the plan of a ballot');
  await keepPicture(fay.page, 'planned-plan');
  await closes.getByText('A week later').click();
  await dialog.getByRole('button', { name: 'Announce the vote' }).click();
  await dialog.waitFor({ state: 'detached' });
  return found;
}

/** Opened now: what the dialog holds is not touched but for its question. */
async function opens(
  fay: BrowserPerson,
  button: string,
  dialogName: string,
  question: string,
): Promise<void> {
  await votes(fay).getByRole('button', { name: button }).click();
  const dialog = fay.page.getByRole('dialog', { name: dialogName });
  await dialog.getByLabel('Question').fill(question);
  await keepPicture(fay.page, `planned-${question}`);
  await dialog.getByRole('button', { name: 'Open the vote' }).click();
  await dialog.waitFor({ state: 'detached' });
}

async function closes(fay: BrowserPerson): Promise<void> {
  await votes(fay).getByText('2 of 2 have voted').waitFor({ timeout: 20_000 });
  await votes(fay).getByRole('button', { name: 'Close and count' }).click();
  await votes(fay).getByRole('button', { name: 'Count now' }).click();
  await votes(fay)
    .getByText(/2 of 2 voted/)
    .waitFor();
}

async function gives(person: BrowserPerson, options: readonly string[]): Promise<void> {
  for (const option of options)
    await votes(person)
      .getByRole('button', { name: `Vote for ${option}`, exact: true })
      .click();
}

async function givesInGerman(person: BrowserPerson, options: readonly string[]): Promise<void> {
  for (const option of options)
    await votes(person)
      .getByRole('button', { name: `Für ${option} stimmen`, exact: true })
      .tap();
}

/** Written down by one and confirmed by the other; gives what stood in it already. */
async function decide(fay: BrowserPerson, tom: BrowserPerson): Promise<string> {
  await votes(fay).getByRole('button', { name: 'Record the decision' }).click();
  const decided = await decisions(fay).getByLabel('What was decided').inputValue();
  await decisions(fay).getByLabel('Why').fill('Most wanted, twice.');
  await decisions(fay).getByLabel('Reasons against it').fill('It costs most.');
  await decisions(fay).getByRole('button', { name: 'Record', exact: true }).click();
  await tom.page.getByRole('button', { name: 'Lesen' }).tap();
  await decisions(tom).getByRole('button', { name: 'Ich bestätige: A night bus' }).tap();
  await decisions(fay).getByText('Confirmed by Tom').waitFor();
  await keepPicture(tom.page, 'planned-decision');
  return decided;
}

it('A vote is announced in everybody’s own time, asked again, goes into a second round and ends in a decision that a second person confirms', async () => {
  const created = await aBoardWithIdeas();
  const fay = await comesIn(created.links.facilitator, 'Fay', { timezoneId: 'Europe/Berlin' });
  const tom = await comesIn(created.links.editor, 'Tom', {
    ...phone,
    colorScheme: 'dark',
    timezoneId: 'Asia/Tokyo',
  });
  await inGerman(tom);
  const found = await announces(fay);

  await fay.press('b');
  const inBerlin = await votes(fay)
    .getByText(/^Opens/)
    .innerText();
  await tom.page.getByRole('button', { name: 'Menü' }).tap();
  await tom.page.getByRole('menuitem', { name: 'Abstimmungen zeigen' }).tap();
  const inTokyo = await votes(tom)
    .getByText(/^Beginnt/)
    .innerText();
  await keepPicture(tom.page, 'planned-announced');
  await votes(fay).getByRole('button', { name: 'Call it off' }).click();
  await votes(fay).getByRole('button', { name: 'Call off' }).click();

  await opens(fay, 'New vote', 'New vote', 'Which first?');
  await gives(fay, ['A night bus', 'Free coffee', 'Longer tables']);
  await givesInGerman(tom, ['A night bus', 'Free coffee', 'A quiet room']);
  await closes(fay);
  await opens(fay, 'Vote again after discussion', 'Vote again', 'Which first, now?');
  await gives(fay, ['A night bus', 'A quiet room', 'Longer tables']);
  await givesInGerman(tom, ['A night bus', 'A quiet room', 'Longer tables']);
  await closes(fay);
  const moved = await votes(fay).getByRole('region', { name: 'What the discussion moved' }).innerText();
  found.push(...(await flaws(fay.page, 'what moved')));
  await opens(fay, 'Second round', 'Second round', 'The last one?');
  const goOn = votes(fay).getByRole('button', { name: /^Vote for/ });
  await goOn.first().waitFor();
  const round = await goOn.count();
  await gives(fay, ['A night bus']);
  await givesInGerman(tom, ['A night bus']);
  await closes(fay);
  await keepPicture(fay.page, 'planned-result');

  const decided = await decide(fay, tom);
  found.push(...(await flaws(fay.page, 'a decision, facilitator')), ...(await flaws(tom.page, 'a decision')));

  expect({
    times: [inBerlin, inTokyo].map((text) => text.replace(/\s/g, ' ')),
    moved: moved.split('\n').filter((line) => line.includes('up 2') || line.includes('down 1')).length,
    round,
    decided,
    found,
  }).toEqual({
    times: [
      'Opens tomorrow, 9:00 AM (Central European Standard Time)',
      'Beginnt morgen, 17:00 (Japanische Normalzeit)',
    ],
    moved: 2,
    round: 3,
    decided: 'A night bus',
    found: [],
  });
  for (const person of [fay, tom]) await person.window.close();
}, 120_000);

/** Tab until it is there; how often is no matter as long as it is soon. */
async function tabsTo({ page }: BrowserPerson, name: string, most = 40): Promise<void> {
  for (let presses = 0; presses < most; presses++) {
    const at = await page.evaluate(() => {
      const here = document.activeElement;
      const label = here?.id ? document.querySelector(`label[for="${here.id}"]`)?.textContent : null;
      return here?.getAttribute('aria-label') ?? label ?? here?.textContent ?? '';
    });
    if (at === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${name} is not within ${most} presses of Tab`);
}

it('By keys alone a ballot is opened, voted in, counted, and its decision written down and confirmed', async () => {
  const created = await aBoardWithIdeas();
  const kim = await comesIn(created.links.facilitator, 'Kim');
  await asksFor(kim, 'New vote');
  await kim.page.getByLabel('Question').and(kim.page.locator(':focus')).waitFor();
  await kim.type('Which first?');
  await kim.press('Enter');
  await kim.page.getByText('3 of 3 dots left').waitFor();
  await kim.press('b');
  await votes(kim).and(kim.page.locator(':focus')).waitFor();
  await tabsTo(kim, 'Vote for Free coffee');
  await kim.press('Enter');
  await kim.page.getByText('2 of 3 dots left').waitFor();
  await tabsTo(kim, 'Close and count');
  await kim.press('Enter');
  await kim.press('Enter');
  await votes(kim).getByText('1 of 1 voted (100%) · 4 options').waitFor();
  await tabsTo(kim, 'Record the decision');
  await kim.press('Enter');
  await decisions(kim).getByLabel('What was decided').and(kim.page.locator(':focus')).waitFor();
  await kim.press('Tab');
  await kim.type('It is what we all want.');
  await tabsTo(kim, 'Record');
  await kim.press('Enter');
  await kim.page
    .getByRole('button', { name: 'I confirm: Free coffee' })
    .and(kim.page.locator(':focus'))
    .waitFor();
  await kim.press('Enter');
  await decisions(kim).getByText('Confirmed by Kim').waitFor();
  await kim.press('Escape');
  await decisions(kim).waitFor({ state: 'detached' });
  expect(await flaws(kim.page, 'by keys')).toEqual([]);
  await kim.window.close();
}, 60_000);
