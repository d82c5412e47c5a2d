// A session from a vote to its end: it leads to the summary on the screen, where the result stands ranked; the facilitator
// puts a foreword before it, and the file that is carried away says the same. On a phone, too.

import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { DocSync } from '../../client/sync/provider.ts';
import { realEnv } from '../../shared/lib/env.ts';
import type { Joined } from '../../shared/protocol/api.ts';
import { launchBrowser, phone } from '../support/browser.ts';
import { BrowserPerson } from '../support/browserPerson.ts';
import { flaws } from '../support/flaws.ts';
import { keepPicture } from '../support/keepPicture.ts';
import { createBoard, join } from '../support/people.ts';
import { until } from '../support/realPerson.ts';
import { type ServerProcess, startServer } from '../support/serverProcess.ts';

const ideas = ['Lanterns', 'A bar of ice', 'Own beer'];

let server: ServerProcess;
let browser: Browser;
let commands = 0;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

async function asks(id: string, token: string, name: string, args: object): Promise<Record<string, string>> {
  const answer = await fetch(`${server.url}/api/boards/${id}/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ id: `c${++commands}`, name, args }),
  });
  const { ok, data } = (await answer.json()) as { ok: boolean; data: Record<string, string> };
  if (!ok) throw new Error(`${name} was refused`);
  return data;
}

/** Two people gave their dots, and it is counted. */
async function aBoardThatVoted() {
  const created = await createBoard(server.url, 'Summer party');
  const { id } = created.board;
  const ada = await join(server.url, created, 'facilitator', 'Ada');
  const imported = await fetch(`${server.url}/api/boards/${id}/import`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain', authorization: `Bearer ${ada.token}` },
    body: ideas.join('\n'),
  });
  if (!imported.ok) throw new Error(await imported.text());
  const [ben, cem] = [
    await join(server.url, created, 'editor', 'Ben'),
    await join(server.url, created, 'editor', 'Cem'),
  ];
  return { created, ada, ben, cem, id };
}

/** As their own client would write it. */
async function gives(joined: Joined, dots: Readonly<Record<string, string>>): Promise<void> {
  const doc = new Y.Doc();
  class Socket extends WebSocket {
    constructor(address: string | URL) {
      super(address, { perMessageDeflate: false });
    }
  }
  const sync = new DocSync({
    doc,
    name: `${joined.docs.personal}?token=${encodeURIComponent(joined.token)}`,
    serverUrl: `${server.url.replace(/^http/, 'ws')}/sync`,
    SocketClass: Socket as unknown as typeof globalThis.WebSocket,
    env: realEnv,
    build: 'test',
  });
  await until('the votes can be given', () => sync.loaded.get());
  for (const [slot, option] of Object.entries(dots)) doc.getMap('votes').set(slot, option);
  await until('the votes are kept', () => sync.connected.get() && sync.save.isSafe);
  sync.destroy();
}

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Summary' });

async function downloads(page: Page, button: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog(page).getByRole('button', { name: button }).click(),
  ]);
  return readFile(await file.path(), 'utf8');
}

describe('the end of a session', () => {
  it('leads to the summary, whose file holds the ranked result and the foreword', async () => {
    const { created, ada, id, ben, cem } = await aBoardThatVoted();
    const kim = await BrowserPerson.opens(browser, server.url, 'Kim', phone);
    await kim.joins(created.links.editor);
    const fay = await BrowserPerson.opens(browser, server.url, 'Fay');
    await fay.joins(created.links.facilitator);
    await asks(id, ada.token, 'phase.set', { kind: 'vote', title: 'Choose', minutes: 5 });
    const { ballot } = await asks(id, ada.token, 'ballot.open', {
      title: 'Which first?',
      options: 'notes',
      method: 'dots',
      votes: 2,
      maxPerOption: 2,
      show: 'close',
      who: 'link',
    });
    const items = await fay.liveItems();
    const idOf = (text: string) => items.find((item) => item.text === text)?.id ?? '';
    await gives(ben, { [`${ballot}/0`]: idOf('Lanterns'), [`${ballot}/1`]: idOf('Lanterns') });
    await gives(cem, { [`${ballot}/0`]: idOf('Lanterns'), [`${ballot}/1`]: idOf('Own beer') });
    await asks(id, ada.token, 'ballot.close', { ballot });
    await asks(id, ada.token, 'session.end', {});

    for (const { page } of [fay, kim]) await page.getByRole('button', { name: 'See the summary' }).click();
    const found = [];
    for (const { page, name } of [fay, kim]) {
      await dialog(page).getByText('3 dots').first().waitFor();
      found.push(...(await flaws(page, name)));
      await keepPicture(page, `summary-${name}`);
    }
    await fay.page.getByLabel('Foreword').fill('Thanks to *everybody*.');
    await dialog(kim.page).getByText('Thanks to *everybody*.').waitFor();
    await keepPicture(fay.page, 'summary-foreword');
    const [markdown, page] = [await downloads(fay.page, 'Markdown'), await downloads(kim.page, 'Web page')];
    expect({
      found,
      markdown: markdown.slice(markdown.indexOf('# '), markdown.indexOf('- Session')),
      top: markdown
        .split('## ')[2]
        ?.split('\n')
        .filter((line) => line.startsWith('- ')),
      mayForeword: await kim.page.getByLabel('Foreword').count(),
      page: ['Thanks to *everybody*.', '3 dots', '<script'].map((text) => page.includes(text)),
    }).toEqual({
      found: [],
      markdown: '# Summer party\n\nThanks to \\*everybody\\*.\n\n',
      top: ['- **1.** Lanterns — 3 dots (2 voters, won)', '- **2.** Own beer — 1 dot (1 voter)'],
      mayForeword: 0,
      page: [true, true, false],
    });
    for (const person of [fay, kim]) await person.window.close();
  });
});
