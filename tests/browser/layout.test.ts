// Nothing that floats over the wall lies over anything else that floats, or leaves the window: on a phone, a tablet and a
// desk, in two languages and the long one from right to left, with six people there.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCluster, createItems, setLocked } from '../../shared/board/verbs.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import type { BoardCreated } from '../../shared/protocol/api.ts';
import { launchBrowser, openWindow, type WindowOptions } from '../support/browser.ts';
import { bystanders } from '../support/bystanders.ts';
import { layoutFlaws } from '../support/layoutFlaws.ts';
import { createBoard } from '../support/people.ts';
import { PseudoClient } from '../support/pseudoClient.ts';
import { RealPerson } from '../support/realPerson.ts';
import { type ServerProcess, startServer } from '../support/serverProcess.ts';

let server: ServerProcess;
let browser: Browser;
let pseudo: PseudoClient;

beforeAll(async () => {
  // A page that a test hands out counts as from elsewhere, and may not speak to a server of this machine.
  const flags = ['--disable-features=LocalNetworkAccessChecks'];
  [server, browser, pseudo] = await Promise.all([startServer(), launchBrowser(flags), PseudoClient.build()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
  await pseudo?.dispose();
});

const places: readonly [string, WindowOptions][] = [
  ['a phone', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }],
  ['a tablet', { viewport: { width: 768, height: 1024 }, hasTouch: true, isMobile: true }],
  ['a desk', { viewport: { width: 1280, height: 800 } }],
];
const spoken = ['en', 'de', 'xx-pseudo'] as const;

interface Prepared {
  readonly created: BoardCreated;
  readonly note: ItemId;
  readonly cluster: ItemId;
  readonly locked: ItemId;
  leave(): void;
}

/** Notes in every corner of what is seen, a cluster, a locked note, and five people besides whoever looks. */
async function aFullBoard(): Promise<Prepared> {
  const created = await createBoard(server.url, 'Spring campaign for the whole neighbourhood');
  const eve = await RealPerson.arrives(server.url, created, 'facilitator', 'Eve');
  const spots = [
    [0, 0],
    [0, 260],
    [440, 0],
    [440, 780],
    [0, 780],
  ] as const;
  const [first, second, note, locked] = createItems(
    eve.board,
    spots.map(([x, y]) => ({ kind: 'note' as const, x, y, text: 'An idea' })),
  );
  if (!first || !second || !note || !locked) throw new Error('there is no room on an empty board');
  const cluster = createCluster(eve.board, { title: 'Together', ids: [first, second] });
  if (cluster === null) throw new Error('two notes make no cluster');
  setLocked(eve.board, { ids: [locked], locked: true });
  await eve.saved();
  const names = ['Ada', 'Ben', 'Cem', 'Ångström-Łukaszewicz', 'Dov'];
  const sendAway = await bystanders(server.url, created.links.editor, names);
  const leave = () => {
    sendAway();
    eve.leave();
  };
  return { created, note, cluster, locked, leave };
}

/** A walk through the states of one board that looks at each. */
class Walk {
  readonly found: string[] = [];
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    page.setDefaultTimeout(10_000);
  }

  async look(state: string): Promise<void> {
    this.found.push(...(await layoutFlaws(this.page)).map((flaw) => `${state}: ${flaw}`));
    const folder = process.env.PICTURES;
    if (folder) await this.page.screenshot({ path: `${folder}/${state.replaceAll(' ', '-')}.png` });
  }

  async key(key: string): Promise<void> {
    await this.page.getByRole('application').focus();
    await this.page.keyboard.press(key);
  }

  async press(id: ItemId): Promise<void> {
    await this.key('Escape');
    await this.key('1');
    const at = await this.page.evaluate((itemId) => window.wallflower?.whereIs(itemId) ?? null, id);
    if (at === null) throw new Error(`there is no ${id}`);
    await this.page.mouse.click(at.x, at.y);
    await this.page.getByRole('toolbar').nth(1).waitFor();
  }
}

describe.each(places)('on %s', (place, options) => {
  it.each(spoken)('everything has a place of its own, in %s', async (language) => {
    const { created, note, cluster, locked, leave } = await aFullBoard();
    const expectedErrors = [/status of 404/, /INTERNET_DISCONNECTED/];
    const opened = await openWindow(browser, server.url, { ...options, expectedErrors });
    if (language === 'xx-pseudo') await pseudo.standIn(opened.context);
    const { page } = opened;
    const walk = new Walk(page);
    const look = (state: string) => walk.look(`${place} ${language} ${state}`);

    const link = new URL(created.links.facilitator);
    await page.goto(`${link.pathname}?lang=${language}&inspect${link.hash}`);
    await page.locator('input').first().fill('Zoë');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.wallflower?.othersHere() === 5);
    await look('at rest');

    await walk.press(note);
    await look('note selected');
    await walk.press(locked);
    await look('locked selected');
    await walk.press(cluster);
    await look('cluster selected');
    await walk.key('Control+a');
    // Fetched when it is first needed.
    await page.locator('[role="toolbar"] [aria-haspopup="dialog"]').waitFor();
    await look('all selected');
    await walk.key('k');
    await page.getByRole('complementary').waitFor();
    await look('comments');
    await page.keyboard.press('Escape');
    await walk.key('l');
    await page.getByRole('tree').waitFor();
    await look('list');
    await walk.key('k');
    await page.getByRole('complementary').waitFor();
    await look('comments and list');
    await page.keyboard.press('Escape');

    await walk.press(note);
    await page.keyboard.press('Enter');
    await page.locator('textarea').first().waitFor();
    await page.keyboard.type('more');
    await look('writing');
    await page.keyboard.press('Escape');
    await page.getByRole('toolbar').nth(1).waitFor();
    await page.context().setOffline(true);
    await page
      .getByRole('status')
      .filter({ has: page.getByRole('button') })
      .waitFor();
    await look('offline with a note selected');
    expect(walk.found).toEqual([]);
    leave();
    await opened.close();
  });
});
