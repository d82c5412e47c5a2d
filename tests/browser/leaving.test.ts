// What this device keeps of a board, and how it goes: from the start page too, with a word before anything is lost; and the
// link somebody comes back with, which still works after links were renewed.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { BrowserPerson } from '../support/browserPerson.ts';
import { keptPaths } from '../support/keptPaths.ts';
import { type ServerProcess, startServer } from '../support/serverProcess.ts';

const expectedErrors = [/status of 40[04]/, /WebSocket connection to .* failed/, /ERR_INTERNET_DISCONNECTED/];

describe('what this device has of a board', () => {
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

  async function leave({ page }: BrowserPerson): Promise<void> {
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('menuitem', { name: 'All boards' }).click();
  }

  async function removeFromList({ page }: BrowserPerson, title: string): Promise<void> {
    await page.getByRole('button', { name: `More about ${title}` }).click();
    await page.getByRole('menuitem', { name: 'Remove from this list' }).click();
  }

  it('goes with its place in the list; what the server has not got is named before', async () => {
    const ada = await BrowserPerson.opens(browser, server.url, 'Ada', { expectedErrors });
    const { page } = ada;
    await ada.startsBoard('Hotel wifi');
    const board = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await ada.window.context.setOffline(true);
    await page.getByText('You are offline.').first().waitFor();
    await ada.writes('Only here');
    await page.getByText('Offline, 1 change on this device').first().waitFor();
    await leave(ada);
    await removeFromList(ada, 'Hotel wifi');
    const question = page.getByRole('dialog');
    await question.getByText('One change has not reached the server yet, and would be lost.').waitFor();
    await question.getByRole('button', { name: 'Keep it' }).click();
    const kept = (await keptPaths(page)).some((path) => path.includes(board));
    await removeFromList(ada, 'Hotel wifi');
    await question.getByRole('button', { name: 'Forget it here' }).click();
    await page.getByText('“Hotel wifi” and its copy are gone from this device.').first().waitFor();
    const left = (await keptPaths(page)).filter((path) => path.includes(board) && !path.startsWith('lease'));
    const shelf = await page.evaluate(
      (id) => Object.keys(localStorage).filter((key) => key.includes(id)),
      board,
    );
    expect([kept, left, shelf]).toEqual([true, [], []]);
    await ada.window.close();
  });

  it('goes without a question when the server has all of it', async () => {
    const ben = await BrowserPerson.opens(browser, server.url, 'Ben', { expectedErrors });
    await ben.startsBoard('All saved');
    await ben.writes('Safe');
    await ben.page.getByText('Saved').waitFor();
    await leave(ben);
    await removeFromList(ben, 'All saved');
    await ben.page.getByText('“All saved” and its copy are gone from this device.').first().waitFor();
    expect((await keptPaths(ben.page)).filter((path) => !path.startsWith('lease'))).toEqual([]);
    await ben.window.close();
  });

  it('opens again by the link that is kept, also after the link was renewed here', async () => {
    const cem = await BrowserPerson.opens(browser, server.url, 'Cem', { expectedErrors });
    const { page } = cem;
    await cem.startsBoard('Renewed');
    await cem.writes('Still mine');
    await page.getByText('Saved').waitFor();
    const where = page.url();
    await page.getByRole('button', { name: 'Share' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Facilitator' }).check();
    const before = await dialog.getByRole('textbox').inputValue();
    await dialog.getByRole('button', { name: 'Renew this link' }).click();
    await dialog.getByRole('button', { name: 'Renew', exact: true }).click();
    await page.waitForFunction(
      (old) => document.querySelector<HTMLInputElement>('[role=dialog] input[readonly]')?.value !== old,
      before,
    );
    await page.goto('/');
    await cem.window.context.clearCookies();
    await page.evaluate(() => indexedDB.deleteDatabase('wallflower'));
    await page.goto(where);
    await cem.isIn();
    const role = await page.evaluate(
      () => JSON.parse(localStorage.getItem('wallflower.boards') ?? '')[0].role,
    );
    expect([(await cem.liveItems()).map((item) => item.text), role]).toEqual([['Still mine'], 'facilitator']);
    await cem.window.close();
  });
});
