// What a template put on the wall, as long as nobody has written on it: prompts, rules, examples. Kept by the server under
// `furniture` of the `session` document, item -> [piece, mark of its text]. Whatever people wrote over it is theirs.

import type { Item } from '../../items/item.ts';
import { type ItemId, isItemId } from '../../lib/ids.ts';
import type { Piece } from './template.ts';

export interface Furnished {
  /** The id that the template gave it. */
  readonly piece: string;
  /** Of the text it came with. */
  readonly mark: number;
}

export type Furniture = ReadonlyMap<ItemId, Furnished>;

/** The layout and the items made of it, in the same order: the entries to be kept. */
export function furnitureOf(
  layout: readonly Piece[],
  items: readonly { readonly id: ItemId }[],
): [ItemId, [piece: string, mark: number]][] {
  return layout.flatMap(({ id, text }, index) => {
    const item = items[index];
    return item === undefined ? [] : [[item.id, [id, markOf(text)]]];
  });
}

/** What cannot be read is left out. */
export function readFurniture(entries: Iterable<readonly [string, unknown]>): Furniture {
  const furniture = new Map<ItemId, Furnished>();
  for (const [id, value] of entries) {
    if (!isItemId(id) || !Array.isArray(value)) continue;
    const [piece, mark] = value as unknown[];
    if (typeof piece === 'string' && typeof mark === 'number') furniture.set(id, { piece, mark });
  }
  return furniture;
}

/** Whether it still says what the template said. */
export function isUntouched({ id, text }: Pick<Item, 'id' | 'text'>, furniture: Furniture): boolean {
  return furniture.get(id)?.mark === markOf(text);
}

/** FNV-1a of the text without space round it: one number instead of a second copy of every text. */
function markOf(text: string): number {
  let mark = 0x811c9dc5;
  for (const sign of text.trim()) mark = Math.imul(mark ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return mark;
}
