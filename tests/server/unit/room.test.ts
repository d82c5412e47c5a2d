// What a room promises each connection: order, acks, silence that is not silence, presence, roles that change at once.

import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { NotWritableError } from '../../../server/core.ts';
import { Board } from '../../../shared/board/board.ts';
import { limits } from '../../../shared/board/limits.ts';
import { createItems } from '../../../shared/board/verbs.ts';
import { seededRandom } from '../../../shared/lib/env.ts';
import type { ParticipantId } from '../../../shared/lib/ids.ts';
import { encode } from '../../../shared/protocol/messages.ts';
import { encodeCursor } from '../../../shared/protocol/presence.ts';
import { SimRoom, updatesOf, Wire } from '../../support/simRoom.ts';
import { board } from '../../support/simServer.ts';

function aBoard(seed = 1): Board {
  const doc = new Y.Doc();
  doc.clientID = 1_000 + seed;
  return new Board(doc, seededRandom(seed));
}

function noteUpdates(board: Board, texts: readonly string[]): Uint8Array[] {
  return texts.flatMap((text, i) =>
    updatesOf(board.doc, () => createItems(board, [{ kind: 'note', x: i, y: 0, text }])),
  );
}

describe('a room', () => {
  it('acks after the commit, tells everybody but the sender, and puts a burst into one frame', async () => {
    const world = new SimRoom();
    const [ada, ben] = [await world.connect('ada'), await world.connect('ben')];
    const before = ben.framesOut;
    const updates = noteUpdates(aBoard(), ['one', 'two', 'three', 'four', 'five']);
    for (const update of updates) ada.says(encode.update(update));
    expect(ada.heard('ack').map(({ n }) => n)).toEqual([1]);
    await world.time.pass(100);
    const copy = new Y.Doc();
    for (const { update } of ben.heard('update')) Y.applyUpdate(copy, update);
    expect({
      acks: ada.heard('ack').at(-1)?.n,
      echoed: ada.heard('update').length,
      frames: ben.framesOut - before,
      texts: [...copy.getMap<Y.Map<unknown>>('items').values()].map((item) => String(item.get('t'))).sort(),
    }).toEqual({ acks: 6, echoed: 0, frames: 2, texts: ['five', 'four', 'one', 'three', 'two'] });
  });

  it('records who made an item where everybody can read it and nobody can write it', async () => {
    const world = new SimRoom();
    const ada = await world.connect('ada');
    for (const update of noteUpdates(aBoard(), ['mine'])) ada.says(encode.update(update));
    await world.time.pass(50);
    const room = await world.room();
    const { items, authors } = await world.until(room.readBoard());
    expect(items.map((item) => [item.text, authors.get(item.id)])).toEqual([['mine', 'ada']]);
  });

  it('answers a bot that never said hello with nothing but stock messages', async () => {
    const world = new SimRoom();
    const bot = await world.connect('bot', 'editor', 'canvas', false);
    for (const update of noteUpdates(aBoard(), ['from a script'])) bot.says(encode.update(update));
    bot.says(encode.update(Uint8Array.of(9, 9, 9)));
    await world.time.pass(60_000);
    expect(new Set(bot.received.map((message) => message.type))).toEqual(
      new Set(['step1', 'step2', 'awareness', 'denied']),
    );
  });

  it('is never silent for longer than a stock provider waits', async () => {
    const world = new SimRoom();
    const bot = await world.connect('bot', 'viewer', 'canvas', false);
    let longest = 0;
    let heard = bot.received.length;
    for (let silence = 0, second = 0; second < 200; second++) {
      await world.time.pass(1_000);
      silence = bot.received.length > heard ? 0 : silence + 1;
      heard = bot.received.length;
      longest = Math.max(longest, silence);
    }
    expect(longest).toBeLessThanOrEqual(20);
  });

  it('drops a reader that is too far behind, and nobody else', async () => {
    const world = new SimRoom();
    const [ada, slow] = [await world.connect('ada'), await world.connect('slow')];
    slow.buffered = limits.bufferedBytesMax + 1;
    for (const update of noteUpdates(aBoard(), ['idea'])) ada.says(encode.update(update));
    await world.time.pass(100);
    expect([slow.closedWith, ada.closedWith]).toEqual([4508, null]);
  });

  it('stops reading a connection that sends faster than anybody types, and reads on later', async () => {
    const world = new SimRoom();
    const ada = await world.connect('ada');
    for (const update of noteUpdates(
      aBoard(),
      Array.from({ length: limits.docMessagesBurst + 20 }, String),
    )) {
      ada.says(encode.update(update));
    }
    const during = ada.paused;
    await world.time.pass(5_000);
    expect([during, ada.paused, ada.heard('reject')]).toEqual([1, 0, []]);
  });

  it('takes a demotion at once, but keeps what was under way when it came', async () => {
    const world = new SimRoom();
    const ada = await world.connect('ada');
    const board = aBoard();
    const [first, second] = [noteUpdates(board, ['under way']), noteUpdates(board, ['too late'])];
    (await world.room()).changeRole('ada' as ParticipantId, {
      id: 'ada' as ParticipantId,
      role: 'viewer',
      neutral: false,
    });
    for (const update of first) ada.says(encode.update(update));
    await world.time.pass(4_000);
    for (const update of second) ada.says(encode.update(update));
    await world.time.pass(100);
    expect([
      ada.heard('perm')[0]?.perm.mayWrite,
      ada.heard('ack').at(-1)?.n,
      ada.heard('reject')[0]?.reject,
    ]).toMatchObject([false, 2, { n: 3, code: 'read-only' }]);
  });

  it('shows where others point, once per tick, and who has left', async () => {
    const world = new SimRoom();
    const ada = await world.connect('ada', 'editor', 'session');
    const ben = await world.connect('ben', 'viewer', 'session');
    await world.time.pass(200);
    const before = ben.heard('tick').length;
    for (let x = 0; x < 20; x++) ada.says(encode.cursor(encodeCursor({ at: { x, y: 1 }, drag: null })));
    await world.time.pass(60);
    ada.connection?.closed();
    await world.time.pass(200);
    const ticks = ben.heard('tick').slice(before);
    const slot = ada.heard('welcome')[0]?.welcome.slot;
    expect(
      ticks.flatMap(({ tick }) =>
        tick.entries.map((entry) => [entry.slot, entry.cursor?.[1] ?? null, entry.gone]),
      ),
    ).toEqual([
      [slot, 19, false],
      [slot, null, true],
    ]);
    const quiet = ben.framesOut;
    await world.time.pass(8_000);
    expect(ben.framesOut).toBe(quiet);
  });

  it('adds an import as a whole or not at all', async () => {
    const world = new SimRoom();
    const room = await world.room();
    const ada = 'ada' as ParticipantId;
    const notes = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ kind: 'note' as const, x: i, y: 0, text: `${i}` }));
    const ids = await world.until(room.changes.addItems(ada, notes(450)));
    await expect(world.until(room.changes.addItems(ada, notes(limits.itemsMax)))).rejects.toThrow('at most');
    world.disk.isFull = true;
    await expect(world.until(room.changes.addItems(ada, notes(3)))).rejects.toThrow(NotWritableError);
    world.disk.isFull = false;
    await world.time.pass(6_000);
    await world.until(room.changes.removeItems(ada, ids.slice(0, 50)));
    const { items, authors } = await world.until(room.readBoard());
    // Nobody here is known to have written them.
    expect([items.length, authors.size]).toEqual([400, 0]);
  });

  it('lets go of an idle board and reads the same one again, from a snapshot', async () => {
    const world = new SimRoom();
    const room = await world.room();
    await world.until(
      room.changes.addItems('ada' as ParticipantId, [{ kind: 'note', x: 1, y: 2, text: 'kept' }]),
    );
    const before = await world.until(room.readBoard());
    await world.time.pass(limits.idleUnloadMs * 2);
    const idle = world.rooms.stats();
    const again = await world.until((await world.room()).readBoard());
    const stored = await world.disk.peek().load('board/canvas');
    expect([idle.rooms, again, stored.snapshot?.uptoSeq, stored.tail.length]).toEqual([0, before, 1, 0]);
  });

  it('asks a page that is out of date to reload', async () => {
    const world = new SimRoom();
    const wire = await world.connect('ada', 'editor', 'canvas', false);
    wire.says(encode.hello({ proto: 1, schemaMin: 99, schemaMax: 99, build: 'x' }));
    expect(wire.closedWith).toBe(4426);
  });

  it('takes nothing for the documents of an older epoch', async () => {
    const world = new SimRoom();
    const room = await world.room();
    const address = { board: board.id, epoch: 0, kind: 'canvas', owner: null } as const;
    const visitor = { id: 'ada' as ParticipantId, role: 'editor', neutral: false } as const;
    await expect(room.connect({ address, visitor, transport: new Wire() })).rejects.toThrow('epoch');
  });

  it('keeps a personal document for its owner, and takes nothing into it from a viewer', async () => {
    const world = new SimRoom();
    const [ada, vic] = [
      await world.connect('ada', 'editor', 'personal'),
      await world.connect('vic', 'viewer', 'personal'),
    ];
    for (const wire of [ada, vic]) {
      const doc = new Y.Doc();
      for (const update of updatesOf(doc, () => doc.getMap('votes').set('ballot/0', 'option')))
        wire.says(encode.update(update));
    }
    await world.time.pass(100);
    const heads = await Promise.all(
      ['ada', 'vic'].map(async (name) => (await world.disk.peek().load(`board/personal/${name}`)).head),
    );
    expect([heads, ada.heard('ack').at(-1)?.n, vic.heard('reject').map(({ reject }) => reject.code)]).toEqual(
      [[1, 0], 2, ['read-only']],
    );
  });

  it('answers commands on the session document only', async () => {
    const world = new SimRoom();
    const [session, canvas] = [await world.connect('ada', 'editor', 'session'), await world.connect('ada')];
    for (const wire of [session, canvas]) wire.says(encode.command({ id: 'c1', name: 'x', args: {} }));
    await world.time.pass(10);
    expect([session.heard('result').map(({ result }) => result), canvas.heard('result')]).toEqual([
      [{ id: 'c1', ok: true, data: 'ada' }],
      [],
    ]);
  });
});
