// Whoever tries to count for more than one vote, later than allowed, or without having one, changes nothing.

import { describe, expect, it } from 'vitest';
import { totals, VotingWorld } from '../../../support/votingWorld.ts';

async function aRoom() {
  const world = new VotingWorld();
  await world.notes('a', 'b', 'c');
  await world.joins('fay', 'facilitator');
  const ann = await world.joins('ann');
  const ben = await world.joins('ben', 'commenter');
  return { world, ann, ben };
}

describe('nobody counts for more', () => {
  it('by stuffing slots, odd keys, options that are none, or another ballot’s keys', async () => {
    const { world, ann, ben } = await aRoom();
    const ballot = await world.open('fay', { votes: 2, maxPerOption: 1 });
    const stuffed = Object.fromEntries(Array.from({ length: 60 }, (_, slot) => [`${ballot}/${slot}`, 'a']));
    await world.votes(ann, { ...stuffed, [`${ballot}/01`]: 'b', [`${ballot}/-1`]: 'c', 'other/0': 'a' });
    await world.dots(ben, ballot, ['nobody', 'b']);
    await world.ask('fay', 'ballot.close', { ballot });
    const result = await world.result(ballot);
    expect([totals(result), result?.voted]).toEqual([{ a: 1, b: 1, c: 0 }, 2]);
  });

  it('with two devices: both fill the same slots, also when one of them comes back late', async () => {
    const { world, ann } = await aRoom();
    const phone = await world.device('ann');
    const ballot = await world.open('fay', { votes: 2, maxPerOption: 2 });
    world.leave(phone);
    await world.dots(phone, ballot, ['b', 'b']);
    await world.dots(ann, ballot, ['a', 'a']);
    await world.connect(phone);
    await world.ask('fay', 'ballot.close', { ballot });
    const result = await world.result(ballot);
    const sum = Object.values(totals(result) ?? {}).reduce((all, count) => all + count, 0);
    expect([sum, result?.voted]).toEqual([2, 1]);
  });

  it('after it was closed: late votes change nothing, and are taken out as well', async () => {
    const { world, ann, ben } = await aRoom();
    const ballot = await world.open('fay');
    await world.dots(ann, ballot, ['a']);
    world.leave(ben);
    await world.dots(ben, ballot, ['b', 'c']);
    await world.ask('fay', 'ballot.close', { ballot });
    const closed = totals(await world.result(ballot));
    await world.dots(ann, ballot, ['c', 'b']);
    await world.connect(ben);
    const arrived = await world.left('ben');
    await world.time.pass(11_000);
    expect([
      closed,
      totals(await world.result(ballot)),
      Object.keys(arrived).length,
      await world.left('ben'),
      await world.left('ann'),
    ]).toEqual([{ a: 1, b: 0, c: 0 }, { a: 1, b: 0, c: 0 }, 2, {}, {}]);
  });
});

describe('nobody votes who may not', () => {
  it('because they came later, are neutral, or were removed before it was counted', async () => {
    const { world, ann, ben } = await aRoom();
    const nia = await world.joins('nia', 'facilitator', { neutral: true });
    const others = [await world.joins('cyd'), await world.joins('dan')];
    const ballot = await world.open('fay');
    const eve = await world.joins('eve');
    for (const device of [ann, ben, nia, eve, ...others]) await world.dots(device, ballot, ['a']);
    await world.person('ben', 'commenter', { removed: true });
    const [open] = await world.ballots();
    await world.ask('fay', 'ballot.close', { ballot });
    const result = await world.result(ballot);
    await world.time.pass(200);
    expect([
      open?.voters?.toSorted(),
      totals(result),
      [result?.voted, result?.eligible],
      // The removed and the late leave nothing behind either.
      [await world.left('ben'), await world.left('eve')],
    ]).toEqual([['ann', 'ben', 'cyd', 'dan', 'fay'], { a: 3, b: 0, c: 0 }, [3, 4], [{}, {}]]);
  });

  it('and may when it is for whoever comes before it closes', async () => {
    const { world, ann } = await aRoom();
    const ballot = await world.open('fay', { who: 'link' });
    const eve = await world.joins('eve');
    const vic = await world.joins('vic', 'viewer');
    for (const device of [ann, eve, vic]) await world.dots(device, ballot, ['b']);
    await world.ask('fay', 'ballot.close', { ballot });
    const result = await world.result(ballot);
    expect([totals(result), result?.voted, result?.eligible]).toEqual([{ a: 0, b: 2, c: 0 }, 2, 4]);
  });
});

describe('whoever leads learns no single vote', () => {
  it('by taking the others’ away before the count: then it is told how many voted, and nothing else', async () => {
    const { world, ann, ben } = await aRoom();
    const cyd = await world.joins('cyd');
    const both = [await world.open('fay', { who: 'link' }), await world.open('fay')];
    for (const ballot of both) for (const device of [ann, ben, cyd]) await world.dots(device, ballot, ['b']);
    await world.person('ben', 'commenter', { removed: true });
    await world.person('cyd', 'viewer');
    for (const ballot of both) await world.ask('fay', 'ballot.close', { ballot });
    const results = await Promise.all(both.map((ballot) => world.result(ballot)));
    expect(
      results.map((result) => [
        totals(result),
        result?.voters.size,
        result?.voted,
        result?.isWithheld,
        result?.quorum,
      ]),
    ).toEqual([
      [{ a: 0, b: 0, c: 0 }, 3, 1, true, 3],
      [{ a: 0, b: 0, c: 0 }, 3, 1, true, 3],
    ]);
  });

  it('and nobody spoils the result of two who have no more to hide than before: others had not voted, or never could', async () => {
    const { world, ann, ben } = await aRoom();
    const vic = await world.joins('vic', 'viewer');
    const ned = await world.joins('ned', 'facilitator', { neutral: true });
    await world.joins('cyd');
    const ballot = await world.open('fay', { who: 'link' });
    for (const device of [ann, ben, vic, ned]) await world.dots(device, ballot, ['b']);
    await world.person('cyd', 'editor', { removed: true });
    await world.ask('fay', 'ballot.close', { ballot });
    const result = await world.result(ballot);
    expect([totals(result), result?.voted, result?.isWithheld]).toEqual([{ a: 0, b: 2, c: 0 }, 2, false]);
  });
});

describe('the commands', () => {
  it('are for those who steer, fix options that exist, and never open again what was closed', async () => {
    const { world } = await aRoom();
    const open = { options: 'notes', method: 'dots' };
    const code = async (who: string, name: string, args: Record<string, unknown>) => {
      const answer = await world.ask(who, name, args);
      return answer.ok ? 'ok' : answer.code;
    };
    const ballot = await world.open('fay');
    const codes = [
      await code('ann', 'ballot.open', open),
      await code('ann', 'ballot.close', { ballot }),
      await code('fay', 'ballot.open', open),
      await code('fay', 'ballot.open', { ...open, who: 'link', options: ['a', 'nothing'] }),
      await code('fay', 'ballot.open', { ...open, who: 'link', options: ['a', 'a'] }),
      await code('fay', 'ballot.open', { ...open, who: 'link', options: 'clusters' }),
      await code('fay', 'ballot.open', { ...open, who: 'link', votes: 0 }),
      await code('fay', 'ballot.open', { ...open, who: 'link', closesAt: 5 }),
      await code('fay', 'ballot.open', { ...open, who: 'link', eligible: ['ann'] }),
      await code('fay', 'ballot.close', { ballot: 'no-such' }),
      await code('fay', 'ballot.close', { ballot }),
      await code('fay', 'ballot.close', { ballot }),
      await code('fay', 'ballot.reopen', { ballot }),
    ];
    expect(codes).toEqual([
      'forbidden',
      'forbidden',
      'ballot-open',
      'no-such-item',
      'few-options',
      'few-options',
      'bad-request',
      'bad-time',
      'bad-request',
      'not-found',
      'ok',
      'ballot-closed',
      'unknown-command',
    ]);
  });
});
