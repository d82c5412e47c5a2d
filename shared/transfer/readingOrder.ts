// The order in which people read what lies on a plane: rows from top to bottom, each from left to right. Notes set down by
// hand never line up exactly, so a row reaches as far as its first item's upper half.

import type { Box } from '../lib/geometry.ts';

interface Placed extends Box {
  readonly id: string;
}

/** A new array; ties go by id, so every machine reads the same. */
export function inReadingOrder<Thing extends Placed>(things: readonly Thing[]): Thing[] {
  const byTop = [...things].sort((a, b) => a.y - b.y || a.x - b.x || compareIds(a, b));
  const ordered: Thing[] = [];
  let row: Thing[] = [];
  let rowEnd = Number.NEGATIVE_INFINITY;
  const closeRow = (): void => {
    ordered.push(...row.sort((a, b) => a.x - b.x || a.y - b.y || compareIds(a, b)));
    row = [];
  };
  for (const thing of byTop) {
    if (row.length > 0 && thing.y >= rowEnd) closeRow();
    if (row.length === 0) rowEnd = thing.y + Math.min(thing.h, tallestRow) / 2;
    row.push(thing);
  }
  closeRow();
  return ordered;
}

// A tall cluster beside notes must not swallow all their rows into one.
const tallestRow = 240;

function compareIds(a: Placed, b: Placed): number {
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
