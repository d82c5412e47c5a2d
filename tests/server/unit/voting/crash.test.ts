// The server may die at any moment of opening and closing: each happens once, no acknowledged vote is lost, and in the end no
// vote is left on the disk.

import { describe, expect, it } from 'vitest';
import { totals, VotingWorld } from '../../../support/votingWorld.ts';

async function aRoom(seed = 1) {
  const world = new VotingWorld(seed);
  await world.notes('a', 'b');
  await world.joins('fay', 'facilitator');
  return { world, ann: await world.joins('ann'), ben: await world.joins('ben') };
}

describe('opening and closing', () => {
  it('happen once, however often they are asked for and wherever the server dies', async () => {
    // More than once, because a commit under way when the server dies may be kept or lost.
    for (let story = 0; story < 45; story++) {
      const ms = story % 15;
      const { world, ann, ben } = await aRoom(story);
      const args = { options: 'notes', method: 'dots', votes: 1 };
      await world.begin('fay', 'ballot.open', args, 'open');
      await world.time.pass(ms);
      world.crash();
      // Whoever was there comes back by themselves.
      for (const device of [ann, ben]) await world.connect(device);
      const opened = await world.ask('fay', 'ballot.open', args, 'open');
      const [ballot, ...more] = await world.ballots();
      const id = ballot?.id ?? '';
      await world.dots(ann, id, ['a']);
      await world.dots(ben, id, ['b']);
      await world.begin('fay', 'ballot.close', { ballot: id }, 'close');
      await world.time.pass(ms);
      world.crash();
      const closed = await world.ask('fay', 'ballot.close', { ballot: id }, 'close');
      const first = await world.result(id);
      const again = await world.ask('fay', 'ballot.close', { ballot: id }, 'close');
      await world.time.pass(6_000);
      expect([
        ms,
        opened.ok ? (opened.data as { ballot: string }).ballot === id : opened.code,
        more,
        closed,
        again,
        totals(first),
        JSON.stringify(await world.result(id)) === JSON.stringify(first),
        await world.left('ann'),
        await world.left('ben'),
        await world.disk.peek().list(['erase']),
      ]).toEqual([
        ms,
        true,
        [],
        { ok: true, data: { voted: 2 } },
        { ok: true, data: { voted: 2 } },
        { a: 1, b: 1 },
        true,
        {},
        {},
        [],
      ]);
    }
  });

  it('count every vote that was acknowledged before the result was there, and erase the others', async () => {
    for (let ms = 0; ms <= 12; ms++) {
      const { world, ann, ben } = await aRoom();
      const ballot = await world.open('fay', { votes: 1 });
      await world.dots(ann, ballot, ['a']);
      await world.begin('fay', 'ballot.close', { ballot }, 'close');
      await world.time.pass(ms);
      const acked = () => ben.wire.heard('ack').at(-1)?.n ?? 0;
      const before = acked();
      ben.doc.getMap('votes').set(`${ballot}/0`, 'b');
      while (acked() === before) await world.time.pass(1);
      const wasInTime = (await world.result(ballot)) === null;
      await world.time.pass(100);
      const result = totals(await world.result(ballot));
      await world.time.pass(11_000);
      expect([ms, result?.a, wasInTime && result?.b !== 1, await world.left('ben')]).toEqual([
        ms,
        1,
        false,
        {},
      ]);
    }
  });
});
