// Totals that are shown while people vote never tell what one of them did, nor what one of two did to the other: each differs
// from the totals before it by the votes of at least three people, whatever dies in between.

import { describe, expect, it } from 'vitest';
import { methods } from '../../../../shared/features/voting/ballot.ts';
import { pick } from '../../../support/randomEdits.ts';
import { type Device, totals, VotingWorld } from '../../../support/votingWorld.ts';

const tick = 5_100;

async function aRoom(people: readonly string[], args: Record<string, unknown> = {}, seed = 1) {
  const world = new VotingWorld(seed);
  await world.notes('a', 'b');
  await world.joins('fay', 'facilitator');
  const devices = [];
  for (const who of people) devices.push(await world.joins(who));
  const ballot = await world.open('fay', { show: 'live', ...args });
  return { world, devices, ballot };
}

async function dies(world: VotingWorld, devices: readonly Device[]) {
  world.crash();
  for (const device of devices) await world.connect(device);
}

describe('live totals', () => {
  it('come when at least three people voted otherwise than was shown, also after a restart', async () => {
    const { world, devices, ballot } = await aRoom(['ann', 'ben', 'cyd']);
    const [ann, ben, cyd] = devices as [Device, Device, Device];
    const seen: unknown[] = [];
    const look = async () => {
      await world.time.pass(tick);
      seen.push(totals(await world.result(ballot)));
    };
    await world.dots(ann, ballot, ['a']);
    await look();
    await world.dots(ben, ballot, ['b']);
    await look();
    await world.dots(cyd, ballot, ['a']);
    await look();
    await world.dots(ann, ballot, ['b']);
    await world.dots(ben, ballot, ['a']);
    await look();
    await dies(world, devices);
    await look();
    await world.dots(cyd, ballot, ['b']);
    await look();
    expect(seen).toEqual([null, null, { a: 2, b: 1 }, { a: 2, b: 1 }, { a: 2, b: 1 }, { a: 1, b: 2 }]);
  });

  it('are not told apart by a restart: whoever is back at what was shown has not changed', async () => {
    const { world, devices, ballot } = await aRoom(['ann', 'ben', 'cyd', 'dan']);
    const [ann, ben, cyd, dan] = devices as [Device, Device, Device, Device];
    for (const device of devices) await world.dots(device, ballot, ['a']);
    await world.time.pass(tick);
    const shown = totals(await world.result(ballot));
    // Two change their minds, the server dies, both go back; then one votes otherwise.
    for (const device of [ann, ben]) await world.dots(device, ballot, ['b']);
    await dies(world, devices);
    await world.time.pass(tick);
    for (const device of [ann, ben]) await world.dots(device, ballot, ['a']);
    await world.dots(cyd, ballot, ['b']);
    await world.time.pass(tick);
    const back = totals(await world.result(ballot));
    for (const device of [ann, dan]) await world.dots(device, ballot, ['b']);
    await world.time.pass(tick);
    expect([shown, back, totals(await world.result(ballot))]).toEqual([
      { a: 4, b: 0 },
      { a: 4, b: 0 },
      { a: 1, b: 3 },
    ]);
  });

  it('are never of one or two: neither when the others take back, nor when whoever leads takes their votes away', async () => {
    const { world, devices, ballot } = await aRoom(['ann', 'ben', 'cyd', 'dan'], { who: 'link' });
    const [ann, ben, cyd, dan] = devices as [Device, Device, Device, Device];
    for (const device of devices) await world.dots(device, ballot, ['a']);
    const seen: unknown[] = [];
    const look = async () => {
      await world.time.pass(tick);
      seen.push(totals(await world.result(ballot)));
    };
    await look();
    // Three who lose their vote for a moment would leave the one of ann standing alone.
    for (const who of ['ben', 'cyd', 'dan']) await world.person(who, 'viewer');
    await look();
    for (const who of ['ben', 'cyd', 'dan']) await world.person(who, 'editor');
    await look();
    await world.dots(ann, ballot, ['b']);
    for (const device of [ben, cyd, dan]) await world.votes(device, { [`${ballot}/0`]: null });
    await look();
    for (const device of [ben, cyd]) await world.dots(device, ballot, ['b']);
    await look();
    expect(seen).toEqual([
      { a: 4, b: 0 },
      { a: 4, b: 0 },
      { a: 4, b: 0 },
      { a: 4, b: 0 },
      { a: 0, b: 3 },
    ]);
  });

  it('leave nothing behind of what was shown when the ballot is over', async () => {
    const { world, devices, ballot } = await aRoom(['ann', 'ben', 'cyd']);
    for (const device of devices) await world.dots(device, ballot, ['a']);
    await world.time.pass(tick);
    const during = Object.keys(await world.left('ann')).length;
    await world.ask('fay', 'ballot.close', { ballot });
    await world.time.pass(tick);
    const raw: string[] = [];
    for await (const record of world.disk.peek().readLog('board/personal/ann', 0))
      raw.push(Buffer.from(record.bytes).toString('latin1'));
    expect([during, await world.left('ann'), raw.filter((bytes) => bytes.includes(ballot))]).toEqual([
      2,
      {},
      [],
    ]);
  });
});

/** Something that counts in a ballot of this method, or nothing. */
function entriesOf(method: string, id: string, chance: () => number): Record<string, unknown> {
  const option = chance() < 0.5 ? 'a' : 'b';
  const other = option === 'a' ? 'b' : 'a';
  if (chance() < 0.15) return { [`${id}/0`]: null, [`${id}/1`]: null, [`${id}/a`]: null, [`${id}/b`]: null };
  if (method === 'dots') return { [`${id}/0`]: option };
  if (method === 'ranked') return { [`${id}/0`]: option, [`${id}/1`]: other };
  if (method === 'matrix') return { [`${id}/${option}`]: [chance() < 0.5 ? 0 : 1, 0.5] };
  return { [`${id}/${option}`]: 1, ...(chance() < 0.5 && { [`${id}/${other}`]: null }) };
}

/** How many people's votes each total differed by from the one before, as told by what lay on the disk each time. */
async function steps(seed: number): Promise<{ changed: number[]; spoilt: string[] }> {
  const method = methods[seed % methods.length] ?? 'dots';
  const people = ['ann', 'ben', 'cyd', 'dan', 'eve'].slice(0, 3 + (seed % 3));
  const { world, devices, ballot } = await aRoom(people, { method, who: 'link', votes: 4 }, seed);
  const { random } = world.env;
  const gone = new Set<string>();
  const changed: number[] = [];
  const spoilt: string[] = [];
  const votesNow = async () => {
    const texts = new Map<string, string>();
    for (const who of people) {
      const votes = Object.entries(await world.left(who)).filter(([key]) => !key.includes('~'));
      texts.set(who, gone.has(who) || votes.length === 0 ? '' : JSON.stringify(votes.sort()));
    }
    return texts;
  };
  let shown = { value: 'null', texts: new Map(people.map((who) => [who, ''])) };
  for (let round = 0; round < 14; round++) {
    for (let deed = Math.floor(random.next() * 4); deed > 0; deed--) {
      const device = pick(
        random,
        devices.filter(({ who }) => !gone.has(who)),
      );
      if (device)
        await world.votes(
          device,
          entriesOf(method, ballot, () => random.next()),
        );
      if (random.next() < 0.15)
        await dies(
          world,
          devices.filter(({ who }) => !gone.has(who)),
        );
    }
    if (round === 9 && people.length > 4) {
      gone.add('eve');
      await world.person('eve', 'editor', { removed: true });
    }
    const texts = await votesNow();
    await world.time.pass(tick);
    const value = JSON.stringify((await world.session()).getMap('results').get(ballot) ?? null);
    if (value === shown.value) continue;
    changed.push(people.filter((who) => texts.get(who) !== shown.texts.get(who)).length);
    if ((changed.at(-1) ?? 0) < 3) spoilt.push(`seed ${seed}, round ${round}: ${shown.value} → ${value}`);
    shown = { value, texts };
  }
  return { changed, spoilt };
}

describe('whatever people do, and whenever the server dies', () => {
  it('each total differs from the one before by at least three people', async () => {
    const all = [];
    for (let seed = 1; seed <= 12; seed++) all.push(await steps(seed));
    const totalsShown = all.flatMap(({ changed }) => changed).length;
    expect([all.flatMap(({ spoilt }) => spoilt), totalsShown > 12 ? 'many' : totalsShown]).toEqual([
      [],
      'many',
    ]);
  });
});
