// Up and down the stack. Notes lie over clusters whatever their keys say, so only like and like trade places; a step is past
// the next thing that overlaps, because a step past anything else shows nothing.

import type { Item } from '../items/item.ts';
import { overlaps } from '../lib/geometry.ts';
import type { ItemId } from '../lib/ids.ts';
import { compareOrder } from '../lib/order.ts';
import type { Board } from './board.ts';
import { drawnBox, membersByCluster } from './tree.ts';
import { inSlices } from './verbs.ts';

/** Puts items below everything else, keeping their order among themselves. Writes nothing when they are there already. */
export function sendToBack(board: Board, ids: readonly ItemId[]): void {
  const chosen = new Set(ids);
  const stack = stackOf(board);
  const sunk = stack.filter((item) => chosen.has(item.id));
  const highest = sunk.at(-1);
  const first = stack.find((item) => !chosen.has(item.id));
  if (highest === undefined || first === undefined || compareOrder(highest, first) < 0) return;
  let bottom = stack[0]?.order ?? null;
  inSlices(board, sunk.reverse(), (slice) => {
    board.transact('sendToBack', (tx) => {
      for (const item of slice) {
        bottom = tx.orderBetween(null, bottom);
        tx.set(item.id, 'z', bottom);
      }
    });
  });
}

/** One step up or down for each, past the next that overlaps it. */
export function restack(board: Board, step: { ids: readonly ItemId[]; way: 'forward' | 'backward' }): void {
  const chosen = new Set(step.ids);
  const members = membersByCluster(board.items);
  const boxOf = (item: Item) => drawnBox(item, members);
  const forward = step.way === 'forward';
  // Backward is forward in a stack that stands on its head.
  const stack = forward ? stackOf(board) : stackOf(board).reverse();
  const moved = stack.filter((item) => chosen.has(item.id)).reverse();
  inSlices(board, moved, (slice) => {
    board.transact('restack', (tx) => {
      for (const item of slice) {
        const from = stack.indexOf(item);
        const box = boxOf(item);
        const past = stack.findIndex(
          (other, at) =>
            at > from && !chosen.has(other.id) && other.kind === item.kind && overlaps(boxOf(other), box),
        );
        const under = stack[past];
        if (under === undefined) continue;
        const over = stack[past + 1];
        const order = forward
          ? tx.orderBetween(under.order, over?.order ?? null)
          : tx.orderBetween(over?.order ?? null, under.order);
        tx.set(item.id, 'z', order);
        stack.splice(past + 1, 0, { ...item, order });
        stack.splice(from, 1);
      }
    });
  });
}

function stackOf(board: Board): Item[] {
  return [...board.items.values()].filter((item) => !item.deleted).sort(compareOrder);
}
