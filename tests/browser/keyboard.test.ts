// No mouse, no finger: the whole round on the keys of a desk, on the canvas and by the list of all ideas.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

/** Presses a key until what is wanted has the focus. */
async function goTo(person: BrowserPerson, wanted: string, key = 'Tab'): Promise<void> {
  const { page } = person;
  for (let presses = 0; presses < 60; presses++) {
    const here = await page.evaluate(async () => {
      // What a key does to the focus is there in the next frame.
      await new Promise(requestAnimationFrame);
      const { activeElement: element } = document;
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null;
      return (element?.ariaLabel ?? label ?? element?.textContent ?? '').trim();
    });
    if (here.startsWith(wanted)) return;
    await person.press(key);
  }
  throw new Error(`${key} never came to ${wanted}`);
}

const outlineOf = async (person: BrowserPerson) => {
  const items = await person.liveItems();
  const titles = new Map(items.map((item) => [item.id, item.text]));
  return items.map(({ text, parent }) => (parent ? `${titles.get(parent)} / ${text}` : text)).sort();
};

describe('by keys alone', () => {
  it('a board is written, gathered, titled, undone, exported and left', async () => {
    const { links } = await createBoard(server.url, 'Keys');
    const ada = await BrowserPerson.opens(browser, server.url, 'Ada', { acceptDownloads: true });
    const { page } = ada;
    page.setDefaultTimeout(8_000);
    const text = page.getByLabel('Text of the note');
    await page.goto(`${new URL(links.facilitator).pathname}?inspect${new URL(links.facilitator).hash}`);
    await page.getByLabel('Your name').waitFor();
    await goTo(ada, 'Your name');
    await ada.type('Ada');
    await ada.press('Enter');
    await ada.isIn();
    await page.getByText('Saved').waitFor();

    await ada.press('n');
    await text.waitFor();
    await ada.type('Bread');
    await ada.press('Tab');
    await ada.type('Cheese');
    await ada.press('Tab');
    await ada.type('Chairs');
    await ada.press('Escape');
    await text.waitFor({ state: 'detached' });

    await goTo(ada, 'Chairs');
    await ada.press('ArrowUp');
    await ada.press('Shift+ArrowUp');
    await ada.press('c');
    await page.getByLabel('Title of the cluster').waitFor();
    await ada.type('Food');
    await ada.press('Enter');
    const gathered = await outlineOf(ada);

    await ada.press('Control+z');
    await page.waitForFunction(
      () => window.wallflower?.items().every((item) => item.kind !== 'cluster' || item.deleted) === true,
    );
    const undone = await outlineOf(ada);
    await ada.press('Control+Shift+z');
    await page.waitForFunction(
      () => window.wallflower?.items().some((item) => item.text === 'Food') === true,
    );

    await goTo(ada, 'Menu', 'Shift+Tab');
    await ada.press('Enter');
    const download = page.waitForEvent('download');
    await goTo(ada, 'Take it along', 'ArrowDown');
    await ada.press('Enter');
    await goTo(ada, 'Save CSV table', 'Tab');
    await ada.press('Enter');
    const file = (await download).suggestedFilename();
    await ada.press('Escape');
    await goTo(ada, 'Menu', 'Shift+Tab');
    await ada.press('Enter');
    await goTo(ada, 'All boards', 'ArrowDown');
    await ada.press('Enter');
    await page.waitForURL((url) => url.pathname === '/');
    expect({ gathered, undone, file: file.replace(/^.*\./, '') }).toEqual({
      gathered: ['Chairs', 'Food', 'Food / Bread', 'Food / Cheese'],
      undone: ['Bread', 'Chairs', 'Cheese'],
      file: 'csv',
    });
    await ada.window.close();
  });

  it('the list writes, moves and deletes, and stays in step with others without taking the focus', async () => {
    const created = await createBoard(server.url, 'List');
    const eve = await RealPerson.arrives(server.url, created, 'editor', 'Eve');
    const food = createItems(eve.board, [{ kind: 'cluster', x: 0, y: 0, text: 'Food' }])[0];
    const [bread] = createItems(eve.board, [
      { kind: 'note', x: 600, y: 0, text: 'Bread' },
      { kind: 'note', x: 900, y: 0, text: 'Chairs' },
    ]);
    await eve.saved();
    const ada = await BrowserPerson.opens(browser, server.url, 'Ada');
    const { page } = ada;
    page.setDefaultTimeout(8_000);
    await ada.joins(created.links.editor);
    const tree = page.getByRole('tree');
    const lines = () =>
      tree
        .getByRole('treeitem')
        .evaluateAll((rows) =>
          rows.map((row) => `${row.ariaLevel} ${row.ariaPosInSet}/${row.ariaSetSize} ${row.ariaLabel}`),
        );
    await tree.waitFor({ state: 'attached' });
    await page.getByText('Saved').waitFor();
    await tree.getByRole('treeitem', { name: 'Chairs' }).waitFor({ state: 'attached' });
    const heard = await lines();

    await goTo(ada, 'Food');
    await ada.press('ArrowDown');
    await ada.press('m');
    await page.getByRole('menuitem', { name: 'Move into “Food”' }).waitFor();
    await goTo(ada, 'Move into', 'ArrowDown');
    await ada.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Moved into Food' }).waitFor({ state: 'attached' });
    const moved = await lines();

    // Enter writes, and afterwards the list has the focus again.
    await goTo(ada, 'Bread', 'ArrowDown');
    await ada.press('Enter');
    await page.getByLabel('Text of the note').waitFor();
    await ada.type(' and butter');
    await ada.press('Escape');
    await page.waitForFunction(() => document.activeElement?.ariaLabel === 'Bread and butter');

    // Somebody else writes above: the list follows, the focus stays.
    createItems(eve.board, [{ kind: 'note', x: 20, y: 60, text: 'Apples', ...(food && { parent: food }) }]);
    await tree.getByRole('treeitem', { name: 'Apples' }).waitFor();
    const focused = await page.evaluate(() => document.activeElement?.ariaLabel);
    await ada.press('Delete');
    await page.waitForFunction(() => document.activeElement?.role === 'treeitem');
    await tree.getByRole('treeitem', { name: 'Bread and butter' }).waitFor({ state: 'detached' });
    expect({
      heard,
      moved,
      focused,
      left: await lines(),
      deleted: (await ada.items()).find(({ id }) => id === bread)?.deleted,
    }).toEqual({
      heard: ['1 1/3 Food, 0 notes, cluster', '1 2/3 Bread', '1 3/3 Chairs'],
      moved: ['1 1/2 Food, 1 note, cluster', '2 1/1 Bread', '1 2/2 Chairs'],
      focused: 'Bread and butter',
      left: ['1 1/2 Food, 1 note, cluster', '2 1/1 Apples', '1 2/2 Chairs'],
      deleted: true,
    });
    eve.leave();
    await ada.window.close();
  });
});
