// As most rooms have it: plain http and an address of the network, where browsers give no secure context. No clipboard by
// script, no random UUIDs, no cache of the shell: two people do everything there that can be done with a board all the same,
// and are told what cannot.

import { readFile } from 'node:fs/promises';
import os from 'node:os';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { allEqual, BrowserPerson } from '../support/browserPerson.ts';
import { type ServerProcess, startServer } from '../support/serverProcess.ts';

/** An address that others in the room could open; loopback ones count as secure and prove nothing. */
const address = Object.values(os.networkInterfaces())
  .flatMap((entries) => entries ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

/** What the browser itself reports of a network that is away, of one who has not joined yet, and of the trash. */
const expectedErrors = [
  /status of 4(?:04|10)/,
  /WebSocket connection to .* failed/,
  /ERR_INTERNET_DISCONNECTED/,
];

describe.skipIf(address === undefined)('plain http in a network (needs a network address)', () => {
  let server: ServerProcess;
  let browser: Browser;
  let site: string;
  let ada: BrowserPerson;
  let ben: BrowserPerson;

  beforeAll(async () => {
    server = await startServer({ env: { HOST: '0.0.0.0' } });
    browser = await launchBrowser();
    site = `http://${address}:${server.port}`;
    ada = await BrowserPerson.opens(browser, site, 'Ada', { expectedErrors });
    ben = await BrowserPerson.opens(browser, site, 'Ben', { expectedErrors });
    for (const { page } of [ada, ben]) page.setDefaultTimeout(10_000);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  it('a board is made, shared by a link that is copied the old way, and joined', async () => {
    await ada.startsBoard('In the room');
    const isSecure = await ada.page.evaluate(() => isSecureContext);
    await ada.page.getByRole('button', { name: 'Share' }).click();
    const link = await ada.page.getByRole('dialog').getByRole('textbox').inputValue();
    await ada.page.getByRole('button', { name: 'Copy link' }).click();
    await ada.page.getByText('Link copied').first().waitFor();
    await ada.press('Escape');
    await ben.joins(link);
    await pastesNative(ben);
    await seesNotes(ben, link, 1);
    await seesNotes(ada, link, 1);
    await ben.press('Control+z');
    await seesNotes(ada, link, 0);
    expect([isSecure, new URL(link).host]).toEqual([false, new URL(site).host]);
  });

  it('notes are written one after another, gathered, closed, opened, and all of it is taken back and done again', async () => {
    await ada.press('n');
    await ada.type('Tea');
    await ada.press('Tab');
    await ada.type('Milk');
    await ada.press('Escape');
    await ben.writes('Music');
    await allEqual([ada, ben]);
    await ada.press('Escape');
    await ada.press('1');
    await ada.selects(await idsOf(ada, 'Tea', 'Milk'));
    await ada.press('c');
    await ada.type('Drinks');
    await ada.press('Escape');
    await ada.press('o');
    const closed = (await allEqual([ada, ben])).some((item) => item.collapsed);
    await ada.press('o');
    await ada.press('Control+z');
    await ada.press('Control+z');
    await ada.press('Control+z');
    const before = await kinds(ada);
    for (let i = 0; i < 3; i++) await ada.press('Control+y');
    await allEqual([ada, ben]);
    expect([closed, before, await kinds(ben)]).toEqual([true, 'note note note', 'cluster note note note']);
  });

  it('notes go to another board by the keys of the clipboard', async () => {
    await ada.press('Escape');
    await ada.press('Control+a');
    await ada.press('Control+c');
    const tab = await ada.window.context.newPage();
    await tab.goto('/?inspect');
    await tab.getByRole('button', { name: 'New board' }).click();
    await tab.getByLabel('Text of the note').waitFor();
    await tab.keyboard.press('Escape');
    await tab.keyboard.press('Control+v');
    await tab.getByText('4 notes and clusters pasted.').waitFor();
    await tab.getByText('Saved', { exact: true }).waitFor();
    const board = new URL(tab.url()).pathname.split('/').at(-1);
    const answer = await tab.request.get(`/api/boards/${board}/export/summary.md`);
    const summary = await answer.text();
    await tab.close();
    expect(['Drinks', 'Milk', 'Music', 'Tea'].filter((text) => !summary.includes(text))).toEqual([]);
  });

  it('people comment, react and follow one another', async () => {
    await ada.press('Escape');
    await ada.selects(await idsOf(ada, 'Music'));
    await ada.press('k');
    const panel = ({ page }: BrowserPerson) => page.getByRole('complementary', { name: 'Comments' });
    await panel(ada).getByRole('textbox').and(ada.page.locator(':focus')).waitFor();
    await ada.type('Which?');
    await ada.press('Enter');
    await ben.page.getByRole('button', { name: 'Comments, 1 new' }).click();
    await panel(ben).getByText('Which?').waitFor();
    await panel(ben).getByRole('button', { name: 'React' }).first().click();
    await panel(ben).getByRole('button', { name: 'React with 🎉' }).click();
    await panel(ada).getByRole('button', { name: '🎉 1: Ben' }).waitFor();
    for (const person of [ada, ben]) await panel(person).getByRole('button', { name: 'Close' }).click();
    await ben.page.getByRole('button', { name: 'Ada', exact: true }).click();
    await ben.page.getByRole('button', { name: 'Follow', exact: true }).click();
    await ben.page.getByText('Following Ada').first().waitFor();
    await ben.press('Escape');
    expect(await kinds(ben)).toBe('cluster note note note');
  });

  it('a list comes in and is taken back; the board leaves in three forms', async () => {
    await ada.page.getByRole('button', { name: 'Menu', exact: true }).click();
    await ada.page.getByRole('menuitem', { name: 'Import ideas' }).click();
    await ada.page.getByLabel('Ideas', { exact: true }).fill('- one\n- two\n');
    await ada.page.getByRole('button', { name: 'Import 2 ideas' }).click();
    const news = ada.page.getByLabel('Messages');
    await news.getByText('2 ideas imported.').waitFor();
    // What the server wrote comes by sync, a moment before or after its answer.
    for (const text of ['one', 'two']) await seesNotes(ada, text, 1);
    const imported = await kinds(ada);
    await news.getByRole('button', { name: 'Undo' }).last().click();
    await news.getByText('The import was taken back.').waitFor();
    await allEqual([ada, ben]);
    const texts: string[] = [];
    for (const entry of ['Markdown', 'CSV table', 'Board file (JSON)'])
      texts.push(await download(ada.page, entry));
    expect([
      imported,
      texts.map((text) => ['Tea', 'Milk', 'Music', 'Drinks'].every((word) => text.includes(word))),
    ]).toEqual(['cluster note note note note note', [true, true, true]]);
  });

  it('without the network it goes on, says that a reload must wait, and merges', async () => {
    await ben.window.context.setOffline(true);
    const words = ben.page.getByText('You are offline. Go on writing').first();
    await words.waitFor();
    const said = await words.textContent();
    await ben.writes('Games');
    await ben.page.getByText('Offline, 1 change on this device').first().waitFor();
    await ada.writes('Cake');
    await ben.window.context.setOffline(false);
    const merged = await allEqual([ada, ben]);
    expect([
      said?.includes('without https the page cannot be loaded anew until the connection is back'),
      merged.filter((item) => !item.deleted && /Games|Cake/.test(item.text)).length,
    ]).toEqual([true, 2]);
  });

  it('the start page shows the board as a picture, and puts it away and brings it back', async () => {
    await ada.page.goto('/');
    const tile = ada.page.locator('[data-tile]').filter({ hasText: 'In the room' });
    await tile.waitFor();
    const shapes = await tile.locator('svg path').count();
    await ada.page.getByRole('button', { name: 'More about In the room', exact: true }).click();
    await ada.page.getByRole('menuitem', { name: 'Move to the trash' }).click();
    await ben.page.getByText('This board is in the trash').waitFor();
    await ada.page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await tile.waitFor();
    // Paper, what is written on it, a field.
    expect(shapes >= 3).toBe(true);
  });

  it('had nothing to complain about', async () => {
    await ada.window.close();
    await ben.window.close();
  });
});

/** With the browser's own key: what a page may not read itself. */
async function pastesNative({ page }: BrowserPerson): Promise<void> {
  await page.keyboard.press('Control+v');
}

async function seesNotes(person: BrowserPerson, text: string, count: number): Promise<void> {
  await person.page.waitForFunction(
    ([wanted, many]) =>
      window.wallflower?.items().filter((item) => !item.deleted && item.text === wanted).length === many,
    [text, count] as const,
  );
}

async function idsOf(person: BrowserPerson, ...texts: readonly string[]): Promise<string[]> {
  const items = await person.liveItems();
  return texts.map((text) => items.find((item) => item.text === text)?.id ?? '');
}

async function kinds(person: BrowserPerson): Promise<string> {
  return (await person.liveItems())
    .map(({ kind }) => kind)
    .sort()
    .join(' ');
}

async function download(page: Page, kind: string): Promise<string> {
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Take it along' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `Save ${kind}`, exact: true }).click(),
  ]);
  await page.keyboard.press('Escape');
  return readFile(await file.path(), 'utf8');
}
