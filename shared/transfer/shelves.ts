// Boxes in rows, as books stand on shelves. Sizes in, places out; knows nothing of what stands there.

import type { Vec } from '../lib/geometry.ts';

/** Left to right, then the next row: about half again as wide as high. The corner of each, and the size of all. */
export function inShelves(
  sizes: readonly { readonly w: number; readonly h: number }[],
  between: number,
): { places: Vec[]; w: number; h: number } {
  const area = sizes.reduce((sum, size) => sum + (size.w + between) * (size.h + between), 0);
  const widest = sizes.reduce((most, size) => Math.max(most, size.w), 0);
  const rowWidth = Math.sqrt(area * 1.5) + widest / 2;
  const places: Vec[] = [];
  let x = 0;
  let y = 0;
  let rowHeight = 0;
  let w = 0;
  for (const size of sizes) {
    if (x > 0 && x + size.w > rowWidth) {
      x = 0;
      y += rowHeight + between;
      rowHeight = 0;
    }
    places.push({ x, y });
    w = Math.max(w, x + size.w);
    rowHeight = Math.max(rowHeight, size.h);
    x += size.w + between;
  }
  return { places, w, h: y + rowHeight };
}
