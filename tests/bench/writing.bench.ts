// From the key to the caret: how long it takes until a new note's text field has the focus and is painted, and until a letter
// is. In a real browser on the real server, on an empty board and on a full one.

import type { Page } from 'playwright-core';
import { createItems } from '../../shared/board/verbs.ts';
import { launchBrowser } from '../support/browser.ts';
import { BrowserPerson } from '../support/browserPerson.ts';
import { createBoard } from '../support/people.ts';
import { RealPerson } from '../support/realPerson.ts';
import { startServer } from '../support/serverProcess.ts';

const samples = 60;

export async function run(print = (line: string) => process.stdout.write(`${line}\n`)): Promise<void> {
  const server = await startServer();
  const browser = await launchBrowser();
  print('| board | N to caret, p50 / p95 ms | Tab to caret, p50 / p95 ms | letter painted, p50 / p95 ms |');
  print('|---|---|---|---|');
  try {
    for (const notes of [0, 2_000]) {
      const created = await createBoard(server.url, 'Bench');
      const filler = await RealPerson.arrives(server.url, created, 'facilitator', 'Filler');
      const items = Array.from({ length: notes }, (_, i) => ({
        kind: 'note' as const,
        x: (i % 50) * 216,
        y: Math.floor(i / 50) * 216,
        text: `Idea number ${i} of the wall`,
      }));
      createItems(filler.board, items);
      await filler.saved();
      const person = await BrowserPerson.opens(browser, server.url, 'Ada');
      await person.joins(created.links.editor);
      await person.press('0');
      const { page } = person;
      await page.mouse.move(640, 400);
      const keys = await timed(
        page,
        'n',
        () => person.press('n'),
        () => person.press('Escape'),
      );
      await person.press('n');
      await person.type('a');
      const tabs = await timed(
        page,
        'Tab',
        () => person.press('Tab'),
        () => person.type('b'),
      );
      const letters = await timed(
        page,
        'x',
        () => person.press('x'),
        () => Promise.resolve(),
      );
      print(`| ${notes} notes | ${keys} | ${tabs} | ${letters} |`);
      await person.window.close();
      filler.leave();
    }
  } finally {
    await browser.close();
    await server.dispose();
  }
}

declare global {
  interface Window {
    /** From key to paint, in milliseconds; the page collects them. */
    painted?: number[];
  }
}

async function timed(
  page: Page,
  key: string,
  press: () => Promise<void>,
  tidy: () => Promise<void>,
): Promise<string> {
  await page.evaluate(collectPainted, key);
  for (let i = 0; i < samples; i++) {
    await press();
    await page.waitForFunction((count) => (window.painted?.length ?? 0) > count, i);
    await tidy();
  }
  const times = (await page.evaluate(() => window.painted ?? [])).sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(1);
  return `${at(0.5)} / ${at(0.95)}`;
}

/** Runs in the page: from the key, as the browser stamped it, to the end of the frame in which the field has the focus. */
function collectPainted(key: string): void {
  const painted: number[] = [];
  window.painted = painted;
  const listener = (event: KeyboardEvent) => {
    if (window.painted !== painted) window.removeEventListener('keydown', listener, true);
    else if (event.key === key) requestAnimationFrame(() => look(event.timeStamp));
  };
  const look = (pressedAt: number) => {
    if (document.activeElement?.tagName !== 'TEXTAREA') {
      requestAnimationFrame(() => look(pressedAt));
      return;
    }
    // A task after a frame's callbacks comes when that frame has been painted.
    const channel = new MessageChannel();
    channel.port1.onmessage = () => painted.push(performance.now() - pressedAt);
    channel.port2.postMessage(null);
  };
  window.addEventListener('keydown', listener, true);
}
