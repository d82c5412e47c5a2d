// What a person need not do by hand: changes made to a board that the server had to bring back from a backup are made again
// by themselves, and a screen that says that nobody answers goes away when somebody does.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeBackup } from '../../server/storage/backupFolder.ts';
import { openStorage } from '../../server/storage/openStorage.ts';
import { restoreBackup } from '../../server/storage/restore.ts';
import { realEnv } from '../../shared/lib/env.ts';
import { launchBrowser } from '../support/browser.ts';
import { allEqual, BrowserPerson } from '../support/browserPerson.ts';
import { type ServerProcess, startServer } from '../support/serverProcess.ts';
import { keptLog } from '../support/storageBenches.ts';

const expectedErrors = [/status of 404/, /WebSocket connection to .* failed/, /ERR_CONNECTION_REFUSED/];

describe('by itself', () => {
  let server: ServerProcess;
  let browser: Browser;
  let ada: BrowserPerson;
  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
    ada = await BrowserPerson.opens(browser, server.url, 'Ada', { expectedErrors });
    await ada.startsBoard('Brought back');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  const texts = (items: Awaited<ReturnType<typeof allEqual>>) =>
    items
      .filter((item) => !item.deleted)
      .map((item) => item.text)
      .sort();

  it('what was written meanwhile is carried over to a board that comes from a backup', async () => {
    await ada.writes('In the backup');
    await allEqual([ada]);
    await server.stop();
    const disk = await openStorage({
      folder: server.dataDir,
      env: realEnv,
      log: keptLog(),
      reserveBytes: 0,
    });
    const backup = await writeBackup(disk, '2026-03-01T09-00-00Z');
    await disk.close();
    await ada.page.getByText('You are offline.').first().waitFor();
    await ada.writes('Written meanwhile');
    await ada.page.getByText('Offline, 1 change on this device').first().waitFor();
    await restoreBackup({ backup, folder: server.dataDir, env: realEnv, say: () => {} });
    await server.restart();
    await ada.page.getByText('1 change was carried over.').first().waitFor();
    expect(texts(await allEqual([ada]))).toEqual(['In the backup', 'Written meanwhile']);
  });

  it('a board opens as soon as the server answers again', async () => {
    const { page } = ada;
    await page.goto('/?inspect');
    // Nothing is left of it on this device but the way to it.
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          const opening = indexedDB.open('wallflower');
          opening.onsuccess = () => {
            const change = opening.result.transaction('records', 'readwrite');
            change.objectStore('records').clear();
            change.oncomplete = resolve;
          };
        }),
    );
    await page.waitForLoadState('networkidle');
    await server.stop();
    await page.locator('[data-tile]').first().click();
    await page
      .getByText(/server (?:does not answer|cannot be reached)/)
      .first()
      .waitFor();
    await server.restart();
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.goto(`${new URL(page.url()).pathname}?inspect`);
    await ada.isIn();
    expect(texts(await allEqual([ada]))).toEqual(['In the backup', 'Written meanwhile']);
    await ada.window.close();
  });
});
