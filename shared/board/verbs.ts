// Every change a person or a server can make to a canvas, by name. Each is one undo step; bulk work is split into several
// transactions so that no update grows past its limit.

import type { Colour } from '../items/colour.ts';
import type { Item, NewItem } from '../items/item.ts';
import { add, type Box, unionAll, type Vec } from '../lib/geometry.ts';
import type { ItemId } from '../lib/ids.ts';
import { compareOrder } from '../lib/order.ts';
import type { Board, LocalOrigin } from './board.ts';
import { limits } from './limits.ts';
import { frameAround, membersByCluster, withMembers } from './tree.ts';

/** Makes items in the given order, each above the last. Returns their ids; fewer than asked when the board is full. */
export function createItems(
  board: Board,
  items: readonly NewItem[],
  source: LocalOrigin['source'] = 'local',
): ItemId[] {
  const room = Math.max(0, limits.itemsMax - board.items.size);
  const created: ItemId[] = [];
  let top = board.topOrder();
  inSlices(board, items.slice(0, room), (slice) => {
    board.transact(
      'createItems',
      (tx) => {
        for (const item of slice) {
          const order = tx.orderAbove(top);
          created.push(tx.create(item, order));
          top = order;
        }
      },
      source,
    );
  });
  return created;
}

/** null when there was no room for it. */
export function createNote(board: Board, note: Omit<NewItem, 'kind'>): ItemId | null {
  return createItems(board, [{ kind: 'note', ...note }])[0] ?? null;
}

/** A cluster around existing items. Items that are inside one of the others stay where they are, nested. */
export function createCluster(
  board: Board,
  cluster: { title: string; ids: readonly ItemId[]; at?: Box },
): ItemId | null {
  const chosen = outermost(board, cluster.ids);
  const around = unionAll(chosen);
  const box = cluster.at ?? (around === null ? null : frameAround(around));
  if (box === null) return null;
  let id: ItemId | null = null;
  board.asOneStep(() => {
    id =
      createItems(board, [
        { kind: 'cluster', x: box.x, y: box.y, w: box.w, h: box.h, text: cluster.title },
      ])[0] ?? null;
    if (id !== null) putInto(board, { ids: chosen.map((item) => item.id), cluster: id });
  });
  return id;
}

/** Moves items, and whatever is inside the clusters among them, by one vector. */
export function moveItems(board: Board, move: { ids: Iterable<ItemId>; by: Vec }): void {
  if (move.by.x === 0 && move.by.y === 0) return;
  const all = [...withMembers(move.ids, membersByCluster(board.items))];
  inSlices(board, all, (slice) => {
    board.transact('moveItems', (tx) => {
      for (const id of slice) {
        const item = tx.get(id);
        if (item) tx.move(id, add(item, move.by));
      }
    });
  });
}

/** Puts items into a cluster, or out of any (`cluster: null`). A cluster is never put into itself or its own inside. */
export function putInto(board: Board, put: { ids: readonly ItemId[]; cluster: ItemId | null }): void {
  const members = membersByCluster(board.items);
  const allowed = put.ids.filter(
    (id) => put.cluster === null || !withMembers([id], members).has(put.cluster),
  );
  inSlices(board, allowed, (slice) => {
    board.transact('putInto', (tx) => {
      for (const id of slice) tx.set(id, 'g', put.cluster ?? undefined);
    });
  });
}

/** To another place and size at once: a corner that is pulled moves both. */
export function resizeItem(board: Board, resize: { id: ItemId; to: Box }): void {
  board.transact('resizeItem', (tx) => {
    tx.move(resize.id, resize.to);
    tx.resize(resize.id, resize.to.w, resize.to.h);
  });
}

/** `caretEnd`: where the caret stands after the edit, which tells apart edits that read alike. */
export function setText(board: Board, edit: { id: ItemId; text: string; caretEnd?: number }): void {
  board.transact('setText', (tx) => tx.editText(edit.id, edit.text, edit.caretEnd));
}

export function setColour(board: Board, paint: { ids: readonly ItemId[]; colour: Colour }): void {
  inSlices(board, paint.ids, (slice) => {
    board.transact('setColour', (tx) => {
      for (const id of slice) tx.set(id, 'c', paint.colour);
    });
  });
}

/** Soft: what others are typing into them at this moment is not lost, and undo brings everything back. */
export function removeItems(board: Board, ids: readonly ItemId[]): void {
  inSlices(board, ids, (slice) => {
    board.transact('removeItems', (tx) => {
      for (const id of slice) tx.set(id, 'd', 1);
    });
  });
}

/** Takes deletions back. */
export function restoreItems(board: Board, ids: readonly ItemId[]): void {
  inSlices(board, ids, (slice) => {
    board.transact('restoreItems', (tx) => {
      for (const id of slice) tx.set(id, 'd', undefined);
    });
  });
}

/** Takes a cluster away and leaves its notes where they are, in whatever the cluster itself was in. */
export function dissolveCluster(board: Board, cluster: ItemId): void {
  const found = board.get(cluster);
  if (found?.kind !== 'cluster') return;
  const inside = membersByCluster(board.items).get(cluster) ?? [];
  board.asOneStep(() => {
    putInto(board, { ids: inside.map((item) => item.id), cluster: found.parent });
    removeItems(board, [cluster]);
  });
}

/** Lifts items above everything else, keeping their order among themselves. Writes nothing when they are on top already. */
export function bringToFront(board: Board, ids: readonly ItemId[]): void {
  const lifted = ids
    .map((id) => board.get(id))
    .filter((item) => item !== undefined)
    .sort(compareOrder);
  const lowest = lifted[0];
  if (lowest === undefined) return;
  if (!isCovered(board, lowest, new Set(ids))) return;
  let top = board.topOrder();
  inSlices(board, lifted, (slice) => {
    board.transact('bringToFront', (tx) => {
      for (const item of slice) {
        top = tx.orderAbove(top);
        tx.set(item.id, 'z', top);
      }
    });
  });
}

/** Whether anything but the chosen lies above the lowest of them. */
function isCovered(board: Board, lowest: Item, chosen: ReadonlySet<ItemId>): boolean {
  const top = board.top();
  if (top === null || top.id === lowest.id) return false;
  if (!chosen.has(top.id)) return true;
  return [...board.items.values()].some((item) => !chosen.has(item.id) && compareOrder(item, lowest) > 0);
}

/** Moves each item, with everything inside it, by a vector of its own; `moves` must not be inside one another. */
export function moveEach(board: Board, moves: ReadonlyMap<ItemId, Vec>): void {
  const members = membersByCluster(board.items);
  const all = [...moves]
    .filter(([, by]) => by.x !== 0 || by.y !== 0)
    .flatMap(([id, by]) => [...withMembers([id], members)].map((inside) => ({ id: inside, by })));
  inSlices(board, all, (slice) => {
    board.transact('moveEach', (tx) => {
      for (const { id, by } of slice) {
        const item = tx.get(id);
        if (item) tx.move(id, add(item, by));
      }
    });
  });
}

export function setLocked(board: Board, lock: { ids: readonly ItemId[]; locked: boolean }): void {
  inSlices(board, lock.ids, (slice) => {
    board.transact('setLocked', (tx) => {
      for (const id of slice) tx.set(id, 'l', lock.locked ? 1 : undefined);
    });
  });
}

function outermost(board: Board, ids: readonly ItemId[]): Item[] {
  const members = membersByCluster(board.items);
  const nested = new Set<ItemId>();
  for (const id of ids)
    for (const inside of withMembers([id], members)) if (inside !== id) nested.add(inside);
  return ids
    .map((id) => board.get(id))
    .filter((item) => item !== undefined)
    .filter((item) => !item.deleted && !nested.has(item.id));
}

/** One step, in transactions no larger than an update may be. */
export function inSlices<Thing>(
  board: Board,
  things: readonly Thing[],
  run: (slice: readonly Thing[]) => void,
): void {
  board.asOneStep(() => {
    for (let start = 0; start < things.length; start += limits.itemsPerUpdateMax) {
      run(things.slice(start, start + limits.itemsPerUpdateMax));
    }
  });
}
