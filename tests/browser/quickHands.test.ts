// Quick hands on slow machines: keys and pastes that come before what they are meant for is there. What is held back here is
// the network's answer; the keys themselves are pressed without a pause.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BoardCreated } from '../../shared/protocol/api.ts';
import { launchBrowser } from '../support/browser.ts';
import { BrowserPerson } from '../support/browserPerson.ts';
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

  it('pastes into a board that has not been opened yet, and before anything that reads clipboards', async () => {
    const link = new URL(await anotherBoard(server.url));
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
    await page.getByText('3 notes pasted.').waitFor();
    await page.getByText('2 notes pasted.').waitFor();
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

/** Dialogs, menus and texts that are open. */
function openOnes(page: Page): Promise<number> {
  return page.locator('[role="dialog"], [role="menu"], textarea').count();
}

/** The link of a new board for its facilitator. */
async function anotherBoard(url: string): Promise<string> {
  const headers = { 'content-type': 'application/json', origin: url };
  const body = JSON.stringify({ title: 'Elsewhere' });
  const answer = await fetch(`${url}/api/boards`, { method: 'POST', headers, body });
  return ((await answer.json()) as BoardCreated).links.facilitator;
}
