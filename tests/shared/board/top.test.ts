// The topmost item is kept up to date change by change; this compares it with a look through all of them.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Board } from '../../../shared/board/board.ts';
import { sendToBack } from '../../../shared/board/stacking.ts';
import { Undo } from '../../../shared/board/undo.ts';
import { bringToFront, createNote, removeItems, restoreItems } from '../../../shared/board/verbs.ts';
import { seededRandom } from '../../../shared/lib/env.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import { compareOrder } from '../../../shared/lib/order.ts';

type Person = { readonly board: Board; readonly undo: Undo };

function person(clientID: number): Person {
  const doc = new Y.Doc();
  doc.clientID = clientID;
  const board = new Board(doc, seededRandom(clientID));
  return { board, undo: new Undo(board) };
}

function exchange(a: Person, b: Person): void {
  Y.applyUpdate(b.board.doc, Y.encodeStateAsUpdate(a.board.doc, Y.encodeStateVector(b.board.doc)));
  Y.applyUpdate(a.board.doc, Y.encodeStateAsUpdate(b.board.doc, Y.encodeStateVector(a.board.doc)));
}

/** What is done to one or two items of one person's board; numbers choose the items. */
const deeds: Readonly<Record<string, (who: Person, ids: readonly ItemId[]) => void>> = {
  make: ({ board }) => createNote(board, { x: 0, y: 0 }),
  lift: ({ board }, ids) => bringToFront(board, ids),
  sink: ({ board }, ids) => sendToBack(board, ids),
  remove: ({ board }, ids) => removeItems(board, ids),
  restore: ({ board }, ids) => restoreItems(board, ids),
  undo: ({ undo }) => undo.undo(),
  redo: ({ undo }) => undo.redo(),
  // Bots and the server write what no verb would.
  purge: ({ board }, ids) => board.doc.transact(() => ids.map((id) => board.doc.getMap('items').delete(id))),
  breakKey: ({ board }, ids) =>
    ids.map((id) => board.transact('bot', (tx) => tx.set(id, 'z', id.length % 2 ? 'zzzz' : 7))),
};

const story = fc.array(
  fc.record({
    who: fc.boolean(),
    deed: fc.constantFrom(...Object.keys(deeds)),
    first: fc.nat(20),
    second: fc.nat(20),
    meet: fc.boolean(),
    looks: fc.boolean(),
  }),
  { minLength: 1, maxLength: 40 },
);

describe('the top of the stack', () => {
  it('is what a look through all items finds, whatever two people and their undo do', () => {
    fc.assert(
      fc.property(story, (steps) => {
        const people = [person(1), person(2)] as const;
        for (const { who, deed, first, second, meet, looks } of steps) {
          const acting = who ? people[0] : people[1];
          const all = [...acting.board.items.keys()].sort();
          const ids = all.length === 0 ? [] : [first, second].flatMap((n) => all[n % all.length] ?? []);
          deeds[deed]?.(acting, ids);
          if (meet) exchange(...people);
          if (!looks) continue;
          for (const { board } of people) {
            expect(board.top()).toEqual([...board.items.values()].sort(compareOrder).at(-1) ?? null);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is asked without a look through the wall while notes come one above the other', () => {
    const { board } = person(1);
    for (let made = 0; made < 5; made++) createNote(board, { x: 0, y: 0 });
    board.topOrder();
    let looked = 0;
    const { values } = Map.prototype;
    const items = board.items as Map<ItemId, unknown>;
    items.values = () => {
      looked++;
      return values.call(items);
    };
    createNote(board, { x: 0, y: 0 });
    expect(looked).toBe(0);
  });
});
