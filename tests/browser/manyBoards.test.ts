// Boards in the plural, as people meet them: the first one in two actions, many as pictures, the trash, the whole server.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { realEnv } from '../../shared/lib/env.ts';
import { launchBrowser, openWindow, type Window, type WindowOptions } from '../support/browser.ts';
import { createBoard } from '../support/people.ts';
import { type ServerProcess, startServer } from '../support/serverProcess.ts';

const workspaceKey = 'the-key-of-the-whole-workshop';
const expectedErrors = [/status of 4(?:04|10|01)/];

let server: ServerProcess;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({ env: { WORKSPACE_KEY: workspaceKey } });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

async function aWindow(options: WindowOptions = {}): Promise<Window> {
  const viewport = { width: 1280, height: 800 };
  const person = await openWindow(browser, server.url, { viewport, expectedErrors, ...options });
  person.page.setDefaultTimeout(15_000);
  return person;
}

const titles = (page: Page) => page.locator('[data-tile] > span:first-of-type').allTextContents();

async function choose(page: Page, title: string, entry: string): Promise<void> {
  await page.getByRole('button', { name: `More about ${title}`, exact: true }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

/** A board of the start page with a name, and the start page again. */
async function makeBoard(page: Page, title: string, note: string): Promise<void> {
  await page.getByRole('button', { name: 'New board' }).click();
  await page.getByLabel('Text of the note').waitFor();
  await page.keyboard.type(note);
  await page.keyboard.press('Escape');
  await page.getByLabel('Board name').fill(title);
  await page.keyboard.press('Enter');
  await page.waitForFunction((wanted) => document.title.startsWith(wanted), title);
  await page.getByText('Saved').waitFor();
  await page.goto('/');
}

/** The key that takes what an input method has written so far. */
function composingEnter(page: Page): Promise<unknown> {
  return page.evaluate(() =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }),
    ),
  );
}

/** On the start page of somebody who made these boards, the last one last, and whose cookie is gone since. */
async function knows(page: Page, names: readonly string[]): Promise<void> {
  const made = await Promise.all(names.map((title) => createBoard(server.url, title)));
  const boards = made.map(({ board, keys }, index) => ({
    ...board,
    role: 'facilitator',
    openedAt: index,
    key: keys.facilitator,
  }));
  await page.goto('/');
  await page.evaluate((list) => {
    localStorage.setItem('wallflower.boards', JSON.stringify(list));
    localStorage.setItem('wallflower.name', '"Ada"');
  }, boards);
  await page.reload();
  await page.getByRole('heading', { name: 'Boards on this device' }).waitFor();
}

describe('the first note', () => {
  it('takes two actions from an empty start page: a press and typing; the name can wait', async () => {
    const person = await aWindow();
    const { page } = person;
    await page.goto('/');
    await page.getByRole('button', { name: 'New board' }).click();
    await page.getByLabel('Text of the note').waitFor();
    await page.keyboard.type('An idea');
    await page.keyboard.press('Escape');
    await page.getByText('Saved').waitFor();
    // The bar of the selected note goes first.
    await page.keyboard.press('Escape');
    const asked = page.getByRole('region', { name: 'What should the others call you?' });
    await asked.getByLabel('Your name').fill('Ada');
    await page.keyboard.press('Enter');
    await asked.waitFor({ state: 'detached' });
    // Once: coming back finds the board, not another note.
    await page.reload();
    await page.getByText('Saved').waitFor();
    await page.getByRole('button', { name: 'Ada (you)' }).waitFor();
    expect([
      await page.getByLabel('Text of the note').count(),
      await page.getByRole('button', { name: 'Ada (you)' }).count(),
      /^Ideas, \w+ \d+$/.test(await page.getByLabel('Board name').inputValue()),
    ]).toEqual([0, 1, true]);
    await person.close();
  });

  it('has its caret before anybody could notice, twenty times over', async () => {
    const person = await aWindow();
    const { page } = person;
    await page.goto('/');
    await page.getByRole('button', { name: 'New board' }).click();
    await page.getByLabel('Text of the note').waitFor();
    await page.keyboard.press('Escape');
    await page.evaluate(() => {
      const times: number[] = [];
      Object.assign(window, { times });
      let pressed = 0;
      window.addEventListener('keydown', (event) => (pressed = event.timeStamp), true);
      window.addEventListener('focusin', (event) => {
        if (event.target instanceof HTMLElement && event.target.matches('textarea, [contenteditable]'))
          times.push(performance.now() - pressed);
      });
    });
    for (let i = 0; i < 20; i++) {
      await page.keyboard.press('n');
      await page.getByLabel('Text of the note').waitFor();
      await page.keyboard.type('x');
      await page.keyboard.press('Escape');
      await page.getByLabel('Text of the note').waitFor({ state: 'detached' });
    }
    const times = await page.evaluate(() => (window as unknown as { times: number[] }).times);
    const sorted = [...times].sort((a, b) => a - b);
    const [median = Infinity, p95 = Infinity] = [sorted[9], sorted[18]];
    process.stdout.write(`key to caret: median ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms\n`);
    // Four times the goal of 50 ms: a busy machine is no reason to fail.
    expect([times.length, p95 < 200]).toEqual([20, true]);
    await person.close();
  });

  it('may come from a list, which waits for the key and survives a press beside it', async () => {
    const person = await aWindow();
    const { page } = person;
    await page.goto('/');
    await page.getByRole('button', { name: 'Paste a list' }).click();
    await page.getByLabel('Your list').fill('one\n\n- two\nthree');
    await page.mouse.click(4, 4);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Paste a list' }).click();
    // As a server says it that asks for the key first.
    await page.route(/\/api\/boards$/, (route) => route.fulfill({ status: 401, body: '{}' }), { times: 1 });
    await page.getByRole('button', { name: 'Make a board with 3 notes' }).click();
    await page.getByRole('dialog').getByLabel('Workspace key').fill(workspaceKey);
    await page.keyboard.press('Enter');
    await page.getByText('Saved').waitFor();
    const board = new URL(page.url()).pathname.split('/').at(-1);
    const answer = await page.request.get(`/api/boards/${board}/export/notes.csv`);
    expect(await answer.text()).toMatch(/one[\s\S]*two[\s\S]*three/);
    await person.close();
  });
});

describe('boards this browser knows', () => {
  it('are found, renamed, copied, put away and brought back', async () => {
    const person = await aWindow();
    const { page } = person;
    await knows(page, ['Café Größe']);
    await makeBoard(page, 'Plan 10', 'one');
    await page.getByLabel('Search boards').fill('CAFE gro');
    await page.getByText('Plan 10').waitFor({ state: 'detached' });
    const foundOnes = await titles(page);
    await page.getByLabel('Search boards').press('Escape');

    await choose(page, 'Plan 10', 'Rename');
    await page.getByLabel('New name of Plan 10').fill('Plan 2');
    await page.keyboard.press('Enter');
    await page.getByText('Plan 2').waitFor();
    await choose(page, 'Plan 2', 'Duplicate');
    await page.getByText('Plan 2 (2)', { exact: true }).waitFor();
    await page.getByLabel('Sorted by').selectOption('name');
    const named = await titles(page);
    const pictures = await page.locator('[data-tile] path').count();

    await choose(page, 'Plan 2 (2)', 'Move to the trash');
    await page.getByText('“Plan 2 (2)” is in the trash.').waitFor();
    const without = await titles(page);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'More about Plan 2 (2)' }).waitFor();
    await choose(page, 'Plan 2 (2)', 'Move to the trash');
    await page.getByRole('link', { name: 'Trash (1)' }).click();
    await choose(page, 'Plan 2 (2)', 'Delete for good');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click();
    await page.getByText('Nothing in the trash.').waitFor();
    await page.getByRole('link', { name: 'All boards' }).click();
    await choose(page, 'Café Größe', 'Remove from this list');
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await page.getByRole('button', { name: 'More about Café Größe' }).waitFor();
    // The server has the new names as well.
    await page.getByRole('link', { name: /^Plan 2/ }).click();
    await page.waitForFunction(() => document.title.startsWith('Plan 2 '));
    expect([foundOnes, named, pictures, without, await page.getByLabel('Board name').inputValue()]).toEqual([
      ['Café Größe'],
      ['Café Größe', 'Plan 2', 'Plan 2 (2)'],
      4,
      ['Café Größe', 'Plan 2'],
      'Plan 2',
    ]);
    await person.close();
  });

  it('say so when somebody put them away, and come back from there', async () => {
    const [mine, theirs] = [await aWindow(), await aWindow()];
    const created = await createBoard(server.url, 'Shared');
    for (const { page } of [mine, theirs]) {
      await page.goto(new URL(created.links.facilitator).pathname + new URL(created.links.facilitator).hash);
      await page.getByLabel('Your name').fill('Fay');
      await page.keyboard.press('Enter');
      await page.getByText('Saved').waitFor();
    }
    await theirs.page.goto('/');
    await choose(theirs.page, 'Shared', 'Move to the trash');
    await mine.page.getByRole('heading', { name: 'This board is in the trash' }).waitFor();
    await mine.page.reload();
    await mine.page.getByRole('button', { name: 'Bring back' }).click();
    await mine.page.getByText('Saved').waitFor();
    expect(await mine.page.getByLabel('Board name').inputValue()).toBe('Shared');
    await mine.close();
    await theirs.close();
  });

  it('are walked through, opened, renamed and put away by keys alone', async () => {
    const person = await aWindow();
    const { page } = person;
    await knows(page, ['C', 'B', 'A']);
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.slice(0, 1));
    await page.keyboard.press('/');
    await page.waitForFunction(() => document.activeElement?.matches('input'));
    await page.keyboard.press('ArrowDown');
    const path = [await focused()];
    for (const key of ['ArrowRight', 'End', 'ArrowLeft', 'Home']) {
      await page.keyboard.press(key);
      path.push(await focused());
    }
    await page.keyboard.press('F2');
    await page.keyboard.type('Z');
    // Enter that only takes what an input method offers ends nothing.
    await composingEnter(page);
    await page.keyboard.type('Z');
    await page.keyboard.press('Enter');
    await page.getByText('ZZ', { exact: true }).waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('Z'));
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Duplicate' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('Z'));
    let deletions = 0;
    page.on('request', (request) => (deletions += request.method() === 'DELETE' ? 1 : 0));
    await page.keyboard.down('Delete');
    await page.getByText('“ZZ” is in the trash.').waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('B'));
    // Still held: the board that has come to its place is not meant.
    await page.keyboard.down('Delete');
    await page.keyboard.up('Delete');
    await page.keyboard.press('/');
    await page.keyboard.type('c');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('C'));
    await page.keyboard.press('Enter');
    await page.getByText('Saved').waitFor();
    const name = page.getByLabel('Board name');
    await name.fill('See');
    await composingEnter(page);
    await page.keyboard.type('n');
    expect([path, deletions, await name.inputValue()]).toEqual([['A', 'B', 'C', 'B', 'A'], 1, 'Seen']);
    await person.close();
  });
});

describe('three hundred boards', () => {
  it('are shown and searched in no time, on a phone as well', async () => {
    const person = await aWindow({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    const { page } = person;
    await page.goto('/');
    await page.getByRole('button', { name: 'New board' }).waitFor();
    await page.evaluate(() => {
      const boards = Array.from({ length: 300 }, (_, i) => ({
        id: `board${i}`,
        title: `Réunion ${i}`,
        role: 'facilitator',
        openedAt: i,
      }));
      const picture = Array.from(
        { length: 160 },
        (_, i) => `n${i % 8}2${(i * 7).toString(36).padStart(2, '0')}0a1010`,
      );
      localStorage.setItem('wallflower.boards', JSON.stringify(boards));
      for (const { id } of boards)
        localStorage.setItem(`wallflower.picture.${id}`, JSON.stringify(picture.join('')));
    });
    const bytes = await page.evaluate(() => JSON.stringify(localStorage).length);
    await page.reload();
    await page.getByText('Réunion 299').waitFor();
    const shownMs = await page.evaluate(() => {
      const loaded = performance.getEntriesByType('navigation')[0];
      return performance.now() - (loaded instanceof PerformanceNavigationTiming ? loaded.responseEnd : 0);
    });
    // The templates are not below three hundred boards.
    const first = (await titles(page)).length;
    await page.getByRole('button', { name: 'All boards (300)' }).tap();
    await page.getByText('Réunion 0', { exact: true }).waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('Réunion 287'));
    await page.getByLabel('Search boards').focus();
    const began = realEnv.clock.now();
    await page.keyboard.type('reunion 29');
    await page.getByText('Réunion 28', { exact: true }).waitFor({ state: 'detached' });
    const searchMs = realEnv.clock.now() - began;
    process.stdout.write(
      `300 boards: ${Math.round(bytes / 1000)} kB kept, on the screen after ${Math.round(shownMs)} ms, ten letters searched in ${searchMs} ms\n`,
    );
    const isQuick = bytes < 1_000_000 && shownMs < 3_000 && searchMs < 2_000;
    expect([first, (await titles(page)).length, isQuick]).toEqual([12, 13, true]);
    await person.close();
  });
});

describe('the whole server', () => {
  it('opens with the link the server prints, and its boards are run from there', async () => {
    await createBoard(server.url, 'Of somebody else');
    const person = await aWindow();
    const { page } = person;
    await page.goto(`/workspace#key=${workspaceKey}`);
    await page.getByRole('link', { name: /^Of somebody else/ }).waitFor();
    const address = new URL(page.url());
    await choose(page, 'Of somebody else', 'Rename');
    await page.getByLabel('New name of Of somebody else').fill('Of everybody');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /^Of everybody/ }).waitFor();
    await choose(page, 'Of everybody', 'Duplicate');
    await page.getByRole('link', { name: /^Of everybody \(2\)/ }).waitFor();
    await choose(page, 'Of everybody (2)', 'Move to the trash');
    await page.getByText('“Of everybody (2)” is in the trash.').waitFor();
    await page.getByRole('link', { name: /^Trash/ }).click();
    await choose(page, 'Of everybody (2)', 'Bring back');
    await page.getByText('“Of everybody (2)” is back.').waitFor();
    await page.goto('/workspace');
    await page.getByRole('link', { name: /^Of everybody \(2\)/ }).waitFor();
    await page
      .getByRole('link', { name: /^Of everybody/ })
      .first()
      .click();
    await page.getByLabel('Your name').fill('Operator');
    await page.keyboard.press('Enter');
    await page.getByText('Saved').waitFor();
    const mayRename = await page.getByLabel('Board name').count();
    await page.goto('/workspace');
    await page.getByRole('button', { name: 'Forget the key' }).click();
    await page.getByLabel('Workspace key').fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByText('This is not the key of this server.').waitFor();
    await page.reload();
    await page.getByLabel('Workspace key').waitFor();
    expect([address.pathname + address.hash, mayRename]).toEqual(['/workspace', 1]);
    await person.close();
  });
});
