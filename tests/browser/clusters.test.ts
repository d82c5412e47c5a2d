// Clusters by hand and by keyboard in a real browser: gather, close and open, merge, split, tidy, lock, dissolve; and the bar
// above the selection on a small phone.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createItems } from '../../shared/board/verbs.ts';
import type { Item } from '../../shared/items/item.ts';
import { launchBrowser, type WindowOptions } from '../support/browser.ts';
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

const texts = ['soup', 'bread', 'music', 'games'];

/** A board with four loose notes in a row, open in a window. */
async function fourNotes(options: WindowOptions = {}): Promise<BrowserPerson> {
  const created = await createBoard(server.url, 'Party');
  const eve = await RealPerson.arrives(server.url, created, 'editor', 'Eve');
  createItems(
    eve.board,
    texts.map((text, at) => ({ kind: 'note' as const, text, x: at * 300, y: 0 })),
  );
  await eve.saved();
  const ada = await BrowserPerson.opens(browser, server.url, 'Ada', options);
  await ada.joins(created.links.editor);
  await ada.page.waitForFunction((count) => window.wallflower?.items().length === count, texts.length);
  await ada.page.getByRole('application').focus();
  return ada;
}

/** `title: member member` for each cluster, what is in none last. */
async function groups(person: BrowserPerson): Promise<string[]> {
  const items = await person.liveItems();
  const named = (inside: Item | null) =>
    `${inside?.text ?? 'loose'}: ${items
      .filter((item) => item.kind === 'note' && item.parent === (inside?.id ?? null))
      .map((item) => item.text)
      .sort()
      .join(' ')}`;
  return [...items.filter((item) => item.kind === 'cluster').map(named), named(null)].sort();
}

async function becomes(person: BrowserPerson, wanted: readonly string[]): Promise<void> {
  await expect.poll(() => groups(person), { timeout: 5_000 }).toEqual(wanted);
}

async function idOf(person: BrowserPerson, text: string): Promise<string> {
  return (await person.liveItems()).find((item) => item.text === text)?.id ?? '';
}

async function chooses(person: BrowserPerson, ...named: string[]): Promise<void> {
  await person.press('Escape');
  await person.selects(await Promise.all(named.map((text) => idOf(person, text))));
}

it('by hand: a note on a note gathers them, a card takes notes in, the bar merges, locks and dissolves', async () => {
  const ada = await fourNotes();
  const bar = ada.page.getByRole('toolbar', { name: 'Selection' });
  const bread = await ada.whereIs(await idOf(ada, 'bread'));
  const soup = await ada.whereIs(await idOf(ada, 'soup'));
  await ada.drags(await idOf(ada, 'soup'), { x: bread.x - soup.x, y: bread.y - soup.y });
  await ada.type('Food');
  await ada.press('Enter');
  await chooses(ada, 'music', 'games');
  await bar.getByRole('button', { name: 'Gather into a cluster' }).click();
  await ada.type('Fun');
  await ada.press('Enter');
  await becomes(ada, ['Food: bread soup', 'Fun: games music', 'loose: ']);

  await bar.getByRole('button', { name: 'Collapse', exact: true }).click();
  await bar.getByRole('button', { name: 'Open', exact: true }).waitFor();
  const card = await ada.whereIs(await idOf(ada, 'Fun'));
  await ada.drags(await idOf(ada, 'bread'), await from(ada, 'bread', card));
  await becomes(ada, ['Food: soup', 'Fun: bread games music', 'loose: ']);
  await ada.page.mouse.dblclick(card.x, card.y);
  await chooses(ada, 'music');

  await ada.press('Control+a');
  await bar.getByRole('button', { name: 'Merge the clusters' }).click();
  await bar.getByRole('button', { name: 'Lock', exact: true }).click();
  await bar.getByRole('button', { name: 'Unlock', exact: true }).waitFor();
  await ada.press('Delete');
  const locked = (await ada.liveItems()).filter((item) => item.locked).length;
  await bar.getByRole('button', { name: 'Unlock', exact: true }).click();
  await bar.getByRole('button', { name: 'Dissolve the cluster' }).click();
  await becomes(ada, ['loose: bread games music soup']);
  expect(locked).toBe(1);
  await ada.window.close();
});

it('by keyboard alone: gather, close, open, tidy, split, merge, lock, delete, and all of it back', async () => {
  const ada = await fourNotes();
  await ada.press('Control+a');
  await ada.press('c');
  await ada.type('All');
  await ada.press('Enter');
  await ada.press('o');
  await expect.poll(async () => (await ada.liveItems()).some((item) => item.collapsed)).toBe(true);
  await ada.press('o');
  await ada.press('Shift+T');
  const tidy = await ada.liveItems();
  // The jump goes to a note; two more make three of four.
  await ada.press('Control+ArrowRight');
  await ada.press('Shift+M');
  await ada.type('Other');
  await ada.press('Enter');
  await expect.poll(async () => (await groups(ada)).length).toBe(3);
  const split = (await groups(ada)).map((line) => line.split(': ')[0]);
  await ada.press('Control+a');
  await ada.press('m');
  await expect.poll(async () => (await groups(ada)).length).toBe(2);
  await ada.press('Shift+L');
  await ada.press('Delete');
  const held = await groups(ada);
  await ada.press('Shift+L');
  await ada.press('Shift+Delete');
  const gone = await groups(ada);
  for (let step = 0; step < 12; step++) await ada.press('Control+z');
  expect([
    new Set(tidy.filter((item) => item.kind === 'note').map((item) => item.y)).size,
    split,
    held.length,
    gone,
    await groups(ada),
  ]).toEqual([2, ['All', 'Other', 'loose'], 2, ['loose: '], ['loose: bread games music soup']]);
  await ada.window.close();
});

it('on a phone the bar is no wider than the screen, and what has no room is in its menu', async () => {
  const viewport = { width: 360, height: 740 };
  const ada = await fourNotes({ viewport, hasTouch: true, isMobile: true });
  await ada.press('Control+a');
  const bar = ada.page.getByRole('toolbar', { name: 'Selection' });
  const box = await bar.boundingBox();
  await bar.getByRole('button', { name: 'Align and spread' }).tap();
  await ada.page.getByRole('button', { name: 'Tidy up' }).tap();
  await ada.press('Escape');
  await bar.getByRole('button', { name: 'More' }).tap();
  await ada.page.getByRole('menuitem', { name: 'Send to back' }).waitFor();
  const menu = await ada.page.getByRole('menuitem').allInnerTexts();
  const rows = new Set((await ada.liveItems()).map((item) => item.y)).size;
  expect([(box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 999) <= 360, rows, menu]).toEqual([
    true,
    2,
    ['Duplicate', 'Tidy up', 'Park', 'Bring to front', 'Bring forward', 'Send backward', 'Send to back'],
  ]);
  await ada.window.close();
});

async function from(
  person: BrowserPerson,
  text: string,
  to: { x: number; y: number },
): Promise<{ x: number; y: number }> {
  const at = await person.whereIs(await idOf(person, text));
  return { x: to.x - at.x, y: to.y - at.y };
}
