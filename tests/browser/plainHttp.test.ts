// As most rooms have it: plain http and an address of the network, where browsers give no secure context. No clipboard, no
// random UUIDs, no cache of the shell: everything still works.

import os from 'node:os';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { allEqual, BrowserPerson } from '../support/browserPerson.ts';
import { type ServerProcess, startServer } from '../support/serverProcess.ts';

/** An address that others in the room could open; loopback ones count as secure and prove nothing. */
const address = Object.values(os.networkInterfaces())
  .flatMap((entries) => entries ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

let server: ServerProcess;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({ env: { HOST: '0.0.0.0' } });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

describe.skipIf(address === undefined)('plain http in a network (needs a network address)', () => {
  it('a board is made, joined, written on, its link copied by hand, and carried away', async () => {
    const site = `http://${address}:${server.port}`;
    const ada = await BrowserPerson.opens(browser, site, 'Ada');
    const ben = await BrowserPerson.opens(browser, site, 'Ben');
    for (const { page } of [ada, ben]) page.setDefaultTimeout(10_000);
    await ada.startsBoard('In the room');
    const isSecure = await ada.page.evaluate(() => isSecureContext);
    const link = await ada.inviteLink();
    await ben.joins(link);
    await ada.writes('from Ada');
    await ben.writes('from Ben');
    const both = await allEqual([ada, ben]);

    await ada.page.getByRole('button', { name: 'Share' }).click();
    await ada.page.getByRole('button', { name: 'Copy link' }).click();
    await ada.page.getByText('Link copied').first().waitFor();
    await ada.page.keyboard.press('Escape');
    await ada.page.keyboard.press('Escape');
    const summary = await ada.exports('summary.md');
    expect({
      isSecure,
      host: new URL(link).host,
      texts: both
        .filter((item) => !item.deleted)
        .map((item) => item.text)
        .sort(),
      carried: ['from Ada', 'from Ben'].every((text) => summary.includes(text)),
    }).toEqual({
      isSecure: false,
      host: new URL(site).host,
      texts: ['from Ada', 'from Ben'],
      carried: true,
    });
    await ada.window.close();
    await ben.window.close();
  });
});
