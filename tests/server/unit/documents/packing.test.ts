// A board packed piece by piece while people go on: what comes out is the board of one moment, and nothing of another.

import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { boardIn } from '../../../../server/boardReading.ts';
import { buffersOf, unpacked } from '../../../../server/documents/packed.ts';
import { packBoard, type ReadRoom } from '../../../../server/documents/packing.ts';
import { storyIn } from '../../../../server/features/summary.ts';
import { realEnv } from '../../../../shared/lib/env.ts';

const later: typeof realEnv.scheduler.after = (ms, run) => realEnv.scheduler.after(ms, run);
const idOf = (n: number) => `item${String(n).padStart(8, '0')}`;

function put(doc: Y.Doc, n: number, text: string): void {
  const note = new Y.Map<unknown>(
    Object.entries({ k: 'note', p: [n * 8, 0], s: [160, 160], z: 'a', c: 'yellow' }),
  );
  note.set('t', new Y.Text(text));
  doc.getMap('items').set(idOf(n), note);
}

const noteAt = (doc: Y.Doc, n: number) => doc.getMap('items').get(idOf(n)) as Y.Map<unknown>;

function canvasOf(count: number): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (let n = 0; n < count; n++) put(doc, n, `Idea ${n} 🎉`);
  });
  return doc;
}

/** `atTurn`: what happens when the reading has stepped aside for the first time. */
function aRoom(canvas: Y.Doc, atTurn: (room: { canvas: { doc: Y.Doc } }) => void = () => {}) {
  const held = { canvas: { doc: canvas }, session: { doc: new Y.Doc() }, talk: { doc: new Y.Doc() } };
  held.session.doc.getMap('board').set('title', 'A wall');
  held.session.doc.getMap('authors').set(idOf(1), 'participant1');
  held.session.doc.getMap('summary').set('foreword', 'Hello');
  const room: ReadRoom = {
    docs: {
      async open(kind) {
        if (kind === 'canvas') later(0, () => atTurn(held));
        return held[kind];
      },
    },
    writes: { whenAtRest: (read) => read() },
  };
  const now = () => ({
    ...boardIn(held.canvas.doc, held.session.doc),
    story: storyIn(held.session.doc, held.talk.doc),
    exportedAt: 7,
  });
  return { room, now };
}

const wishes = {
  scheduler: realEnv.scheduler,
  seen: <T extends object>(around: T) => ({ ...around, exportedAt: 7 }),
};

describe('a board packed for the thread that writes documents', () => {
  it('comes out as it went in, in the same order, with its trash', async () => {
    const canvas = canvasOf(1_000);
    for (const n of [3, 999]) noteAt(canvas, n).set('d', 1);
    const { room, now } = aRoom(canvas);
    const { title, board } = await packBoard(room, wishes);
    const read = unpacked(structuredClone(board, { transfer: buffersOf(board) }));
    expect([title, read.items.length, read.deleted?.length]).toEqual(['A wall', 998, 2]);
    expect(JSON.stringify(read.items)).toBe(JSON.stringify(now().items));
    expect(read).toStrictEqual(now());
    expect(board.items.every(({ byteLength }) => byteLength === 0)).toBe(true);
  });

  it('is the board of the last moment, whatever happened while it was read', async () => {
    const { room, now } = aRoom(canvasOf(1_000), ({ canvas: { doc } }) => {
      noteAt(doc, 0).set('p', [1_234, 5]);
      (noteAt(doc, 1).get('t') as Y.Text).insert(0, 'Another ');
      noteAt(doc, 2).set('d', 1);
      doc.getMap('items').delete(idOf(4));
      put(doc, 5, 'replaced');
      put(doc, 5_000, 'new');
      noteAt(doc, 999).set('c', 'blue');
    });
    const read = unpacked((await packBoard(room, wishes)).board);
    expect(read).toStrictEqual(now());
    expect([read.items.find(({ id }) => id === idOf(0))?.x, read.items.at(-1)?.text]).toEqual([1_234, 'new']);
  });

  it('is read again when the document was', async () => {
    const { room, now } = aRoom(canvasOf(1_000), ({ canvas }) => {
      canvas.doc.destroy();
      canvas.doc = canvasOf(700);
    });
    const read = unpacked((await packBoard(room, wishes)).board);
    expect([read.items.length, read]).toStrictEqual([700, now()]);
  });

  it('lets others have their turn, and listens to nothing afterwards', async () => {
    let turns = 0;
    const canvas = canvasOf(2_000);
    const { room } = aRoom(canvas);
    const count = () => {
      turns++;
      if (turns < 100) later(0, count);
    };
    later(0, count);
    await packBoard(room, wishes);
    expect(turns).toBeGreaterThanOrEqual(9);
    expect(canvas.getMap('items')._dEH.l).toEqual([]);
  });
});
