// A session led from one panel, with three participants, one of them on a phone and one reading German: steps, time, being
// done, the end and opening again; who comes late; a plan made by hand; what the server refuses; and the wheel.

import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../shared/board/roles.ts';
import type { BoardCreated } from '../../shared/protocol/api.ts';
import { launchBrowser, phone, type WindowOptions } from '../support/browser.ts';
import { BrowserPerson } from '../support/browserPerson.ts';
import { flaws } from '../support/flaws.ts';
import { keepPicture } from '../support/keepPicture.ts';
import { createBoard } from '../support/people.ts';
import { type ServerProcess, startServer } from '../support/serverProcess.ts';
import { aServer } from '../support/testServer.ts';

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

const clientBuild = path.resolve(import.meta.dirname, '..', '..', '.build', 'client');

async function comes(
  url: string,
  created: BoardCreated,
  [name, role]: readonly [string, Role],
  options: WindowOptions = {},
): Promise<BrowserPerson> {
  const person = await BrowserPerson.opens(browser, url, name, options);
  person.page.setDefaultTimeout(20_000);
  await person.joins(created.links[role]);
  return person;
}

const barOf = ({ page }: BrowserPerson) =>
  page.getByRole('region', { name: /^(What happens now|Was jetzt dran ist)$/ });
const panelOf = ({ page }: BrowserPerson) => page.getByRole('complementary', { name: 'Session' });
const press = (person: BrowserPerson, name: string | RegExp) =>
  barOf(person).getByRole('button', { name }).click();

/** Waits until everybody's bar has these words. */
async function everybodyReads(people: readonly BrowserPerson[], words: string | RegExp): Promise<void> {
  for (const person of people) await barOf(person).getByText(words).first().waitFor();
}

/** Whole seconds on somebody's timer. */
async function secondsLeft(person: BrowserPerson): Promise<number> {
  const text = await barOf(person).getByRole('timer').innerText();
  const [minutes = 0, seconds = 0] = /(\d+):(\d\d)/.exec(text)?.slice(1).map(Number) ?? [];
  return minutes * 60 + seconds;
}

async function addsSteps(person: BrowserPerson, kinds: readonly string[]): Promise<void> {
  const panel = panelOf(person);
  for (const kind of kinds) {
    await panel.getByRole('button', { name: 'Add a step' }).click();
    await person.page.getByRole('menuitem', { name: kind }).click();
    await panel.getByRole('list').first().getByText(kind).last().waitFor();
  }
}

/** A command as a script would send it, with this browser's cookie. */
async function crafted({ page }: BrowserPerson, name: string, args: object): Promise<string> {
  const { origin, pathname } = new URL(page.url());
  const answer = await page.request.post(`${origin}/api/boards/${pathname.split('/').at(-1)}/commands`, {
    headers: { origin },
    data: { id: `crafted-${name}-0001`, name, args },
  });
  return `${answer.status()} ${((await answer.json()) as { error?: { code?: string } }).error?.code}`;
}

async function keepPictures(people: readonly BrowserPerson[], moment: string): Promise<void> {
  for (const { page, name } of people) await keepPicture(page, `session-${moment}-${name}`);
}

type Four = readonly [BrowserPerson, BrowserPerson, BrowserPerson, BrowserPerson];

/** Ada leads; Ben sits in the dark, Cho has a phone, Dee reads German. */
async function fourPeople(): Promise<{ created: BoardCreated; people: Four }> {
  const created = await createBoard(server.url, 'Night bus on weekends');
  const ada = await comes(server.url, created, ['Ada', 'facilitator']);
  const ben = await comes(server.url, created, ['Ben', 'editor'], { colorScheme: 'dark' });
  const cho = await comes(server.url, created, ['Cho', 'editor'], phone);
  const dee = await comes(server.url, created, ['Dee', 'editor']);
  await dee.page.goto(`${new URL(dee.page.url()).pathname}?inspect&lang=de`);
  await dee.isIn();
  return { created, people: [ada, ben, cho, dee] };
}

async function saysToBeDone([ada, ben, cho, dee]: Four): Promise<void> {
  await press(ben, 'I’m done');
  await everybodyReads([ada, ben], '1 of 3 done');
  await everybodyReads([dee], '1 von 3 fertig');
  await press(cho, 'I’m done');
  await press(dee, 'Ich bin fertig');
  await everybodyReads([ada, ben, cho], 'Everybody is done');
}

/** The seconds that one minute more has brought to a timer that stands still. */
async function holdsAndLengthens([ada, ben, cho]: Four): Promise<number> {
  await press(ada, 'Pause');
  await everybodyReads([ada, ben, cho], 'Paused');
  const held = await secondsLeft(ben);
  const shown = await barOf(ben).getByRole('timer').textContent();
  await press(ada, '+1 min');
  await ben.page.waitForFunction(
    (before) => document.querySelector('[role="timer"]')?.textContent !== before,
    shown,
  );
  return (await secondsLeft(ben)) - held;
}

async function flawsOf(people: Four, moment: string): Promise<string[]> {
  await keepPictures(people, moment);
  const found = [];
  for (const { page, name } of people) found.push(...(await flaws(page, `${moment}, ${name}`)));
  return found.filter((flaw) => !flaw.includes('landmark'));
}

/** Somebody who joins in the midst of the last step, and what they find. */
async function comesLate(created: BoardCreated) {
  const eve = await comes(server.url, created, ['Eve', 'editor']);
  await eve.page.getByText(/^You come in during “Talk it over”, \d+:\d\d left\./).waitFor();
  await eve.page.getByRole('button', { name: 'The plan' }).click();
  await panelOf(eve).getByText('Talk it over').first().waitFor();
  await panelOf(eve).getByRole('listitem').filter({ hasText: /^3\./ }).waitFor();
  const plan = await panelOf(eve).getByRole('list').first().getByRole('listitem').allInnerTexts();
  const offered = await panelOf(eve)
    .getByRole('button', { name: /Add|Start|End/ })
    .count();
  await keepPictures([eve], 'late');
  return { eve, plan, offered };
}

const hearsOfThePad = ({ page }: BrowserPerson) =>
  page.getByText('Write on your pad (I); the wall rests').waitFor();

/** The wall invites to write on it only while that is what to do, also whoever leads. */
async function silenceTheWall(leader: BrowserPerson): Promise<void> {
  const invitation = leader.page.getByRole('heading', { name: 'A wall full of room' });
  await invitation.waitFor();
  await leader.page.keyboard.press('s');
  await press(leader, 'Next: Silent writing');
  await invitation.waitFor({ state: 'detached' });
  await hearsOfThePad(leader);
}

describe('a session', () => {
  it('is led from one panel, and everybody sees what to do now and how long', async () => {
    const { created, people } = await fourPeople();
    const [ada, ben, cho, dee] = people;
    const found: string[] = [];
    const look = async (moment: string) => void found.push(...(await flawsOf(people, moment)));

    await ada.press('s');
    await addsSteps(ada, ['Write together', 'Silent writing', 'Talk it over']);
    await panelOf(ada).getByRole('button', { name: 'Start: Write together' }).click();
    await everybodyReads([ada, ben, cho], 'Write together');
    await everybodyReads([dee], 'Gemeinsam schreiben');
    await look('open');
    await silenceTheWall(ada);
    await everybodyReads([dee], /Schreib deine Ideen für dich/);
    await hearsOfThePad(ben);
    await everybodyReads([ben, cho], 'Silent writing');
    const [first = 0, second = 0] = await Promise.all([ada, cho].map(secondsLeft));
    const apart = Math.abs(first - second);

    await saysToBeDone(people);
    const longer = await holdsAndLengthens(people);
    await look('silent');
    await press(ada, 'Go on');
    await barOf(ben).getByText('Paused').waitFor({ state: 'detached' });

    const refused = await crafted(ben, 'phase.next', {});
    await press(ada, 'Back to: Write together');
    await everybodyReads([ada, ben, cho], 'Write together');
    await press(ada, 'Next: Silent writing');
    await everybodyReads([ada, ben, cho], 'Silent writing');
    await press(ada, 'Next: Talk it over');
    await everybodyReads([ada, ben, cho], 'Talk it over');

    const { eve, plan, offered } = await comesLate(created);
    found.push(...(await flaws(eve.page, 'late')));

    await press(ada, 'End the session');
    await everybodyReads([ada, ben, cho, eve], 'The session is over.');
    await everybodyReads([dee], 'Die Sitzung ist zu Ende.');
    await look('over');
    const ends = await Promise.all([ben.saveState(), ada.saveState()]);
    await press(ada, 'Open again');
    await barOf(ben).waitFor({ state: 'detached' });
    await ben.page.waitForFunction(() => window.wallflower?.saveState().kind === 'saved');
    await ben.writes('A night bus');
    await ada.page.waitForFunction(() => window.wallflower?.items().length === 1);

    expect({
      found,
      apart: apart <= 1,
      longer,
      refused,
      plan,
      offered,
      ends: ends.map((end) => end?.kind),
    }).toEqual({
      found: [],
      apart: true,
      longer: 60,
      refused: '403 forbidden',
      plan: [
        '1. Write together\n5 min · done',
        '2. Silent writing\n5 min · done',
        expect.stringMatching(/^3\. Talk it over\n10 min · now\n/),
      ],
      offered: 0,
      ends: ['readOnly', 'readOnly'],
    });
    for (const person of [...people, eve]) await person.window.close();
  });

  it('says aloud when a step begins, how much time is left at its end, and is calm then', async () => {
    const created = await createBoard(server.url, 'Short');
    const ada = await comes(server.url, created, ['Ada', 'facilitator']);
    const ben = await comes(server.url, created, ['Ben', 'editor']);
    await ben.page.evaluate(() => {
      const heard: string[] = [];
      const last = new WeakMap<Element, string>();
      Object.assign(window, { heard });
      const listen = () => {
        for (const region of document.querySelectorAll('[role="status"]')) {
          const words = region.textContent?.trim() ?? '';
          if (words === '' || last.get(region) === words || !region.matches('.visually-hidden')) continue;
          last.set(region, words);
          heard.push(words);
        }
      };
      new MutationObserver(listen).observe(document.body, {
        subtree: true,
        childList: true,
        characterData: true,
      });
    });
    await ada.press('s');
    await addsSteps(ada, ['Talk it over']);
    await panelOf(ada)
      .getByRole('button', { name: /\. Talk it over .*min/ })
      .click();
    await panelOf(ada).getByLabel('Minutes').fill('0:12');
    await panelOf(ada).getByLabel('Title').fill('Quick round');
    await panelOf(ada).getByRole('button', { name: 'Start “Quick round”' }).click();
    await everybodyReads([ben], 'Quick round');
    await everybodyReads([ada, ben], 'Time’s up');
    await ben.page.waitForFunction(() =>
      (window as unknown as { heard: string[] }).heard.includes('Time’s up.'),
    );
    const heard = await ben.page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    await panelOf(ada).getByRole('button', { name: '+1 min' }).click();
    await barOf(ben).getByRole('timer').waitFor();
    const after = await secondsLeft(ben);
    expect({
      heard: heard.filter((words) => !/connect|joined|is here/i.test(words)),
      after: after > 50,
    }).toEqual({
      heard: ['Quick round. Talk about what is on the wall.', 'Ten seconds left.', 'Time’s up.'],
      after: true,
    });
    for (const person of [ada, ben]) await person.window.close();
  });
});

describe('a plan', () => {
  it('is made, changed and put in order by keys and by hand; what is deleted comes back; everybody has the same', async () => {
    const created = await createBoard(server.url, 'Plan');
    const ada = await comes(server.url, created, ['Ada', 'facilitator']);
    const fay = await comes(server.url, created, ['Fay', 'facilitator']);
    const panel = panelOf(ada);
    const stepsOf = async (person: BrowserPerson) =>
      (await panelOf(person).getByRole('list').first().getByRole('listitem').allInnerTexts()).map((text) =>
        text.replaceAll('\n', ' '),
      );
    await ada.press('s');
    await addsSteps(ada, ['Silent writing', 'Group the ideas', 'Vote']);
    await panel.getByRole('button', { name: /\. Vote .*min/ }).click();
    await panel.getByLabel('Title').fill('Choose three');
    await panel.getByLabel('Minutes').fill('soon');
    await panel.getByText('A number of minutes, such as 5 or 2:30').waitFor();
    await panel.getByLabel('Minutes').fill('');
    await panel.getByLabel('How to vote').selectOption('approval');
    await keepPictures([ada], 'editor');
    const found = await flaws(ada.page, 'editor');
    await panel.getByRole('button', { name: /\. Choose three / }).click();

    await panel.getByRole('button', { name: 'Move “Choose three”' }).press('ArrowUp');
    await panel.getByText('“Choose three” is step 2 now.').waitFor();
    const handle = panel.getByRole('button', { name: 'Move “Group the ideas”' });
    const target = await panel.getByRole('listitem').first().boundingBox();
    await handle.hover();
    await ada.page.mouse.down();
    await ada.page.mouse.move((target?.x ?? 0) + 12, (target?.y ?? 0) + 6, { steps: 8 });
    await ada.page.mouse.up();
    await fay.press('s');
    await panelOf(fay).getByText('no timer').waitFor();
    await panelOf(fay).locator('li:first-child').getByText('Group the ideas').waitFor();
    const ordered = await stepsOf(fay);

    await panel.getByRole('button', { name: /\. Silent writing .*min/ }).click();
    await panel.getByRole('button', { name: 'Delete' }).click();
    await panelOf(fay)
      .getByRole('listitem')
      .filter({ hasText: 'Silent writing' })
      .waitFor({ state: 'detached' });
    await ada.page.getByLabel('Messages').getByRole('button', { name: 'Undo' }).click();
    await panelOf(fay).getByRole('listitem').filter({ hasText: 'Silent writing' }).waitFor();
    expect({ found, ordered, undone: await stepsOf(fay) }).toEqual({
      found: [],
      ordered: ['1. Group the ideas 10 min · next', '2. Silent writing 5 min', '3. Choose three no timer'],
      undone: ['1. Group the ideas 10 min · next', '2. Silent writing 5 min', '3. Choose three no timer'],
    });
    for (const person of [ada, fay]) await person.window.close();
  });

  it('is kept to what was promised: few authors are asked about, and names do not come back while a step runs', async () => {
    const created = await createBoard(server.url, 'Promises');
    const ada = await comes(server.url, created, ['Ada', 'facilitator']);
    const panel = panelOf(ada);
    await ada.press('s');
    await panel.getByRole('button', { name: '5 min silent writing' }).click();
    await panel.getByRole('button', { name: 'Reveal', exact: true }).click();
    const question = ada.page.getByRole('dialog', { name: 'Reveal with so few people?' });
    await question.waitFor();
    await keepPictures([ada], 'few');
    const found = await flaws(ada.page, 'few');
    await question.getByRole('button', { name: 'Reveal anyway' }).click();
    await ada.page.getByText('That did not work. Nobody has written anything yet.').waitFor();
    await panel.getByRole('switch', { name: 'Without names' }).click();
    await panel.getByText('This cannot be switched off while a step runs').waitFor();
    await panel.getByRole('switch', { name: 'Without names' }).click();
    await ada.page.getByText(/^That did not work\. Ideas were written under the promise/).waitFor();
    expect({ found, isOn: await panel.getByRole('switch', { name: 'Without names' }).isChecked() }).toEqual({
      found: [],
      isOn: true,
    });
    await ada.window.close();
  });
});

describe('the wheel', () => {
  it('is offered when nobody who steers is here, taken in trust, and taken back by whoever comes back', async () => {
    // A server of our own, on whose clock minutes can pass.
    const own = await aServer({ HOST: '127.0.0.1' }, { clientFolder: clientBuild });
    await own.http.listen({ host: '127.0.0.1', port: 0 });
    const url = `http://127.0.0.1:${(own.http.server.address() as AddressInfo).port}`;
    const created = await createBoard(url, 'Alone');
    const ada = await comes(url, created, ['Ada', 'facilitator']);
    const ben = await comes(url, created, ['Ben', 'editor']);
    await ada.press('s');
    await addsSteps(ada, ['Write together', 'Talk it over']);
    await panelOf(ada).getByRole('button', { name: 'Start: Write together' }).click();
    await everybodyReads([ben], 'Write together');
    const cookies = await ada.window.context.cookies();
    await ada.window.close();
    await everybodyReads([ben], /^Nobody who steers is here\. If they stay away/);

    const cho = await comes(url, created, ['Cho', 'editor'], phone);
    await press(cho, 'Take the wheel');
    await cho.page.getByText('Somebody who steers was here a moment ago.').waitFor();
    // In small steps: the sockets are asked for a sign of life on that clock, and answer in real time.
    for (let passed = 0; passed < 190_000; passed += 10_000) {
      await own.time.pass(10_000);
      await Promise.all(
        [ben, cho].map(({ page }) => page.evaluate(() => fetch('/healthz').then(({ ok }) => ok))),
      );
    }
    const dee = await comes(url, created, ['Dee', 'editor']);
    await press(dee, 'Take the wheel');
    await everybodyReads([dee], 'You steer until a facilitator is back.');
    await keepPictures([ben, cho, dee], 'wheel');
    await press(dee, 'Next: Talk it over');
    await everybodyReads([ben], 'Talk it over');

    const back = await BrowserPerson.opens(browser, url, 'Ada');
    await back.window.context.addCookies(cookies);
    await back.page.goto(`/b/${created.board.id}?inspect`);
    await back.isIn();
    await everybodyReads([back], 'Dee steers in trust.');
    await press(back, 'Take it back');
    await barOf(dee).getByText('You steer until a facilitator is back.').waitFor({ state: 'detached' });
    expect([
      await barOf(dee).getByRole('button', { name: 'End the session' }).count(),
      await barOf(back).getByRole('button', { name: 'End the session' }).count(),
    ]).toEqual([0, 1]);
    for (const person of [ben, cho, dee, back]) await person.window.close();
    await own.close();
  });
});
