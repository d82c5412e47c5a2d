// A ballot on the server: who may open it, what is fixed then, what counts at close, and what is left afterwards.

import { describe, expect, it } from 'vitest';
import { totals, VotingWorld } from '../../../support/votingWorld.ts';

/** A facilitator and three people, three ideas on the wall. */
async function aRoom() {
  const world = new VotingWorld();
  await world.notes('a', 'b', 'c');
  const fay = await world.joins('fay', 'facilitator');
  const ann = await world.joins('ann');
  const ben = await world.joins('ben', 'commenter');
  const cyd = await world.joins('cyd');
  return { world, fay, ann, ben, cyd };
}

describe('a ballot', () => {
  it('fixes options and voters when it opens, and counts what everybody gave when it closes', async () => {
    const { world, ann, ben, cyd } = await aRoom();
    const ballot = await world.open('fay', { title: 'What first?', votes: 3, maxPerOption: 2 });
    const [opened] = await world.ballots();
    await world.dots(ann, ballot, ['a', 'a', 'b']);
    await world.dots(ben, ballot, ['b', 'c', 'b']);
    await world.dots(cyd, ballot, ['b']);
    const before = await world.result(ballot);
    const answer = await world.ask('fay', 'ballot.close', { ballot });
    const [closed] = await world.ballots();
    const result = await world.result(ballot);
    expect([
      [opened?.options, opened?.voters?.toSorted(), opened?.closedAt, opened?.show],
      before,
      answer,
      [closed?.closedAt !== null, closed?.voters],
      [totals(result), result?.voted, result?.eligible, result?.closedAt === closed?.closedAt],
      [Object.fromEntries(result?.voters ?? []), Object.fromEntries(result?.stacked ?? [])],
    ]).toEqual([
      [['a', 'b', 'c'], ['ann', 'ben', 'cyd', 'fay'], null, 'close'],
      null,
      { ok: true, data: { voted: 3 } },
      [true, null],
      [{ a: 2, b: 4, c: 1 }, 3, 4, true],
      [
        { a: 1, b: 3, c: 1 },
        { a: 1, b: 1, c: 0 },
      ],
    ]);
  });

  it('leaves no vote behind in anybody’s document, and keeps what is private beside it', async () => {
    const { world, ann, ben } = await aRoom();
    ann.doc.getMap('prefs').set('grid', 1);
    const ballot = await world.open('fay');
    await world.dots(ann, ballot, ['a']);
    await world.dots(ben, ballot, ['b']);
    await world.ask('fay', 'ballot.close', { ballot });
    await world.time.pass(200);
    const raw: string[] = [];
    for await (const record of world.disk.peek().readLog('board/personal/ann', 0))
      raw.push(Buffer.from(record.bytes).toString('latin1'));
    expect([
      await world.left('ann'),
      await world.left('ben'),
      (await world.stored('board/personal/ann')).getMap('prefs').toJSON(),
      raw.filter((bytes) => bytes.includes(ballot)),
    ]).toEqual([{}, {}, { grid: 1 }, []]);
  });
});
