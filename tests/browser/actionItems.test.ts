// From a note to something done: two people, a line typed with a name and a day in it, the lists by keys, by hand and by
// finger, the list on the start page, and the next session with what was left open.

import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, type WindowOptions } from '../support/browser.ts';
import { BrowserPerson } from '../support/browserPerson.ts';
import { Fingers } from '../support/fingers.ts';
import { flaws } from '../support/flaws.ts';
import { createBoard } from '../support/people.ts';
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

async function comesIn(link: string, name: string, options: WindowOptions = {}): Promise<BrowserPerson> {
  const person = await BrowserPerson.opens(browser, server.url, name, options);
  person.page.setDefaultTimeout(15_000);
  await person.joins(link);
  return person;
}

const panelOf = ({ page }: BrowserPerson) => page.getByRole('complementary', { name: 'Action items' });
const listOf = (person: BrowserPerson, name: string) => panelOf(person).getByRole('region', { name });

describe('action items', () => {
  it('go from a note to done between two people, by keys', async () => {
    const created = await createBoard(server.url, 'Night bus');
    const ada = await comesIn(created.links.facilitator, 'Ada');
    const bea = await comesIn(created.links.editor, 'Bea');
    const found: string[] = [];
    await ada.writes('Ask for three offers');
    const [note] = await ada.liveItems();
    await ada.selects([note?.id ?? '']);
    await ada.press('a');
    await panelOf(ada).getByRole('group', { name: 'Ask for three offers' }).waitFor();

    // Typed in one line; the owner is picked by keys, the day is read from the words.
    await panelOf(ada).getByRole('combobox', { name: 'What is to be done?' }).click();
    await ada.type('Book the hall @be');
    await ada.page.getByRole('option', { name: 'Bea' }).waitFor();
    found.push(...(await flaws(ada.page, 'suggestions')));
    await ada.press('Enter');
    await ada.type('due tomorrow');
    await ada.press('Escape');
    const field = panelOf(ada).getByLabel('Due');
    const tomorrow = await field.inputValue();
    await ada.press('Enter');

    // Bea hears of hers, and does it.
    await bea.page.getByText('Book the hall – this is yours to do.').waitFor();
    await bea.page.getByRole('button', { name: 'Show', exact: true }).click();
    const card = panelOf(bea).getByRole('group', { name: 'Book the hall, Bea, due tomorrow' });
    await card.waitFor();
    await bea.page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'group');
    found.push(...(await flaws(bea.page, 'panel')));
    await bea.press('ArrowRight');
    await listOf(ada, 'Doing, 1').getByText('Book the hall').waitFor();
    await listOf(bea, 'Doing, 1').waitFor();
    await bea.page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'group');
    await bea.press('Space');
    await listOf(ada, 'Done, 1').getByText('Book the hall').waitFor();
    await panelOf(ada).getByText('1 of 2 done').waitFor();
    await panelOf(bea).getByRole('button', { name: 'Mine' }).click();
    const cards = await panelOf(bea).getByRole('group').count();

    // From the item back to its note.
    await panelOf(ada).getByRole('button', { name: 'Show the note “Ask for three offers”' }).click();
    const summary = await ada.exports('summary.md');
    expect([found, /^\d{4}-\d{2}-\d{2}$/.test(tomorrow), cards, summary.includes('1 of 2 done')]).toEqual([
      [],
      true,
      1,
      true,
    ]);
    await ada.window.close();
    await bea.window.close();
  });

  it('are carried by hand and by finger to another list', async () => {
    const created = await createBoard(server.url, 'Hands');
    const touch = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
    const ada = await comesIn(created.links.facilitator, 'Ada', touch);
    const { page } = ada;
    await page.keyboard.press('Shift+a');
    await panelOf(ada).getByRole('combobox', { name: 'What is to be done?' }).fill('Paint the fence @Ada');
    await page.keyboard.press('Enter');
    const card = panelOf(ada).getByRole('group', { name: 'Paint the fence, Ada' });
    await card.waitFor();
    // The next one can be typed at once: nothing that is fetched meanwhile takes the field away.
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');
    const found = await flaws(page, 'phone');
    const middleOf = async (place: Locator) => {
      const box = await place.boundingBox();
      if (box === null) throw new Error('it is not on the screen');
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    };
    const grip = () => middleOf(card.getByTitle('Drag “Paint the fence” to another list'));
    // While a card is held all lists stand in a bar.
    const drop = (status: string) => middleOf(page.locator(`[data-status="${status}"]`).last());
    const from = await grip();
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    const to = await drop('doing');
    await page.mouse.move(to.x, to.y, { steps: 5 });
    await page.mouse.up();
    await listOf(ada, 'Doing, 1').waitFor();
    await (await Fingers.on(page)).carry(await grip(), () => drop('done'));
    await listOf(ada, 'Done, 1').waitFor();
    await card.getByRole('button', { name: 'Done: Paint the fence' }).tap();
    await listOf(ada, 'To do, 1').waitFor();
    expect(found).toEqual([]);
    await ada.window.close();
  });

  it('that are open stand on the start page and go along to the next session', async () => {
    const created = await createBoard(server.url, 'Retro');
    const ada = await comesIn(created.links.facilitator, 'Ada');
    const bea = await comesIn(created.links.editor, 'Bea');
    await ada.press('Shift+a');
    const line = panelOf(ada).getByRole('combobox', { name: 'What is to be done?' });
    await line.fill('Write the report @Ada due 2020-01-02');
    await ada.press('Enter');
    await panelOf(ada)
      .getByRole('group', { name: /^Write the report, Ada, overdue/ })
      .waitFor();

    await ada.page.goto('/');
    const mine = ada.page.getByRole('region', { name: 'My open action items' });
    const entry = mine.getByRole('link', { name: /Write the report.*overdue.*on Retro/ });
    await entry.waitFor();
    const found = await flaws(ada.page, 'start page');
    await entry.click();
    await panelOf(ada)
      .getByRole('group', { name: /^Write the report/ })
      .waitFor();
    await ada.page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'group');

    // The palette's field is the only one when the panel is closed.
    await ada.press('Escape');
    await panelOf(ada).waitFor({ state: 'detached' });
    await ada.press('Control+k');
    await ada.page.getByRole('combobox').fill('Next session');
    await ada.press('Enter');
    await ada.page
      .getByRole('dialog', { name: 'The next session' })
      .getByText('1 open action item comes along.')
      .waitFor();
    found.push(...(await flaws(ada.page, 'next session')));
    await ada.page.getByLabel('Name of the new board').fill('Retro in May');
    await ada.press('Enter');
    await ada.page.waitForFunction(() => document.title.startsWith('Retro in May'));
    // Bea, who was in the session before, comes along; the news of it go by themselves.
    await bea.page.getByText('The next session is ready: Retro in May').waitFor();
    await bea.page.getByRole('button', { name: 'Go there' }).click();
    await bea.page.waitForFunction(() => document.title.startsWith('Retro in May'));
    await ada.page.getByRole('button', { name: 'Share' }).waitFor();
    await ada.press('Shift+a');
    await panelOf(ada)
      .getByRole('group', { name: /^Write the report, Ada/ })
      .waitFor();
    await panelOf(ada).getByRole('button', { name: 'The session before: Retro' }).waitFor();
    found.push(...(await flaws(ada.page, 'carried over')));
    expect(found).toEqual([]);
    await ada.window.close();
    await bea.window.close();
  });
});
