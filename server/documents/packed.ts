// A board on its way to the thread that writes documents: bytes that change hands without being copied, in pieces small enough
// that nobody waits for one of them to be made.

import { deserialize, serialize } from 'node:v8';
import type { Item } from '../../shared/items/item.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import type { BoardSnapshot } from '../../shared/transfer/snapshot.ts';

/** A board without its items. */
export type Surroundings = Omit<BoardSnapshot, 'items' | 'deleted'>;

export interface PackedBoard {
  readonly around: Uint8Array<ArrayBuffer>;
  /** Lists of what became of an item, deleted ones among them: the later holds, and null says that it is gone for good. */
  readonly items: readonly Uint8Array<ArrayBuffer>[];
}

export type PackedItem = readonly [ItemId, Item | null];

export function packItems(items: readonly PackedItem[]): Uint8Array<ArrayBuffer> {
  return serialize(items);
}

export function packAround(around: Surroundings): Uint8Array<ArrayBuffer> {
  return serialize(around);
}

/** What may be handed over instead of copied. */
export function buffersOf(board: BoardSnapshot | PackedBoard): ArrayBuffer[] {
  return isPacked(board) ? [board.around, ...board.items].map(({ buffer }) => buffer) : [];
}

/** A board that came in pieces, later pieces over earlier ones; any other as it is. */
export function unpacked(board: BoardSnapshot | PackedBoard): BoardSnapshot {
  if (!isPacked(board)) return board;
  const found = new Map<ItemId, Item>();
  for (const bytes of board.items) {
    for (const [id, item] of deserialize(bytes) as PackedItem[]) {
      if (item === null) found.delete(id);
      else found.set(id, item);
    }
  }
  const all = [...found.values()];
  return {
    ...(deserialize(board.around) as Surroundings),
    items: all.filter((item) => !item.deleted),
    deleted: all.filter((item) => item.deleted),
  };
}

function isPacked(board: BoardSnapshot | PackedBoard): board is PackedBoard {
  return 'around' in board;
}
