// The picture of the README: a real brainstorm on a real board, with people at work, as a browser shows it. Made by
// `npm run picture`, so that it never shows what the product no longer is.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createItems } from '../../shared/board/verbs.ts';
import type { Colour } from '../../shared/items/colour.ts';
import type { NewItem } from '../../shared/items/item.ts';
import { realEnv } from '../../shared/lib/env.ts';
import { type ItemId, newItemId } from '../../shared/lib/ids.ts';
import { readTable } from '../../shared/transfer/table.ts';
import { launchBrowser } from '../support/browser.ts';
import { BrowserPerson } from '../support/browserPerson.ts';
import { createBoard } from '../support/people.ts';
import { RealPerson } from '../support/realPerson.ts';
import { startServer } from '../support/serverProcess.ts';

const groups: readonly { title: string; words: RegExp; colour: Colour }[] = [
  { title: 'Getting around', words: /transit|trolley|walking|amtrak|transport|parking/i, colour: 'blue' },
  { title: 'Health', words: /health|wellness|produce|food|fitness/i, colour: 'green' },
  { title: 'Downtown', words: /downtown|businesses|convention|music|entertainment/i, colour: 'pink' },
];
const step = 216;

/** A wall of clusters out of the ideas of the fixture, six to each. */
function wall(ideas: readonly string[]): NewItem[] {
  const items: NewItem[] = [];
  const left = new Set(ideas);
  for (const [index, group] of groups.entries()) {
    const id: ItemId = newItemId(realEnv.random);
    const x = index * (3 * step + 90);
    const chosen = [...left].filter((idea) => group.words.test(idea)).slice(0, 6);
    items.push({
      kind: 'cluster',
      id,
      x,
      y: 0,
      w: 3 * step + 32,
      h: 2 * step + 72,
      text: group.title,
      colour: group.colour,
    });
    for (const [i, text] of chosen.entries()) {
      left.delete(text);
      const at = { x: x + 24 + (i % 3) * step, y: 56 + Math.floor(i / 3) * step };
      items.push({ kind: 'note', ...at, text, parent: id, colour: i === 4 ? 'yellow' : group.colour });
    }
  }
  const loose = [...left].slice(0, 6);
  for (const [i, text] of loose.entries()) {
    items.push({
      kind: 'note',
      x: 60 + i * 300,
      y: 560 + (i % 2) * 40,
      text,
      colour: i % 2 ? 'purple' : 'yellow',
    });
  }
  return items;
}

export async function takePicture(file: string): Promise<void> {
  const repository = process.cwd();
  const csv = readFileSync(path.join(repository, 'tests/fixtures/bg2050/comments.csv'), 'utf8');
  const rows = readTable(csv)
    .rows.slice(1)
    .map((row) => String(row.cells.at(-1)).trim());
  const server = await startServer();
  const browser = await launchBrowser();
  try {
    const created = await createBoard(server.url, 'Bowling Green 2050');
    const ada = await RealPerson.arrives(server.url, created, 'facilitator', 'Ada');
    createItems(ada.board, wall(rows.filter((text) => text.length < 130)));
    await ada.saved();
    const people = await Promise.all(
      ['Ben', 'Chiara', 'Deniz'].map(async (name) => {
        const person = await BrowserPerson.opens(browser, server.url, name, {
          viewport: { width: 1440, height: 820 },
          deviceScaleFactor: name === 'Ben' ? 1.5 : 1,
        });
        await person.joins(created.links.editor);
        await person.press('1');
        return person;
      }),
    );
    const [ben, ...others] = people;
    if (ben === undefined) throw new Error('nobody came');
    for (const [i, person] of others.entries())
      await person.page.mouse.move(430 + i * 620, 340 + i * 60, { steps: 4 });
    const note = (await ben.liveItems()).find((item) => item.text.startsWith('I hope it can retain'));
    if (note !== undefined) await ben.selects([note.id]);
    await ben.page.waitForFunction(() => (window.wallflower?.othersHere() ?? 0) >= 2);
    await ben.page.waitForTimeout(600);
    await ben.page.screenshot({ path: file });
    ada.leave();
  } finally {
    await browser.close();
    await server.dispose();
  }
}
