// Files of other tools through the dialog: what it says they are, what it shows, what lies on the wall then.

import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openWindow, type Window } from '../support/browser.ts';
import { createBoard } from '../support/people.ts';
import { type ServerProcess, startServer } from '../support/serverProcess.ts';
import { cellsOf, workbookOf } from '../support/workbooks.ts';

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/imports/${name}`, import.meta.url));

describe('files of other tools', () => {
  let server: ServerProcess;
  let browser: Browser;
  let window: Window;
  let page: Page;

  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
    // Whoever has not joined yet is told 404, and a file refused is a 413; the browser notes both.
    window = await openWindow(browser, server.url, { expectedErrors: [/status of 4(?:04|13)/] });
    page = window.page;
    const { links } = await createBoard(server.url, 'Imports');
    await page.goto(links.editor);
    await page.getByLabel('Your name').fill('Ada');
    await page.keyboard.press('Enter');
    await page.getByText('Saved').waitFor();
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('menuitem', { name: 'Import ideas' }).click();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  it('a workbook is recognised, another sheet is chosen, and fifty thousand rows are too many', async () => {
    const rows = Array.from({ length: 50_000 }, (_, i) => [`Idea number ${i}`]);
    const file = workbookOf([
      { name: 'First', rows: cellsOf([['Idea'], ['Night buses']]) },
      {
        name: 'Second',
        rows: cellsOf([
          ['Idea', 'Group'],
          ['A lido', 'Water'],
          ['Trees', 'Green'],
        ]),
      },
    ]);
    await choose({ name: 'ideas.xlsx', mimeType: '', buffer: Buffer.from(file) });
    await page.getByText('Recognised: an Excel workbook').waitFor();
    await page.getByLabel('Sheet', { exact: true }).selectOption('Second');
    await page.getByText('2 ideas in 2 clusters').waitFor();
    const many = workbookOf([{ name: 'A', rows: cellsOf([['Idea'], ...rows]) }]);
    await choose({ name: 'many.xlsx', mimeType: '', buffer: Buffer.from(many) });
    await page.getByText('More than 20,000 ideas; a board holds no more. Split it into parts.').waitFor();
    expect(await page.getByRole('button', { name: 'Import', exact: true }).isDisabled()).toBe(true);
  });

  it('sticky notes of Mural come in where they lay, and are taken back in one step', async () => {
    await choose(fixture('mural.csv'));
    await page.getByText('Recognised: sticky notes from Mural').waitFor();
    await page.getByRole('button', { name: 'Import 4 ideas' }).click();
    const news = page.getByLabel('Messages');
    await news.getByText('4 ideas imported.').waitFor();
    await news.getByRole('button', { name: 'Undo' }).last().click();
    await news.getByText('The import was taken back.').waitFor();
  });

  it('the pages had nothing to complain about', async () => {
    await window.close();
  });

  async function choose(file: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]): Promise<void> {
    await page.getByLabel('File to import').setInputFiles(file);
  }
});
