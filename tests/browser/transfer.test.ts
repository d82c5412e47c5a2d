// The third journey, as a person makes it: a file in, a look before it counts, the board out again.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openWindow, type Window } from '../support/browser.ts';
import { createBoard } from '../support/people.ts';
import { type ServerProcess, startServer } from '../support/serverProcess.ts';

const brainstorm = fileURLToPath(new URL('../fixtures/bg2050/comments.csv', import.meta.url));

describe('files in and out', () => {
  let server: ServerProcess;
  let browser: Browser;
  let window: Window;
  let page: Page;

  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
    // Whoever has not joined yet is told 404, and the browser notes that.
    window = await openWindow(browser, server.url, { expectedErrors: [/status of 404/] });
    page = window.page;
    const { links } = await createBoard(server.url, 'Größe 2050');
    await page.goto(links.editor);
    await page.getByLabel('Your name').fill('Ada');
    await page.keyboard.press('Enter');
    await page.getByText('Saved').waitFor();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  it('a real brainstorm comes in after a look, and leaves as summary, table and board', async () => {
    await chooseFile(page, brainstorm);
    await page.getByText('I hope it can retain its southern hospitality', { exact: true }).waitFor();
    const column = await page.getByLabel('Column with the ideas').inputValue();
    await page.getByRole('button', { name: 'Import 40 ideas' }).click();
    await page.getByText('40 ideas imported.').waitFor();
    const summary = await download(page, 'Markdown');
    const notes = await download(page, 'CSV table');
    const board = await download(page, 'Board file (JSON)');
    expect({
      column,
      names: [summary.name, notes.name, board.name],
      bullets: summary.text.split('## Ideas')[1]?.split('\n## ')[0]?.match(/^- /gm)?.length,
      rows: notes.text.match(/,note,/g)?.length,
      items: (JSON.parse(board.text) as { items: unknown[] }).items.length,
    }).toEqual({
      column: 'comment-body',
      names: ['Größe 2050 - summary.md', 'Größe 2050 - notes.csv', 'Größe 2050 - board.json'],
      bullets: 40,
      rows: 40,
      items: 40,
    });
  });

  it('a file that is pasted on the wall is offered for import; a picture is refused by word, with its address beside it or not', async () => {
    await pasteFile(page, { name: 'list.csv', type: 'text/csv', content: 'idea\nA night bus\n' });
    await page.getByRole('dialog').getByText('A night bus', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const picture = { name: 'image.png', type: 'image/png', content: 'PNG' };
    const refused = page.getByLabel('Messages').getByText('The wall takes no pictures.');
    await pasteFile(page, picture);
    await refused.waitFor();
    await page.getByLabel('Messages').getByRole('button', { name: 'Dismiss' }).last().click();
    await refused.waitFor({ state: 'detached' });
    await pasteFile(page, { ...picture, html: '<img src="https://example.com/a.png">' });
    await refused.waitFor();
  });

  it('an import is taken back in one step, and nothing else is', async () => {
    await openImport(page);
    await page.getByLabel('Ideas', { exact: true }).fill('- one\n- two\n');
    await page.getByRole('button', { name: 'Import 2 ideas' }).click();
    const news = page.getByLabel('Messages');
    await news.getByText('2 ideas imported.').waitFor();
    await news.getByRole('button', { name: 'Undo' }).last().click();
    await news.getByText('The import was taken back.').waitFor();
    const { text } = await download(page, 'CSV table');
    expect(text.match(/,note,/g)?.length).toBe(40);
  });

  it('the pages had nothing to complain about', async () => {
    await window.close();
  });
});

async function openImport(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: 'Import ideas' }).click();
}

async function chooseFile(page: Page, file: string): Promise<void> {
  await openImport(page);
  await page.getByLabel('File to import').setInputFiles(file);
}

async function download(page: Page, entry: string): Promise<{ name: string; text: string }> {
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: 'Take it along' }).click();
  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: `Save ${entry}`, exact: true }).click();
  const file = await started;
  await page.keyboard.press('Escape');
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

interface PastedFile {
  readonly name: string;
  readonly type: string;
  readonly content: string;
  readonly html?: string;
}

function pasteFile(page: Page, file: PastedFile): Promise<void> {
  return page.evaluate(({ name, type, content, html = '' }) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([content], name, { type }));
    if (html !== '') clipboardData.setData('text/html', html);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, file);
}
