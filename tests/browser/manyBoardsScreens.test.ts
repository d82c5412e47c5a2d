// Every screen about boards in the plural, at a desk in the light and on a small phone in the dark: nothing that axe finds,
// nothing wider than the window.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openWindow, phone, type WindowOptions } from '../support/browser.ts';
import { flaws } from '../support/flaws.ts';
import { createBoard } from '../support/people.ts';
import { type ServerProcess, startServer } from '../support/serverProcess.ts';

const workspaceKey = 'the-key-of-the-whole-workshop';
const expectedErrors = [/status of 4(?:04|10)/];

let server: ServerProcess;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({ env: { WORKSPACE_KEY: workspaceKey } });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

describe.each<[string, WindowOptions]>([
  ['desk, light', { colorScheme: 'light' }],
  ['phone, dark', { ...phone, colorScheme: 'dark' }],
])('%s', (_, options) => {
  it('has no screen about boards with a flaw', async () => {
    const created = await createBoard(
      server.url,
      'A board with a rather long name, so that it has to be cut',
    );
    const person = await openWindow(browser, server.url, {
      viewport: { width: 1280, height: 800 },
      expectedErrors,
      ...options,
    });
    const { page } = person;
    const found: string[] = [];
    const look = async (screen: string) => found.push(...(await flaws(page, screen)));
    await page.goto('/');
    await page.getByRole('button', { name: 'New board' }).waitFor();
    await look('empty home');
    await page.getByRole('button', { name: 'Paste a list' }).click();
    await page.getByLabel('Your list').fill('one\ntwo');
    await look('a list');
    await page.keyboard.press('Escape');
    await page.goto(new URL(created.links.facilitator).pathname + new URL(created.links.facilitator).hash);
    await page.getByLabel('Your name').fill('Ada');
    await page.keyboard.press('Enter');
    await page.getByText('Saved').waitFor();
    await page.goto('/');
    await page.getByRole('button', { name: /^More about/ }).click();
    await page.getByRole('menu').waitFor();
    await look('menu of a board');
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    await look('a name being changed');
    await page.keyboard.press('Escape');
    await page.getByLabel('Search boards').fill('nothing like it');
    await page.getByRole('button', { name: 'Show all' }).waitFor();
    await look('nothing found');
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByRole('button', { name: /^More about/ }).click();
    await page.getByRole('menuitem', { name: 'Move to the trash' }).click();
    await page.getByRole('link', { name: 'Trash (1)' }).click();
    await page.getByRole('button', { name: /^More about/ }).waitFor();
    await look('trash');
    await page.getByRole('button', { name: /^More about/ }).click();
    await page.getByRole('menuitem', { name: 'Delete for good' }).click();
    await page.getByRole('dialog').waitFor();
    await look('a last question');
    await page.goto(`/b/${created.board.id}`);
    await page.getByRole('button', { name: 'Bring back' }).waitFor();
    await look('a board in the trash');
    await page.goto('/workspace');
    await page.getByLabel('Workspace key').fill(workspaceKey);
    await look('a lock');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Forget the key' }).waitFor();
    await look('the whole server');
    expect(found).toEqual([]);
    await person.close();
  });
});
