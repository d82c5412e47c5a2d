// Where things go when they are lined up, spread or put in rows. Boxes in, places out; knows no board.

import type { Box, Vec } from '../../shared/lib/geometry.ts';
import { add, inflated, overlaps, roundToEighth, unionAll } from '../../shared/lib/geometry.ts';
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
const blockGap = 48;

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

/** Clusters in rows like books, and everything else in one block after them: where each thing and the whole lies. */
export function inBlocks(
  clusters: readonly Placed[],
  others: readonly Placed[],
  corner: Vec,
): { places: Places; box: Box } {
  if (clusters.length === 0) return inRows(others, corner);
  const inOrder = inReadingOrder(clusters);
  const rest = inRows(others, { x: 0, y: 0 });
  const blocks = others.length === 0 ? inOrder : [...inOrder, rest.box];
  const shelves = inShelves(blocks, blockGap);
  const cornerOf = (at: number) => add(shelves.places[at] ?? { x: 0, y: 0 }, corner);
  const places = new Map(inOrder.map((cluster, at) => [cluster.id, cornerOf(at)]));
  for (const [id, at] of rest.places) places.set(id, add(at, cornerOf(inOrder.length)));
  return { places, box: { ...corner, w: shelves.w, h: shelves.h } };
}

/**
 * The free places among what is there, row by row from the corner of `within` on, no wider than it where that can be. Things
 * cover neither one another nor what is there.
 */
export function inGaps(
  things: readonly Placed[],
  there: readonly Box[],
  within: Vec & { w: number },
): Places {
  const taken = [...there];
  const rows = [within.y, ...there.map((box) => box.y + box.h + rowGap)].filter((y) => y >= within.y);
  const places = new Map<ItemId, Vec>();
  let last: { size: Box; y: number } | null = null;
  for (const thing of things) {
    // Where one found no place, nothing larger does.
    const from: number = last && thing.w >= last.size.w && thing.h >= last.size.h ? last.y : within.y;
    const at = rows
      .filter((y) => y >= from)
      .sort((a, b) => a - b)
      .reduce<Vec | null>((found, y) => found ?? gapInRow(thing, y, within, taken), null);
    const place = at ?? { x: within.x, y: from };
    places.set(thing.id, place);
    taken.push({ ...thing, ...place });
    rows.push(place.y + thing.h + rowGap);
    last = { size: thing, y: place.y };
  }
  return places;
}

function gapInRow(size: Box, y: number, within: Vec & { w: number }, taken: readonly Box[]): Vec | null {
  let { x } = within;
  while (x === within.x || x + size.w <= within.x + within.w) {
    const around = inflated({ x, y, w: size.w, h: size.h }, rowGap);
    const right = taken.reduce(
      (most, box) => (overlaps(box, around) ? Math.max(most, box.x + box.w) : most),
      x,
    );
    if (right === x) return { x, y };
    x = right + rowGap;
  }
  return null;
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
