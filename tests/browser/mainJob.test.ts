// The main job, as three people do it: import a real brainstorm, write, type into one note at once, drag, gather, survive
// a server that is killed in the middle, and carry everything away.

import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Item } from '../../shared/items/item.ts';
import { launchBrowser } from '../support/browser.ts';
import { allEqual, BrowserPerson } from '../support/browserPerson.ts';
import { createBoard, join, joinByLink } from '../support/people.ts';
import { until } from '../support/realPerson.ts';
import { type ServerProcess, startServer } from '../support/serverProcess.ts';
import { StockBot } from '../support/stockBot.ts';

const brainstorm = fileURLToPath(new URL('../fixtures/bg2050/comments.csv', import.meta.url));
const clusterTitle = 'Parks & <streets>';

describe('three people and a real brainstorm', () => {
  let server: ServerProcess;
  let browser: Browser;
  let [ada, ben, cem] = [] as unknown as [BrowserPerson, BrowserPerson, BrowserPerson];
  const people = () => [ada, ben, cem];
  let link = '';

  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
    ada = await BrowserPerson.opens(browser, server.url, 'Ada');
    ben = await BrowserPerson.opens(browser, server.url, 'Ben');
    cem = await BrowserPerson.opens(browser, server.url, 'Cem', { colorScheme: 'dark' });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  it('come in by a link and see what one of them imports', async () => {
    await ada.startsBoard('What would you want to see in the Bowling Green of the future?');
    link = await ada.inviteLink();
    await Promise.all([ben.joins(link), cem.joins(link)]);
    await ada.page.getByRole('button', { name: 'Menu' }).click();
    await ada.page.getByRole('menuitem', { name: 'Import ideas' }).click();
    await ada.page.locator('input[type=file]').setInputFiles(brainstorm);
    await ada.page.getByRole('button', { name: 'Import 40 ideas' }).click();
    await ben.page.waitForFunction(
      () => window.wallflower?.items().filter((item) => !item.deleted).length === 40,
    );
    const board = (await allEqual(people())).filter((item) => !item.deleted);
    expect([board.length, board.every((item) => item.kind === 'note')]).toEqual([40, true]);
  });

  it('write new notes and type into one note at the same time, and no letter is lost', async () => {
    await ada.writes('Written by Ada');
    const note = (await allEqual(people())).find((item) => item.text === 'Written by Ada') as Item;
    for (const person of people()) {
      await person.press('1');
      await person.opensText(note.id);
      await person.press('End');
    }
    await Promise.all([ada.type(' AAAAAAAAAA'), ben.type(' bbbbbbbbbb'), cem.type(' 🌻ccccccccc')]);
    for (const person of people()) await person.press('Escape');
    const together = (await allEqual(people())).find((item) => item.id === note.id)?.text ?? '';
    const count = (letter: string) => [...together].filter((each) => each === letter).length;
    expect([together.startsWith('Written by Ada'), count('A'), count('b'), count('c'), count('🌻')]).toEqual([
      true,
      11,
      11,
      9,
      1,
    ]);
  });

  it('drag at once and gather notes into a cluster with a title', async () => {
    // Of the upper row, with nothing above them: what they leave is covered by nobody.
    const rows = [...(await ada.liveItems())].sort((a, b) => a.y - b.y || a.x - b.x);
    const [first, second] = rows.filter((item) => !item.text.startsWith('Written')) as [Item, Item];
    await Promise.all([ada.drags(first.id, { x: 0, y: -60 }), ben.drags(second.id, { x: 0, y: -60 })]);
    const moved = await allEqual(people());
    const isMoved = (item: Item) => moved.find((other) => other.id === item.id)?.y !== item.y;
    expect([isMoved(first), isMoved(second)]).toEqual([true, true]);

    await cem.press('1');
    const chosen = moved.filter((item) => /downtown/i.test(item.text)).map((item) => item.id);
    await cem.selects(chosen);
    await cem.press('c');
    await cem.type(clusterTitle);
    await cem.press('Escape');
    const board = await allEqual(people());
    const cluster = board.find((item) => item.kind === 'cluster');
    const members = board.filter((item) => item.parent === cluster?.id).map((item) => item.id);
    expect([cluster?.text, members.sort()]).toEqual([clusterTitle, chosen.sort()]);
  });

  it('see each other’s hands: a drag moves on every screen before it is dropped, and a bot’s note appears', async () => {
    const note = (await ada.liveItems()).find((item) => item.text.startsWith('Written')) as Item;
    const [from, seen] = [await ada.reaches(note.id), await ben.whereIs(note.id)];
    await ada.page.mouse.move(from.x, from.y);
    await ada.page.mouse.down();
    await ada.page.mouse.move(from.x + 40, from.y + 30, { steps: 5 });
    await ben.page.waitForFunction(([id, x]) => (window.wallflower?.whereIs(id)?.x ?? x) > x + 5, [
      note.id,
      seen.x,
    ] as const);
    const [mid] = (await ben.items()).filter((item) => item.id === note.id);
    await ada.page.mouse.up();
    const dropped = (await allEqual(people())).find((item) => item.id === note.id);
    expect([mid?.x, (dropped?.x ?? 0) > note.x]).toEqual([note.x, true]);

    const { docs, token } = await joinByLink(server.url, link, 'Bot');
    const bot = new StockBot(server.url, docs.canvas, token);
    await until('the bot is in step', () => bot.provider.synced);
    bot.writeNote('bot-note', 'Hello from a script <script>alert(1)</script> مرحبا');
    await ada.page.waitForFunction(() => window.wallflower?.whereIs('bot-note') !== null);
    const board = await allEqual(people());
    bot.leave();
    expect(board.find((item) => item.id === 'bot-note')?.text).toContain('<script>alert(1)</script>');
  });

  it('undo their own steps and nobody else’s', async () => {
    await ada.writes('Ada’s own step');
    await ben.writes('Ben’s own step');
    await allEqual(people());
    await ada.press('Control+z');
    const texts = (await allEqual(people())).filter((item) => !item.deleted).map((item) => item.text);
    expect([texts.includes('Ada’s own step'), texts.includes('Ben’s own step')]).toEqual([false, true]);
    await ada.press('Control+Shift+z');
    const again = (await allEqual(people())).filter((item) => !item.deleted).map((item) => item.text);
    expect(again).toContain('Ada’s own step');
  });

  it('lose nothing that was shown as saved when the server is killed in mid-work', async () => {
    const savedBefore = new Map((await ada.liveItems()).map((item) => [item.id, item.text]));
    await ada.writes('Just before');
    await ben.writes('Also before');
    await ada.opensNewNote();
    const typing = ada.type('A sentence that is being typed while the server dies and comes back');
    await server.kill();
    await cem.writes('While it was gone');
    await server.restart();
    await typing;
    await ada.press('Escape');
    const board = await allEqual(people());
    const texts = board.filter((item) => !item.deleted).map((item) => item.text);
    const lost = [...savedBefore].filter(([, text]) => !texts.includes(text));
    const written = [
      'Just before',
      'Also before',
      'While it was gone',
      'A sentence that is being typed while the server dies and comes back',
    ];
    expect([lost, written.filter((text) => !texts.includes(text))]).toEqual([[], []]);
  });

  it('carry away a summary and a table with every idea once under its cluster, and a board that comes back identical', async () => {
    const board = (await allEqual(people())).filter((item) => !item.deleted);
    const notes = board.filter((item) => item.kind === 'note');
    const [summary, csv, json] = await Promise.all(
      ['summary.md', 'notes.csv', 'board.json'].map((f) => ben.exports(f)),
    );
    const bullets = summary?.split('## Ideas')[1]?.split('\n## ')[0]?.match(/^- /gm)?.length;
    const heading = (summary ?? '')
      .split('\n')
      .find((line) => line.startsWith('#') && line.includes('Parks'));
    const rows = (csv ?? '').match(/,note,/g)?.length;
    const inCluster = (csv ?? '')
      .split('\r\n')
      .filter((line) => line.includes(',note,') && line.includes(clusterTitle)).length;
    expect([bullets, heading !== undefined, rows, inCluster]).toEqual([
      notes.length,
      true,
      notes.length,
      notes.filter((item) => item.parent !== null).length,
    ]);

    const copy = await createBoard(server.url, 'Copy');
    const { token } = await join(server.url, copy, 'editor', 'Script');
    const api = `${server.url}/api/boards/${copy.board.id}`;
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const report = await fetch(`${api}/import`, { method: 'POST', headers, body: json ?? '' });
    const again = await (await fetch(`${api}/export/board.json`, { headers })).text();
    // Everything but who wrote it: nobody can bring another person's name along in a file.
    const itemsOf = (text: string) =>
      (JSON.parse(text) as { items: Record<string, unknown>[] }).items.map((item) => ({
        ...item,
        author: null,
      }));
    expect([report.status, itemsOf(again)]).toEqual([200, itemsOf(json ?? '')]);
  });

  it('had nothing to complain about: no third party, no error', async () => {
    for (const person of people()) await person.window.close();
  });
});
