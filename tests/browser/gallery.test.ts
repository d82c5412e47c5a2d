// The gallery, as somebody who works on the widgets opens it: all there in both themes, and nothing that axe finds.

import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openWindow } from '../support/browser.ts';
import { freePort } from '../support/serverProcess.ts';

const repository = path.resolve(import.meta.dirname, '..', '..');
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
  it('shows every widget in both themes, without anything that axe finds', async () => {
    const window = await openWindow(browser, url, { viewport: { width: 1280, height: 900 } });
    const { page } = window;
    await page.goto('/debug/gallery.html');
    await page.getByRole('heading', { name: 'surfaces, dark' }).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Say trouble' }).last().click();
    await page.evaluate(axe.source);
    const flaws = await page.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
        resultTypes: ['violations'],
      });
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
      );
    });
    await page.getByRole('button', { name: 'Open the dialog' }).first().click();
    await page.getByRole('dialog').waitFor();
    const groups = await page.locator('h2').allTextContents();
    const { PICTURES } = process.env;
    await page.keyboard.press('Escape');
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/gallery.png`, fullPage: true });
    expect({ flaws, light: groups.filter((name) => name.endsWith('light')).length * 2 }).toEqual({
      flaws: [],
      light: groups.filter((name) => /, (light|dark)$/.test(name)).length,
    });
    await window.close();
  });
});
