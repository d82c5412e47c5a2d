// Changes the server did not take: kept as plain items while the document is built anew, then offered again as new edits.

import type { Board } from '../../shared/board/board.ts';
import { createItems } from '../../shared/board/verbs.ts';
import type { Item, NewItem } from '../../shared/items/item.ts';
import { isItemId } from '../../shared/lib/ids.ts';

export type Leftovers = readonly Item[];

/** The items behind these keys as they are here now. Keys that are no readable item are left out. */
export function collectLeftovers(board: Board, keys: readonly string[]): Leftovers {
  return keys
    .map((key) => (isItemId(key) ? board.get(key) : undefined))
    .filter((item) => item !== undefined)
    .filter((item) => item.kind !== 'unreadable');
}

/** One step for undo. Items the board does not have are made with their old id; the others take on what was changed. */
export function offerAgain(board: Board, leftovers: Leftovers): void {
  board.asOneStep(() => {
    const missing = leftovers.filter((item) => board.get(item.id) === undefined && !item.deleted);
    createItems(board, missing.map(asNew));
    const there = leftovers.filter((item) => !missing.includes(item) && board.get(item.id) !== undefined);
    if (there.length === 0) return;
    board.transact('offerAgain', (tx) => {
      for (const item of there) {
        tx.move(item.id, item);
        const now = tx.get(item.id);
        if (now?.w !== item.w || now.h !== item.h) tx.resize(item.id, item.w, item.h);
        if (now?.parent !== item.parent) tx.set(item.id, 'g', item.parent ?? undefined);
        if (now?.colour !== item.colour) tx.set(item.id, 'c', item.colour);
        if (now?.locked !== item.locked) tx.set(item.id, 'l', item.locked ? 1 : undefined);
        if (now?.collapsed !== item.collapsed) tx.set(item.id, 'o', item.collapsed ? 1 : undefined);
        if (now?.deleted !== item.deleted) tx.set(item.id, 'd', item.deleted ? 1 : undefined);
        tx.editText(item.id, item.text);
      }
    });
  });
}

/** Of these, as they were here, what others deleted or removed for good meanwhile. */
export function lostAmong(before: Leftovers, board: Board): Leftovers {
  return before.filter((item) => !item.deleted && (board.get(item.id)?.deleted ?? true));
}

/** One step for undo. Others took the old ones away: that stands, and these are new. */
export function makeAnew(board: Board, leftovers: Leftovers): void {
  const isThere = (id: Item['parent']) => id !== null && board.get(id)?.deleted === false;
  const anew = leftovers
    .filter((item) => !item.deleted)
    .map((item) => {
      const { id: _old, order: _below, ...rest } = asNew(item);
      return { ...rest, parent: isThere(item.parent) ? item.parent : null };
    });
  createItems(board, anew);
}

/** To paste somewhere else: one idea a line, deletions left out. */
export function leftoversText(leftovers: Leftovers): string {
  return leftovers
    .filter((item) => !item.deleted && item.text.trim() !== '')
    .map((item) => item.text.trim())
    .join('\n');
}

function asNew(item: Item): NewItem {
  const { id, x, y, w, h, order, parent, text, colour, locked, collapsed } = item;
  const kind = item.kind === 'cluster' ? 'cluster' : 'note';
  return {
    id,
    kind,
    x,
    y,
    w,
    h,
    parent,
    text,
    colour,
    locked,
    collapsed,
    ...(order === '' ? {} : { order }),
  };
}
