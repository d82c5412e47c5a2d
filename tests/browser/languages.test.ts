// German at a press and without loading anew; a made-up language, long and from right to left, on every screen.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createItems } from '../../shared/board/verbs.ts';
import { launchBrowser, openWindow, type WindowOptions } from '../support/browser.ts';
import { BrowserPerson } from '../support/browserPerson.ts';
import { createBoard } from '../support/people.ts';
import { PseudoClient } from '../support/pseudoClient.ts';
import { RealPerson } from '../support/realPerson.ts';
import { type ServerProcess, startServer } from '../support/serverProcess.ts';

let server: ServerProcess;
let browser: Browser;
let pseudo: PseudoClient;

beforeAll(async () => {
  // A page that is put in place comes from no network, and may not ask this machine for anything without this.
  const flags = ['--disable-features=LocalNetworkAccessChecks'];
  [server, browser, pseudo] = await Promise.all([startServer(), launchBrowser(flags), PseudoClient.build()]);
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

/** What is cut off, lies over something else, leaves the screen, or never went through the catalogue. */
function flawsOnPage(): string[] {
  const flaws: string[] = [];
  const isSeen = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.closest('kbd, .visually-hidden, [aria-hidden="true"], [role="application"], svg') === null;
  const words = (element: Element) =>
    (element.textContent ?? '').replace(/[\u202a-\u202e]/g, '').slice(0, 40);
  for (const element of document.querySelectorAll('body *')) {
    const own = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    );
    if (!own || !isSeen(element) || element instanceof HTMLTextAreaElement) continue;
    const { left, right } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const isCut =
      element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 2 && style.display !== 'inline';
    if (isCut && style.textOverflow !== 'ellipsis') flaws.push(`cut: ${words(element)}`);
    if (left < -1 || right > innerWidth + 1) flaws.push(`off the screen: ${words(element)}`);
    const plain = [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.textContent ?? '')
      .join(' ');
    // Names of people, boards and languages, keys and codes are nobody's to translate.
    if (/[a-z]{4}/.test(plain) && !/own words|Deutsch|English|Wallflower|npm|http|summer/.test(plain))
      flaws.push(`untranslated: ${plain.slice(0, 40)}`);
  }
  const corners = [...document.querySelectorAll('main > [role], main > section')].filter(isSeen);
  const boxes = corners
    .map((corner) => ({ corner, box: corner.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && box.width < innerWidth);
  for (const [index, a] of boxes.entries())
    for (const b of boxes.slice(index + 1)) {
      const over = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const under = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      if (over > 1 && under > 1 && ![a, b].some(({ corner }) => corner.role === 'toolbar'))
        flaws.push(`${a.corner.ariaLabel} lies over ${b.corner.ariaLabel}`);
    }
  if (document.documentElement.scrollWidth > innerWidth) flaws.push('wider than the screen');
  return [...new Set(flaws)];
}

const screens: readonly [string, WindowOptions][] = [
  ['at a desk', { viewport: { width: 1280, height: 800 } }],
  ['on a phone', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }],
];

describe.each(screens)('a long language from right to left, %s', (place, options) => {
  it('fits on every screen, and no word is left out of it', async () => {
    const created = await createBoard(server.url, 'own words');
    const eve = await RealPerson.arrives(server.url, created, 'editor', 'own words');
    createItems(eve.board, [{ kind: 'note', x: 0, y: 0, text: 'own words' }]);
    await eve.saved();
    const window = await openWindow(browser, server.url, { ...options, expectedErrors: [/status of 404/] });
    await pseudo.standIn(window.context);
    const { page } = window;
    page.setDefaultTimeout(8_000);
    const found: string[] = [];
    const look = async (screen: string) => {
      const flaws = await page.evaluate(flawsOnPage);
      found.push(...flaws.map((flaw) => `${screen}: ${flaw}`));
      await keepPicture(page, `${place} ${screen}`);
    };

    await page.goto('/?lang=xx-pseudo');
    await page.locator('h1').waitFor();
    await look('home');
    await page.goto('/b/nowhere?lang=xx-pseudo');
    await page.getByRole('link').or(page.getByRole('button')).first().waitFor();
    await look('trouble');
    const link = new URL(created.links.facilitator);
    await page.goto(`${link.pathname}?lang=xx-pseudo&inspect${link.hash}`);
    await page.locator('input').first().fill('own words');
    await look('join');
    await page.keyboard.press('Enter');
    await page.getByRole('tree').waitFor({ state: 'attached' });
    await look('board');
    await page.getByRole('application').focus();
    await page.keyboard.press('Control+a');
    await page.getByRole('toolbar').nth(1).waitFor();
    await look('selection');
    await page.keyboard.press('Escape');
    for (const [screen, key] of [
      ['list', 'l'],
      ['palette', '/'],
      ['keys', '?'],
    ] as const) {
      await page.getByRole('application').focus();
      await page.keyboard.press(key);
      if (screen !== 'list') await page.getByRole('dialog').waitFor();
      await look(screen);
      await page.keyboard.press('Escape');
    }
    await page.locator('main [aria-haspopup="menu"]').first().click();
    await page.getByRole('menu').waitFor();
    await look('menu');
    await page.keyboard.press('Escape');
    expect(found).toEqual([]);
    eve.leave();
    await window.close();
  });
});

/** For eyes: with a folder in PICTURES the screens are kept there. */
async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env.PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/${name.replaceAll(' ', '-')}.png` });
}
