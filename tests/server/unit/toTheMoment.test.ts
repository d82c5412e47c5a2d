// What the clock does by itself is done at its moment: not one tick before, and no later than the disk takes.

import { describe, expect, it } from 'vitest';
import { RoundsWorld } from '../../support/roundsWorld.ts';
import { totals, VotingWorld } from '../../support/votingWorld.ts';

describe('the clock', () => {
  it('passes sheets on when the time of a round is up, and not a moment earlier', async () => {
    const world = await RoundsWorld.begun(['ada', 'ben', 'cy'], { minutes: 1 });
    const endsAt = world.state().phase?.endsAt ?? 0;
    await world.time.pass(endsAt - world.time.now() - 1);
    const before = [world.here.number, world.time.now() < endsAt];
    await world.time.pass(40);
    expect([before, world.here.number]).toEqual([[1, true], 2]);
  });

  it('closes a ballot at its time: what comes a moment before it counts', async () => {
    const world = new VotingWorld();
    await world.notes('a', 'b');
    await world.joins('fay', 'facilitator');
    const ann = await world.joins('ann');
    const closesAt = world.time.now() + 60_000;
    const ballot = await world.open('fay', { closesAt });
    await world.time.pass(closesAt - world.time.now() - 1);
    const before = (await world.ballots()).map(({ closedAt }) => closedAt);
    ann.doc.getMap('votes').set(`${ballot}/0`, 'a');
    await world.time.pass(200);
    expect([
      before,
      (await world.ballots()).map(({ closedAt }) => closedAt),
      totals(await world.result(ballot)),
    ]).toEqual([[null], [closesAt], { a: 1, b: 0 }]);
  });
});
