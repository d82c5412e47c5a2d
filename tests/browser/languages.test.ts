// German at a press and without loading anew; a made-up language, long and from right to left, on every screen.

import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MessageId, speak, t } from '../../client/text/catalogue.ts';
import { createItems } from '../../shared/board/verbs.ts';
import { launchBrowser, openWindow, type WindowOptions } from '../support/browser.ts';
import { BrowserPerson } from '../support/browserPerson.ts';
import { flaws } from '../support/flaws.ts';
import { createBoard } from '../support/people.ts';
import { PseudoClient } from '../support/pseudoClient.ts';
import { RealPerson } from '../support/realPerson.ts';
import { type ServerProcess, startServer } from '../support/serverProcess.ts';
import { wordFlaws } from '../support/wordFlaws.ts';

const workspaceKey = 'the-key-of-the-whole-workshop';

let server: ServerProcess;
let browser: Browser;
let pseudo: PseudoClient;

beforeAll(async () => {
  // A page that is put in place comes from no network, and may not ask this machine for anything without this.
  const flags = ['--disable-features=LocalNetworkAccessChecks'];
  [server, browser, pseudo] = await Promise.all([
    startServer({ env: { WORKSPACE_KEY: workspaceKey } }),
    launchBrowser(flags),
    PseudoClient.build(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
  await pseudo?.dispose();
});

describe('German', () => {
  it('is there for a German browser, changes at a press, stays, and takes nothing from an open board', async () => {
    const { links } = await createBoard(server.url, 'Fest');
    const ada = await BrowserPerson.opens(browser, server.url, 'Ada', { locale: 'de-AT' });
    const { page } = ada;
    page.setDefaultTimeout(8_000);
    const said = async (select: string) => [
      await page.locator('html').getAttribute('lang'),
      await page.getByRole('button', { name: select, exact: true }).count(),
    ];
    const link = new URL(links.facilitator);
    await page.goto(`${link.pathname}?inspect${link.hash}`);
    await page.getByLabel('Dein Name').fill('Ada');
    await page.keyboard.press('Enter');
    await ada.isIn();
    await page.getByText('Gesichert').waitFor();
    await page.keyboard.press('n');
    await page.getByLabel('Text der Notiz').waitFor();
    await ada.type('Brot');
    await ada.press('Escape');
    const german = await said('Auswählen');
    await page.getByRole('button', { name: 'Menü' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'English' }).click();
    await page.getByText('Saved').waitFor();
    const english = await said('Select');
    // Still the same visit: what was written can be undone.
    await page.getByRole('application').focus();
    await ada.press('Control+z');
    await page.waitForFunction(() => window.wallflower?.items().every((item) => item.deleted) === true);
    await page.goto('/');
    await page.getByRole('button', { name: 'Deutsch' }).waitFor();
    expect({
      german,
      english,
      after: await page.locator('html').getAttribute('lang'),
    }).toEqual({ german: ['de', 1], english: ['en', 1], after: 'en' });
    await ada.window.close();
  });
});

const screens: readonly [string, WindowOptions][] = [
  ['at a desk', { viewport: { width: 1280, height: 800 } }],
  ['on a phone', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }],
];

describe.each(screens)('a long language from right to left, %s', (place, options) => {
  beforeAll(() => speak('xx-pseudo', []));
  afterAll(() => speak('en', []));

  it('fits on every screen, and no word is left out of it', async () => {
    const created = await createBoard(server.url, 'own words');
    const eve = await RealPerson.arrives(server.url, created, 'editor', 'own words');
    createItems(eve.board, [{ kind: 'note', x: 0, y: 0, text: 'own words' }]);
    await eve.saved();
    const window = await openWindow(browser, server.url, {
      ...options,
      expectedErrors: [/status of 4(?:01|04|10)/],
    });
    await pseudo.standIn(window.context);
    const walk = new Walk(window.page, place);
    await beforeTheBoard(walk);
    await onTheBoard(walk, new URL(created.links.facilitator));
    await overTheBoard(walk);
    await manyBoards(walk);
    expect(walk.found).toEqual([]);
    eve.leave();
    await window.close();
  });
});

/** A walk through the screens that looks at each. */
class Walk {
  readonly page: Page;
  readonly found: string[] = [];
  private readonly place: string;

  constructor(page: Page, place: string) {
    this.page = page;
    this.place = place;
    page.setDefaultTimeout(8_000);
  }

  async look(screen: string): Promise<void> {
    const found = await wordFlaws(this.page);
    // The names and roles are the same on a phone, and asking takes its time.
    if (this.place === 'at a desk') found.push(...(await flaws(this.page, 'axe')));
    this.found.push(...found.map((flaw) => `${screen}: ${flaw}`));
    await keepPicture(this.page, `${this.place} ${screen}`);
  }

  button(id: MessageId, values?: Readonly<Record<string, string | number>>): Locator {
    return this.page.getByRole('button', { name: t(id, values), exact: true }).first();
  }

  async key(key: string): Promise<void> {
    await this.page.getByRole('application').focus();
    await this.page.keyboard.press(key);
  }

  /** An entry of the board's own menu. */
  async choose(id: MessageId): Promise<void> {
    await this.button('board.menu').click();
    await this.page.getByRole('menuitem', { name: t(id), exact: true }).click();
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.page.getByRole('dialog').waitFor({ state: 'detached' });
  }
}

async function beforeTheBoard(walk: Walk): Promise<void> {
  const { page } = walk;
  await page.goto('/?lang=xx-pseudo');
  await page.locator('h1').waitFor();
  await walk.look('empty home');
  await page.goto('/b/nowhere?lang=xx-pseudo');
  await page.getByRole('link').or(page.getByRole('button')).first().waitFor();
  await walk.look('trouble');
}

async function onTheBoard(walk: Walk, link: URL): Promise<void> {
  const { page } = walk;
  await page.goto(`${link.pathname}?lang=xx-pseudo&inspect${link.hash}`);
  await page.locator('input').first().fill('own words');
  await walk.look('join');
  await page.keyboard.press('Enter');
  await page.getByRole('tree').waitFor({ state: 'attached' });
  await page.getByText(t('save.saved')).first().waitFor();
  await walk.look('board');
  await walk.key('Control+a');
  await page.getByRole('toolbar').nth(1).waitFor();
  await walk.look('selection');
  await walk.key('Shift+F10');
  await page.getByRole('menu').waitFor();
  await walk.look('context menu');
  await page.keyboard.press('Escape');
  await walk.key('k');
  const comments = page.getByRole('complementary', { name: t('talk.title') });
  await comments.getByRole('textbox').and(page.locator(':focus')).waitFor();
  await page.keyboard.type('own words');
  await comments.getByRole('button', { name: t('talk.send'), exact: true }).click();
  await comments.getByRole('button', { name: t('talk.react'), exact: true }).click();
  await walk.look('comments');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await walk.key('Escape');
  await walk.key('l');
  await walk.look('list');
  await page.keyboard.press('Escape');
  await walk.key('t');
  await page.getByRole('gridcell', { name: 'own words' }).first().waitFor();
  await walk.look('table');
  await page.keyboard.press('Escape');
  await page.getByRole('grid').waitFor({ state: 'detached' });
  await walk.key('Shift+a');
  const toDo = page.getByRole('complementary').getByRole('combobox').first();
  await toDo.fill('own words');
  await toDo.press('Enter');
  await page.getByRole('group', { name: /^own words/ }).waitFor();
  await walk.look('action items');
  await page.keyboard.press('Escape');
  await page.getByRole('complementary').waitFor({ state: 'detached' });
}

async function overTheBoard(walk: Walk): Promise<void> {
  const { page } = walk;
  await walk.key('/');
  await page.getByRole('dialog').waitFor();
  await walk.look('palette');
  await page.keyboard.type('own');
  await walk.look('palette with a find');
  await walk.close();
  await walk.key('?');
  await page.getByRole('dialog').waitFor();
  await walk.look('keys');
  await walk.close();
  await walk.button('board.menu').click();
  await page.getByRole('menuitem', { name: t('export.open') }).waitFor();
  await walk.look('menu with the files');
  await page.keyboard.press('Escape');
  await walk.choose('export.open');
  await page.getByRole('dialog').waitFor();
  await walk.look('all the files');
  await walk.close();
  await walk.choose('import.open');
  await page.getByRole('dialog').getByRole('textbox').fill('own words\nown words too\n');
  await walk.button('import.go', { count: 2 }).waitFor();
  await walk.look('import');
  await walk.close();
  await walk.button('share.open').click();
  await walk.button('share.renew').click();
  await walk.look('share');
  await walk.close();
}

async function manyBoards(walk: Walk): Promise<void> {
  const { page } = walk;
  await page.goto('/?lang=xx-pseudo');
  const more = walk.button('home.more', { title: 'own words' });
  await more.click();
  await page.getByRole('menu').waitFor();
  await walk.look('home');
  await page.getByRole('menuitem', { name: t('board.trash') }).click();
  await page.getByRole('link', { name: t('trash.open', { count: 1 }) }).click();
  await more.click();
  await page.getByRole('menuitem', { name: t('trash.erase') }).waitFor();
  await walk.look('trash');
  await page.getByRole('menuitem', { name: t('trash.erase') }).click();
  await page.getByRole('dialog').waitFor();
  await walk.look('a last question');
  await walk.close();
  await page.goto('/workspace?lang=xx-pseudo');
  await page.getByLabel(t('workspace.key')).fill('a wrong one');
  await page.keyboard.press('Enter');
  await page.getByText(t('workspace.wrongKey')).waitFor();
  await walk.look('a lock');
  await page.getByLabel(t('workspace.key')).fill(workspaceKey);
  await page.keyboard.press('Enter');
  await walk.button('workspace.forget').waitFor();
  await walk.look('the whole server');
}

/** For eyes: with a folder in PICTURES the screens are kept there. */
async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env.PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/${name.replaceAll(' ', '-')}.png` });
}
