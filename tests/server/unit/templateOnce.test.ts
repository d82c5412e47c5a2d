// A template is applied once: its answer is remembered in the very commit that brings it to the wall.

import { expect, it } from 'vitest';
import { decodeServerMessage, encode } from '../../../shared/protocol/messages.ts';
import { encodeCursor, parseCursor } from '../../../shared/protocol/presence.ts';
import { SimSession } from '../../support/simSession.ts';

it('a template that is asked for again after a crash is on the wall once, whenever the server dies', async () => {
  const endings = new Set<number>();
  for (let diesAfterMs = 0; diesAfterMs <= 16; diesAfterMs++) {
    const world = new SimSession({ seed: 3, disk: { latencyMs: [3, 3] } });
    await world.start();
    const fay = await world.join('fay', 'facilitator');
    const apart: unknown[] = [];
    world.onCommit = ({ appends = [], puts = [] }) => {
      if (appends.length > 0 && !puts.some(({ key }) => key[0] === 'command')) apart.push(appends);
    };
    const id = fay.ask('template.apply', { template: 'swot' });
    await world.time.pass(diesAfterMs);
    await world.restart();
    endings.add(world.wall().length);
    for (const line of fay.all) line.drop();
    await world.time.pass(2_000);
    const created = (fay.answers.get(id)?.data as { created: number } | undefined)?.created;
    expect([diesAfterMs, fay.answers.get(id)?.ok, world.wall().length, apart]).toEqual([
      diesAfterMs,
      true,
      created,
      [],
    ]);
  }
  // In some it was on the disk before the end, in some not.
  expect(endings.size).toBe(2);
});

it('where people point is seen by nobody but those who steer, while they vote', async () => {
  const world = new SimSession();
  await world.start();
  const fay = await world.join('fay', 'facilitator');
  const [ada] = [await world.join('ada'), await world.join('ben')];
  for (const text of ['one', 'two']) fay.note(text);
  await world.time.pass(200);
  let seen = new Set<number>();
  world.onSent = ({ to, kind, frame }) => {
    if (to !== 'ben' || kind !== 'session') return;
    const message = decodeServerMessage(frame);
    if (message.type !== 'tick') return;
    for (const { cursor } of message.tick.entries) {
      const x = cursor ? parseCursor(cursor)?.at?.x : undefined;
      if (x !== undefined) seen.add(x);
    }
  };
  const look = async () => {
    for (const [who, x] of [
      [ada, 7],
      [fay, 9],
    ] as const)
      who.lines.session.socket?.sendToServer(encode.cursor(encodeCursor({ at: { x, y: 1 }, drag: null })));
    await world.time.pass(300);
    const xs = [...seen].sort();
    seen = new Set();
    return xs;
  };
  const told = [await look()];
  const { data } = await world.does(fay, 'ballot.open', { options: 'notes', method: 'dots' });
  told.push(await look());
  await world.does(fay, 'ballot.close', { ballot: (data as { ballot: string }).ballot });
  told.push(await look());
  await world.does(fay, 'phase.set', { kind: 'vote' });
  told.push(await look());
  expect(told).toEqual([[7, 9], [9], [7, 9], [9]]);
});
