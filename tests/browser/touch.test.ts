// A phone in one hand: everything on the wall with fingers alone.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Item } from '../../shared/items/item.ts';
import { launchBrowser } from '../support/browser.ts';
import { BrowserPerson } from '../support/browserPerson.ts';
import { Fingers } from '../support/fingers.ts';
import { createBoard } from '../support/people.ts';
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

async function noteOf(person: BrowserPerson, words: string): Promise<Item> {
  const found = (await person.liveItems()).find((item) => item.text === words);
  if (found === undefined) throw new Error(`there is no ${words}`);
  return found;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

const asFingersMeant = {
  texts: ['Lines', 'night buses', 'trams'],
  pinched: 0.5,
  moved: [-20, 60],
  panned: -60,
};

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

describe('on a phone', () => {
  it('fingers write, select, drag, gather, pinch and press long', async () => {
    const ada = await BrowserPerson.opens(browser, server.url, 'Ada', phone);
    const { page } = ada;
    page.setDefaultTimeout(8_000);
    await ada.joins((await createBoard(server.url, 'In the tram')).links.facilitator);
    const fingers = await Fingers.on(page);
    const text = page.getByLabel('Text of the note');
    const note = (words: string) => noteOf(ada, words);
    const enterKeys: (string | null)[] = [];
    const write = async (at: Place, words: string, beside: Place) => {
      await fingers.doubleTap(at);
      enterKeys.push(await text.getAttribute('enterkeyhint'));
      await ada.type(words);
      await fingers.tap(beside);
      await text.waitFor({ state: 'detached' });
    };
    const bar = page.getByRole('toolbar', { name: 'Selection' });

    // A double tap on the bare wall writes there; a tap beside it finishes.
    await write({ x: 180, y: 300 }, 'night bus', { x: 330, y: 560 });

    // A double tap on the note writes on it again.
    await write(await ada.whereIs((await note('night bus')).id), 'es', { x: 330, y: 560 });

    // Where the bar comes up under the first tap, the second goes through it to the note.
    await fingers.drag({ x: 180, y: 120 }, { x: 180, y: 360 });
    const low = await ada.whereIs((await note('night buses')).id);
    await write(low, '', { x: 330, y: 160 });
    await fingers.drag({ x: 40, y: 360 }, { x: 40, y: 120 });

    // A pinch makes it smaller; then a second one beside it.
    const before = await ada.whereIs((await note('night buses')).id);
    await fingers.pinch({ x: 180, y: 400 }, 240, 0.5);
    const after = await ada.whereIs((await note('night buses')).id);
    await write({ x: 100, y: 500 }, 'trams', { x: 320, y: 440 });

    // A tap selects, a finger that moves takes the note along.
    const start = await ada.whereIs((await note('trams')).id);
    await fingers.tap(start);
    await bar.waitFor();
    await fingers.drag(start, { x: start.x - 20, y: start.y + 60 });
    const dropped = await ada.whereIs((await note('trams')).id);

    // A finger that rests adds to the selection; what the bar offers is for both.
    await fingers.longPress(await ada.whereIs((await note('night buses')).id));
    await page.getByText('Drag to move them all').waitFor();
    await bar.getByRole('button', { name: 'Gather into a cluster' }).tap();
    enterKeys.push(await page.getByLabel('Title of the cluster').getAttribute('enterkeyhint'));
    await ada.type('Lines');
    await fingers.tap({ x: 40, y: 120 });
    await page.getByLabel('Title of the cluster').waitFor({ state: 'detached' });

    // A finger on the bare wall moves the wall.
    const still = await ada.whereIs((await note('trams')).id);
    await fingers.drag({ x: 40, y: 160 }, { x: 40, y: 100 });
    const panned = await ada.whereIs((await note('trams')).id);
    expect({
      texts: (await ada.liveItems()).map((item) => item.text).sort(),
      pinched: Math.round(100 * Math.abs((after.y - 400) / (before.y - 400))) / 100,
      // A drop settles beside what it nearly lines up with.
      moved: [dropped.x - start.x, dropped.y - start.y].map((by) => Math.round(by / 20) * 20),
      panned: Math.round(panned.y - still.y),
      // The key of the keyboard on the screen says what it does: a line in a note, the end of a title.
      enterKeys: [...new Set(enterKeys)],
    }).toEqual({ ...asFingersMeant, enterKeys: ['enter', 'done'] });
    await ada.window.close();
  });

  it('a note placed from afar grows under the finger until it can be read, and takes what is typed', async () => {
    const ada = await BrowserPerson.opens(browser, server.url, 'Ada', phone);
    const { page } = ada;
    page.setDefaultTimeout(8_000);
    await ada.joins((await createBoard(server.url, 'From afar')).links.facilitator);
    const fingers = await Fingers.on(page);
    await fingers.pinch({ x: 180, y: 400 }, 300, 0.1);
    await page.getByRole('toolbar').first().getByRole('button', { name: 'New note' }).tap();
    await fingers.tap({ x: 180, y: 560 });
    const text = page.getByLabel('Text of the note');
    await text.waitFor();
    await ada.type('seen');
    await page.waitForFunction(() => {
      const field = document.querySelector('textarea')?.getBoundingClientRect();
      return field !== undefined && field.width > 120;
    });
    expect([await text.inputValue(), (await ada.liveItems()).map((item) => item.text)]).toEqual([
      'seen',
      ['seen'],
    ]);
    await ada.window.close();
  });
});
