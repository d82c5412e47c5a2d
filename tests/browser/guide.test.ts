// A facilitator and three people, one of them on a phone: everybody is called somewhere, follows one person and looks away,
// raises hands, lets reactions float by; the wall is locked, ideas are parked, a win is applauded; roles change and the door
// has a lobby.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createItems } from '../../shared/board/verbs.ts';
import { launchBrowser, phone, type WindowOptions } from '../support/browser.ts';
import { BrowserPerson } from '../support/browserPerson.ts';
import { flaws } from '../support/flaws.ts';
import { createBoard } from '../support/people.ts';
import { RealPerson } from '../support/realPerson.ts';
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

const texts = ['Lanterns', 'A bar of ice', 'Own beer'];

async function aBoard() {
  const created = await createBoard(server.url, 'Summer party');
  const bot = await RealPerson.arrives(server.url, created, 'editor', 'Bot');
  createItems(
    bot.board,
    texts.map((text, index) => ({ kind: 'note' as const, x: index * 240, y: 0, text })),
  );
  await bot.saved();
  bot.leave();
  return created;
}

async function comesIn(link: string, name: string, options: WindowOptions = {}): Promise<BrowserPerson> {
  const person = await BrowserPerson.opens(browser, server.url, name, {
    expectedErrors: [/status of 40[34]/],
    ...options,
  });
  await person.joins(link);
  await person.page.waitForFunction(
    (count) => (window.wallflower?.items().length ?? 0) >= count,
    texts.length,
  );
  return person;
}

const byText = async (person: BrowserPerson, text: string) =>
  (await person.liveItems()).find((item) => item.text === text);

/** Where the first idea is on somebody's screen, to the nearest few pixels. */
async function placeOf(person: BrowserPerson): Promise<string> {
  const item = await byText(person, 'Lanterns');
  const { x, y } = await person.whereIs(item?.id ?? '');
  return `${Math.round(x / 8)},${Math.round(y / 8)}`;
}

async function opensGuide(person: BrowserPerson): Promise<void> {
  await person.page.getByRole('button', { name: /^(Guide|Join in)$/ }).click();
}

describe('attention', () => {
  it('goes where it is called, follows one person, and comes back when it wants', async () => {
    const { links } = await aBoard();
    const ada = await comesIn(links.facilitator, 'Ada');
    const ben = await comesIn(links.editor, 'Ben', { colorScheme: 'dark' });
    const kim = await comesIn(links.editor, 'Kim', phone);
    const before = await placeOf(ben);
    await ada.press('0');
    for (const _ of [1, 2, 3]) await ada.page.mouse.wheel(0, 300);
    await ada.press('Shift+S');
    for (const person of [ben, kim]) await person.page.getByText('Ada called everybody here').waitFor();
    await expect.poll(() => placeOf(ben), { timeout: 15_000 }).toBe(await placeOf(ada));
    const late = await comesIn(links.editor, 'Lou');
    await late.page.getByText('Ada called everybody here').waitFor();
    const found = [...(await flaws(ben.page, 'ben')), ...(await flaws(kim.page, 'kim'))];
    await ben.page.getByRole('button', { name: 'Back to where you were' }).click();
    await expect.poll(() => placeOf(ben), { timeout: 15_000 }).toBe(before);

    await ada.press('Shift+F');
    await ada.page.getByText('Everybody sees what you see').waitFor();
    await ben.page.getByText('You see what Ada sees').waitFor();
    await ben.press('Escape');
    await ben.page.getByText('Ada is in the spotlight').waitFor();
    found.push(
      ...(await flaws(ben.page, 'ben')),
      ...(await flaws(kim.page, 'kim')),
      ...(await flaws(ada.page, 'ada')),
    );
    await ben.page.getByRole('button', { name: 'Look again' }).click();
    await ben.page.getByText('You see what Ada sees').waitFor();
    await ada.page.getByRole('button', { name: 'End the spotlight' }).click();
    await ben.page.getByText('You see what Ada sees').waitFor({ state: 'detached' });
    expect(found).toEqual([]);
    for (const person of [ada, ben, kim, late]) await person.window.close();
  });

  it('is asked for by hands in their order, and given by reactions that others see', async () => {
    const { links } = await aBoard();
    const ada = await comesIn(links.facilitator, 'Ada');
    const ben = await comesIn(links.commenter, 'Ben');
    const kim = await comesIn(links.editor, 'Kim', phone);
    await ben.press('q');
    await ben.page.getByText('You are next').waitFor();
    await opensGuide(kim);
    await kim.page.getByRole('button', { name: 'Raise your hand' }).click();
    await kim.page.getByText('You are number 2').waitFor();
    await ada.page.getByRole('button', { name: /^2 hands/ }).click();
    const queue = ada.page.getByRole('dialog', { name: 'Raised hands, in order' }).getByRole('listitem');
    await queue.nth(1).waitFor();
    const names = await queue.allInnerTexts();
    const found = [...(await flaws(ada.page, 'ada')), ...(await flaws(kim.page, 'kim'))];
    await ada.page.getByRole('button', { name: 'Lower the hand of Ben' }).click();
    await kim.page.getByText('You are next').waitFor();
    await ada.press('Escape');

    await ben.press('r');
    await ben.page.getByRole('button', { name: 'React with 🎉' }).click();
    await ada.page.getByText('Ben: 🎉').waitFor({ state: 'attached' });
    found.push(...(await flaws(ben.page, 'ben')));
    expect({ names: names.map((name) => name.split('\n')[1]), found }).toEqual({
      names: ['Ben', 'Kim'],
      found: [],
    });
    for (const person of [ada, ben, kim]) await person.window.close();
  });
});

describe('those who lead', () => {
  it('lock the wall, park what belongs elsewhere and celebrate; the summary tells it', async () => {
    const { links } = await aBoard();
    const ada = await comesIn(links.facilitator, 'Ada');
    const kim = await comesIn(links.editor, 'Kim', phone);
    await opensGuide(ada);
    await ada.page.getByLabel('Lock the wall').check();
    await kim.page.getByText('The wall is locked for now.').waitFor();
    const found = await flaws(kim.page, 'kim');
    found.push(...(await flaws(ada.page, 'ada')));
    await ada.page.getByLabel('Lock the wall').uncheck();
    await kim.page.getByText('The wall is locked for now.').waitFor({ state: 'detached' });
    await ada.press('Escape');

    const beer = await byText(ada, 'Own beer');
    await ada.selects([beer?.id ?? '']);
    await ada.press('Shift+P');
    await ada.page.getByText('1 idea parked').waitFor();
    const park = await byText(ada, 'Parked');
    const parent = (await byText(ada, 'Own beer'))?.parent;
    const lanterns = await byText(ada, 'Lanterns');
    await ada.press('1');
    await ada.selects([lanterns?.id ?? '']);
    await ada.press('Shift+W');
    await kim.page.getByText('A win: Lanterns').waitFor({ state: 'attached' });
    await expect.poll(() => ada.exports('summary.md'), { timeout: 15_000 }).toContain('## Wins');
    const summary = await ada.exports('summary.md');
    expect({
      found,
      isParked: parent === park?.id,
      summary: summary.slice(summary.indexOf('## Ideas'), summary.indexOf('## In figures')),
    }).toEqual({
      found: [],
      isParked: true,
      summary:
        '## Ideas\n\n- Lanterns\n- A bar of ice\n\n## Parked\n\n- Own beer\n\n## Wins\n\n- Lanterns\n\n',
    });
    for (const person of [ada, kim]) await person.window.close();
  });

  it('change roles while it runs, take no side, and let in who waits', async () => {
    const { links } = await aBoard();
    const ada = await comesIn(links.facilitator, 'Ada');
    const ben = await comesIn(links.editor, 'Ben');
    await ada.page.getByRole('button', { name: 'Ben', exact: true }).click();
    await ada.page.getByLabel('Role').selectOption('viewer');
    await ben.page.getByText('You are now: Viewer.').waitFor();
    await ada.page.getByLabel('Role').selectOption('facilitator neutral');
    await ben.page.getByText('You lead and take no side').waitFor();
    const found = [...(await flaws(ada.page, 'ada')), ...(await flaws(ben.page, 'ben'))];
    await ada.press('Escape');
    await opensGuide(ada);
    await ada.page.getByLabel('Newcomers wait to be let in').check();
    await ada.press('Escape');

    const kim = await BrowserPerson.opens(browser, server.url, 'Kim', {
      ...phone,
      expectedErrors: [/status of 40[34]/],
    });
    const url = new URL(links.editor);
    await kim.page.goto(`${url.pathname}?inspect${url.hash}`);
    await kim.page.getByLabel('Your name').fill('Kim');
    await kim.press('Enter');
    await kim.page.getByRole('heading', { name: 'Waiting to be let in' }).waitFor();
    found.push(...(await flaws(kim.page, 'kim')));
    await ben.page.getByRole('button', { name: '1 person waits' }).click();
    found.push(...(await flaws(ben.page, 'ben')));
    await ben.page.getByRole('button', { name: 'Let in Kim' }).click();
    await kim.isIn();

    await ada.page.getByRole('button', { name: 'Kim', exact: true }).click();
    await ada.page.getByRole('button', { name: 'Hand over to Kim' }).click();
    await ada.page.getByRole('button', { name: 'Hand over', exact: true }).click();
    await kim.page.getByText('You lead the session now.').waitFor();
    await ada.page.getByText('You are now: Editor.').waitFor();
    expect(found).toEqual([]);
    for (const person of [ada, ben, kim]) await person.window.close();
  });
});
