// A person in a real browser window: what they do with mouse and keyboard, and what their copy of the board holds.

import type { Browser, Page } from 'playwright-core';
import type { Inspector } from '../../client/debug/inspect.ts';
import type { Item } from '../../shared/items/item.ts';
import { openWindow, type Window, type WindowOptions } from './browser.ts';

/** The browser's own report of a 404: whoever has not joined yet is told so. And of a server that is being killed. */
const expectedErrors = [/status of 404/, /WebSocket connection to .* failed/, /ERR_CONNECTION_REFUSED/];

export class BrowserPerson {
  readonly name: string;
  readonly window: Window;
  readonly page: Page;

  private constructor(name: string, window: Window) {
    this.name = name;
    this.window = window;
    this.page = window.page;
  }

  static async opens(
    browser: Browser,
    url: string,
    name: string,
    options: WindowOptions = {},
  ): Promise<BrowserPerson> {
    const viewport = { width: 1280, height: 800 };
    return new BrowserPerson(name, await openWindow(browser, url, { viewport, expectedErrors, ...options }));
  }

  /** From the start page to a new board. */
  async startsBoard(title: string): Promise<void> {
    await this.page.goto('/?inspect');
    // As somebody who has said their name before.
    await this.page.evaluate(
      (name) => localStorage.setItem('wallflower.name', JSON.stringify(name)),
      this.name,
    );
    await this.page.getByRole('button', { name: 'New board' }).click();
    await this.page.getByLabel('Board name').fill(title);
    await this.page.keyboard.press('Enter');
    await this.page.waitForFunction((wanted) => document.title.startsWith(wanted), title);
    await this.page.getByText('Saved').waitFor();
    // The handle is asked for by the address, which the new board does not take along.
    await this.page.goto(`${new URL(this.page.url()).pathname}?inspect`);
    await this.isIn();
  }

  /** Comes by a link, with a name and no account. */
  async joins(link: string): Promise<void> {
    const url = new URL(link);
    await this.page.goto(`${url.pathname}?inspect${url.hash}`);
    await this.page.getByLabel('Your name').fill(this.name);
    await this.page.keyboard.press('Enter');
    await this.isIn();
  }

  async isIn(): Promise<void> {
    await this.page.waitForFunction(() => window.wallflower !== undefined);
  }

  async inviteLink(): Promise<string> {
    await this.page.getByRole('button', { name: 'Share' }).click();
    const link = await this.page.getByRole('dialog').getByRole('textbox').inputValue();
    await this.page.keyboard.press('Escape');
    return link;
  }

  /** Every entry of this person's own copy. */
  items(): Promise<readonly Item[]> {
    return this.page.evaluate(() => window.wallflower?.items() ?? []);
  }

  async liveItems(): Promise<readonly Item[]> {
    return (await this.items()).filter((item) => !item.deleted);
  }

  saveState(): Promise<ReturnType<Inspector['saveState']> | undefined> {
    return this.page.evaluate(() => window.wallflower?.saveState());
  }

  /** Once the view rests: whoever clicks there must find it there. */
  async whereIs(id: string): Promise<{ x: number; y: number }> {
    const at = await this.page.evaluate(whereItRests, id);
    if (at === null) throw new Error(`${this.name} cannot see ${id}`);
    return at;
  }

  /**
   * Where this person puts the mouse or a finger on an item: when the view rests and nothing lies over it. News that covers a
   * note goes by itself.
   */
  async reaches(id: string): Promise<{ x: number; y: number }> {
    const start = performance.now();
    for (;;) {
      const at = await this.whereIs(id);
      const over = await this.page.evaluate(whatCovers, at);
      if (over === null) return at;
      // News stay while the mouse lies on them.
      if (performance.now() - start > 2_000) await this.page.mouse.move(1, 400);
      if (performance.now() - start > coveredMsMax) {
        throw new Error(`${this.name} cannot reach ${id} at ${at.x}, ${at.y}: "${over}" lies over it`);
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 4 });
  }

  /** Opens a new note where this person's screen has room. */
  async opensNewNote(): Promise<void> {
    await this.press('Escape');
    await this.press('1');
    await this.press('-');
    const at = await this.page.evaluate(roomOnScreen);
    await this.page.mouse.dblclick(at.x, at.y);
    await this.page.getByLabel('Text of the note').waitFor();
  }

  async writes(text: string): Promise<void> {
    await this.opensNewNote();
    await this.type(text);
    await this.press('Escape');
  }

  async opensText(id: string): Promise<void> {
    const at = await this.reaches(id);
    await this.page.mouse.dblclick(at.x, at.y);
    await this.page.getByLabel('Text of the note').waitFor();
  }

  async drags(id: string, by: { x: number; y: number }): Promise<void> {
    const from = await this.reaches(id);
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(from.x + by.x / 2, from.y + by.y / 2, { steps: 4 });
    await this.page.mouse.move(from.x + by.x, from.y + by.y, { steps: 4 });
    await this.page.mouse.up();
  }

  /** Selects exactly these: a click, then clicks with Shift. */
  async selects(ids: readonly string[]): Promise<void> {
    for (const [index, id] of ids.entries()) {
      // The bar of what is selected steps aside for the key.
      if (index > 0) {
        await this.whereIs(id);
        await this.page.keyboard.down('Shift');
      }
      const at = await this.reaches(id);
      await this.page.mouse.click(at.x, at.y);
      if (index > 0) await this.page.keyboard.up('Shift');
    }
  }

  /** A file of this board, as this person may see it. */
  async exports(format: string): Promise<string> {
    const { pathname, origin } = new URL(this.page.url());
    const board = pathname.split('/').at(-1);
    const answer = await this.page.request.get(`${origin}/api/boards/${board}/export/${format}`);
    if (!answer.ok()) throw new Error(`${format}: ${answer.status()}`);
    return answer.text();
  }
}

/** Runs in the page: where an item is when it has been there for a while; where it was last when that takes too long. */
async function whereItRests(id: string): Promise<{ x: number; y: number } | null> {
  const look = () => window.wallflower?.whereIs(id) ?? null;
  let at = look();
  for (let looks = 0, rested = 0; looks < 150 && rested < 3; looks++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    const now = look();
    rested = now?.x === at?.x && now?.y === at?.y ? rested + 1 : 0;
    at = now;
  }
  return at;
}

/** News with something to do in it stays for twelve seconds. */
const coveredMsMax = 20_000;

/** Runs in the page: the words of what lies over the canvas there; null when nothing does. */
function whatCovers(at: { x: number; y: number }): string | null {
  const top = document.elementFromPoint(at.x, at.y);
  return top?.closest('[role="application"]') ? null : (top?.textContent ?? 'nothing at all');
}

/** Runs in the page: the place on the bare canvas that is farthest from every item. */
function roomOnScreen(): { x: number; y: number } {
  const inspector = window.wallflower;
  const taken = (inspector?.items() ?? []).flatMap(({ id }) => inspector?.whereIs(id) ?? []);
  const spots = [];
  for (let x = 80; x <= window.innerWidth - 80; x += 20) {
    for (let y = 120; y <= window.innerHeight - 200; y += 20) {
      if (document.elementFromPoint(x, y)?.closest('[role="application"]') == null) continue;
      spots.push({ x, y, room: Math.min(...taken.map((item) => Math.hypot(item.x - x, item.y - y))) });
    }
  }
  return spots.reduce((best, spot) => (spot.room > best.room ? spot : best));
}

const equalMsMax = 40_000;

/** Waits until every copy is the same and everything is on the server; returns the copy. */
export async function allEqual(people: readonly BrowserPerson[]): Promise<readonly Item[]> {
  const start = performance.now();
  let before: string | undefined;
  while (performance.now() - start < equalMsMax) {
    const [copies, states] = await Promise.all([
      Promise.all(people.map(async (person) => JSON.stringify(await person.items()))),
      Promise.all(people.map(async (person) => (await person.saveState())?.kind)),
    ]);
    const isSettled = new Set(copies).size === 1 && states.every((state) => state === 'saved');
    // Twice the same: what a key has just been pressed for may take a page until its next frame.
    if (isSettled && copies[0] === before) return JSON.parse(copies[0] ?? '[]') as Item[];
    before = isSettled ? copies[0] : undefined;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  throw new Error(`not everybody saw the same board, saved, within ${equalMsMax} ms`);
}
