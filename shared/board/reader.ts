// The reader's boundary. Whatever a document holds is unknown until it has passed through here: an entry that makes no
// sense becomes a grey box, a value out of range is brought into it, and nothing ever throws.

import * as Y from 'yjs';
import { isColour } from '../items/colour.ts';
import { type Item, kindSpecs } from '../items/item.ts';
import { clamp, roundToEighth } from '../lib/geometry.ts';
import { type ItemId, isItemId } from '../lib/ids.ts';
import { limits } from './limits.ts';

/**
 * The packed keys of an item in the document: `k` kind, `p` position, `s` size, `z` order, `g` parent, `t` text, `c` colour;
 * and, being 1 or absent, `d` deleted, `l` locked, `o` collapsed.
 */
export type ItemKey = 'k' | 'p' | 's' | 'z' | 'g' | 't' | 'c' | 'd' | 'l' | 'o';

const unreadableSize = { w: 160, h: 80 };

/** Reads every entry of `items`, deleted ones included. */
export function readItems(doc: Y.Doc): Map<ItemId, Item> {
  const items = new Map<ItemId, Item>();
  for (const [id, entry] of doc.getMap('items').entries()) {
    if (isItemId(id)) items.set(id, readItem(id, entry));
  }
  return items;
}

/** Reads one entry of `items`. Total: any value gives an item. */
export function readItem(id: ItemId, entry: unknown): Item {
  if (!(entry instanceof Y.Map)) return unreadable(id, { x: 0, y: 0 }, { deleted: false, locked: false });
  const position = readPair(entry.get('p'));
  const at = {
    x: clamp(roundToEighth(position?.[0] ?? 0), -limits.coordinateMax, limits.coordinateMax),
    y: clamp(roundToEighth(position?.[1] ?? 0), -limits.coordinateMax, limits.coordinateMax),
  };
  const deleted = entry.get('d') === 1;
  const locked = entry.get('l') === 1;
  const kind: unknown = entry.get('k');
  if (kind !== 'note' && kind !== 'cluster') return unreadable(id, at, { deleted, locked });
  const spec = kindSpecs[kind];
  const size = readPair(entry.get('s'));
  const order = entry.get('z');
  const parent = entry.get('g');
  const colour = entry.get('c');
  return {
    id,
    kind,
    ...at,
    w: clamp(roundToEighth(size?.[0] ?? spec.size.w), limits.sizeMin, limits.sizeMax),
    h: clamp(roundToEighth(size?.[1] ?? spec.size.h), limits.sizeMin, limits.sizeMax),
    order: typeof order === 'string' && order.length <= limits.orderCharsMax ? order : '',
    parent: isItemId(parent) && parent !== id ? parent : null,
    text: readText(entry.get('t')),
    colour: isColour(colour) ? colour : spec.colour,
    locked,
    collapsed: kind === 'cluster' && entry.get('o') === 1,
    deleted,
  };
}

/** Text as people wrote it, cut at the limit without splitting a surrogate pair. */
export function readText(value: unknown): string {
  const text = value instanceof Y.Text ? value.toString() : typeof value === 'string' ? value : '';
  if (text.length <= limits.textCharsMax) return text;
  const cut = text.slice(0, limits.textCharsMax);
  const last = cut.charCodeAt(cut.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? cut.slice(0, -1) : cut;
}

function readPair(value: unknown): readonly [number, number] | null {
  if (!Array.isArray(value) || value.length !== 2) return null;
  const [a, b] = value;
  return Number.isFinite(a) && Number.isFinite(b) ? [a, b] : null;
}

function unreadable(
  id: ItemId,
  at: { x: number; y: number },
  marks: { deleted: boolean; locked: boolean },
): Item {
  return {
    id,
    kind: 'unreadable',
    ...at,
    ...unreadableSize,
    order: '',
    parent: null,
    text: '',
    colour: 'grey',
    collapsed: false,
    ...marks,
  };
}
