// Ideas passed on in rounds: everybody who is here has a sheet, each step happens once whatever breaks, who comes and goes
// disturbs nobody, and all of it comes to the wall together.

import { describe, expect, it } from 'vitest';
import { sheetCharsMax, titleOf } from '../../../server/session/roundsPlan.ts';
import { RoundsWorld } from '../../support/roundsWorld.ts';

const three = ['ada', 'ben', 'cy'] as const;

/** Whether somebody has written on each sheet in no round twice. */
function isOneEach(world: RoundsWorld): boolean[] {
  return world.plan.sheets.map(({ ideas }) => new Set(ideas.map(({ round }) => round)).size === ideas.length);
}

describe('sheets in rounds', () => {
  it('are dealt empty, go round with what was written on them, and come to the wall as clusters', async () => {
    const world = await RoundsWorld.begun(three);
    const seen: unknown[] = [world.laidOut];
    for (let round = 1; round <= 3; round++) {
      await world.round();
      if (round < 3) await world.next();
    }
    const rows = Object.values(world.laidOut).map((sheet) => sheet?.map((row) => row.length));
    // What stands on a sheet is by three different people, one a round.
    const before = world.writers.flatMap(({ ideas }) => ideas).sort();
    const { data } = await world.does(world.fay, 'reveal', {});
    const clusters = Object.entries(world.clusters);
    expect([
      seen,
      rows,
      before,
      data,
      clusters.map(([title, notes]) => [title === notes[0], notes.map((note) => note.split(' ')[1])]),
      clusters.map(([, notes]) => new Set(notes.map((note) => note.split(' ')[0])).size),
      Object.entries(world.authors()).filter(([text, who]) => !text.startsWith(who)),
      Object.keys(world.authors()).length,
      world.writers.map(({ ideas, sheet }) => [ideas, sheet]),
      world.plan,
    ]).toEqual([
      [{ ada: [], ben: [], cy: [] }],
      [
        [1, 1],
        [1, 1],
        [1, 1],
      ],
      ['ada 3', 'ben 3', 'cy 3'],
      { ideas: 9 },
      Array(3).fill([true, ['1', '2', '3']]),
      [3, 3, 3],
      [],
      9,
      Array(3).fill([[], null]),
      { phase: null, ring: [], sheets: [] },
    ]);
  });

  it('go on exactly once, whenever the server dies, and whoever asked is answered', async () => {
    const endings = new Set<number>();
    for (let seed = 1; seed <= 2; seed++) {
      for (let diesAfterMs = 0; diesAfterMs <= 14; diesAfterMs++) {
        const world = await RoundsWorld.begun(three, {}, { seed, disk: { latencyMs: [3, 3] } });
        await world.round();
        const id = world.fay.ask('round.next', {});
        await world.time.pass(diesAfterMs);
        endings.add(world.here.number);
        await world.restart();
        await world.time.pass(2_000);
        expect([
          seed,
          diesAfterMs,
          world.here.number,
          world.onSheets,
          world.writers.flatMap(({ ideas }) => ideas),
          Object.values(world.laidOut).map((rows) => rows?.flat().length),
          world.fay.answers.get(id)?.data,
        ]).toEqual([seed, diesAfterMs, 2, ['ada 1', 'ben 1', 'cy 1'], [], [1, 1, 1], { round: 2 }]);
      }
    }
    expect([...endings].sort()).toEqual([1, 2]);
  });

  it('go on by themselves when the time of a round is up, once, also when the server dies then', async () => {
    for (let diesAfterMs = 0; diesAfterMs <= 30; diesAfterMs += 3) {
      const world = await RoundsWorld.begun(three, { minutes: 1 }, { disk: { latencyMs: [3, 3] } });
      await world.round();
      const { endsAt } = world.state().phase ?? {};
      await world.time.pass((endsAt ?? 0) - world.time.now() - 8 + diesAfterMs);
      await world.restart();
      await world.time.pass(8_000);
      const [second, left] = [world.here.number, (world.state().phase?.endsAt ?? 0) - world.time.now()];
      await world.round();
      await world.time.pass(58_000);
      const third = world.here.number;
      // There is no fourth: the last round ends with a reveal.
      await world.round();
      await world.time.pass(120_000);
      const after = [world.here.number, world.writers.map(({ ideas }) => ideas.length)];
      expect([second, left > 45_000 && left <= 60_000, third, after, world.onSheets]).toEqual([
        2,
        true,
        3,
        [3, [1, 1, 1]],
        ['ada 1', 'ada 2', 'ben 1', 'ben 2', 'cy 1', 'cy 2'],
      ]);
    }
  });

  it('wait for people: a round whose time is up in an empty room goes on when they are back', async () => {
    const world = await RoundsWorld.begun(three, { minutes: 1 });
    await world.round();
    for (const writer of world.writers) writer.leave();
    await world.time.pass(600_000);
    const alone = world.here.number;
    for (const writer of world.writers) {
      world.connect(writer);
      await world.time.pass(1_000);
    }
    await world.time.pass(8_000);
    expect([
      alone,
      world.here.number,
      Object.values(world.laidOut).map((rows) => rows?.flat().length),
    ]).toEqual([1, 2, [1, 1, 1]]);
  });
});

describe('round.next', () => {
  it('is heard once of two who say it at once, and asked again gives the same answer', async () => {
    const world = await RoundsWorld.begun(three);
    const gil = await world.join('gil', 'facilitator');
    const from = { phase: world.state().phase?.id, round: 1 };
    const ids = [world.fay.ask('round.next', from), gil.ask('round.next', from)];
    await world.time.pass(200);
    const answers = [world.fay.answers.get(ids[0] ?? ''), gil.answers.get(ids[1] ?? '')];
    expect([answers.map((answer) => answer?.code ?? answer?.data), world.here.number]).toEqual([
      [{ round: 2 }, 'moved-on'],
      2,
    ]);
  });

  it('is refused after the last round, without rounds, after a reveal, and to whoever does not steer', async () => {
    const world = await RoundsWorld.begun(three, { count: 2 });
    const codes = [(await world.does(world.writer('ada'), 'round.next', {})).code];
    await world.round();
    await world.next();
    codes.push((await world.next()).code);
    await world.does(world.fay, 'reveal', {});
    codes.push((await world.next()).code);
    await world.does(world.fay, 'phase.set', { kind: 'silent' });
    codes.push((await world.next()).code);
    expect(codes).toEqual(['forbidden', 'last-round', 'no-rounds', 'no-rounds']);
  });

  it('that the disk has no room for changes nothing, and works when there is room', async () => {
    const world = await RoundsWorld.begun(three);
    await world.round();
    world.disk.isFull = true;
    const { code } = await world.next();
    const after = [world.here.number, world.writers.flatMap(({ ideas }) => ideas).sort(), world.onSheets];
    world.disk.isFull = false;
    await world.time.pass(6_000);
    await world.next();
    expect([code, after, world.here.number, world.onSheets]).toEqual([
      'disk-full',
      [1, ['ada 1', 'ben 1', 'cy 1'], []],
      2,
      ['ada 1', 'ben 1', 'cy 1'],
    ]);
  });

  it('begins each round with its whole time, and nobody done with it', async () => {
    const world = await RoundsWorld.begun(three, { minutes: 2 });
    await world.does(world.writer('ada'), 'me.ready', { ready: true });
    await world.does(world.fay, 'phase.pause', {});
    const wasReady = world.state().ready.size;
    await world.next();
    const { phase, ready } = world.state();
    const left = (phase?.endsAt ?? 0) - world.time.now();
    expect([wasReady, ready.size, phase?.leftMs, left > 118_000 && left <= 120_000]).toEqual([
      1,
      0,
      null,
      true,
    ]);
  });
});

describe('people who come and go', () => {
  it('leave a sheet behind that others go on with, and find one when they are back', async () => {
    const world = await RoundsWorld.begun(three, { count: 4 });
    await world.round();
    const ben = world.writer('ben');
    ben.leave();
    await world.next();
    await world.round();
    const without = Object.values(world.laidOut).filter((rows) => rows !== null).length;
    await world.next();
    world.connect(ben);
    await world.time.pass(300);
    // Three sheets, three people: nobody has a new one.
    const back = [ben.sheet?.round, world.plan.sheets.length];
    await world.round();
    await world.next();
    expect([without, back, world.onSheets.length, isOneEach(world)]).toEqual([
      2,
      [3, 3],
      8,
      [true, true, true],
    ]);
  });

  it('get a sheet when they come late; a neutral facilitator and those who look on get none', async () => {
    const world = await RoundsWorld.begun(three);
    await world.round();
    await world.next();
    const dan = await world.join('dan');
    world.writers.push(dan);
    const eve = await world.join('eve', 'viewer');
    await world.time.pass(200);
    const late = dan.sheet;
    await world.round();
    await world.next();
    expect([
      [late?.round, late?.rows],
      [eve.sheet, world.fay.sheet],
      Object.values(world.laidOut).map((rows) => (rows?.flat().length ?? 0) > 0),
      world.plan.sheets.length,
    ]).toEqual([[2, []], [null, null], [true, true, true, true], 4]);
  });

  it('find their late ideas on the sheet on which they were written, and the longer version of one cut off', async () => {
    const world = await RoundsWorld.begun(three);
    const ada = world.writer('ada');
    await world.round();
    const [first] = ada.ideas.map((_, index) => [...ada.lines.personal.doc.getMap('drafts').keys()][index]);
    const sheet = ada.sheet?.id ?? '';
    ada.leave();
    ada.idea('ada 1 and on', { sheet, cutFrom: first ?? null });
    ada.idea('ada 1 late', { sheet });
    ada.idea('on a sheet that was never hers', { sheet: world.writer('ben').sheet?.id ?? '' });
    ada.idea('on none at all');
    await world.next();
    world.connect(ada);
    await world.time.pass(300);
    await world.next();
    const rows = world.plan.sheets
      .find(({ id }) => id === sheet)
      ?.ideas.slice(0, 2)
      .map(({ text }) => text);
    expect([rows, ada.ideas]).toEqual([
      ['ada 1 and on', 'ada 1 late'],
      ['on a sheet that was never hers', 'on none at all'],
    ]);
  });
});

describe('what was passed on', () => {
  it('is held when the phase is left, through another one of rounds, until a reveal brings it all', async () => {
    const world = await RoundsWorld.begun(three);
    await world.round();
    await world.next();
    await world.round();
    await world.does(world.fay, 'phase.end', {});
    await world.time.pass(6_000);
    const held = [world.notes, world.onSheets.length + world.writers.flatMap(({ ideas }) => ideas).length];
    await world.beginRounds({ count: 2 });
    const fresh = world.laidOut;
    await world.round();
    await world.does(world.fay, 'phase.set', { kind: 'discuss' });
    const { data } = await world.does(world.fay, 'reveal', {});
    const people = ['ada', 'ben', 'cy'];
    expect([held, fresh, data, world.notes, Object.keys(world.clusters).length]).toEqual([
      [[], 6],
      { ada: [], ben: [], cy: [] },
      { ideas: 9 },
      people.flatMap((name) => [`${name} 1`, `${name} 1`, `${name} 2`]),
      // Both rounds of the first phase on three sheets, three new ones; two of the same title stay two.
      3,
    ]);
  });

  it('counts for all together, wherever it lies', async () => {
    const world = await RoundsWorld.begun([...three, 'dan']);
    await world.round();
    await world.time.pass(6_000);
    const before = world.state().ideas;
    await world.next();
    await world.time.pass(6_000);
    expect([before, world.state().ideas]).toEqual([4, 4]);
  });

  it('keeps its promise: nameless stays nameless, sheet by sheet and idea by idea', async () => {
    const world = await RoundsWorld.begun(three);
    await world.round();
    world.writes('ada', 'in confidence', true);
    await world.time.pass(100);
    await world.next();
    await world.does(world.fay, 'reveal', {});
    expect(world.authors()).toEqual({ 'ada 1': 'ada', 'ben 1': 'ben', 'cy 1': 'cy' });
  });

  it('has no rows on the wall where a name was kept back: the row of an idea would tell who wrote it', async () => {
    const rowsOf = async (seed: number, promised: 'nobody' | 'one' | 'everybody') => {
      const world = await RoundsWorld.begun(three, { anonymous: promised === 'everybody' }, { seed });
      for (let round = 1; round <= 3; round++) {
        await world.round();
        if (promised === 'one') for (const name of three) world.writes(name, `${name} ${round}`, true);
        await world.time.pass(100);
        if (round < 3) await world.next();
      }
      await world.does(world.fay, 'reveal', {});
      return Object.entries(world.clusters).map(([title, notes]) => ({
        isTitle: title === notes[0],
        rows: notes.map((note) => note.split(' ')[1]).join(''),
      }));
    };
    const orders = { nobody: new Set<string>(), one: new Set<string>(), everybody: new Set<string>() };
    const titles = new Set<boolean>();
    for (const [promised, seeds] of [
      ['nobody', 2],
      ['one', 4],
      ['everybody', 8],
    ] as const)
      for (let seed = 1; seed <= seeds; seed++)
        for (const { isTitle, rows } of await rowsOf(seed, promised)) {
          titles.add(isTitle);
          orders[promised].add(rows);
        }
    expect([[...titles], [...orders.nobody], orders.one.size > 6, orders.everybody.size > 4]).toEqual([
      [true],
      ['123'],
      true,
      true,
    ]);
  });

  it('does not go round any more after a reveal; what is written then waits for the next one', async () => {
    const world = await RoundsWorld.begun(three, { minutes: 1 });
    await world.round();
    await world.does(world.fay, 'reveal', {});
    world.writer('ada').idea('too late');
    await world.time.pass(70_000);
    expect([world.here.number, world.writers.map(({ sheet }) => sheet), world.notes.length]).toEqual([
      1,
      [null, null, null],
      3,
    ]);
  });
});

describe('a sheet', () => {
  const idea = (text: string) => ({ id: 'd', owner: 'ada' as never, round: 1, text, nameless: false });
  const sheet = (...texts: string[]) => ({ id: 's', phase: 'p', holders: [], ideas: texts.map(idea) });

  it('is called by the beginning of its first idea', () => {
    const long = 'A long idea that goes on and on, over many words, until nobody listens any more';
    expect([titleOf(sheet()), titleOf(sheet('Sing\n\nloud', 'no')), titleOf(sheet(long))]).toEqual([
      '',
      'Sing loud',
      'A long idea that goes on and on, over many words, until…',
    ]);
  });

  it('takes no more than can be read: the rest stays with its writer', async () => {
    const world = await RoundsWorld.begun(['ada', 'ben']);
    for (let i = 0; i < 12; i++) world.writes('ada', 'x'.repeat(20_000));
    await world.time.pass(500);
    await world.next();
    const left = world.writer('ada').ideas.length;
    expect([left, world.onSheets.join('').length]).toEqual([2, sheetCharsMax]);
  });
});
