// Ballots that follow on others: a second round among the winners, the same asked again after a discussion; how many have to
// vote; reminders; and what is waited for after the time is up.

import { describe, expect, it } from 'vitest';
import { movementOf } from '../../../../shared/features/voting/movement.ts';
import { quorumReached, type Result, winners } from '../../../../shared/features/voting/result.ts';
import type { ItemId } from '../../../../shared/lib/ids.ts';
import { type Device, totals, VotingWorld } from '../../../support/votingWorld.ts';

const minute = 60_000;
const hour = 60 * minute;

async function aRoom() {
  const world = new VotingWorld();
  await world.hook();
  await world.notes('a', 'b', 'c', 'd');
  const fay = await world.joins('fay', 'facilitator');
  const [ann, ben, cyd] = [await world.joins('ann'), await world.joins('ben'), await world.joins('cyd')];
  return { world, fay, ann, ben, cyd };
}

/** A ballot from its opening to its result. */
async function held(
  world: VotingWorld,
  args: Record<string, unknown>,
  votes: readonly (readonly [Device, readonly string[]])[],
): Promise<{ ballot: string; result: Result }> {
  const answer = await world.ask('fay', 'ballot.open', args);
  if (!answer.ok) throw new Error(`not opened: ${answer.code}`);
  const { ballot } = answer.data as { ballot: string };
  for (const [device, options] of votes) await world.dots(device, ballot, options);
  await world.ask('fay', 'ballot.close', { ballot });
  const result = await world.result(ballot);
  if (result === null) throw new Error('not counted');
  return { ballot, result };
}

describe('a second round', () => {
  it('is among the first of the result, with all that are tied with the last of them', async () => {
    const { world, ann, ben, cyd } = await aRoom();
    const first = { options: 'notes', method: 'dots', votes: 2, title: 'What first?' };
    const { ballot } = await held(world, first, [
      [ann, ['a', 'b']],
      [ben, ['a', 'c']],
      [cyd, ['a']],
    ]);
    const after = { ballot, how: 'winners', top: 2 };
    const opened = await world.ask('fay', 'ballot.open', { after });
    const [, second] = await world.ballots();
    expect([opened.ok, second?.options, second?.method, second?.votes, second?.title, second?.after]).toEqual(
      [true, ['a', 'b', 'c'], 'dots', 2, 'What first?', { ballot, how: 'winners' }],
    );
  });

  it('can have another method, leaves out what was removed, and needs something to choose between', async () => {
    const { world, ann, ben } = await aRoom();
    const { ballot } = await held(world, { options: 'notes', method: 'dots', votes: 3 }, [
      [ann, ['a', 'b', 'c']],
      [ben, ['a', 'b']],
    ]);
    const code = async (args: Record<string, unknown>) =>
      (await world.ask('fay', 'ballot.open', args)).code ?? 'ok';
    const codes = [
      await code({ after: { ballot, how: 'winners', top: 3 }, method: 'ranked' }),
      await code({ after: { ballot: 'other', how: 'again' }, who: 'link' }),
      await code({ after: { ballot, how: 'winners', top: 0 }, who: 'link' }),
      await code({ method: 'dots', who: 'link' }),
    ];
    const [, ranked] = await world.ballots();
    codes.push(await code({ after: { ballot: ranked?.id, how: 'again' }, who: 'link' }));
    await world.ask('fay', 'ballot.close', { ballot: ranked?.id });
    const { ballot: lonely } = await held(world, { options: ['a', 'b'], method: 'dots' }, [[ann, ['a']]]);
    codes.push(await code({ after: { ballot: lonely, how: 'winners' } }));
    expect([codes, ranked?.method, ranked?.options, ranked?.votes]).toEqual([
      ['ok', 'not-found', 'bad-request', 'bad-request', 'not-counted', 'few-options'],
      'ranked',
      ['a', 'b', 'c'],
      3,
    ]);
  });
});

describe('the same asked again', () => {
  it('has the options, the method and the budget of before, and shows what moved', async () => {
    const { world, ann, ben, cyd } = await aRoom();
    const first = { options: 'notes', method: 'dots', votes: 2, maxPerOption: 2 };
    const before = await held(world, first, [
      [ann, ['a', 'a']],
      [ben, ['a', 'b']],
      [cyd, ['c', 'b']],
    ]);
    const after = await held(world, { after: { ballot: before.ballot, how: 'again' } }, [
      [ann, ['b', 'b']],
      [ben, ['b', 'c']],
      [cyd, ['c', 'a']],
    ]);
    const [one, two] = await world.ballots();
    const options = (two?.options ?? []) as ItemId[];
    const moved = movementOf(before.result, after.result, options);
    expect([
      [two?.options, two?.method, two?.votes, two?.maxPerOption],
      moved?.options.map((each) => [
        each.option,
        `${each.rankBefore}→${each.rankAfter}`,
        each.ranksUp,
        `${each.totalBefore}→${each.totalAfter}`,
        each.totalUp,
      ]),
      moved?.reordered,
    ]).toEqual([
      [one?.options, 'dots', 2, 2],
      [
        ['b', '2→1', 1, '2→3', 1],
        ['c', '3→2', 1, '1→2', 1],
        ['a', '1→3', -2, '3→1', -2],
        ['d', '4→4', 0, '0→0', 0],
      ],
      // Of six pairs, a lost to both b and c.
      2 / 6,
    ]);
  });
});

describe('a quorum', () => {
  it('is part of the result: without it nothing has won', async () => {
    for (const [quorum, reached] of [
      [2, true],
      [3, false],
      [null, null],
    ] as const) {
      const { world, ann, ben } = await aRoom();
      const { result } = await held(world, { options: 'notes', method: 'dots', quorum }, [
        [ann, ['a']],
        [ben, ['a']],
      ]);
      const options = [...result.tally.keys()];
      expect([quorum, quorumReached(result), winners(result, options), totals(result)?.a]).toEqual([
        quorum,
        reached,
        reached === false ? [] : ['a'],
        2,
      ]);
    }
  });
});

describe('a reminder', () => {
  it('is told on request, not twice in ten minutes, once however often the request comes', async () => {
    const { world } = await aRoom();
    const ballot = await world.open('fay', { who: 'link' });
    const code = async (who: string, id = '') => {
      const { ok, code } = await world.ask(who, 'ballot.remind', { ballot }, id);
      return ok ? 'ok' : code;
    };
    const codes = [
      await code('ann'),
      await code('fay', 'same'),
      await code('fay', 'same'),
      await code('fay'),
    ];
    world.crash();
    codes.push(await code('fay', 'same'));
    await world.time.pass(10 * minute);
    codes.push(await code('fay'));
    await world.ask('fay', 'ballot.close', { ballot });
    codes.push(await code('fay'));
    expect([codes, await world.told()]).toEqual([
      ['forbidden', 'ok', 'ok', 'too-soon', 'ok', 'ok', 'ballot-closed'],
      ['ballot.opened', 'ballot.reminder', 'ballot.reminder', 'ballot.result'],
    ]);
  });

  it('comes by itself once before the end, unless somebody just did it, and never in the room or for practice', async () => {
    const story = async (args: Record<string, unknown>, remindsAt: number | null = null) => {
      const { world } = await aRoom();
      for (const who of ['fay', 'ann', 'ben', 'cyd']) world.room().then((room) => room.sendAway(who));
      const start = world.time.now();
      const ballot = await world.open('fay', { closesAt: start + 4 * hour, ...args });
      if (remindsAt !== null) {
        await world.time.pass(remindsAt);
        await world.ask('fay', 'ballot.remind', { ballot });
      }
      await world.time.pass(start + 3.9 * hour - world.time.now());
      world.crash();
      await world.time.pass(5 * minute);
      const [open] = await world.ballots();
      return [
        (await world.told()).filter((kind) => kind === 'ballot.reminder').length,
        open?.remindedAt != null,
      ];
    };
    expect([
      await story({}),
      await story({}, 3.55 * hour),
      await story({}, hour),
      await story({ who: 'present' }),
      await story({ practice: true }),
    ]).toEqual([
      [1, true],
      [1, true],
      [2, true],
      [0, false],
      [0, false],
    ]);
  });
});

describe('after its time is up', () => {
  it('late votes are waited for, of those who were there in time, and counted in one go', async () => {
    const { world, ann, ben, cyd } = await aRoom();
    const closesAt = world.time.now() + 2 * hour;
    const ballot = await world.open('fay', { closesAt, graceHours: 1 });
    await world.dots(ann, ballot, ['a']);
    world.leave(ben);
    world.leave(cyd);
    await world.dots(ben, ballot, ['b']);
    await world.dots(cyd, ballot, ['c']);
    world.down();
    await world.time.pass(closesAt + 10 * minute - world.time.now());
    world.up();
    await world.time.pass(500);
    // Over the link, but too late to have a vote.
    const eve = await world.joins('eve');
    await world.dots(eve, ballot, ['d']);
    await world.connect(ben);
    await world.time.pass(20 * minute);
    const during = [await world.result(ballot), await world.progress(ballot)];
    await world.time.pass(closesAt + hour + 100 - world.time.now());
    await world.connect(cyd);
    const result = await world.result(ballot);
    expect([during, totals(result), result?.voted, result?.eligible, result?.closedAt]).toEqual([
      [null, { voted: 2, eligible: 4 }],
      { a: 1, b: 1, c: 0, d: 0 },
      2,
      4,
      closesAt + hour,
    ]);
  });

  it('a vote a moment before counts and one a moment after does not, while the disk is slow', async () => {
    for (const [ms, counts] of [
      [-3, 1],
      [-1, 1],
      [1, 0],
      [3, 0],
      [20, 0],
    ] as const) {
      const { world, ann } = await aRoom();
      const closesAt = world.time.now() + 10 * minute;
      const ballot = await world.open('fay', { closesAt });
      await world.time.pass(closesAt + ms - world.time.now());
      world.disk.slowness = 40;
      await world.dots(ann, ballot, ['a']);
      await world.time.pass(5_000);
      const result = await world.result(ballot);
      expect([ms, result?.voted, result?.closedAt === closesAt]).toEqual([ms, counts, true]);
    }
  });
});
