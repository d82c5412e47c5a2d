// Where things go when they are lined up, spread or put in rows. Boxes in, places out; knows no board.

import type { Box, Vec } from '../../shared/lib/geometry.ts';
import { add, roundToEighth, unionAll } from '../../shared/lib/geometry.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import { inReadingOrder } from '../../shared/transfer/readingOrder.ts';
import { inShelves } from '../../shared/transfer/shelves.ts';

export interface Placed extends Box {
  readonly id: ItemId;
}

export type Places = ReadonlyMap<ItemId, Vec>;

export const edges = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const;
export type Edge = (typeof edges)[number];

export const rowGap = 16;

/** All to the same edge of the box around them. */
export function aligned(things: readonly Placed[], edge: Edge): Places {
  const all = unionAll(things) ?? { x: 0, y: 0, w: 0, h: 0 };
  return new Map(things.map((thing) => [thing.id, { ...thing, ...onEdge(thing, all, edge) }]));
}

function onEdge(thing: Box, all: Box, edge: Edge): Partial<Vec> {
  switch (edge) {
    case 'left':
      return { x: all.x };
    case 'centre':
      return { x: roundToEighth(all.x + (all.w - thing.w) / 2) };
    case 'right':
      return { x: all.x + all.w - thing.w };
    case 'top':
      return { y: all.y };
    case 'middle':
      return { y: roundToEighth(all.y + (all.h - thing.h) / 2) };
    case 'bottom':
      return { y: all.y + all.h - thing.h };
  }
}

/** Equal gaps along one axis. The first and the last stay where they are, unless there is no room between them. */
export function distributed(things: readonly Placed[], axis: 'x' | 'y'): Places {
  const length = axis === 'x' ? 'w' : 'h';
  const inLine = [...things].sort(
    (a, b) => a[axis] + a[length] / 2 - (b[axis] + b[length] / 2) || (a.id < b.id ? -1 : 1),
  );
  const first = inLine[0];
  const last = inLine.at(-1);
  if (first === undefined || last === undefined || inLine.length < 3) return new Map();
  const used = inLine.reduce((sum, thing) => sum + thing[length], 0);
  const span = last[axis] + last[length] - first[axis];
  const gap = Math.max(rowGap, (span - used) / (inLine.length - 1));
  const places = new Map<ItemId, Vec>();
  let at = first[axis];
  for (const thing of inLine) {
    const along = roundToEighth(at);
    places.set(thing.id, axis === 'x' ? { x: along, y: thing.y } : { x: thing.x, y: along });
    at += thing[length] + gap;
  }
  return places;
}

/** Rows that cover nothing, from this corner on, in the order in which they are read now. */
export function inRows(things: readonly Placed[], corner: Vec): { places: Places; box: Box } {
  return inRowsAs(inReadingOrder(things), corner);
}

/** The same in the order given. */
export function inRowsAs(things: readonly Placed[], corner: Vec): { places: Places; box: Box } {
  const { places, w, h } = inShelves(things, rowGap);
  return {
    places: new Map(things.map((thing, index) => [thing.id, add(places[index] ?? { x: 0, y: 0 }, corner)])),
    box: { ...corner, w, h },
  };
}
