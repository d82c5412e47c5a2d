// Three people write privately while a facilitator waits: nothing of it reaches anybody else's page or sockets before the
// reveal; then it is dealt out, what came too late is kept and offered, and nobody's caret is lost. At a desk and on a phone.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BoardCreated } from '../../shared/protocol/api.ts';
import { launchBrowser, phone, type WindowOptions } from '../support/browser.ts';
import { BrowserPerson } from '../support/browserPerson.ts';
import { flaws } from '../support/flaws.ts';
import { keepPicture } from '../support/keepPicture.ts';
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

/** Somebody with everything that any of their sockets brought. */
interface Watched {
  readonly person: BrowserPerson;
  readonly page: Page;
  wasSent(words: string): boolean;
  /** Whether these words came by a socket or stand in the page. */
  knows(words: string): Promise<boolean>;
}

const expectedErrors = [/status of 404/, /WebSocket connection to .* failed/, /ERR_INTERNET_DISCONNECTED/];

async function comesIn(link: string, name: string, options: WindowOptions = {}): Promise<Watched> {
  const person = await BrowserPerson.opens(browser, server.url, name, { expectedErrors, ...options });
  const frames: string[] = [];
  person.page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      frames.push(typeof payload === 'string' ? payload : payload.toString('utf8'));
    }),
  );
  const wasSent = (words: string) => frames.some((frame) => frame.includes(words));
  await person.joins(link);
  await person.page.waitForFunction(() =>
    ['saved', 'readOnly'].includes(window.wallflower?.saveState().kind ?? ''),
  );
  return {
    person,
    page: person.page,
    wasSent,
    async knows(words) {
      return wasSent(words) || (await person.page.content()).includes(words);
    },
  };
}

let commandCount = 0;

/** As a facilitator's own page asks for it. */
async function steers({ page }: Watched, name: string, args: Record<string, unknown> = {}): Promise<void> {
  const id = `command-${commandCount++}`;
  const status = await page.evaluate(
    async ([body]) => {
      const path = `/api/boards/${location.pathname.split('/').at(-1)}/commands`;
      const headers = { 'content-type': 'application/json' };
      return (await fetch(path, { method: 'POST', headers, body: body ?? '' })).status;
    },
    [JSON.stringify({ id, name, args })],
  );
  if (status !== 200) throw new Error(`${name}: ${status}`);
}

const padOf = ({ page }: Watched) =>
  page.getByRole('complementary', { name: /private ideas|Not on the wall/ });
const ideasOf = (who: Watched) =>
  padOf(who)
    .getByRole('textbox')
    .evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value));
const written = async (who: Watched) => (await ideasOf(who)).filter((text) => text !== '');
const hasCaret = ({ page }: Watched) =>
  page.evaluate(() => document.activeElement instanceof HTMLTextAreaElement);
const wallOf = async ({ person }: Watched) => (await person.liveItems()).map(({ text }) => text).sort();

async function showsOnWall(who: Watched, count: number): Promise<void> {
  await who.page.waitForFunction(
    (items) => window.wallflower?.items().filter((item) => !item.deleted).length === items,
    count,
  );
}

const silent = { kind: 'silent', title: 'Think', prompt: 'What would make the night bus a joy?' };

async function aRoom(created: BoardCreated, ofCleo: WindowOptions = {}) {
  const [fay, ada, ben, cleo] = await Promise.all([
    comesIn(created.links.facilitator, 'Fay'),
    comesIn(created.links.editor, 'Ada'),
    comesIn(created.links.editor, 'Ben', { colorScheme: 'dark' }),
    comesIn(created.links.commenter, 'Cleo', ofCleo),
  ]);
  return { fay, ada, ben, cleo };
}

/** The pad opens by itself, ready to write. Texts come in one piece: letter by letter they would be in no frame as words. */
async function everybodyWrites({ ada, ben, cleo }: Record<'ada' | 'ben' | 'cleo', Watched>): Promise<void> {
  for (const who of [ada, ben, cleo])
    await padOf(who).getByLabel('New idea').and(who.page.locator(':focus')).waitFor();
  await ada.person.type('Heated seats');
  await ada.person.press('Enter');
  await ada.page.keyboard.insertText('A driver who sings');
  await ada.person.press('Enter');
  await ada.person.press('Backspace');
  await ada.person.type(' softly');
  await ben.page.keyboard.insertText('Hot cocoa');
  await cleo.page.keyboard.insertText('A library on board');
  await padOf(ada).getByText('2 ideas').waitFor();
  for (const who of [ada, ben, cleo]) await padOf(who).getByText('Saved').waitFor();
  await padOf(ada).getByText('4 from everybody together').waitFor();
}

describe('silent writing', () => {
  it('reaches nobody before the reveal, is dealt out without names, and a late idea is put on the wall knowingly', async () => {
    const created = await createBoard(server.url, 'Night bus');
    const { fay, ada, ben, cleo } = await aRoom(created);
    const found: string[] = [];
    await steers(fay, 'phase.set', { ...silent, anonymous: true });

    await everybodyWrites({ ada, ben, cleo });
    found.push(...(await flaws(ada.page, 'the pad')), ...(await flaws(ben.page, 'the pad, dark')));
    await keepPicture(ada.page, 'pad-writing-light');
    await keepPicture(ben.page, 'pad-writing-dark');
    const early = await Promise.all([
      ...[fay, ben, cleo].map((who) => who.knows('driver')),
      ...[fay, ada, ben].map((who) => who.knows('library')),
      ...[fay, ada, cleo].map((who) => who.knows('cocoa')),
    ]);

    await steers(fay, 'reveal');
    for (const who of [fay, ada, ben, cleo]) {
      await showsOnWall(who, 4);
      await who.page.getByText('4 ideas are on the wall now, without names.').waitFor();
    }
    await padOf(ada).getByText('No ideas yet').waitFor();
    await keepPicture(ada.page, 'pad-revealed-light');
    await keepPicture(fay.page, 'pad-revealed-facilitator');

    // The caret is still there: what is written now waits.
    const caret = await hasCaret(ada);
    await ada.page.keyboard.insertText('Lost gloves find their hands');
    await padOf(ada).getByText('Saved').waitFor();
    const late = await fay.knows('gloves');
    // What has been revealed is found in the same way.
    const revealed = fay.wasSent('library');
    await steers(fay, 'phase.set', { kind: 'discuss', title: 'Talk' });
    await padOf(ada).getByText('Not on the wall yet').waitFor();
    await padOf(ada).getByRole('button', { name: 'Put on the wall now' }).click();
    await padOf(ada).getByText('Everybody will see it now, with your name on it.').waitFor();
    found.push(...(await flaws(ada.page, 'a late idea')));
    await keepPicture(ada.page, 'pad-late-light');
    await padOf(ada).getByRole('button', { name: 'Put it on the wall' }).click();
    await padOf(ada).waitFor({ state: 'detached' });
    await showsOnWall(fay, 5);

    expect({
      early,
      caret,
      late,
      revealed,
      wall: await wallOf(fay),
      cleo: await padOf(cleo).count(),
      found,
    }).toEqual({
      early: Array(9).fill(false),
      caret: true,
      late: false,
      revealed: true,
      wall: [
        'A driver who sings softly',
        'A library on board',
        'Heated seats',
        'Hot cocoa',
        'Lost gloves find their hands',
      ],
      cleo: 0,
      found: [],
    });
    await Promise.all([fay, ada, ben, cleo].map(({ person }) => person.window.close()));
  });

  it('keeps what was written in a tunnel through the reveal, on a phone, and says so', async () => {
    const created = await createBoard(server.url, 'Tunnel');
    const { fay, ada, ben, cleo } = await aRoom(created, phone);
    const found: string[] = [];
    await steers(fay, 'phase.set', silent);
    await padOf(cleo).getByLabel('New idea').and(cleo.page.locator(':focus')).waitFor();
    await cleo.person.type('Known in time');
    await padOf(cleo).getByText('Saved').waitFor();
    await keepPicture(cleo.page, 'pad-writing-phone');
    found.push(...(await flaws(cleo.page, 'the pad on a phone')));
    await cleo.page.context().setOffline(true);
    await padOf(cleo).getByText('Offline: kept on this device').waitFor();
    await cleo.person.press('Enter');
    await cleo.person.type('Too late');
    for (const [index, who] of [ada, ben].entries()) {
      await padOf(who).getByLabel('New idea').waitFor();
      await who.person.type(`Idea ${index}`);
      await padOf(who).getByText('Saved').waitFor();
    }
    await steers(fay, 'reveal');
    await showsOnWall(ada, 3);
    await steers(fay, 'phase.set', { kind: 'group', title: 'Sort' });
    await keepPicture(cleo.page, 'pad-tunnel-phone');
    await cleo.page.context().setOffline(false);
    await padOf(cleo).getByText('Not on the wall yet').waitFor();
    await padOf(cleo).getByLabel('Idea 1 of 1').waitFor();
    const kept = await written(cleo);
    await keepPicture(cleo.page, 'pad-late-phone');
    await padOf(cleo).getByText('You cannot write on the wall yourself').waitFor();
    await padOf(cleo).getByRole('button', { name: 'Keep for the next reveal' }).click();
    await cleo.page.getByRole('button', { name: 'Dismiss' }).first().click();
    await cleo.page.getByRole('button', { name: '1 private idea' }).waitFor();
    await keepPicture(cleo.page, 'pad-chip-phone');
    await cleo.page.getByRole('button', { name: '1 private idea' }).click();
    await padOf(cleo).getByRole('button', { name: 'Delete this idea' }).click();
    await padOf(cleo).waitFor({ state: 'detached' });
    await cleo.page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await cleo.page.getByRole('button', { name: '1 private idea' }).waitFor();

    expect({ kept, wall: await wallOf(ada), found }).toEqual({
      kept: ['Too late'],
      wall: ['Idea 0', 'Idea 1', 'Known in time'],
      found: [],
    });
    await Promise.all([fay, ada, ben, cleo].map(({ person }) => person.window.close()));
  });
});
