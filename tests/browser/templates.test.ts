// Templates, as a facilitator meets them: one chosen on the start page runs from its first step on, and a board kept as a
// template begins the next one.

import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openWindow, type Window, type WindowOptions } from '../support/browser.ts';
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

async function aWindow(options: WindowOptions = {}): Promise<Window> {
  const person = await openWindow(browser, server.url, {
    viewport: { width: 1280, height: 800 },
    ...options,
  });
  person.page.setDefaultTimeout(15_000);
  return person;
}

/** From the start page to a board made of a template, as it opens. */
async function startWith(page: Page, title: string, use = 'Use this template'): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(`^${title}\\b`) })
    .first()
    .click();
  await page.getByRole('dialog', { name: title }).getByRole('button', { name: use }).click();
  await page.waitForURL(/\/b\//);
}

async function fromMenu(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

describe('a template', () => {
  it('chosen on the start page opens with its agenda ready, and runs its first step', async () => {
    const person = await aWindow();
    const { page } = person;
    await page.goto('/');
    const tile = page.getByRole('button', { name: /^Brainstorm\b/ });
    await tile.waitFor();
    const said = await tile.textContent();
    await tile.click();
    const dialog = page.getByRole('dialog', { name: 'Brainstorm' });
    const steps = await dialog.getByRole('listitem').filter({ hasText: 'min' }).count();
    await dialog.getByLabel('Name of the board').fill('Our spring');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/b\//);
    await page.getByText('Write every idea you have').or(page.getByText('Think')).first().waitFor();
    await page.getByRole('button', { name: 'Start: Warm up' }).click();
    await page.getByText('Give your two dots to what makes a good break.').first().waitFor();
    expect([said, steps, await page.getByLabel('Board name').inputValue()]).toEqual([
      'Brainstorm6 steps, 35 min',
      // Facts about it stand in a list too.
      7,
      'Our spring',
    ]);
    await person.close();
  });

  it('is found by a word and by its kind, and by keys alone', async () => {
    const person = await aWindow();
    const { page } = person;
    await page.goto('/');
    await page.getByRole('searchbox', { name: 'Search templates' }).fill('failed');
    const tiles = page.locator('[data-template]');
    const byWord = await tiles.allTextContents();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'All 15 templates' }).click();
    await page.getByRole('button', { name: 'Look back' }).click();
    const byKind = await tiles.count();
    await page.getByRole('searchbox', { name: 'Search templates' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Mad, sad, glad' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const back = await page.evaluate(() => document.activeElement?.getAttribute('data-template'));
    expect([byWord, byKind, back]).toEqual([['Pre-mortem6 steps, 40 min'], 3, 'mad-sad-glad']);
    await person.close();
  });

  it('is in the language of the page', async () => {
    const person = await aWindow({ locale: 'de-DE' });
    const { page } = person;
    await page.goto('/');
    await page.getByRole('button', { name: /^Brainstorming\b/ }).click();
    await page.getByRole('button', { name: 'Diese Vorlage nehmen' }).click();
    await page.waitForURL(/\/b\//);
    await page.getByText('Aufwärmen').first().waitFor();
    await page.getByText('Gesichert').waitFor();
    expect(await page.getByLabel('Name des Boards').inputValue()).toMatch(/^Brainstorming, /);
    await person.close();
  });
});

describe('a board kept as a template', () => {
  it('is among my templates, begins another board, and goes as a file to somebody else', async () => {
    const person = await aWindow({ acceptDownloads: true });
    const { page } = person;
    await page.goto('/');
    await startWith(page, 'Brainstorm');
    await page.getByText('Saved').waitFor();
    await fromMenu(page, 'Save as template…');
    const dialog = page.getByRole('dialog', { name: 'Save as template' });
    await dialog.getByLabel('Name of the template').fill('Our way');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Download' }).click(),
    ]);
    await dialog.getByRole('button', { name: 'Keep in my templates' }).click();
    await page.getByText('“Our way” is in my templates.').waitFor();
    await page.goto('/');
    await startWith(page, 'Our way');
    await page.getByRole('button', { name: 'Start: Warm up' }).waitFor();
    await page.getByText('Saved').waitFor();
    const again = await page.getByLabel('Board name').inputValue();

    const other = await aWindow();
    await other.page.goto('/');
    await other.page.getByRole('button', { name: 'Use a template file' }).waitFor();
    const chosen = other.page.locator('input[type=file]');
    await chosen.setInputFiles({
      name: 'poem.json',
      mimeType: 'application/json',
      buffer: Buffer.from('Roses'),
    });
    const refused = await other.page.getByRole('alert').textContent();
    await chosen.setInputFiles({
      name: file.suggestedFilename(),
      mimeType: 'application/json',
      buffer: readFileSync(await file.path()),
    });
    await other.page.getByRole('dialog', { name: 'Our way' }).getByRole('button', { name: 'Use' }).click();
    await other.page.getByRole('button', { name: 'Start: Warm up' }).waitFor();
    expect([file.suggestedFilename(), again.replace(/, .*/, ''), refused]).toEqual([
      'Our way.wallflower-template.json',
      'Our way',
      'This file is not a template of Wallflower.',
    ]);
    await person.close();
    await other.close();
  });

  it('is deleted with a way back', async () => {
    const person = await aWindow();
    const { page } = person;
    await page.goto('/');
    await page.getByRole('button', { name: 'New board' }).click();
    await page.getByLabel('Text of the note').waitFor();
    await page.keyboard.type('Only this');
    await page.keyboard.press('Escape');
    await fromMenu(page, 'Save as template…');
    await page.getByRole('button', { name: 'Keep in my templates' }).click();
    await page.goto('/');
    const mine = page.locator('[data-template^="mine-"]');
    await mine.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await mine.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await mine.waitFor();
    expect(await mine.textContent()).toMatch(/^Ideas, .*No agenda$/);
    await person.close();
  });
});

describe('a template on an open board', () => {
  it('comes from the empty wall’s invitation or the menu, and is taken back with one word', async () => {
    const person = await aWindow();
    const { page } = person;
    await page.goto('/');
    await page.getByRole('button', { name: 'New board' }).click();
    await page.getByLabel('Text of the note').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Start with a template' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^SWOT\b/ })
      .click();
    await page.getByRole('button', { name: 'Add to this board' }).click();
    await page.getByRole('button', { name: 'Start: Look inside' }).waitFor();
    await page.getByText('Undo', { exact: true }).click();
    await page.getByText('The template is taken back.').waitFor();
    await page.getByRole('button', { name: 'Start: Look inside' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Start with a template' }).waitFor();
    await person.close();
  });
});
