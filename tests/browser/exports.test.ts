// What is carried away from a board, as people do it: every kind of file behind one window, some of them without a network;
// and the link that a spreadsheet reads.

import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, type WindowOptions } from '../support/browser.ts';
import { BrowserPerson } from '../support/browserPerson.ts';
import { flaws } from '../support/flaws.ts';
import { createBoard } from '../support/people.ts';
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

async function comesIn(link: string, options: WindowOptions = {}): Promise<BrowserPerson> {
  const person = await BrowserPerson.opens(browser, server.url, 'Ada', { acceptDownloads: true, ...options });
  person.page.setDefaultTimeout(15_000);
  await person.joins(link);
  return person;
}

async function opens(page: Page, entry: string) {
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: entry }).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  return dialog;
}

async function saved(page: Page, name: string): Promise<{ name: string; bytes: Buffer }> {
  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: `Save ${name}`, exact: true }).click();
  const file = await started;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

describe('the window of all files', () => {
  it('saves each kind that the server writes, one after the other, and says how large it was', async () => {
    const created = await createBoard(server.url, 'Harbour');
    const ada = await comesIn(created.links.facilitator);
    const { page } = ada;
    await ada.writes('Open the harbour pool');
    const dialog = await opens(page, 'Take it along');
    const found = await flaws(page, 'all files');
    const names = await dialog
      .getByRole('button', { name: /^Save / })
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')?.replace('Save ', '') ?? ''));
    const starts: [string, string][] = [];
    for (const name of names) {
      const file = await saved(page, name);
      starts.push([file.name.replace('Harbour - ', ''), file.bytes.subarray(0, 4).toString('latin1')]);
      await dialog.getByText(/^Saved, [\d.]+ .B\.$/).waitFor();
    }
    await dialog.getByLabel('Jira').check();
    const jira = await saved(page, 'CSV table for import');
    const zip = 'PK\u0003\u0004';
    expect([starts, jira.name, found]).toEqual([
      [
        ['summary.pdf', '%PDF'],
        ['summary.docx', zip],
        ['summary.html', '<!do'],
        ['summary.md', '# Ha'],
        ['notes.xlsx', zip],
        ['notes.csv', '\u00ef\u00bb\u00bfi'],
        ['board.png', '\u0089PNG'],
        ['board.svg', '<svg'],
        ['actions-trello.csv', '\u00ef\u00bb\u00bfL'],
        ['actions.ics', 'BEGI'],
        ['archive.zip', zip],
        ['board.json', '{\n  '],
      ],
      'Harbour - actions-jira.csv',
      [],
    ]);
    await ada.window.close();
  });

  it('drops the request when somebody changes their mind, and says in words what went wrong', async () => {
    const created = await createBoard(server.url, 'Slow');
    const ada = await comesIn(created.links.editor);
    const { page } = ada;
    let dropped = 0;
    page.on('requestfailed', (request) => {
      if (request.url().includes('/export/summary.pdf')) dropped++;
    });
    let held = () => {};
    await page.route('**/export/summary.pdf*', async (route) => {
      await new Promise<void>((resolve) => {
        held = resolve;
      });
      await route.abort().catch(() => undefined);
    });
    await page.route('**/export/summary.docx*', (route) =>
      route.fulfill({
        status: 503,
        contentType: 'application/json',
        body: JSON.stringify({ error: { code: 'too-slow', message: 'no words of mine' } }),
      }),
    );
    const dialog = await opens(page, 'Take it along');
    await dialog.getByRole('button', { name: 'Save PDF' }).click();
    await dialog.getByText('It is being written…').waitFor();
    await dialog.getByRole('button', { name: 'Cancel PDF' }).click();
    await dialog.getByRole('button', { name: 'Save PDF' }).waitFor();
    await expect.poll(() => dropped).toBe(1);
    held();
    await dialog.getByRole('button', { name: 'Save Word document' }).click();
    await dialog.getByText('It took too long. Try again later, or take another kind of file.').waitFor();
    await dialog.getByRole('button', { name: 'Try again Word document' }).waitFor();
    await ada.window.context.close();
  });

  it('writes without a network what it can, and says which that is', async () => {
    const created = await createBoard(server.url, 'Far out');
    const ada = await comesIn(created.links.editor);
    const { page } = ada;
    await ada.writes('Said on the train');
    await page.getByText('Saved').waitFor();
    await opens(page, 'Take it along');
    await saved(page, 'Markdown');
    await page.context().setOffline(true);
    await page.getByText('There is no connection.').waitFor();
    const open = await page
      .getByRole('button', { name: /^Save / })
      .evaluateAll((all) =>
        all.flatMap((one) => (one.matches(':disabled') ? [] : (one.getAttribute('aria-label') ?? []))),
      );
    const { bytes } = await saved(page, 'Web page');
    expect([open, bytes.toString().includes('Said on the train')]).toEqual([
      ['Save Web page', 'Save Markdown', 'Save CSV table', 'Save Board file (JSON)'],
      true,
    ]);
    await ada.window.context.close();
  });
});

describe('the live feed', () => {
  it('is made, read from outside, and revoked; the link is shown once', async () => {
    const created = await createBoard(server.url, 'Feed');
    const ada = await comesIn(created.links.facilitator);
    const { page } = ada;
    await ada.writes('Read me from a sheet');
    await page.getByText('Saved').waitFor();
    const dialog = await opens(page, 'Live feed');
    await dialog.getByRole('button', { name: 'Make a link' }).click();
    const formula = await dialog.getByLabel('Formula for Google Sheets').inputValue();
    const found = await flaws(page, 'fresh link');
    const address = /^=IMPORTDATA\("(.+)"\)$/.exec(formula)?.[1] ?? '';
    const table = await (await fetch(address)).text();
    await page.keyboard.press('Escape');
    await opens(page, 'Live feed');
    await dialog.getByText('Last read on').waitFor();
    found.push(...(await flaws(page, 'an older link')));
    const shown = await page.content();
    await dialog.getByRole('button', { name: 'Revoke' }).click();
    await dialog.getByRole('button', { name: 'Revoke it' }).click();
    await page.getByText('The link is revoked.').waitFor();
    const { status } = await fetch(address);
    expect([table.includes('Read me from a sheet'), shown.includes(address), status, found]).toEqual([
      true,
      false,
      404,
      [],
    ]);
    await ada.window.close();
  });
});
