// Notes at typing speed, as hands type them: lists, emoji, pasted lines, input methods, and two people in one note.

import type { Browser, CDPSession } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Item } from '../../shared/items/item.ts';
import { launchBrowser } from '../support/browser.ts';
import { allEqual, BrowserPerson } from '../support/browserPerson.ts';
import { createBoard } from '../support/people.ts';
import { type ServerProcess, startServer } from '../support/serverProcess.ts';

const live = (items: readonly Item[]) => items.find((item) => !item.deleted);

describe('writing notes', () => {
  let server: ServerProcess;
  let browser: Browser;
  let [ada, ben] = [] as unknown as [BrowserPerson, BrowserPerson];

  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
    const { links } = await createBoard(server.url, 'Writing');
    ada = await BrowserPerson.opens(browser, server.url, 'Ada', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    ben = await BrowserPerson.opens(browser, server.url, 'Ben');
    await ada.joins(links.editor);
    await ben.joins(links.editor);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  const texts = async (person: BrowserPerson) => (await person.liveItems()).map((item) => item.text).sort();
  const newNote = async () => {
    await ada.page.mouse.move(640, 360);
    await ada.press('n');
    await ada.page.getByLabel('Text of the note').waitFor();
  };
  const clear = async () => {
    await ada.press('Escape');
    await ada.press('ControlOrMeta+a');
    await ada.press('Delete');
  };

  it('goes from note to note without the mouse, and back', async () => {
    await newNote();
    for (const [word, key] of [
      ['one', 'Tab'],
      ['two', 'ControlOrMeta+Enter'],
      ['three', 'Shift+Tab'],
      ['!', 'Escape'],
    ] as const) {
      await ada.type(word);
      await ada.press(key);
    }
    const notes = await ada.liveItems();
    const at = (text: string) => notes.find((note) => note.text === text) ?? { x: 0, y: 0 };
    const [one, two, three] = [at('one'), at('two!'), at('three')];
    expect([two.x - one.x, two.y - one.y, three.x - two.x, three.y - two.y]).toEqual([224, 0, 0, 224]);
    await clear();
  });

  it('writes lists that go on and end with Enter, in the lines in which they are painted', async () => {
    await newNote();
    await ada.type('To do');
    for (const line of ['- a list with a long first line', 'second', '']) {
      await ada.press('Enter');
      await ada.type(line);
    }
    const field = ada.page.getByLabel('Text of the note');
    const lines = await field.evaluate((element: HTMLTextAreaElement) =>
      Math.round(element.scrollHeight / Number.parseFloat(getComputedStyle(element).lineHeight)),
    );
    await ada.press('Enter');
    await ada.type('end');
    await ada.press('Escape');
    expect([lines, await texts(ada)]).toEqual([5, ['To do\n- a list with a long first line\n- second\nend']]);
    await clear();
  });

  it('finds emoji by name in two languages, by key and by button, without leaving the text', async () => {
    await newNote();
    await ada.type('Go :rocket');
    await ada.page.getByRole('option', { name: 'rocket', exact: true }).waitFor();
    await ada.press('Enter');
    await ada.type(' :sonnenblume');
    await ada.page.getByRole('option', { name: 'sunflower', exact: true }).waitFor();
    await ada.press('Tab');
    await ada.page.getByRole('button', { name: 'Emoji' }).click();
    await ada.page.getByRole('option', { name: 'thumbs up', exact: true }).click();
    await ada.type(' :zzzz ');
    await ada.press('Escape');
    expect(await texts(ada)).toEqual(['Go 🚀 🌻👍️ :zzzz ']);
    await clear();
  });

  it('asks once what pasted lines become, and one undo takes all of it back', async () => {
    const paste = async () => {
      await ada.page.evaluate(() => navigator.clipboard.writeText('- one\n- two\n- three'));
      await newNote();
      await ada.press('ControlOrMeta+v');
      await ada.page.getByRole('group', { name: '3 lines pasted' }).waitFor();
    };
    await paste();
    await ada.press('Enter');
    await ada.page.waitForFunction(() => window.wallflower?.toolPath() === 'select.idle');
    const each = await texts(ada);
    await ada.press('ControlOrMeta+z');
    const undone = await texts(ada);
    await paste();
    await ada.press('Escape');
    await ada.type('!');
    await ada.press('Escape');
    expect([each, undone, await texts(ada)]).toEqual([
      ['one', 'three', 'two'],
      [],
      ['- one\n- two\n- three!'],
    ]);
    await clear();
  });

  it('opens an address in a new tab, by the modifier or below the note', async () => {
    await newNote();
    await ada.type(`${server.url}/healthz`);
    await ada.press('Escape');
    const link = ada.page.getByRole('navigation', { name: 'Links in the note' }).getByRole('link');
    const rel = await link.getAttribute('rel');
    const [note] = await ada.liveItems();
    const at = await ada.reaches(note?.id ?? '');
    const opened = ada.page.context().waitForEvent('page');
    await ada.page.keyboard.down('ControlOrMeta');
    await ada.page.mouse.click(at.x, at.y);
    await ada.page.keyboard.up('ControlOrMeta');
    const tab = await opened;
    await tab.waitForURL(/healthz/);
    const opener = await tab.evaluate(() => window.opener);
    await tab.close();
    expect([rel, opener]).toEqual(['noopener noreferrer', null]);
    await clear();
  });

  it('leaves a composition alone while others write, and keeps it when the hand goes elsewhere', async () => {
    await newNote();
    await ada.type('A ');
    const note = live(await allEqual([ada, ben]));
    const ime: CDPSession = await ada.page.context().newCDPSession(ada.page);
    const compose = (text: string) =>
      ime.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await compose('ㅎ');
    await compose('하');
    const half = (await texts(ben))[0];
    await ben.press('1');
    await ben.opensText(note?.id ?? '');
    await ben.press('Home');
    await ben.type('Ben! ');
    await ada.page.waitForFunction(() =>
      window.wallflower?.items().some((item) => item.text.startsWith('Ben! ')),
    );
    const meanwhile = await ada.page.getByLabel('Text of the note').inputValue();
    await compose('한');
    await ime.send('Input.insertText', { text: '한' });
    await compose('구');
    await ada.page.mouse.click(40, 600);
    await ben.press('Escape');
    const merged = live(await allEqual([ada, ben]));
    expect([half, meanwhile, merged?.text]).toEqual(['A ', 'A 하', 'Ben! A 한구']);
    await clear();
  });

  it('takes 20,000 characters, right to left and left to right, and clips what is too long', async () => {
    const long = `${'שלום world '.repeat(1_818)}ab`;
    await ada.page.evaluate((text) => navigator.clipboard.writeText(text), long);
    await newNote();
    await ada.press('ControlOrMeta+v');
    await ada.press('End');
    await ada.press('Escape');
    const note = live(await allEqual([ada, ben]));
    expect([note?.text === long, note?.text.length, note?.h]).toEqual([true, 20_000, 480]);
    await clear();
  });

  it('nothing went wrong on the way', async () => {
    expect([ada.window.complaints(), ben.window.complaints()]).toEqual([[], []]);
  });
});
