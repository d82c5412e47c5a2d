// Single stories about people: the honest are never fenced, whatever their connection does; the hostile disturb nobody.

import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import { limits } from '../../shared/board/limits.ts';
import { createItems, setText } from '../../shared/board/verbs.ts';
import { encode } from '../../shared/protocol/messages.ts';
import { entryIn, gc, rawUpdate, skip, valueIn } from '../support/hostile.ts';
import { randomEdit } from '../support/randomEdits.ts';
import type { SimClient } from '../support/simClient.ts';
import { boardText, editor, roughWeather, SimWorld, viewer } from '../support/simWorld.ts';

const noFaults = { cut: 0, crash: 0, tabDeath: 0, secondTab: 0, diskFull: 0 };

async function aWorld(seed: number): Promise<SimWorld> {
  const world = new SimWorld({
    seed,
    steps: 0,
    network: roughWeather,
    disk: { latencyMs: [0, 8] },
    chances: noFaults,
    nights: false,
  });
  await world.server.start();
  return world;
}

/** What everybody ended with: boards equal to the log, refusals heard, whether all is saved. */
function ending(world: SimWorld, people: readonly SimClient[]) {
  const log = boardText(world.server.durable);
  return people.map((client) => ({
    equal: boardText(client.doc) === log,
    saved: client.save.isSafe,
    refused: client.rejects,
    wrongs: client.wrongs,
  }));
}

const fine = { equal: true, saved: true, refused: [], wrongs: [] };

describe('the honest are never fenced', () => {
  it('typing on while the connection comes and goes', async () => {
    for (let seed = 1; seed <= 25; seed++) {
      const world = await aWorld(seed);
      const ada = world.openTab(editor('ada'));
      const ben = world.openTab(editor('ben'));
      await world.time.pass(500);
      const [id] = createItems(ada.board, [{ kind: 'note', x: 0, y: 0 }]);
      let text = '';
      for (const letter of 'The more we write, the more there is to choose from 🌻') {
        text += letter;
        if (id !== undefined) setText(ada.board, { id, text });
        if (world.random.next() < 0.15) ada.drop();
        await world.time.pass(world.random.next() * 90);
      }
      await world.heal();
      expect([...ending(world, [ada, ben]), ben.board.get(id as never)?.text]).toEqual([fine, fine, text]);
    }
  });

  it('one person in two tabs, both writing into one note', async () => {
    const world = await aWorld(3);
    const tabs = [world.openTab(editor('ada')), world.openTab(editor('ada'))] as const;
    await world.time.pass(500);
    const [id] = createItems(tabs[0].board, [{ kind: 'note', x: 0, y: 0, text: 'middle' }]);
    await world.time.pass(500);
    for (let i = 0; i < 20; i++) {
      const [tab, edit] = i % 2 === 0 ? [tabs[0], (t: string) => `<${t}`] : [tabs[1], (t: string) => `${t}>`];
      const now = tab.board.get(id as never)?.text ?? '';
      setText(tab.board, { id: id as never, text: edit(now) });
      await world.time.pass(world.random.next() * 120);
    }
    await world.heal();
    const told = tabs.every((tab) => tab.digests > 0);
    expect([...ending(world, tabs), told, tabs[0].board.get(id as never)?.text]).toEqual([
      fine,
      fine,
      true,
      `${'<'.repeat(10)}middle${'>'.repeat(10)}`,
    ]);
  });

  it('2,000 notes pasted offline', async () => {
    const world = await aWorld(4);
    const ada = world.openTab(editor('ada'));
    const ben = world.openTab(editor('ben'));
    await world.time.pass(500);
    ada.drop();
    createItems(
      ada.board,
      Array.from({ length: 2_000 }, (_, i) => ({
        kind: 'note' as const,
        x: (i % 50) * 220,
        y: i * 5,
        text: `Idea ${i}`,
      })),
    );
    await world.heal();
    expect([...ending(world, [ada, ben]), ben.board.items.size]).toEqual([fine, fine, 2_000]);
  });

  it('a viewer who reconnects after much was deleted', async () => {
    const world = await aWorld(5);
    const ada = world.openTab(editor('ada'));
    const vic = world.openTab(viewer('vic'));
    for (let i = 0; i < 60; i++) {
      randomEdit(ada.board, world.random);
      if (i % 10 === 0) vic.drop();
      await world.time.pass(80);
    }
    await world.heal();
    expect(ending(world, [ada, vic])).toEqual([fine, fine]);
  });
});

function attacks(): Uint8Array[] {
  const one = (struct: ReturnType<typeof gc>, client = 5, clock = 0) =>
    encode.update(rawUpdate({ clients: [{ client, clock, structs: [struct] }] }));
  const number = (e: encoding.Encoder) => encoding.writeAny(e, 1);
  return [
    new Uint8Array(0),
    Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 255, 255),
    Uint8Array.of(0, 2, 200),
    Uint8Array.of(118, 3, 123, 123, 123),
    encode.step1(Uint8Array.of(250, 250)),
    encode.update(new Uint8Array(limits.updateBytesMax + 1)),
    one(gc(2 ** 50)),
    one(skip(9)),
    one(valueIn('results', 'ballot', number)),
    one(valueIn('items', '__proto__', number)),
    one(entryIn('items', 'x', 9, number)),
    encode.update(
      rawUpdate({ deletes: [{ client: 7, ranges: Array.from({ length: 50_000 }, (_, i) => [i * 3, 1]) }] }),
    ),
    encode.cursor(new Uint8Array(5_000)),
  ];
}

describe('the hostile disturb nobody', () => {
  it('garbage, oversized frames and every known attack are refused while others work on', async () => {
    const world = await aWorld(6);
    const ada = world.openTab(editor('ada'));
    const ben = world.openTab(editor('ben', 'stock'));
    await world.time.pass(500);
    for (const attack of attacks()) {
      const eve = world.openTab(editor('eve'));
      await world.time.pass(300);
      eve.socket?.sendToServer(attack);
      randomEdit(ada.board, world.random);
      randomEdit(ben.board, world.random);
      await world.time.pass(300);
      eve.destroy();
      world.clients = world.clients.filter((client) => client !== eve);
    }
    await world.heal();
    const [first, second] = ending(world, [ada, ben]);
    expect([first, second?.equal, second?.refused, world.server.fatal]).toEqual([fine, true, [], null]);
    // Nothing sent to one document reached another, but for the server's own record of authors.
    const [talk, personal] = await Promise.all(
      ['talk', 'personal/eve'].map((doc) => world.disk.peek().load(`board/${doc}`)),
    );
    const session = (await world.disk.peek().load('board/session')).tail.map((record) => record.participant);
    expect([talk?.head, personal?.head, new Set(session)]).toEqual([0, 0, new Set(['server'])]);
  });

  it('nobody can write as somebody else', async () => {
    const world = await aWorld(7);
    const ada = world.openTab(editor('ada'));
    await world.time.pass(500);
    createItems(ada.board, [{ kind: 'note', x: 0, y: 0, text: 'mine' }]);
    await world.time.pass(500);
    const eve = world.openTab(editor('eve'));
    await world.time.pass(500);
    const clock = ada.doc.store.clients.get(ada.doc.clientID)?.at(-1);
    const next = clock === undefined ? 0 : clock.id.clock + clock.length;
    const forged = rawUpdate({
      clients: [
        {
          client: ada.doc.clientID,
          clock: next,
          structs: [valueIn('items', 'forged', (e) => encoding.writeAny(e, 1))],
        },
      ],
    });
    eve.socket?.sendToServer(encode.update(forged));
    await world.time.pass(500);
    createItems(ada.board, [{ kind: 'note', x: 9, y: 9, text: 'still mine' }]);
    await world.time.pass(500);
    expect([eve.rejects, ...ending(world, [ada])]).toEqual([['not-yours'], fine]);
  });

  it('a viewer’s write changes nothing, and what follows it is not taken either', async () => {
    const world = await aWorld(8);
    const ada = world.openTab(editor('ada'));
    const vic = world.openTab(viewer('vic'));
    await world.time.pass(500);
    createItems(ada.board, [{ kind: 'note', x: 0, y: 0, text: 'the only one' }]);
    await world.time.pass(500);
    const before = boardText(world.server.durable);
    createItems(vic.board, [{ kind: 'note', x: 0, y: 0, text: 'not allowed' }]);
    createItems(vic.board, [{ kind: 'note', x: 0, y: 0, text: 'nor this' }]);
    await world.time.pass(500);
    expect([vic.rejects, boardText(world.server.durable), vic.save.isSafe]).toEqual([
      ['read-only'],
      before,
      false,
    ]);
  });
});
