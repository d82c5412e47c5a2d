// A session on two phones: whoever leads goes on with one press, whoever comes late finds the pad free, and nothing is offered
// that cannot be done any more.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createItems } from '../../shared/board/verbs.ts';
import type { BoardCreated } from '../../shared/protocol/api.ts';
import { launchBrowser, openWindow, phone } from '../support/browser.ts';
import { BrowserPerson } from '../support/browserPerson.ts';
import { keepPicture } from '../support/keepPicture.ts';
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

async function comes(created: BoardCreated, name: string, role: 'facilitator' | 'editor') {
  const person = await BrowserPerson.opens(browser, server.url, name, phone);
  person.page.setDefaultTimeout(12_000);
  await person.joins(created.links[role]);
  return person;
}

const barOf = ({ page }: BrowserPerson) => page.getByRole('region', { name: 'What happens now' });
const padOf = ({ page }: BrowserPerson) => page.getByRole('complementary', { name: 'Your private ideas' });

/** Two steps, of which the first is begun; the panel put away. */
async function begins({ page }: BrowserPerson): Promise<void> {
  await page.getByRole('button', { name: 'Session: steps and time' }).tap();
  const panel = page.getByRole('complementary', { name: 'Session' });
  for (const kind of ['Talk it over', 'Silent writing']) {
    await panel.getByRole('button', { name: 'Add a step' }).tap();
    await page.getByRole('menuitem', { name: kind }).tap();
    await panel.getByRole('list').first().getByText(kind).last().waitFor();
  }
  await panel.getByRole('button', { name: 'Start: Talk it over' }).tap();
  await panel.getByRole('button', { name: 'Close' }).tap();
}

describe('a session on phones', () => {
  it('goes on with one press; what is on the wall has no clock; who comes late writes at once', async () => {
    const created = await createBoard(server.url, 'Small screens');
    const ada = await comes(created, 'Ada', 'facilitator');
    await begins(ada);
    await keepPicture(ada.page, 'phone-begun-ada');
    await barOf(ada).getByRole('button', { name: 'Next: Silent writing' }).tap();
    const ben = await comes(created, 'Ben', 'editor');
    const field = padOf(ben).getByLabel('New idea');
    await field.tap();
    await ben.page.keyboard.insertText('Heated seats');
    await padOf(ben).getByText('Saved').waitFor();
    const late = await ben.page.getByText(/You come in during/).count();
    await keepPicture(ben.page, 'phone-late-ben');
    // Focus goes on at the wall, where keys work.
    await ben.page.keyboard.press('Escape');
    await ben.page.getByRole('application').and(ben.page.locator(':focus')).waitFor();
    const timed = await barOf(ben).getByRole('timer').count();
    await padOf(ada).getByRole('button', { name: /Put/ }).tap();
    await barOf(ada).getByRole('button', { name: 'Reveal' }).tap();
    await ada.page.getByRole('button', { name: 'Reveal anyway' }).tap();
    for (const person of [ada, ben]) await barOf(person).getByText('The ideas are on the wall.').waitFor();
    await keepPicture(ada.page, 'phone-revealed-ada');
    expect({
      late,
      timed,
      untimed: await barOf(ben).getByRole('timer').count(),
      reveals: await barOf(ada).getByRole('button', { name: 'Reveal' }).count(),
      ends: await barOf(ada).getByRole('button', { name: 'End the session' }).count(),
    }).toEqual({ late: 0, timed: 1, untimed: 0, reveals: 0, ends: 1 });
    for (const person of [ada, ben]) await person.window.close();
  });

  it('takes the way back of parking away with its end, and offers to lead without taking sides', async () => {
    const created = await createBoard(server.url, 'Parked');
    const bot = await RealPerson.arrives(server.url, created, 'editor', 'Bot');
    createItems(bot.board, [{ kind: 'note', x: 0, y: 0, text: 'Another matter' }]);
    await bot.saved();
    bot.leave();
    const ada = await BrowserPerson.opens(browser, server.url, 'Ada');
    await ada.joins(created.links.facilitator);
    const { page } = ada;
    await page.keyboard.press('s');
    await page.getByRole('button', { name: '10 min talking' }).click();
    await page.getByRole('switch', { name: 'I take no side' }).click();
    await keepPicture(ada.page, 'phone-neutral-ada');
    await page.getByRole('button', { name: 'Take no side' }).click();
    await page.getByText('Only another facilitator can take this back.').waitFor();
    await ada.selects([(await ada.liveItems())[0]?.id ?? '']);
    await page.keyboard.press('Shift+P');
    await page.getByText('1 idea parked').waitFor();
    await page.getByRole('button', { name: 'End the session' }).click();
    await page.getByText('1 idea parked').waitFor({ state: 'detached', timeout: 3_000 });
    expect((await ada.liveItems()).map(({ text }) => text).sort()).toEqual(['Another matter', 'Parked']);
    await ada.window.close();
  });
});

it('A template that is dropped beside its place on the start page is taken, not opened by the browser', async () => {
  const { page, close } = await openWindow(browser, server.url, { viewport: { width: 1280, height: 800 } });
  await page.goto('/');
  await page.getByRole('heading', { name: 'Start with a template' }).waitFor();
  const taken = await page.getByRole('heading', { level: 1 }).evaluate((place) => {
    const files = new DataTransfer();
    files.items.add(new File(['no template'], 'notes.json', { type: 'application/json' }));
    const events = ['dragover', 'drop'].map(
      (kind) => new DragEvent(kind, { dataTransfer: files, bubbles: true, cancelable: true }),
    );
    return events.map((event) => !place.dispatchEvent(event));
  });
  await page.getByRole('alert').waitFor();
  expect(taken).toEqual([true, true]);
  await close();
});
