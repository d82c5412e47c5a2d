// A change of the server's own that throws after it has written: it is taken back whole, and nobody else notices.

import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { LiveDoc } from '../../../server/liveDoc.ts';
import { Board } from '../../../shared/board/board.ts';
import { readItems } from '../../../shared/board/reader.ts';
import { createItems } from '../../../shared/board/verbs.ts';
import { seededRandom } from '../../../shared/lib/env.ts';
import { encode } from '../../../shared/protocol/messages.ts';
import { SimRoom, updatesOf } from '../../support/simRoom.ts';
import { board } from '../../support/simServer.ts';

function writes(live: LiveDoc, text: string) {
  return live.write('server', 'server', (doc) => {
    const wall = new Board(doc, seededRandom(text.length));
    createItems(wall, [{ kind: 'note', x: 0, y: 0, text }], 'server');
    wall.destroy();
  });
}

/** What stands on the wall: in memory, on the disk, and on the screen of somebody who looks on. */
async function walls(world: SimRoom, heard: readonly { readonly update: Uint8Array }[]) {
  const room = await world.room();
  const { items } = await world.until(room.readBoard());
  const [stored, screen] = [new Y.Doc(), new Y.Doc()];
  const { snapshot, tail } = await world.disk.peek().load(`${board.id}/canvas`);
  if (snapshot) Y.applyUpdate(stored, snapshot.bytes);
  for (const { bytes } of tail) Y.applyUpdate(stored, bytes);
  for (const { update } of heard) Y.applyUpdate(screen, update);
  const onWall = [stored, screen].map((doc) => [...readItems(doc).values()].map(({ text }) => text).sort());
  return [items.map(({ text }) => text).sort(), ...onWall];
}

describe('a change of the server that breaks off after it has written', () => {
  it.each(['between two documents', 'in the middle of one'])(
    '%s is in no memory, on no disk and on no screen; what shares its commit is kept',
    async (where) => {
      const world = new SimRoom();
      const [ada, ben] = [await world.connect('ada'), await world.connect('ben')];
      const room = await world.room();
      const canvas = await world.until(room.docs.open('canvas'));
      const session = await world.until(room.docs.open('session'));
      const doc = new Y.Doc();
      doc.clientID = 1_001;
      const mine = new Board(doc, seededRandom(7));
      const note = () => updatesOf(doc, () => createItems(mine, [{ kind: 'note', x: 0, y: 0, text: 'ada' }]));
      const says = () => {
        for (const update of note()) ada.says(encode.update(update));
      };
      const server = { participant: 'server', kind: 'server' as const };
      // A commit is under way, so that everything after it shares the next one.
      says();
      const whole = room.writes.write({ ...server, run: () => writes(canvas, 'whole') });
      says();
      const broken = room.writes.write({
        ...server,
        puts: [{ key: ['command', 'told'], value: 1 }],
        run: () => {
          session.write('server', 'server', (told) => void told.getMap('counts').set('ideas', 7));
          writes(canvas, 'half');
          if (where === 'between two documents') throw new Error('broken off');
          return canvas.write('server', 'server', (wall) =>
            wall.transact(() => {
              wall.getMap('items').set('torn', new Y.Map([['k', 'note']]));
              throw new Error('broken off');
            }),
          );
        },
      });
      const outcome = broken.then(
        () => 'done',
        (error: unknown) => String(error),
      );
      says();
      await world.until(whole);
      await world.time.pass(200);
      says();
      await world.time.pass(200);
      expect({
        outcome: await outcome,
        refused: ada.heard('reject').length,
        acked: ada.heard('ack').at(-1)?.n,
        walls: await walls(world, ben.heard('update')),
        counts: session.doc.getMap('counts').toJSON(),
        told: await world.disk.peek().get(['command', 'told']),
      }).toEqual({
        outcome: 'Error: broken off',
        refused: 0,
        acked: 5,
        walls: Array(3).fill(['ada', 'ada', 'ada', 'ada', 'whole']),
        counts: {},
        told: undefined,
      });
    },
  );
});
