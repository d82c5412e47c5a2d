// Private ideas come to the wall once, all of them, in one form, in an order that says nothing, with a name only where that
// was promised; and before that nothing of them reaches anybody but a number, when it cannot tell on one of them.

import { describe, expect, it } from 'vitest';
import { WritePath } from '../../../server/writePath.ts';
import { limits } from '../../../shared/board/limits.ts';
import { readItems } from '../../../shared/board/reader.ts';
import { neutralText } from '../../../shared/features/session/drafts.ts';
import type { SimMember } from '../../support/simMember.ts';
import { SimSession, type SimSessionOptions } from '../../support/simSession.ts';

const names = ['ada', 'ben', 'cy', 'dan'] as const;

async function aSession(options: SimSessionOptions = {}) {
  const world = new SimSession(options);
  await world.start();
  const fay = await world.join('fay', 'facilitator');
  const people: SimMember[] = [];
  for (const name of names) people.push(await world.join(name));
  return { world, fay, people };
}

/** A silent phase in which everybody of the four has written two ideas. */
async function written(options: SimSessionOptions = {}, phase: { anonymous?: boolean } = {}) {
  const session = await aSession(options);
  await session.world.does(session.fay, 'phase.set', { kind: 'silent', ...phase });
  for (const person of session.people)
    for (const n of [1, 2]) person.idea(`${person.id} ${n}`, { nameless: phase.anonymous ?? false });
  await session.world.time.pass(500);
  return session;
}

const everything = names.flatMap((name) => [`${name} 1`, `${name} 2`]).sort();

function left(people: readonly SimMember[]): string[] {
  return people.flatMap(({ ideas }) => ideas);
}

describe('a reveal', () => {
  it('happens exactly once, whenever the server dies, and is answered', async () => {
    const endings = new Set<string>();
    for (let seed = 1; seed <= 3; seed++) {
      for (let diesAfterMs = 0; diesAfterMs <= 14; diesAfterMs++) {
        const { world, fay, people } = await written({ seed, disk: { latencyMs: [3, 3] } });
        const id = fay.ask('reveal', {});
        await world.time.pass(diesAfterMs);
        endings.add(world.wall().length === 0 ? 'before' : 'after');
        await world.restart();
        await world.time.pass(2_000);
        const { reveals } = world.state();
        expect([
          seed,
          diesAfterMs,
          world.wall().sort(),
          left(people),
          reveals.map(({ ideas }) => ideas),
          fay.answers.get(id)?.data,
        ]).toEqual([seed, diesAfterMs, everything, [], [8], { ideas: 8 }]);
      }
    }
    expect([...endings].sort()).toEqual(['after', 'before']);
  });

  it('that the disk has no room for changes nothing, and works when there is room', async () => {
    const { world, fay, people } = await written();
    world.disk.isFull = true;
    const refused = await world.does(fay, 'reveal', {});
    const after = [world.wall(), left(people).sort(), world.state().reveals];
    world.disk.isFull = false;
    await world.time.pass(6_000);
    const { ok } = await world.does(fay, 'reveal', {});
    expect([refused.code, after, ok, world.wall().sort(), left(people)]).toEqual([
      'disk-full',
      [[], everything, []],
      true,
      everything,
      [],
    ]);
  });

  it('that shares a batch with a change that breaks the wall is taken back whole', async () => {
    const { world, fay, people } = await written();
    const room = await world.room();
    const canvas = await world.until(room.docs.open('canvas'));
    const apply = canvas.applySlice.bind(canvas);
    canvas.applySlice = () => {
      canvas.applySlice = apply;
      throw new TypeError('Yjs stumbled');
    };
    // Both at the same moment, so that they wait for the same batch.
    const lastBatch = WritePath.prototype as unknown as { isTooSoon(): boolean };
    const isTooSoon = lastBatch.isTooSoon;
    let holds = true;
    lastBatch.isTooSoon = function (this: unknown) {
      return holds || isTooSoon.call(this);
    };
    const id = fay.ask('reveal', {});
    await world.time.pass(5);
    people[0]?.lines.canvas.doc.getMap('items').set('x', 1);
    await world.time.pass(5);
    holds = false;
    await world.does(fay, 'me.hand', { up: true });
    lastBatch.isTooSoon = isTooSoon;
    await world.time.pass(100);
    expect([fay.answers.get(id)?.ok, world.wall(), left(people).sort(), world.state().reveals]).toEqual([
      false,
      [],
      everything,
      [],
    ]);
  });

  it('brings notes that differ from one another in nothing but text and place', async () => {
    const { world, fay, people } = await written();
    const [ada, ben] = people;
    const draft = ben?.lines.personal.doc.getMap('drafts').values().next().value as {
      set(key: string, value: unknown): void;
    };
    // What a crafted client puts beside its text: a colour, a size, a place of its own.
    for (const [key, value] of [
      ['c', 'pink'],
      ['s', [300, 40]],
      ['p', [77, 5]],
    ])
      draft.set(key as string, value);
    ada?.idea('  Gru\u0308\u00dfe\r\naus\u2028Ko\u0308ln\ufeff \n');
    await world.time.pass(200);
    await world.does(fay, 'reveal', {});
    const items = [...readItems(world.docOf('board/canvas')).values()];
    const looks = new Set(
      items.map(({ kind, w, h, colour, locked, parent }) =>
        JSON.stringify([kind, w, h, colour, locked, parent]),
      ),
    );
    const places = new Set(items.map(({ x, y }) => `${x} ${y}`));
    const keys = new Set(
      [...world.docOf('board/canvas').getMap('items').values()].map((item) =>
        [...(item as { keys(): Iterable<string> }).keys()].sort().join(' '),
      ),
    );
    const umlaut = items.find(({ text }) => text.startsWith('Gr'))?.text;
    expect([looks.size, places.size, keys.size, umlaut]).toEqual([1, 9, 1, 'Grüße\naus\nKöln']);
  });

  it('has every order as likely as any other', async () => {
    const firsts = new Map<string, number>();
    for (let seed = 1; seed <= 60; seed++) {
      const { world, fay } = await written({ seed });
      await world.does(fay, 'reveal', {});
      const inOrder = [...readItems(world.docOf('board/canvas')).values()].sort(
        (a, b) => a.y - b.y || a.x - b.x,
      );
      const who = inOrder[0]?.text.split(' ')[0] ?? '';
      firsts.set(who, (firsts.get(who) ?? 0) + 1);
    }
    // Fifteen each are expected; a quarter as many would come up once in a thousand tries.
    expect(names.map((name) => (firsts.get(name) ?? 0) > 4)).toEqual([true, true, true, true]);
  });

  it('is the server’s doing: no client id of a person is in a note of theirs', async () => {
    const { world, fay } = await written({}, { anonymous: true });
    await world.does(fay, 'reveal', {});
    const { bindings } = await world.disk.peek().load('board/canvas');
    const ids = [...world.docOf('board/canvas').store.clients.keys()];
    expect(new Set(ids.map((id) => bindings.get(id)))).toEqual(new Set(['server']));
  });

  it('waits for a confirmation below three authors, tells everybody then, and tells nothing before', async () => {
    const { world, fay, people } = await aSession();
    const [ada, ben] = people;
    await world.does(fay, 'phase.set', { kind: 'silent' });
    const codes: unknown[] = [(await world.does(fay, 'reveal', {})).code];
    ada?.idea('one');
    ben?.idea('two');
    await world.time.pass(100);
    codes.push((await world.does(fay, 'reveal', {})).code);
    codes.push((await world.does(fay, 'reveal', { confirm: true })).data);
    codes.push((await world.does(fay, 'reveal', { confirm: true })).code);
    const told = people.map(({ state }) => state.reveals.map(({ few }) => few));
    expect([codes, told]).toEqual([
      ['few-authors', 'few-authors', { ideas: 2 }, 'nothing-to-reveal'],
      [[true], [true], [true], [true]],
    ]);
  });

  it('is refused by a full board, and nothing of it happens', async () => {
    const { world, fay, people } = await written();
    const { itemsMax } = limits;
    Object.assign(limits, { itemsMax: 7 });
    const { code } = await world.does(fay, 'reveal', {});
    Object.assign(limits, { itemsMax });
    expect([code, left(people).sort(), world.state().reveals]).toEqual(['board-full', everything, []]);
  });

  it('leaves empty ideas and what comes later to their owners', async () => {
    const { world, fay, people } = await written();
    const [ada, ben] = people;
    ada?.idea(' \n ');
    ben?.lines.personal.drop();
    ben?.idea('written while away');
    await world.does(fay, 'reveal', {});
    await world.time.pass(1_000);
    expect([world.wall().sort(), ada?.ideas, ben?.ideas]).toEqual([
      everything,
      [' \n '],
      ['written while away'],
    ]);
  });
});

describe('a name', () => {
  it('stands at each note of an open reveal, but not where the idea was written under a promise', async () => {
    const { world, fay, people } = await aSession();
    const [ada, ben, cy] = people;
    await world.does(fay, 'phase.set', { kind: 'silent' });
    ada?.idea('from ada');
    ben?.idea('from ben');
    cy?.idea('held from an earlier round', { nameless: true });
    await world.time.pass(100);
    await world.does(fay, 'reveal', {});
    expect(world.authors()).toEqual({ 'from ada': 'ada', 'from ben': 'ben' });
  });

  it('stands nowhere after an anonymous reveal: not with the notes, not in an export, not in anybody’s copy', async () => {
    const { world, fay, people } = await written({}, { anonymous: true });
    // As a script writes it, without the mark of the promise: the promise was made all the same.
    people[0]?.idea('unmarked');
    await world.time.pass(100);
    await world.does(fay, 'reveal', {});
    const room = await world.room();
    const { text } = await world.until(
      world.transfer.export(room, 'board.json', { language: 'en', timeZone: 'UTC' }),
    );
    const authors = people.map(({ lines }) => lines.session.doc.getMap('authors').size);
    const inFile = (JSON.parse(Buffer.from(text).toString()) as { items: { author: unknown }[] }).items.map(
      ({ author }) => author,
    );
    expect([world.authors(), authors, new Set(inFile)]).toEqual([{}, [0, 0, 0, 0], new Set([null])]);
  });

  it('is kept from what is written on the wall itself while the board is anonymous', async () => {
    const { world, fay, people } = await aSession();
    people[0]?.note('before');
    await world.time.pass(100);
    await world.does(fay, 'session.set', { anonymous: true });
    people[0]?.note('meanwhile');
    await world.time.pass(100);
    expect(world.authors()).toEqual({ before: 'ada' });
  });
});

describe('the number of ideas', () => {
  it('is told from four people on, on the tick, and never more often', async () => {
    const { world, fay, people } = await aSession();
    const [ada, ben, cy, dan] = people as [SimMember, SimMember, SimMember, SimMember];
    const ticks: [number, unknown][] = [];
    let last: unknown = null;
    world.onCommit = () => {
      const { ideas } = world.state();
      if (ideas !== last) ticks.push([world.time.now(), ideas]);
      last = ideas;
    };
    await world.does(fay, 'phase.set', { kind: 'silent' });
    for (let i = 0; i < 120; i++) {
      [ada, ben, cy, dan][i % 4]?.idea(`idea ${i}`);
      await world.time.pass(150);
    }
    const gaps = ticks.slice(1).map(([at], i) => at - (ticks[i]?.[0] ?? 0));
    // Four are left and the number stays; then three, and it goes.
    fay.leave();
    await world.time.pass(11_000);
    const withFour = world.state().ideas;
    dan.leave();
    await world.time.pass(11_000);
    expect([ticks.length > 2, gaps.every((gap) => gap > 4_900), withFour, world.state().ideas]).toEqual([
      true,
      true,
      120,
      null,
    ]);
  });
});

describe('one form for every text', () => {
  it('is the same when it is made twice, and not longer than a note may be', () => {
    const texts = [
      'plain',
      '  a\tb \r\n c\u0085d\u0000 ',
      'e\u0301\u0323',
      '\u0958'.repeat(limits.textCharsMax),
      `${'x'.repeat(limits.textCharsMax - 1)}🌻`,
      '\ud83c',
      '👩‍👩‍👧 family',
    ];
    const once = texts.map(neutralText);
    expect([
      once.map(neutralText).every((text, i) => text === once[i]),
      once.every((text) => text.length <= limits.textCharsMax && text === text.normalize('NFC')),
      once[6],
    ]).toEqual([true, true, '👩‍👩‍👧 family']);
  });
});
