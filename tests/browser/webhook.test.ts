// The webhook's window, as a facilitator meets it: by keys alone, with a test that arrives and one that does not, in both
// languages, at a desk and on a phone; and nothing of it for everybody else.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, type WindowOptions } from '../support/browser.ts';
import { BrowserPerson } from '../support/browserPerson.ts';
import { flaws } from '../support/flaws.ts';
import { createBoard } from '../support/people.ts';
import { type ServerProcess, startServer } from '../support/serverProcess.ts';
import { SlackReceiver } from '../support/slackReceiver.ts';

let server: ServerProcess;
let browser: Browser;
let close: () => Promise<void>;
let target: string;
const receiver = new SlackReceiver();

beforeAll(async () => {
  const listening = await receiver.listen();
  target = `${listening.url}/services/T0/B0/abcdefghijklmnopWXYZ`;
  close = listening.close;
  server = await startServer({ env: { ALLOW_PRIVATE_WEBHOOKS: 'true' } });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
  await close?.();
});

async function comesIn(link: string, options: WindowOptions = {}): Promise<BrowserPerson> {
  const person = await BrowserPerson.opens(browser, server.url, 'Ada', options);
  person.page.setDefaultTimeout(15_000);
  await person.joins(link);
  return person;
}

describe('the webhook of a board', () => {
  it('is set, tried and removed by keys alone, and its address is never shown again', async () => {
    const created = await createBoard(server.url, 'Night bus');
    const ada = await comesIn(created.links.facilitator);
    const { page } = ada;
    const dialog = page.getByRole('dialog', { name: 'Webhook' });
    const found: string[] = [];

    await ada.press('Control+k');
    await page.getByRole('combobox').fill('Webhook');
    await ada.press('Enter');
    await dialog.getByLabel('Address of the channel').waitFor();
    found.push(...(await flaws(page, 'empty')));
    await ada.type('what is this');
    await ada.press('Enter');
    // The browser's own word for a field that takes addresses.
    await page.keyboard.press('Control+a');
    await ada.type('https://169.254.169.254/latest/meta-data');
    await ada.press('Enter');
    await dialog.getByText('private network').waitFor();
    found.push(...(await flaws(page, 'refused')));
    await page.keyboard.press('Control+a');
    await ada.type(target);
    await ada.press('Enter');
    await dialog.getByText(/ends in ….?WXYZ/).waitFor();

    // Trying it out is what comes next, so the focus is there.
    const test = dialog.getByRole('button', { name: 'Send a test' });
    await ada.press('Enter');
    await dialog.getByText('It arrived.').waitFor();
    receiver.answers.push({ status: 404, body: 'no_service' });
    await test.focus();
    await ada.press('Enter');
    await dialog.getByText('The other end does not know this address (any more): 404.').waitFor();
    found.push(...(await flaws(page, 'set')));
    const shown = await page.content();

    await dialog.getByRole('button', { name: 'Remove' }).focus();
    await ada.press('Enter');
    await dialog.getByText('The address is forgotten.').waitFor();
    await ada.press('Shift+Tab');
    await ada.press('Enter');
    await page.getByText('The webhook is removed.').waitFor();
    expect({
      found,
      shown: shown.includes('abcdefghijklmnopWXYZ'),
      arrived: receiver.headlines,
      problems: receiver.problems,
    }).toEqual({ found: [], shown: false, arrived: ['It works'], problems: [] });
    await ada.window.close();
  });

  it('fits a phone in the dark and speaks German, messages included', async () => {
    const created = await createBoard(server.url, 'Nachtbus');
    const viewport = { width: 360, height: 740 };
    const ada = await comesIn(created.links.facilitator, { viewport, colorScheme: 'dark', hasTouch: true });
    const { page } = ada;
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Deutsch' }).click();
    await page.getByRole('button', { name: 'Menü' }).click();
    await page.getByRole('menuitem', { name: 'Webhook…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Webhook' });
    await dialog.getByLabel('Adresse des Kanals').fill(target);
    await dialog.getByRole('button', { name: 'Sichern' }).click();
    await dialog.getByRole('button', { name: 'Test schicken' }).click();
    await dialog.getByText('Sie ist angekommen.').waitFor();
    expect([await flaws(page, 'phone'), receiver.headlines.at(-1)]).toEqual([[], 'Es klappt']);
    await ada.window.close();
  });

  it('is nothing for those who do not facilitate', async () => {
    const created = await createBoard(server.url, 'Night bus');
    const ben = await comesIn(created.links.editor);
    await ben.page.getByRole('button', { name: 'Menu' }).click();
    await ben.page
      .getByRole('menuitem', { name: 'Home' })
      .or(ben.page.getByRole('menuitem').last())
      .first()
      .waitFor();
    expect(await ben.page.getByRole('menuitem', { name: 'Webhook…' }).count()).toBe(0);
    await ben.window.close();
  });
});
