// Ballots that open and close at set times, on boards that nobody has open: by the server's clock, over restarts, each once.

import { describe, expect, it } from 'vitest';
import type { ItemId } from '../../../../shared/lib/ids.ts';
import { totals, VotingWorld } from '../../../support/votingWorld.ts';

const minute = 60_000;
const hour = 60 * minute;

/** A facilitator, Ann and Ben, two ideas, and somewhere to tell it. Nobody stays. */
async function aBoard(world = new VotingWorld()) {
  await world.hook();
  await world.notes('a', 'b');
  const fay = await world.joins('fay', 'facilitator');
  const ann = await world.joins('ann');
  const ben = await world.joins('ben');
  const everybodyLeaves = () => {
    for (const device of [fay, ann, ben]) world.leave(device);
  };
  return { world, ann, ben, everybodyLeaves };
}

async function announced(of: { opensIn?: number; closesIn?: number; graceHours?: number } = {}) {
  const board = await aBoard();
  const now = board.world.time.now();
  const opensAt = now + (of.opensIn ?? 20 * minute);
  const closesAt = now + (of.closesIn ?? 2 * hour);
  const ballot = await board.world.open('fay', { opensAt, closesAt, graceHours: of.graceHours ?? 0 });
  const until = (at: number) => board.world.time.pass(at - board.world.time.now());
  return { ...board, ballot, opensAt, closesAt, until };
}

describe('an announced ballot', () => {
  it('is seen by everybody, takes votes from its time on, and what came before does not count', async () => {
    const { world, ann, ben, ballot, opensAt, closesAt, until } = await announced();
    const [before] = await world.ballots();
    await world.dots(ann, ballot, ['a']);
    await until(opensAt - 1);
    await world.votes(ben, { [`${ballot}/0`]: 'a' });
    const early = await world.left('ann');
    await until(opensAt + 100);
    const [opened] = await world.ballots();
    const kept = [await world.left('ann'), await world.left('ben')];
    await world.dots(ann, ballot, ['b']);
    await until(closesAt + 100);
    const result = await world.result(ballot);
    expect([
      [before?.opensAt, before?.who, opened?.openedAt, opened?.opensAt],
      [early, kept],
      [totals(result), result?.voted, result?.closedAt],
      await world.told(),
    ]).toEqual([
      [opensAt, 'link', opensAt, opensAt],
      [{}, [{}, {}]],
      [{ a: 0, b: 1 }, 1, closesAt],
      ['ballot.opened', 'ballot.reminder', 'ballot.result'],
    ]);
  });

  it('opens, reminds and closes with nobody there, and the board is let go again', async () => {
    const { world, everybodyLeaves, ballot, opensAt, closesAt, until } = await announced();
    everybodyLeaves();
    await until(opensAt - 1);
    const seen: unknown[] = [[world.rooms, await world.told()]];
    await until(opensAt + 1_000);
    seen.push([world.rooms, await world.told()]);
    await until(closesAt - 10 * minute - 1);
    seen.push([world.rooms, await world.told()]);
    await until(closesAt + 1_000);
    const result = await world.result(ballot);
    expect([seen, result?.closedAt, world.rooms, await world.told()]).toEqual([
      [
        [0, []],
        [0, ['ballot.opened']],
        [0, ['ballot.opened']],
      ],
      closesAt,
      0,
      ['ballot.opened', 'ballot.reminder', 'ballot.result'],
    ]);
  });

  it('is withdrawn by closing it before its time, and nothing is left of it', async () => {
    const { world, ann, ballot, opensAt, until } = await announced();
    await world.dots(ann, ballot, ['a']);
    const answer = await world.ask('fay', 'ballot.close', { ballot });
    await until(opensAt + minute);
    expect([answer, await world.ballots(), await world.result(ballot), await world.left('ann')]).toEqual([
      { ok: true, data: { voted: 0, withdrawn: true } },
      [],
      null,
      {},
    ]);
    expect(await world.told()).toEqual([]);
  });

  it('cannot be for those who are present, nor close before it opens; one of a moment ago is open', async () => {
    const { world } = await aBoard();
    const now = world.time.now();
    const code = async (args: Record<string, unknown>) =>
      (await world.ask('fay', 'ballot.open', { options: 'notes', method: 'dots', ...args })).code ?? 'ok';
    const codes = [
      await code({ opensAt: now + hour, who: 'present' }),
      await code({ opensAt: now + hour, closesAt: now + hour }),
      await code({ opensAt: now + 400 * 24 * hour }),
      await code({ opensAt: now - 5 }),
    ];
    const [open] = await world.ballots();
    expect([codes, open?.opensAt, open?.who]).toEqual([
      ['bad-time', 'bad-time', 'bad-time', 'ok'],
      null,
      'present',
    ]);
  });
});

describe('a server that was away', () => {
  it('counts the ballots of two boards nobody has open, and opens no other board', async () => {
    const { world, ann, everybodyLeaves } = await aBoard();
    const closesAt = world.time.now() + 2 * hour;
    const first = await world.open('fay', { closesAt });
    await world.dots(ann, first, ['a']);
    everybodyLeaves();
    const one = world.board;
    world.board = world.another('second');
    const other = await aBoard(world);
    const second = await world.open('fay', { closesAt: closesAt + hour });
    await world.dots(other.ben, second, ['b']);
    other.everybodyLeaves();
    world.board = world.another('third');
    (await aBoard(world)).everybodyLeaves();
    world.down();
    await world.time.pass(10 * hour);
    world.up();
    const open: number[] = [];
    for (let ms = 0; ms < 400; ms++) {
      await world.time.pass(1);
      open.push(world.rooms);
    }
    world.board = one;
    const results = [await world.result(first)];
    world.board = world.another('second');
    results.push(await world.result(second));
    expect([
      results.map((result) => [totals(result), result?.closedAt]),
      [Math.max(...open), open.at(-1)],
    ]).toEqual([
      [
        [{ a: 1, b: 0 }, closesAt],
        [{ a: 0, b: 1 }, closesAt + hour],
      ],
      [1, 0],
    ]);
  });

  it('through the whole of a ballot counts nothing that was cast before its time, and calls nobody to it', async () => {
    const { world, ann, ballot, opensAt, closesAt, until } = await announced();
    await until(opensAt - 10);
    // Too late to be taken out before the end.
    ann.doc.getMap('votes').set(`${ballot}/0`, 'a');
    await until(opensAt - 1);
    world.down();
    await until(closesAt + hour);
    world.up();
    await world.time.pass(1_000);
    const result = await world.result(ballot);
    expect([totals(result), result?.voted, await world.told(), await world.left('ann')]).toEqual([
      { a: 0, b: 0 },
      0,
      ['ballot.result'],
      {},
    ]);
  });

  it('reminds when it is back if there is still time, and not of what is over', async () => {
    for (const [back, told] of [
      [5 * minute, ['ballot.opened', 'ballot.reminder']],
      [-5 * minute, ['ballot.opened', 'ballot.result']],
    ] as const) {
      const { world, closesAt, until } = await announced({ opensIn: minute });
      await until(closesAt - 13 * minute);
      world.down();
      await until(closesAt - back);
      world.up();
      await world.time.pass(1_000);
      expect(await world.told()).toEqual(told);
    }
  });

  it('opens and closes once, wherever it dies', async () => {
    for (let story = 0; story < 40; story++) {
      const ms = story % 20;
      const world = new VotingWorld(story);
      const { ann, ben } = await aBoard(world);
      const now = world.time.now();
      const [opensAt, closesAt] = [now + 3 * minute, now + 6 * minute];
      const ballot = await world.open('fay', { opensAt, closesAt });
      const diesAfter = async (at: number) => {
        await world.time.pass(at - world.time.now() + ms);
        world.crash();
        await world.time.pass(200);
      };
      await diesAfter(opensAt);
      for (const device of [ann, ben]) await world.connect(device);
      await world.dots(ann, ballot, ['a']);
      await world.dots(ben, ballot, ['b']);
      await diesAfter(closesAt);
      const first = await world.result(ballot);
      // Somebody looks, or the house is kept.
      await world.room();
      await world.time.pass(11_000);
      expect([
        ms,
        totals(first),
        JSON.stringify(await world.result(ballot)) === JSON.stringify(first),
        await world.told(),
        [await world.left('ann'), await world.left('ben')],
        await world.disk.peek().list(['erase']),
      ]).toEqual([ms, { a: 1, b: 1 }, true, ['ballot.opened', 'ballot.result'], [{}, {}], []]);
    }
  });
});

describe('a board', () => {
  it('in the trash counts nothing, and catches up when it is back', async () => {
    const { world, everybodyLeaves } = await aBoard();
    const closesAt = world.time.now() + 2 * hour;
    const ballot = await world.open('fay', { closesAt });
    everybodyLeaves();
    await world.time.pass(hour);
    world.trashed.add(world.board.id);
    await world.time.pass(5 * hour);
    const inTrash = [await world.result(ballot), world.rooms];
    world.trashed.delete(world.board.id);
    await world.time.pass(2 * hour);
    expect([inTrash, (await world.result(ballot))?.closedAt]).toEqual([[null, 0], closesAt]);
  });

  it('that cannot be written at the moment is tried again, more and more rarely', async () => {
    const { world, everybodyLeaves } = await aBoard();
    const closesAt = world.time.now() + 2 * hour;
    const ballot = await world.open('fay', { closesAt });
    everybodyLeaves();
    await world.time.pass(hour);
    world.disk.isFull = true;
    await world.time.pass(3 * hour);
    const whileFull = await world.result(ballot);
    world.disk.isFull = false;
    await world.time.pass(2 * hour);
    expect([whileFull, (await world.result(ballot))?.closedAt]).toEqual([null, closesAt]);
  });

  it('keeps one small record of what is due next, and none when nothing is', async () => {
    const { world } = await aBoard();
    const now = world.time.now();
    const kept = async () => (await world.disk.peek().list(['due'])).map(({ value }) => value);
    const told = [await kept()];
    const ballot = await world.open('fay', { opensAt: now + hour, closesAt: now + 9 * hour });
    await world.open('fay', { closesAt: now + 30 * minute, options: ['a', 'b'] as ItemId[] });
    told.push(await kept());
    await world.time.pass(45 * minute);
    told.push(await kept());
    await world.ask('fay', 'ballot.close', { ballot });
    told.push(await kept());
    world.crash();
    await world.time.pass(100);
    told.push(await kept());
    expect(told).toEqual([[], [{ at: now + 30 * minute }], [{ at: now + hour }], [{ at: null }], []]);
  });
});
