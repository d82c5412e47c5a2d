// A day without the network: two people on one board, one of them away from the server, through a reload, with a second tab,
// and back. Nothing of either is lost, and the screen says the truth all the while.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Item } from '../../shared/items/item.ts';
import { launchBrowser } from '../support/browser.ts';
import { allEqual, BrowserPerson } from '../support/browserPerson.ts';
import { keptPaths } from '../support/keptPaths.ts';
import { type ServerProcess, startServer } from '../support/serverProcess.ts';

/** What the browser itself reports of a network that is away. */
const expectedErrors = [
  /status of 404/,
  /WebSocket connection to .* failed/,
  /ERR_INTERNET_DISCONNECTED/,
  /ERR_CONNECTION_REFUSED/,
];

const texts = (items: readonly Item[]) =>
  items
    .filter((item) => !item.deleted)
    .map((item) => item.text)
    .sort();
const sees = (person: BrowserPerson, text: string) => person.page.getByText(text).first().waitFor();

describe('a day offline and back', () => {
  let server: ServerProcess;
  let browser: Browser;
  let ada: BrowserPerson;
  let ben: BrowserPerson;

  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
    ada = await BrowserPerson.opens(browser, server.url, 'Ada', { serviceWorkers: 'allow', expectedErrors });
    ben = await BrowserPerson.opens(browser, server.url, 'Ben', { expectedErrors });
    await ada.startsBoard('What shall we plant?');
    await ben.joins(await ada.inviteLink());
  });
  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  async function noteOf(person: BrowserPerson, text: string): Promise<Item> {
    const note = (await person.liveItems()).find((item) => item.text === text);
    if (note === undefined) throw new Error(`${person.name} has no note ${text}`);
    return note;
  }

  async function adds(person: BrowserPerson, to: string, more: string): Promise<void> {
    await person.press('1');
    await person.opensText((await noteOf(person, to)).id);
    await person.press('End');
    await person.type(more);
    await person.press('Escape');
  }

  async function setRoleOfBen(role: string): Promise<void> {
    const path = `/api/boards/${new URL(ada.page.url()).pathname.split('/').at(-1)}`;
    const answer = await (await ben.window.context.request.get(path)).json();
    const status = await ada.page.evaluate(
      async ([url, participant, next]) => {
        const body = JSON.stringify({
          id: `${next} ${participant}`,
          name: 'role.set',
          args: { participant, role: next },
        });
        const headers = { 'content-type': 'application/json' };
        return (await fetch(`${url}/commands`, { method: 'POST', headers, body })).status;
      },
      [path, String(answer.participant.id), role] as const,
    );
    if (status !== 200) throw new Error(`the role stayed as it was: ${status}`);
  }

  it('is kept on this device through a reload, with words that say so', async () => {
    await ada.writes('Tulips');
    await ada.writes('Nettles');
    await allEqual([ada, ben]);
    await ada.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await ada.window.context.setOffline(true);
    await sees(ada, 'You are offline. Go on writing: it is kept on this device');
    await ada.writes('Beans');
    await adds(ada, 'Tulips', ', red');
    await adds(ada, 'Nettles', ' for tea');
    await sees(ada, 'Offline, 3 changes on this device');
    await ada.page.reload();
    await ada.isIn();
    await sees(ada, 'Offline, 3 changes on this device');
    expect([texts(await ada.items()), await ada.saveState()]).toEqual([
      ['Beans', 'Nettles for tea', 'Tulips, red'],
      { kind: 'offline', unsaved: 3, kept: true },
    ]);
  });

  it('opens in a second tab as well, whose changes are kept beside those of the first', async () => {
    const tab = await ada.window.context.newPage();
    await tab.goto(ada.page.url());
    await tab.waitForFunction(() => window.wallflower?.items().filter((item) => !item.deleted).length === 3);
    await tab.mouse.dblclick(300, 300);
    await tab.getByLabel('Text of the note').waitFor();
    await tab.keyboard.type('Carrots');
    await tab.keyboard.press('Escape');
    await tab.getByText('Offline, 4 changes on this device').waitFor();
    await tab.close();
    await ada.page.reload();
    await ada.isIn();
    await sees(ada, 'Offline, 4 changes on this device');
    expect(texts(await ada.items())).toContain('Carrots');
  });

  it('merges with what others did meanwhile, and offers again what they deleted', async () => {
    await ben.writes('Roses');
    await adds(ben, 'Tulips', ' and wild');
    await ben.press('1');
    await ben.selects([(await noteOf(ben, 'Nettles')).id]);
    await ben.press('Delete');
    // What Ada comes back to has to be there.
    await allEqual([ben]);
    await ada.window.context.setOffline(false);
    const merged = await allEqual([ada, ben]);
    await ada.page.getByRole('button', { name: 'Make as new notes' }).click();
    await ben.page.waitForFunction(
      () => window.wallflower?.items().filter((item) => item.text === 'Nettles for tea').length === 2,
    );
    const restored = await allEqual([ada, ben]);
    const tulips = merged.find((item) => item.text.startsWith('Tulips'))?.text ?? '';
    expect([
      texts(merged).filter((text) => text !== tulips),
      [...tulips].sort().join(''),
      texts(restored).filter((text) => text !== tulips),
    ]).toEqual([
      ['Beans', 'Carrots', 'Roses'],
      [...'Tulips, red and wild'].sort().join(''),
      ['Beans', 'Carrots', 'Nettles for tea', 'Roses'],
    ]);
  });

  it('keeps what was refused, on this device, until it is made again', async () => {
    await ben.window.context.setOffline(true);
    await sees(ben, 'You are offline.');
    await ben.writes('Figs');
    await sees(ben, 'Offline, 1 change on this device');
    await setRoleOfBen('viewer');
    await ben.window.context.setOffline(false);
    await sees(ben, '1 change could not be applied: you may not write here.');
    const refused = texts(await ben.items()).includes('Figs');
    await ben.page.reload();
    await sees(ben, '1 change could not be applied: you may not write here.');
    await setRoleOfBen('editor');
    await ben.page.getByRole('button', { name: 'Look at them' }).click();
    await ben.page.getByRole('dialog').getByText('Figs').waitFor();
    await ben.page.getByRole('button', { name: 'Try again' }).click();
    await sees(ben, 'There are none any more.');
    await ben.press('Escape');
    await ada.page.waitForFunction(() => window.wallflower?.items().some((item) => item.text === 'Figs'));
    expect([refused, texts(await allEqual([ada, ben])).includes('Figs')]).toEqual([false, true]);
  });

  it('leaves no trace where somebody asks for that', async () => {
    await ada.page.getByRole('button', { name: 'Menu' }).click();
    await ada.page.getByRole('menuitem', { name: 'Forget this board on this device' }).click();
    await ada.page.getByRole('button', { name: 'Forget it here' }).click();
    await sees(ada, 'Nothing of this board is left on this device.');
    expect((await keptPaths(ada.page)).filter((path) => !path.startsWith('lease'))).toEqual([]);
  });
});

describe('a browser that keeps nothing', () => {
  it('says so, and works', async () => {
    const server = await startServer();
    const browser = await launchBrowser();
    const eve = await BrowserPerson.opens(browser, server.url, 'Eve', { expectedErrors });
    await eve.window.context.addInitScript(() =>
      Object.defineProperty(window, 'indexedDB', { value: undefined }),
    );
    await eve.startsBoard('Private window');
    await eve.window.context.setOffline(true);
    await eve.writes('Only here');
    await sees(eve, 'Keep this tab open.');
    await sees(eve, 'Offline, 1 unsaved change');
    await eve.window.context.setOffline(false);
    await allEqual([eve]);
    expect(texts(await eve.items())).toEqual(['Only here']);
    await browser.close();
    await server.dispose();
  });
});
