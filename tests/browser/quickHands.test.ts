// Quick hands on slow machines: keys and pastes that come before what they are meant for is there. What is held back here is
// the network's answer; the keys themselves are pressed without a pause.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openWindow } from '../support/browser.ts';
import { BrowserPerson } from '../support/browserPerson.ts';
import { createBoard } from '../support/people.ts';
import { type ServerProcess, startServer } from '../support/serverProcess.ts';

describe('a quick hand', () => {
  let server: ServerProcess;
  let browser: Browser;
  let ada: BrowserPerson;

  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
    ada = await BrowserPerson.opens(browser, server.url, 'Ada');
    await ada.startsBoard('Summer party');
    await ada.writes('Bonfire by the lake');
    await ada.writes('Lemonade');
  });

  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  it('writes a whole story before the palette has arrived', async () => {
    const letGo = await holdBack(ada.page, /\/Palette-.*\.js/);
    await ada.page.reload();
    await ada.isIn();
    await burst(ada.page, '/', ...'lakf', 'Backspace', 'e', 'Enter', 'Control+k', ...'pur', 'Enter');
    await burst(ada.page, 'n', ...'Now', 'Enter', 'y', 'Escape', '?', 'Escape');
    const before = await inShort(ada);
    letGo();
    await ada.page.waitForFunction(() => window.wallflower?.items().some(({ text }) => text === 'Now\ny'));
    expect([before, await inShort(ada), await openOnes(ada.page)]).toEqual([
      ['Bonfire by the lake yellow', 'Lemonade yellow'],
      ['Bonfire by the lake purple', 'Lemonade yellow', 'Now\ny purple'],
      0,
    ]);
  });

  it('finds keys where they belong while the page is busy: in a note, in the palette, in a menu, on the wall', async () => {
    await busy(ada.page);
    await burst(ada.page, 'n', ...'First', 'Escape', 'n', ...'Second', 'Escape', '/', ...'first', 'Enter');
    await burst(ada.page, 'Shift+F10', ...'del', 'Enter', '?', 'Escape', 'n', ...'Third', 'Escape');
    await ada.page.waitForFunction(() => window.wallflower?.items().some(({ text }) => text === 'Third'));
    expect([await inShort(ada), await openOnes(ada.page)]).toEqual([
      ['Bonfire by the lake purple', 'Lemonade yellow', 'Now\ny purple', 'Second purple', 'Third purple'],
      0,
    ]);
  });

  it("has its letters in the palette that it asked the board's menu for", async () => {
    const letGo = await holdBack(ada.page, /\/Palette-.*\.js/);
    await ada.page.reload();
    await ada.isIn();
    await ada.page.getByRole('button', { name: 'Menu', exact: true }).click();
    await ada.page.getByRole('menuitem', { name: /^Find/ }).click();
    await burst(ada.page, ...'thrd', 'Backspace', 'Backspace', ...'ird', 'Enter', 'Delete');
    const before = (await inShort(ada)).length;
    letGo();
    await ada.page.waitForFunction(() =>
      window.wallflower?.items().every((item) => item.deleted || item.text !== 'Third'),
    );
    await ada.press('Control+z');
    expect([before, (await inShort(ada)).length, await openOnes(ada.page)]).toEqual([5, 5, 0]);
  });

  it('takes back what it asked for too soon, and has the wall again', async () => {
    const letGo = await holdBack(ada.page, /\/KeySheet-.*\.js/);
    await ada.page.reload();
    await ada.isIn();
    await burst(ada.page, '?', 'Escape', 'Control+a', 'Delete');
    await ada.page.waitForFunction(() => window.wallflower?.items().every(({ deleted }) => deleted));
    await ada.press('Control+z');
    letGo();
    expect([(await inShort(ada)).length, await openOnes(ada.page)]).toEqual([5, 0]);
  });

  it('has in the palette what it pasted for it, in its place, and leaves the rest to the wall', async () => {
    const letGo = await holdBack(ada.page, /\/Palette-.*\.js/);
    await ada.page.reload();
    await ada.isIn();
    await burst(ada.page, '/', ...'sec');
    await pastes(ada.page, 'ond');
    await burst(ada.page, 'Enter', '/', ...'green', 'Enter');
    await pastes(ada.page, 'Chairs\nTables');
    letGo();
    await ada.page.getByText('2 notes pasted.').waitFor();
    const after = await inShort(ada);
    await ada.press('Control+z');
    await ada.press('Control+z');
    expect([after.filter((line) => /green|Chairs|Tables/.test(line)), (await inShort(ada)).length]).toEqual([
      ['Chairs yellow', 'Second green', 'Tables yellow'],
      5,
    ]);
  });

  it('writes from the press that makes the board, before there is one, into its first note and the next', async () => {
    const { page, close } = await openWindow(browser, server.url, { viewport: { width: 1280, height: 800 } });
    const letMake = await holdBack(page, /\/api\/boards$/);
    const letIn = await holdBack(page, /\/api\/boards\/[^/]+$/);
    await page.goto('/');
    await page.getByRole('button', { name: 'New board' }).click();
    await burst(page, ...'Milj', 'Backspace', 'k', 'Enter', ...'or ');
    await pastes(page, 'oats');
    letMake();
    await page.waitForURL(/\/b\//);
    await burst(page, 'Tab', ...'Bread');
    letIn();
    await page.getByLabel('Text of the note').waitFor();
    await burst(page, 's', 'Escape');
    await page.getByText('Saved', { exact: true }).first().waitFor();
    await page.goto(`${new URL(page.url()).pathname}?inspect`);
    // At first it has what the device kept; the last letter may come from the server.
    await expect.poll(() => textsOn(page)).toEqual(['Breads', 'Milk\nor oats']);
    await close();
  });

  it("closes the board's menu while it appears, and has it again at the next press", async () => {
    const { page } = ada;
    const button = page.getByRole('button', { name: 'Menu', exact: true });
    const shown: number[] = [];
    for (let round = 0; round < 20; round++) {
      await button.click();
      shown.push(await page.getByRole('menu').count());
      await ada.press('Escape');
      shown.push(await page.getByRole('menu').count());
    }
    expect(shown).toEqual(Array.from({ length: 20 }, () => [1, 0]).flat());
  });

  it('keeps the menu it opened when a panel that was asked for before arrives', async () => {
    const { page } = ada;
    const letGo = await holdBack(page, /\/SessionPanel-.*\.js/);
    await page.reload();
    await ada.isIn();
    await burst(page, 's');
    await page.getByRole('button', { name: 'Menu', exact: true }).click();
    await page.getByRole('menu').waitFor();
    letGo();
    await page.getByRole('complementary', { name: 'Session' }).waitFor();
    await ada.press('End');
    const chosen = await page.evaluate(() => document.activeElement?.getAttribute('role'));
    await ada.press('Escape');
    expect([chosen, await openOnes(page)]).toEqual(['menuitem', 0]);
  });

  it('says its name at a door that is still being fetched', async () => {
    const link = new URL((await createBoard(server.url, 'Elsewhere')).links.facilitator);
    const context = await browser.newContext({ baseURL: server.url });
    const page = await context.newPage();
    const letGo = await holdBack(page, /\/JoinPage-.*\.js/);
    await page.goto(`${link.pathname}${link.hash}`);
    await page.getByRole('status').first().waitFor();
    await burst(page, ...'Zoo', 'Backspace', 'e', 'Enter');
    letGo();
    await page.getByRole('application').waitFor();
    const name = await page.evaluate(() => localStorage.getItem('wallflower.name'));
    await context.close();
    expect(name).toBe('"Zoe"');
  });

  it('marks no word of the interface when Shift meets it on the way', async () => {
    await ada.press('Escape');
    await pastes(ada.page, 'Cups\nPlates\nForks');
    await ada.page.getByText('3 notes pasted.').waitFor();
    const ids = (await ada.liveItems()).flatMap(({ id, text }) => (/Cups|Forks/.test(text) ? id : []));
    await ada.selects(ids);
    // Missed: from where they were pressed last to here, browsers would mark all words.
    const words = ada.page.getByText('3 notes pasted.');
    await words.click({ position: { x: 2, y: 8 } });
    await words.click({ modifiers: ['Shift'], position: { x: 60, y: 8 } });
    const marked = await ada.page.evaluate(() => String(getSelection()));
    await ada.press('Delete');
    const left = (await inShort(ada)).filter((line) => /Cups|Plates|Forks/.test(line));
    expect([marked, left]).toEqual(['', ['Plates yellow']]);
  });

  it('pastes into a board that has not been opened yet, and before anything that reads clipboards', async () => {
    const link = new URL((await createBoard(server.url, 'Elsewhere')).links.facilitator);
    const page = await ada.window.context.newPage();
    const letRead = await holdBack(page, /\/BoardChrome-.*\.js/);
    const letIn = await holdBack(page, /\/api\/boards\/[^/]+$/);
    await page.goto(`${link.pathname}?inspect${link.hash}`);
    await page.getByRole('status').first().waitFor();
    await pastes(page, 'Tent\nRope\nLamp');
    letIn();
    await page.getByRole('application').waitFor();
    await pastes(page, 'Bread\nButter');
    letRead();
    // The news of the first is gone by then: it offers an undo, which now means the second.
    await page.getByText('2 notes pasted.').waitFor();
    await page.waitForFunction(() => window.wallflower !== undefined);
    const texts = await page.evaluate(() => window.wallflower?.items().map(({ text }) => text));
    await page.close();
    expect(texts?.sort()).toEqual(['Bread', 'Butter', 'Lamp', 'Rope', 'Tent']);
  });

  it('had nothing to complain about', async () => {
    await ada.window.close();
  });
});

/** Keeps answers back until what it returns is called. */
async function holdBack(page: Page, address: RegExp): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(address, async (route) => {
    await held;
    await route.continue();
  });
  return () => letGo();
}

/** All at once, as a machine that was busy finds them waiting: no key waits for what the one before has done. */
async function burst(page: Page, ...keys: readonly string[]): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  const sent = keys.flatMap((chord) => {
    const { text, ...event } = keyEvent(chord);
    const down = { ...event, type: 'keyDown', ...(text !== undefined && { text }) } as const;
    return [
      cdp.send('Input.dispatchKeyEvent', down),
      cdp.send('Input.dispatchKeyEvent', { ...event, type: 'keyUp' }),
    ];
  });
  await Promise.all(sent);
  await cdp.detach();
}

const codes: Readonly<Record<string, number>> = { Enter: 13, Escape: 27, Backspace: 8, Delete: 46, F10: 121 };

function keyEvent(chord: string) {
  const [key = '', modifier] = chord.split('+').reverse();
  const modifiers = modifier === 'Control' ? 2 : modifier === 'Shift' ? 8 : 0;
  const windowsVirtualKeyCode = codes[key] ?? key.toUpperCase().charCodeAt(0);
  const text = key === 'Enter' ? '\r' : key.length === 1 && modifiers === 0 ? key : undefined;
  return { key, modifiers, windowsVirtualKeyCode, text };
}

/** The page has something else to do for a moment. */
function busy(page: Page): Promise<void> {
  return page.evaluate(() => {
    requestAnimationFrame(() => {
      const start = performance.now();
      while (performance.now() - start < 400);
    });
  });
}

function pastes(page: Page, text: string): Promise<void> {
  return page.evaluate((plain) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', plain);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

async function inShort(person: BrowserPerson): Promise<string[]> {
  return (await person.liveItems()).map(({ text, colour }) => `${text} ${colour}`).sort();
}

async function textsOn(page: Page): Promise<string[]> {
  const items = await page.evaluate(() => window.wallflower?.items() ?? []);
  return items.flatMap(({ text, deleted }) => (deleted ? [] : text)).sort();
}

/** Dialogs, menus and texts that are open. */
function openOnes(page: Page): Promise<number> {
  return page.locator('[role="dialog"], [role="menu"], textarea').count();
}
