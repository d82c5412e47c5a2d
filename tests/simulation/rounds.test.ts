// Ideas passed on in rounds, told by chance: people write, vanish and come back, the server dies, rounds go on by themselves
// or by hand. Nobody is ever sent a word of a sheet they do not hold, and every idea comes to the wall once.

import { afterEach, describe, expect, it, vi } from 'vitest';
import { RoomRounds } from '../../server/session/roomRounds.ts';
import { deal, dealtIn, type Plan, readPlan, roundsOwner } from '../../server/session/roundsPlan.ts';
import { seededRandom } from '../../shared/lib/env.ts';
import { RoundsWorld } from '../support/roundsWorld.ts';

const names = ['ada', 'ben', 'cy', 'dan', 'eve'];
const mark = /zq\d{3}/g;

afterEach(() => vi.restoreAllMocks());

/** One story; what was wrong in it. */
async function story(seed: number): Promise<string[]> {
  const random = seededRandom(seed);
  const wrongs = new Set<string>();
  const world = await RoundsWorld.begun(
    names.slice(0, 3),
    { count: 4, minutes: 1 },
    { seed, network: { delayMsMin: 1, delayMsMax: 9, noticeMsMax: 40 }, disk: { latencyMs: [1, 6] } },
  );
  const written: string[] = [];
  const writerOf = new Map<string, string>();
  const sheetOf = new Map<string, string>();
  world.onSent = ({ to, kind, frame }) => {
    if (world.state().reveals.length > 0) return;
    const text = Buffer.from(frame).toString('latin1');
    // Who holds what stands in the plan, as the disk has it: it is there before anybody is told.
    const held = new Set(
      world.plan.sheets.flatMap(({ id, holders }) => (holders.some(({ who }) => who === to) ? [id] : [])),
    );
    for (const word of text.match(mark) ?? []) {
      const isTheirs = writerOf.get(word) === to || held.has(sheetOf.get(word) ?? '');
      if (kind !== 'personal' || !isTheirs) wrongs.add(`${to} was sent ${word} on ${kind}`);
    }
    if (kind === 'personal') return;
    if (world.plan.sheets.some(({ id }) => text.includes(id))) wrongs.add(`${kind} tells of a sheet`);
    if (text.includes(roundsOwner)) wrongs.add(`${kind} tells of the plan`);
  };
  const write = () => {
    const writer = world.writers[Math.floor(random.next() * world.writers.length)];
    const sheet = writer?.sheet ?? null;
    if (writer === undefined || sheet === null) return;
    const word = `zq${String(written.length).padStart(3, '0')}`;
    written.push(word);
    writerOf.set(word, writer.id);
    sheetOf.set(word, sheet.id);
    writer.idea(word, { sheet: sheet.id });
  };
  const happens: (() => unknown)[] = [
    ...Array<() => unknown>(10).fill(write),
    () => world.writers[Math.floor(random.next() * world.writers.length)]?.drop(),
    () => world.restart(),
    () => world.fay.ask('round.next', {}),
    () => world.time.pass(15_000),
    async () => {
      const name = names[world.writers.length];
      if (name !== undefined) world.writers.push(await world.join(name));
    },
  ];
  for (let step = 0; step < 60; step++) {
    await happens[Math.floor(random.next() * happens.length)]?.();
    await world.time.pass(Math.floor(random.next() * 60));
  }
  await world.time.pass(3_000);
  const { number } = world.here;
  const twice = world.onSheets.length !== new Set(world.onSheets).size;
  if (twice) wrongs.add('an idea stands on two sheets');
  await world.does(world.fay, 'reveal', { confirm: true });
  await world.time.pass(6_000);
  if (world.notes.join() !== [...written].sort().join()) wrongs.add('an idea is lost, or there twice');
  if (world.plan.sheets.length > 0) wrongs.add('the plan is still there');
  if ((await world.disk.peek().list(['erase'])).length > 0) wrongs.add('something is not erased');
  if (number < 1 || number > 4) wrongs.add(`there was a round ${number}`);
  for (const [text, who] of Object.entries(world.authors()))
    if (writerOf.get(text) !== who) wrongs.add('an idea has another name');
  const log = world.logLines.join();
  if (mark.test(log)) wrongs.add('the log tells of an idea');
  return [...wrongs, ...world.wrongs];
}

async function stories(from: number, to: number): Promise<string[]> {
  const complaints: string[] = [];
  for (let seed = from; seed <= to; seed++)
    complaints.push(...(await story(seed)).map((wrong) => `seed ${seed}: ${wrong}`));
  return complaints.slice(0, 5);
}

describe('sheets that go round', () => {
  it('are read by whoever holds them and nobody else, and lose nothing, whatever happens', async () => {
    expect(await stories(1, 20)).toEqual([]);
  });

  it('reach an onlooker by no crafted way: their document is nobody’s', async () => {
    const world = await RoundsWorld.begun(['ada', 'ben', 'cy']);
    await world.round();
    await world.next();
    const room = await world.room();
    const live = await world.until(room.docs.openPersonal(roundsOwner));
    const readers = [...room.connections].filter((connection) => connection.live === live);
    expect([
      readers.length,
      live.doc.getMap('sheet').size > 0,
      await world.until(world.participants.find('board' as never, roundsOwner)),
    ]).toEqual([0, true, null]);
  });
});

interface Inside {
  readonly room: { readonly changes: { changeSession(...args: unknown[]): unknown } };
}

describe('known-bad servers are caught', () => {
  it('that tells in the session who holds what', async () => {
    const prototype = RoomRounds.prototype as unknown as {
      keep(live: unknown, plan: unknown, before: unknown): unknown;
    };
    const keep = prototype.keep;
    vi.spyOn(prototype, 'keep').mockImplementation(function (this: typeof prototype, live, plan, before) {
      const { sheets } = plan as Plan;
      const { room } = this as unknown as Inside;
      void room.changes.changeSession(
        'server',
        (doc: { getMap(name: string): Map<string, unknown> }) =>
          void doc.getMap('counts').set('sheet', sheets[0]?.id ?? ''),
        [],
      );
      return keep.call(this, live, plan, before);
    });
    expect(await stories(1, 2)).toContainEqual(expect.stringMatching(/session tells of a sheet/));
  });

  it('that deals the same sheet to everybody', async () => {
    const prototype = RoomRounds.prototype as unknown as {
      passOn(docs: { personal: Map<string, unknown>; plan: { doc: never } }, phase: unknown): unknown[];
    };
    const passOn = prototype.passOn;
    vi.spyOn(prototype, 'passOn').mockImplementation(function (this: unknown, docs, phase) {
      const entries = passOn.call(this as never, docs, phase);
      const first = readPlan(docs.plan.doc).sheets[0];
      const all = [...docs.personal.values()] as unknown as {
        write(kind: string, by: string, how: (doc: never) => void): unknown[];
      }[];
      return [
        ...entries,
        ...all.flatMap((live) =>
          live.write('server', 'server', (doc) => {
            if (first !== undefined) deal(doc, dealtIn(first, 2));
          }),
        ),
      ];
    });
    expect(await stories(1, 3)).toContainEqual(expect.stringMatching(/was sent zq\d+ on personal/));
  });
});
