// A new version of the product is put on the server while people work. Their open tabs neither break nor lose anything, and
// what they have not fetched yet is there, or they are told kindly how to get it.

import os from 'node:os';
import type { Browser } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser, type WindowOptions } from '../support/browser.ts';
import { BrowserPerson } from '../support/browserPerson.ts';
import { type Deployment, makeDeployment } from '../support/deployment.ts';
import { until } from '../support/realPerson.ts';
import { type ServerProcess, startServer } from '../support/serverProcess.ts';

const expectedErrors = [
  /status of 404/,
  /WebSocket connection to .* failed/,
  /ERR_CONNECTION_REFUSED/,
  // A part of a version that is gone.
  /Failed to load module script/,
  /Refused to apply style/,
];

/** An address of the network, where browsers have no service workers. */
const address = Object.values(os.networkInterfaces())
  .flatMap((entries) => entries ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

describe('a new version', () => {
  let deployment: Deployment;
  let server: ServerProcess;
  let browser: Browser;
  let ada: BrowserPerson;
  /** Paths. */
  let fetched: Set<string>;
  beforeEach(async () => {
    deployment = await makeDeployment();
    await deployment.deploy('one');
    server = await startServer({ folder: deployment.folder, env: { HOST: '0.0.0.0' } });
    browser = await launchBrowser();
  });
  afterEach(async () => {
    await browser?.close();
    await server?.dispose();
    await deployment?.dispose();
  });

  async function startsWriting(options: WindowOptions, host = '127.0.0.1'): Promise<void> {
    const site = `http://${host}:${server.port}`;
    ada = await BrowserPerson.opens(browser, site, 'Ada', { expectedErrors, ...options });
    fetched = new Set();
    ada.page.on('requestfinished', (request) => fetched.add(new URL(request.url()).pathname));
    await ada.startsBoard('Changing');
    await ada.writes('Before');
    await ada.page.getByText('Saved').waitFor();
  }

  async function goesUp(version: string): Promise<void> {
    await deployment.deploy(version);
    await server.restart();
    await ada.page.getByText('Saved').waitFor();
  }

  /** So that a part comes from the service worker or the server, and from nowhere else. */
  async function forgetsFetched(): Promise<void> {
    const session = await ada.window.context.newCDPSession(ada.page);
    await session.send('Network.clearBrowserCache');
  }

  const share = () => ada.page.getByRole('button', { name: 'Share' }).click();
  async function closesDialog(): Promise<void> {
    await ada.press('Escape');
    await ada.page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  const versionShown = () =>
    ada.page.evaluate(
      () => document.querySelector<HTMLScriptElement>('script[src]')?.src.match(/(one|two|three)\.js$/)?.[1],
    );
  const texts = async () => (await ada.liveItems()).map((item) => item.text);

  it('leaves open tabs their parts, where the product is kept on the device', async () => {
    await startsWriting({ serviceWorkers: 'allow' });
    await ada.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await ada.page.evaluate(() =>
      navigator.serviceWorker.addEventListener('controllerchange', () => {
        document.body.dataset.takenOver = 'yes';
      }),
    );
    await goesUp('two');
    const fresh = await ada.window.context.newPage();
    await fresh.goto('/');
    await ada.page.waitForFunction(() => document.body.dataset.takenOver === 'yes');
    const kept = await fresh.evaluate(async () => (await caches.keys()).length);
    const loadedNext = await fresh.evaluate(
      () => document.querySelector<HTMLScriptElement>('script[src]')?.src ?? '',
    );
    await fresh.close();
    await forgetsFetched();
    await share();
    await ada.page.getByRole('dialog').getByRole('textbox').waitFor();
    await closesDialog();
    await ada.writes('After');
    await ada.page.getByText('Saved').waitFor();
    const before = await versionShown();
    await ada.page.reload();
    await ada.isIn();
    expect([
      kept,
      loadedNext.endsWith('two.js'),
      before,
      await versionShown(),
      (await texts()).sort(),
    ]).toEqual([2, true, 'one', 'two', ['After', 'Before']]);
    await ada.window.close();
  });

  it('is named where a part is gone; the wall works on, and the page loads anew at a press', async () => {
    await startsWriting({});
    await goesUp('two');
    await forgetsFetched();
    await share();
    const dialog = ada.page.getByRole('dialog');
    await dialog.getByText('the server has probably got a newer version').waitFor();
    await closesDialog();
    await ada.writes('After');
    await ada.page.getByText('Saved').waitFor();
    const before = await versionShown();
    await share();
    await dialog.getByRole('button', { name: 'Reload' }).click();
    await ada.page.waitForFunction(() =>
      document.querySelector<HTMLScriptElement>('script[src]')?.src.endsWith('two.js'),
    );
    await ada.isIn();
    expect([before, await versionShown(), (await texts()).sort()]).toEqual([
      'one',
      'two',
      ['After', 'Before'],
    ]);
    await ada.window.close();
  });

  it.skipIf(address === undefined)(
    'changes nothing in a tab on plain http that had a moment to fetch the rest',
    async () => {
      await startsWriting({}, address);
      const isSecure = await ada.page.evaluate(() => isSecureContext);
      const files: string[] = await (await ada.page.request.get('/files.json')).json();
      await until('every part was fetched', () => files.every((file) => fetched.has(`/${file}`)), 60_000);
      await goesUp('two');
      await share();
      await ada.page.getByRole('dialog').getByRole('textbox').waitFor();
      expect([isSecure, await versionShown(), await texts()]).toEqual([false, 'one', ['Before']]);
      await ada.window.close();
    },
  );

  it('or a server that is away takes nothing from the screen: a part that cannot be had says so and comes by itself', async () => {
    await startsWriting({});
    await forgetsFetched();
    await server.stop();
    await share();
    const dialog = ada.page.getByRole('dialog');
    await dialog.getByText('the server cannot be reached').waitFor();
    await server.restart();
    await dialog.getByRole('textbox').waitFor();
    await closesDialog();
    await ada.writes('Meanwhile');
    await ada.page.getByText('Saved').waitFor();
    expect((await texts()).sort()).toEqual(['Before', 'Meanwhile']);
    await ada.window.close();
  });
});
