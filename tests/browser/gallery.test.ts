// The gallery, as somebody who works on the widgets opens it: all there in both themes, and nothing that axe finds.

import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openWindow } from '../support/browser.ts';
import { flaws } from '../support/flaws.ts';
import { freePort } from '../support/serverProcess.ts';

const repository = path.resolve(import.meta.dirname, '..', '..');
/** In the order of the page. */
const everything = [
  'buttons',
  'iconButtons',
  'fields',
  'people',
  'surfaces',
  'syncStates',
  'notices',
  'chrome',
  'peopleCards',
  'comments',
  'sessionBars',
  'sessionPanels',
  'pads',
  'templates',
  'shareDialog',
  'importPreview',
  'keptChanges',
  'outline',
  'tables',
  'actionItems',
  'guiding',
  'keyNames',
  'tiles',
  'emojiPanel',
  'pasteChoice',
  'missingPart',
  'joinPage',
  'troublePages',
  'openings',
  'empty',
  'states',
  'clusters',
  'people',
  'selected',
  'writing',
];

const manyOnOne = /landmark-(unique|no-duplicate-main|main-is-top-level)/;

let vite: ChildProcess;
let browser: Browser;
let url: string;

beforeAll(async () => {
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const { VITEST: _, NODE_ENV: __, ...env } = process.env;
  const bin = path.join(repository, 'node_modules', 'vite', 'bin', 'vite.js');
  const config = path.join(repository, 'vite.config.ts');
  vite = spawn(
    process.execPath,
    [bin, '--config', config, '--host', '127.0.0.1', '--port', String(port), '--strictPort'],
    { cwd: repository, env, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await new Promise<void>((ready, failed) => {
    vite.once('exit', () => failed(new Error('the development server ended')));
    vite.stdout?.on('data', (chunk: Buffer) => String(chunk).includes('Local') && ready());
  });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  vite?.kill();
});

describe('the gallery', () => {
  it('opens whatever opens over a board, in both themes, without anything axe finds', async () => {
    const { page, close } = await opened();
    const found: string[] = [];
    for (const theme of ['light', 'dark']) {
      await page.goto(`/debug/gallery.html?only=openings&theme=${theme}`);
      const heading = page.getByRole('heading', { name: `openings, ${theme}` });
      await heading.waitFor({ timeout: 60_000 });
      const openings = page.locator('section').filter({ has: heading }).getByRole('button');
      for (const button of await openings.all()) {
        const name = (await button.textContent()) ?? '';
        await button.click();
        await page.locator('[role="dialog"], [role="menu"]').first().waitFor();
        found.push(...(await flaws(page, `${name}, ${theme}`)));
        await keepPicture(page, `${name} ${theme}`);
        await page.keyboard.press('Escape');
        await page.locator('[role="dialog"], [role="menu"]').waitFor({ state: 'detached' });
      }
    }
    expect(found).toEqual([]);
    await close();
  });

  it('shows every item and widget in both themes, without anything axe finds', async () => {
    const { page, close } = await opened();
    await page.goto('/debug/gallery.html');
    await page.getByRole('heading', { name: 'openings, dark' }).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Say trouble' }).last().click();
    // The same part in many states has the same name many times, and pages stand beside one another.
    const found = (await flaws(page, 'the page')).filter((flaw) => !manyOnOne.test(flaw));
    await keepPicture(page, 'whole', true);
    const groups = await page.locator('h2').allTextContents();
    const names = (theme: string) =>
      groups.filter((name) => name.endsWith(`, ${theme}`)).map((name) => name.split(',')[0]);
    expect({ found, light: names('light'), dark: names('dark') }).toEqual({
      found: [],
      light: everything,
      dark: everything,
    });
    await close();
  });
});

async function opened() {
  const window = await openWindow(browser, url, { viewport: { width: 1280, height: 900 } });
  window.page.setDefaultTimeout(10_000);
  // The development server puts everything together when it is first asked.
  window.page.setDefaultNavigationTimeout(60_000);
  return { page: window.page, close: () => window.close() };
}

/** For eyes: with a folder in PICTURES what is open is kept there. */
async function keepPicture(page: Page, name: string, fullPage = false): Promise<void> {
  const { PICTURES } = process.env;
  const path = `${PICTURES}/gallery-${name.replaceAll(' ', '-')}.png`;
  if (PICTURES) await page.screenshot({ path, fullPage, timeout: 60_000 });
}
