// The room for words in a note, and how far its paper hangs off the wall: what every drawing of a note agrees on.

import type { Box } from '../lib/geometry.ts';

const notePadding = 16;
export const bandHeight = 9;
export const bandEdgeHeight = 5;

/** The room for words in a note. Small notes give their margin to the words. */
export function noteTextBox(box: Box): Box {
  const padding = Math.min(notePadding, box.w * 0.1, box.h * 0.1);
  return { x: box.x + padding, y: box.y + padding, w: box.w - 2 * padding, h: box.h - 2 * padding };
}

/** Between 2 and 6 board units, the same for an item everywhere and always: no two notes look stamped. */
export function liftOf(id: string): number {
  let hash = 7;
  for (let index = 0; index < id.length; index++) hash = (hash * 31 + id.charCodeAt(index)) | 0;
  return 2 + ((hash >>> 8) % 41) / 10;
}

/**
 * Translucent strips under the lower edge, each a little longer and narrower than the last, so that together they fade; and
 * a hair beside the paper. No blur: that would cost more than everything else. A lifted corner throws the wider shadow.
 */
export const shadowStrips = [
  { reach: 0.12, inset: 0 },
  { reach: 0.3, inset: 0.6 },
  { reach: 0.52, inset: 1.4 },
  { reach: 0.8, inset: 2.6 },
  { reach: 1.12, inset: 4.2 },
  { reach: 1.5, inset: 6.4 },
] as const;
export const sideUnits = 0.75;
