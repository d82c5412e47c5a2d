// Three people talk about a note: a comment, an answer that calls somebody, what is new, resolving, reactions; a viewer who
// only reads; and a comment that was written in a tunnel. Clean for axe in both themes, at a desk and on a phone.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createItems } from '../../shared/board/verbs.ts';
import { launchBrowser, type WindowOptions } from '../support/browser.ts';
import { BrowserPerson } from '../support/browserPerson.ts';
import { flaws } from '../support/flaws.ts';
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

const panelOf = ({ page }: BrowserPerson) => page.getByRole('complementary', { name: 'Comments' });

/** What stands in the threads of the panel, without times. */
async function said(person: BrowserPerson): Promise<string[]> {
  return panelOf(person).locator('li p').allInnerTexts();
}

async function aBoardWithANote(options: WindowOptions = {}) {
  const created = await createBoard(server.url, 'Night bus');
  const bot = await RealPerson.arrives(server.url, created, 'editor', 'Bot');
  createItems(bot.board, [{ kind: 'note', x: 0, y: 0, text: 'A night bus on weekends' }]);
  await bot.saved();
  bot.leave();
  const ada = await comesIn(created.links.facilitator, 'Ada', 1, options);
  const [note] = await ada.liveItems();
  return { created, ada, note: note?.id ?? '' };
}

async function comesIn(link: string, name: string, count: number, options: WindowOptions = {}) {
  const person = await BrowserPerson.opens(browser, server.url, name, options);
  await person.joins(link);
  await person.page.waitForFunction((items) => window.wallflower?.items().length === items, count);
  return person;
}

describe('three people and a note', () => {
  it('comment, answer with a mention, react, resolve; what is new is marked until it was seen', async () => {
    const { created, ada, note } = await aBoardWithANote();
    const ben = await comesIn(created.links.commenter, 'Ben', 1, { colorScheme: 'dark' });
    const vic = await comesIn(created.links.viewer, 'Vic', 1);
    const found: string[] = [];

    await ada.selects([note]);
    await ada.press('k');
    await panelOf(ada).getByRole('textbox').and(ada.page.locator(':focus')).waitFor();
    await ada.type('Who would drive it?');
    await ada.press('Enter');
    await ada.press('Escape');
    await ben.page.getByRole('button', { name: 'Comments, 1 new' }).click();
    await panelOf(ben).getByText('Who would drive it?').waitFor();
    found.push(...(await flaws(ben.page, 'a comment')));
    await panelOf(ben).getByRole('button', { name: 'Reply' }).click();
    await ben.type('Ask @ad');
    await panelOf(ben).getByRole('option', { name: 'Ada' }).waitFor();
    await ben.press('Enter');
    await ben.type('at the depot');
    await ben.press('Enter');
    await ada.page.getByText('Ben mentioned you: Ask @Ada at the depot').waitFor();
    await ada.page.getByRole('button', { name: 'Show', exact: true }).click();
    await panelOf(ada).getByRole('button', { name: 'React' }).first().click();
    await panelOf(ada).getByRole('button', { name: 'React with 🎉' }).click();
    await panelOf(ben).getByRole('button', { name: '🎉 1: Ada' }).waitFor();
    found.push(...(await flaws(ada.page, 'reactions')));

    await vic.page.getByRole('button', { name: /^Comments/ }).click();
    await panelOf(vic).getByText('at the depot').waitFor();
    const ofViewer = {
      fields: await panelOf(vic).getByRole('textbox').count(),
      buttons: await panelOf(vic)
        .getByRole('button', { name: /Reply|React|Resolve/ })
        .count(),
      says: await panelOf(vic).getByText('You can read the comments here.').count(),
    };
    await panelOf(ada).getByRole('button', { name: 'Resolve' }).click();
    await panelOf(vic).getByText('No open comments.').waitFor();
    await panelOf(ben).getByText('Resolved', { exact: true }).click();
    await panelOf(ben).getByText('Resolved by Ada').waitFor();
    expect({ found, ofViewer, ben: await said(ben) }).toEqual({
      found: [],
      ofViewer: { fields: 0, buttons: 0, says: 1 },
      ben: ['Who would drive it?', 'Ask @Ada at the depot'],
    });
    for (const person of [ada, ben, vic]) await person.window.close();
  });
});

describe('a comment of mine', () => {
  it('is edited and deleted, and the deletion is taken back; from the list one gets to the note', async () => {
    const { ada, note } = await aBoardWithANote();
    await ada.selects([note]);
    await ada.press('k');
    await panelOf(ada).getByRole('textbox').and(ada.page.locator(':focus')).waitFor();
    await ada.type('frist');
    await ada.press('Enter');
    const options = panelOf(ada).getByRole('button', { name: 'More about the comment of Ada' });
    await options.click();
    await ada.page.getByRole('menuitem', { name: 'Edit' }).click();
    const field = panelOf(ada).getByRole('textbox', { name: 'Edit your comment' });
    await field.fill('first');
    await field.press('Enter');
    await panelOf(ada).getByText('edited').waitFor();
    await options.click();
    await ada.page.getByRole('menuitem', { name: 'Delete' }).click();
    await panelOf(ada).getByText('Nobody has commented on this yet.').waitFor();
    await ada.page.getByLabel('Messages').getByRole('button', { name: 'Undo' }).click();
    await panelOf(ada).getByText('first', { exact: true }).waitFor();
    await ada.page.mouse.click(640, 640);
    await panelOf(ada).getByText('Open', { exact: true }).click();
    await panelOf(ada).getByRole('button', { name: 'Show on the board: A night bus on weekends' }).click();
    await ada.page.getByRole('toolbar', { name: 'Selection' }).waitFor();
    expect(await said(ada)).toEqual(['first']);
    await ada.window.close();
  });
});

describe('without a connection', () => {
  it('a comment waits on this device and is sent once when the connection is back', async () => {
    const { created, ada, note } = await aBoardWithANote({
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
      expectedErrors: [/WebSocket connection to .* failed/, /status of 404/, /ERR_INTERNET_DISCONNECTED/],
    });
    const ben = await comesIn(created.links.commenter, 'Ben', 1);
    await ada.selects([note]);
    await ada.page.getByRole('button', { name: 'Comment', exact: true }).tap();
    const field = panelOf(ada).getByRole('textbox');
    await field.waitFor();
    await ada.window.context.setOffline(true);
    await field.fill('from a tunnel');
    await panelOf(ada).getByRole('button', { name: 'Send' }).tap();
    await panelOf(ada).getByText('Not sent yet.').waitFor();
    const found = await flaws(ada.page, 'offline, phone');
    await ada.window.context.setOffline(false);
    await ben.page.getByRole('button', { name: 'Comments, 1 new' }).click();
    await panelOf(ben).getByText('from a tunnel').waitFor();
    await panelOf(ada).getByText('Not sent yet.').waitFor({ state: 'detached' });
    expect({ found, ada: await said(ada), ben: await said(ben) }).toEqual({
      found: [],
      ada: ['from a tunnel'],
      ben: ['from a tunnel'],
    });
    for (const person of [ada, ben]) await person.window.close();
  });
});
