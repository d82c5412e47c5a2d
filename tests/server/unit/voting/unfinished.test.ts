// What the server began with a ballot and died over is ended by itself, with nobody coming to the board.

import { describe, expect, it } from 'vitest';
import { totals, VotingWorld } from '../../../support/votingWorld.ts';

const steps = [
  { id: 's1', kind: 'vote', title: 'Vote', ballot: { method: 'dots', options: 'notes', votes: 3 } },
  { id: 's2', kind: 'discuss', title: 'Talk' },
];

async function aVote() {
  const world = new VotingWorld();
  await world.notes('a', 'b');
  const fay = await world.joins('fay', 'facilitator');
  const ann = await world.joins('ann');
  await world.ask('fay', 'agenda.set', { steps });
  await world.ask('fay', 'phase.next');
  const ballot = await world.open('fay');
  await world.dots(ann, ballot, ['b']);
  return { world, devices: [fay, ann], ballot };
}

/** Milliseconds until it is so, at most a second. */
async function until(world: VotingWorld, isSo: () => Promise<boolean>): Promise<void> {
  for (let ms = 0; ms < 1_000 && !(await isSo()); ms++) await world.time.pass(1);
}

describe('a server that dies', () => {
  it('between the end of a phase and the count counts when it is back, with nobody there', async () => {
    const { world, devices, ballot } = await aVote();
    const isTalking = async () =>
      JSON.stringify((await world.session()).getMap('phase').get('cur') ?? null).includes('discuss');
    await world.begin('fay', 'phase.next', {}, 'next');
    await until(world, isTalking);
    const before = await world.result(ballot);
    world.crash();
    for (const device of devices) device.isOnline = false;
    await world.time.pass(2_000);
    const due = await world.disk.peek().get(['due', world.board.id]);
    expect([await isTalking(), before, totals(await world.result(ballot)), due, world.rooms]).toEqual([
      true,
      null,
      { a: 0, b: 1 },
      { at: null },
      0,
    ]);
  });

  it('between the count and the erasure of the votes erases when it is back, with nobody there', async () => {
    const { world, devices, ballot } = await aVote();
    const left = async () => (await world.disk.peek().list(['erase'])).length;
    await world.begin('fay', 'ballot.close', { ballot }, 'close');
    await until(world, async () => (await left()) > 0);
    const before = [totals(await world.result(ballot)), await left()];
    world.crash();
    for (const device of devices) device.isOnline = false;
    await world.time.pass(2_000);
    const raw: string[] = [];
    for await (const record of world.disk.peek().readLog('board/personal/ann', 0))
      raw.push(Buffer.from(record.bytes).toString('latin1'));
    expect([before, await left(), raw.filter((bytes) => bytes.includes(ballot)), world.rooms]).toEqual([
      [{ a: 0, b: 1 }, 1],
      0,
      [],
      0,
    ]);
  });
});

describe('a second round', () => {
  it('does not follow from a result that too few voted for; the same can be asked again', async () => {
    const world = new VotingWorld();
    await world.notes('a', 'b', 'c');
    await world.joins('fay', 'facilitator');
    const ann = await world.joins('ann');
    const ballot = await world.open('fay', { votes: 3, quorum: 2 });
    await world.dots(ann, ballot, ['a', 'b']);
    await world.ask('fay', 'ballot.close', { ballot });
    const winners = await world.ask('fay', 'ballot.open', { after: { ballot, how: 'winners' } });
    const again = await world.ask('fay', 'ballot.open', { after: { ballot, how: 'again' } });
    expect([winners.code, again.ok, (await world.ballots()).length]).toEqual(['no-quorum', true, 2]);
  });
});
