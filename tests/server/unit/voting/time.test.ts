// What happens by itself: a ballot ends with its phase or at its time, also when nobody is there and over a restart; how many
// have voted, and live totals, are told now and then and never after a single vote.

import { describe, expect, it } from 'vitest';
import { totals, VotingWorld } from '../../../support/votingWorld.ts';

const minute = 60_000;

async function aRoom(people: readonly string[] = ['ann', 'ben', 'cyd']) {
  const world = new VotingWorld();
  await world.notes('a', 'b');
  await world.joins('fay', 'facilitator');
  const devices = [];
  for (const who of people) devices.push(await world.joins(who));
  return { world, devices };
}

describe('a ballot with an end', () => {
  it('is counted at its time by the server’s clock, and a vote after that is late', async () => {
    const { world, devices } = await aRoom();
    const [ann, ben] = devices;
    if (!ann || !ben) throw new Error('nobody came');
    const closesAt = world.time.now() + 10 * minute;
    const ballot = await world.open('fay', { closesAt });
    await world.dots(ann, ballot, ['a']);
    await world.time.pass(closesAt - world.time.now() - 1);
    const before = await world.result(ballot);
    await world.time.pass(100);
    await world.dots(ben, ballot, ['b']);
    const after = await world.result(ballot);
    expect([before, totals(after), after?.closedAt]).toEqual([null, { a: 1, b: 0 }, closesAt]);
  });

  it('is over before anybody can write, when its time came while the server was down', async () => {
    const { world, devices } = await aRoom();
    const [ann, ben] = devices;
    if (!ann || !ben) throw new Error('nobody came');
    const closesAt = world.time.now() + 2 * 60 * minute;
    const ballot = await world.open('fay', { closesAt });
    const [opened] = await world.ballots();
    await world.dots(ann, ballot, ['a']);
    world.crash();
    await world.dots({ ...ben, isOnline: false }, ballot, ['b']);
    await world.time.pass(5 * 60 * minute);
    await world.connect(ben);
    const result = await world.result(ballot);
    expect([opened?.who, totals(result), result?.closedAt]).toEqual(['link', { a: 1, b: 0 }, closesAt]);
  });

  it('waits for votes cast without a network as long as it says, and counts them in one go', async () => {
    const { world, devices } = await aRoom();
    const [ann, ben, cyd] = devices;
    if (!ann || !ben || !cyd) throw new Error('nobody came');
    const closesAt = world.time.now() + 2 * 60 * minute;
    const ballot = await world.open('fay', { closesAt, graceHours: 1 });
    await world.dots(ann, ballot, ['a']);
    world.leave(ben);
    world.leave(cyd);
    await world.dots(ben, ballot, ['b']);
    await world.dots(cyd, ballot, ['b']);
    await world.time.pass(2 * 60 * minute + 30 * minute);
    const during = await world.result(ballot);
    await world.connect(ben);
    await world.time.pass(60 * minute);
    await world.connect(cyd);
    expect([during, totals(await world.result(ballot))]).toEqual([null, { a: 1, b: 1 }]);
  });
});

describe('a ballot opened in a step for voting', () => {
  const steps = [
    { id: 's1', kind: 'vote', title: 'Vote', ballot: { method: 'dots', options: 'notes', votes: 3 } },
    { id: 's2', kind: 'discuss', title: 'Talk' },
  ];

  it('is counted when the next step begins, also when the server died in between', async () => {
    for (const dies of [false, true]) {
      const { world, devices } = await aRoom();
      const [ann] = devices;
      if (!ann) throw new Error('nobody came');
      await world.ask('fay', 'agenda.set', { steps });
      await world.ask('fay', 'phase.next');
      const ballot = await world.open('fay', { practice: true });
      await world.dots(ann, ballot, ['b']);
      if (dies) {
        await world.begin('fay', 'phase.next', {}, 'next');
        // The phase is durable, the count is not.
        while ((await world.session()).getMap('phase').get('cur') === undefined) await world.time.pass(1);
        await world.time.pass(3);
        world.crash();
      }
      await world.ask('fay', 'phase.next', {}, 'next');
      await world.time.pass(200);
      const result = await world.result(ballot);
      expect([dies, totals(result), result?.practice]).toEqual([dies, { a: 0, b: 1 }, true]);
    }
  });

  it('stands by itself when it is for those who come later', async () => {
    const { world } = await aRoom();
    await world.ask('fay', 'agenda.set', { steps });
    await world.ask('fay', 'phase.next');
    await world.open('fay', { who: 'link' });
    await world.ask('fay', 'phase.next');
    await world.time.pass(6_000);
    expect((await world.ballots()).map(({ phase, closedAt }) => [phase, closedAt])).toEqual([[null, null]]);
  });
});

describe('while it is open', () => {
  it('everybody is told how many have voted, on a tick, and nothing else', async () => {
    const { world, devices } = await aRoom();
    const [ann, ben] = devices;
    if (!ann || !ben) throw new Error('nobody came');
    const ballot = await world.open('fay');
    const told = [await world.progress(ballot)];
    await world.dots(ann, ballot, ['a']);
    told.push(await world.progress(ballot));
    await world.time.pass(5_100);
    told.push(await world.progress(ballot));
    await world.votes(ann, { [`${ballot}/0`]: null });
    await world.dots(ben, ballot, ['a']);
    await world.person('cyd', 'editor', { removed: true });
    await world.time.pass(5_100);
    told.push(await world.progress(ballot));
    expect([told, await world.result(ballot)]).toEqual([
      [
        { voted: 0, eligible: 4 },
        { voted: 0, eligible: 4 },
        { voted: 1, eligible: 4 },
        { voted: 1, eligible: 3 },
      ],
      null,
    ]);
  });
});
