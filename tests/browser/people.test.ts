// Two people and the one list of actions: palette, keys, menus by mouse, finger and keyboard; things carried from board to
// board; following, jumping, and showing somebody the door.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Item } from '../../shared/items/item.ts';
import { launchBrowser } from '../support/browser.ts';
import { BrowserPerson } from '../support/browserPerson.ts';
import { createBoard } from '../support/people.ts';
import { type ServerProcess, startServer } from '../support/serverProcess.ts';

describe('one list of actions', () => {
  let server: ServerProcess;
  let browser: Browser;
  let ada: BrowserPerson;
  let ben: BrowserPerson;

  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
    ada = await BrowserPerson.opens(browser, server.url, 'Ada');
    await ada.startsBoard('Summer party');
    ben = await BrowserPerson.opens(browser, server.url, 'Ben', { viewport: { width: 900, height: 700 } });
    await ben.joins(await ada.inviteLink());
    await ada.writes('Lemonade');
    await ada.writes('Bonfire by the lake');
  });

  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  it('finds a note by its words and paints it, by keys alone, and remembers what was used last', async () => {
    await ada.press('/');
    await ada.type('lake');
    await ada.press('Enter');
    await ada.press('Control+k');
    await ada.type('pur');
    await ada.press('Enter');
    await ada.press('/');
    const first = await ada.page.getByRole('option').first().textContent();
    await ada.press('Escape');
    expect([(await noteCalled(ada, 'Bonfire')).colour, first?.startsWith('Purple')]).toEqual([
      'purple',
      true,
    ]);
  });

  it('shows every key', async () => {
    await ada.press('?');
    const sheet = ada.page.getByRole('dialog', { name: 'Keys' });
    await sheet.waitFor();
    const lines = await sheet.locator('dt').allTextContents();
    await ada.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    expect(lines).toEqual(
      expect.arrayContaining(['New note', 'Undo', 'Copy', 'Paste', 'Duplicate', 'All keys']),
    );
  });

  it('opens as a menu on a note by mouse, and by keyboard', async () => {
    const at = await ada.reaches((await noteCalled(ada, 'Lemonade')).id);
    await ada.page.mouse.click(at.x, at.y, { button: 'right' });
    await ada.page.getByRole('menuitem', { name: /^Duplicate/ }).click();
    await seesNotes(ada, 'Lemonade', 2);
    await ada.press('Shift+F10');
    await ada.page.getByRole('menu').waitFor();
    await ada.type('del');
    await ada.press('Enter');
    await seesNotes(ada, 'Lemonade', 1);
    expect(await ada.page.getByRole('menu').count()).toBe(0);
  });

  it('opens on the empty wall, and what it makes appears there', async () => {
    for (const key of ['1', '-', '-']) await ada.press(key);
    await ada.page.mouse.click(150, 180, { button: 'right' });
    await ada.page.getByRole('menuitem', { name: /^New note/ }).click();
    await ada.page.getByLabel('Text of the note').waitFor();
    await ada.type('Lanterns');
    await ada.press('Escape');
    const at = await ada.whereIs((await noteCalled(ada, 'Lanterns')).id);
    expect([Math.round(at.x), Math.round(at.y)]).toEqual([150, 180]);
  });

  it('opens under a finger that stays', async () => {
    const gus = await BrowserPerson.opens(browser, server.url, 'Gus', {
      viewport: { width: 360, height: 740 },
      hasTouch: true,
    });
    await gus.joins(await ada.inviteLink());
    await gus.page.getByRole('button', { name: 'Show everything' }).tap();
    const at = await gus.reaches((await noteCalled(gus, 'Lanterns')).id);
    const cdp = await gus.window.context.newCDPSession(gus.page);
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
    // Only real time makes a long press.
    await gus.page.waitForFunction((start) => performance.now() - start > 700, await pageTime(gus));
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await gus.page.getByRole('menuitem', { name: /^Duplicate/ }).tap();
    await seesNotes(ada, 'Lanterns', 2);
    await gus.window.close();
    expect(await notesCalled(ada, 'Lanterns')).toHaveLength(2);
  });

  it('carries notes to another board in another tab, as they lay', async () => {
    await ada.press('Control+a');
    await ada.press('Control+c');
    const before = await ada.liveItems();
    const page = await ada.window.context.newPage();
    const link = new URL((await createBoard(server.url, 'Elsewhere')).links.facilitator);
    await page.goto(`${link.pathname}?inspect${link.hash}`);
    await page.waitForFunction(() => window.wallflower !== undefined);
    await page.keyboard.press('Control+v');
    await page.getByText('4 notes pasted.').waitFor();
    const after = await page.evaluate(() => window.wallflower?.items() ?? []);
    await page.close();
    expect(arrangement(after)).toEqual(arrangement(before));
  });

  it('makes a note of every cell that comes from a spreadsheet', async () => {
    await ada.page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', '<table><tr><td>Tent</td><td>Rope</td></tr></table>');
      clipboardData.setData('text/plain', 'Tent\tRope\r\n');
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    });
    await seesNotes(ada, 'Rope', 1);
    const news = ada.page.getByText('2 notes pasted.');
    await news.waitFor();
    // It offers to take the pasting back, and goes where that is not the last step any more.
    await ada.press('Alt+3');
    await news.waitFor({ state: 'detached', timeout: 5_000 });
    await ada.press('Control+z');
    await ada.press('Control+z');
    await seesNotes(ada, 'Rope', 0);
    expect(await notesCalled(ada, 'Tent')).toEqual([]);
  });
});

describe('people on the wall', () => {
  let server: ServerProcess;
  let browser: Browser;
  let ada: BrowserPerson;
  let ben: BrowserPerson;

  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
    ada = await BrowserPerson.opens(browser, server.url, 'Ada');
    await ada.startsBoard('Summer party');
    ben = await BrowserPerson.opens(browser, server.url, 'Ben', { viewport: { width: 900, height: 700 } });
    await ben.joins(await ada.inviteLink());
    await ada.writes('Lemonade');
    await seesNotes(ben, 'Lemonade', 1);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  it('follow one another across screens of another size, until they look for themselves', async () => {
    await ben.page.getByRole('button', { name: 'Ada' }).click();
    await ben.page.getByRole('button', { name: 'Follow' }).click();
    await ben.page.getByText('Following Ada').waitFor();
    await ada.page.mouse.move(640, 400);
    await ada.page.mouse.wheel(300, 200);
    await ada.press('-');
    const id = (await noteCalled(ada, 'Lemonade')).id;
    const far = offMiddle(await ada.whereIs(id), 1280, 800);
    const scale = 900 / 1280;
    await standsAt(ben, id, { x: 450 + far.x * scale, y: 350 + far.y * scale });
    await ben.page.mouse.move(450, 350);
    await ben.page.mouse.wheel(0, 50);
    await ben.page.getByText('Following Ada').waitFor({ state: 'detached' });
    const left = await ben.whereIs(id);
    await ada.page.mouse.wheel(0, 400);
    const there = { x: 450 + far.x * scale, y: 350 + (far.y - 400) * scale };
    // To where Ada is as far as Ben knows: asked again until he has heard of her last step.
    await expect
      .poll(async () => {
        await ben.page.getByRole('button', { name: 'Ada' }).click();
        await ben.page.getByRole('button', { name: 'Jump to' }).click();
        const at = await ben.whereIs(id);
        return Math.hypot(at.x - there.x, at.y - there.y) < 5;
      })
      .toBe(true);
    expect(left.y).not.toBe((await ben.whereIs(id)).y);
  });

  it('leave nothing behind when their line is cut: no pointer, no outline, no frame', async () => {
    await ada.page.getByRole('button', { name: 'Ben' }).click();
    await ada.page.getByRole('button', { name: 'Follow' }).click();
    await ada.page.getByText('Following Ben').waitFor();
    await ben.page.mouse.move(450, 300);
    const pointers = ada.page.getByRole('application').getByText('Ben', { exact: true });
    await pointers.waitFor();
    await ben.window.context.close();
    await ada.page.getByText('Following Ben').waitFor({ state: 'detached' });
    await ada.page.waitForFunction(() => window.wallflower?.othersHere() === 0);
    // It is taken away with the next picture.
    await pointers.waitFor({ state: 'detached' });
    expect(await pointers.count()).toBe(0);
  });

  it('can be shown the door, and be let in again', async () => {
    const gus = await BrowserPerson.opens(browser, server.url, 'Gus');
    await gus.joins(await ada.inviteLink());
    await ada.page.getByRole('button', { name: 'Gus' }).click();
    await ada.page.getByLabel('Role').selectOption('viewer');
    await gus.page.getByText('You can look around here').waitFor();
    await ada.page.getByRole('button', { name: 'Remove from this board' }).click();
    await ada.page.getByRole('button', { name: 'Remove', exact: true }).click();
    await ada.page.getByText('Gus was removed from this board.').waitFor();
    await gus.page.getByRole('heading', { name: 'You were taken off this board' }).waitFor();
    await ada.page.waitForFunction(() => window.wallflower?.othersHere() === 0);
    await ada.page
      .getByLabel('Messages')
      .filter({ hasText: 'Gus was removed' })
      .getByRole('button', { name: 'Undo' })
      .last()
      .click();
    await ada.page.getByText('Gus may come back with the link.').waitFor();
    await gus.page.reload();
    await gus.isIn();
    expect(gus.window.complaints()).toEqual([]);
  });

  it('had nothing to complain about', async () => {
    await ada.window.close();
  });
});

function arrangement(items: readonly Item[]): string[] {
  const live = items.filter((item) => !item.deleted);
  const x = Math.min(...live.map((item) => item.x));
  const y = Math.min(...live.map((item) => item.y));
  return live.map((item) => `${item.text} ${item.x - x},${item.y - y} ${item.colour}`).sort();
}

function offMiddle(at: { x: number; y: number }, w: number, h: number): { x: number; y: number } {
  return { x: at.x - w / 2, y: at.y - h / 2 };
}

/** Waits until an item is drawn there, give or take a few pixels. */
async function standsAt(person: BrowserPerson, id: string, at: { x: number; y: number }): Promise<void> {
  await person.page.waitForFunction(
    (wanted) => {
      const is = window.wallflower?.whereIs(wanted.id);
      return is && Math.hypot(is.x - wanted.at.x, is.y - wanted.at.y) < 5;
    },
    { id, at },
  );
}

function pageTime(person: BrowserPerson): Promise<number> {
  return person.page.evaluate(() => performance.now());
}

async function seesNotes(person: BrowserPerson, text: string, count: number): Promise<void> {
  await person.page.waitForFunction(
    (wanted) =>
      window.wallflower?.items().filter((item) => !item.deleted && item.text.startsWith(wanted.text))
        .length === wanted.count,
    { text, count },
  );
}

async function notesCalled(person: BrowserPerson, text: string): Promise<readonly Item[]> {
  return (await person.liveItems()).filter((item) => item.text.startsWith(text));
}

async function noteCalled(person: BrowserPerson, text: string): Promise<Item> {
  const [found] = await notesCalled(person, text);
  if (found === undefined) throw new Error(`${person.name} has no note called ${text}`);
  return found;
}
