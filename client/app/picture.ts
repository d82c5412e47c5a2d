// A board as a handful of coloured boxes: small enough to keep in this browser, true enough to recognise.

import * as v from 'valibot';
import { type Colour, colours } from '../../shared/items/colour.ts';
import { type Box, inflated, unionAll } from '../../shared/lib/geometry.ts';
import type { Drawable } from '../scene/scene.ts';

const drawn = ['note', 'cluster'] as const;
const boxesMax = 80;

/** Kind, left, top, width, height in board units, colour; clusters first. */
export const pictureSchema = v.pipe(
  v.array(
    v.strictTuple([v.picklist(drawn), v.number(), v.number(), v.number(), v.number(), v.picklist(colours)]),
  ),
  v.maxLength(boxesMax),
);
export type Picture = v.InferOutput<typeof pictureSchema>;

/** Where there are too many, the largest stay. */
export function pictureOf(drawables: Iterable<Drawable>): Picture {
  const boxes: { kind: (typeof drawn)[number]; box: Box; colour: Colour }[] = [];
  for (const { item, box } of drawables) {
    if (item.kind !== 'unreadable') boxes.push({ kind: item.kind, box, colour: item.colour });
  }
  return boxes
    .sort((a, b) => b.box.w * b.box.h - a.box.w * a.box.h)
    .slice(0, boxesMax)
    .sort((a, b) => drawn.indexOf(b.kind) - drawn.indexOf(a.kind))
    .map(({ kind, box, colour }) => [
      kind,
      Math.round(box.x),
      Math.round(box.y),
      Math.round(box.w),
      Math.round(box.h),
      colour,
    ]);
}

/** What the picture shows, with a margin; a few notes' worth of room at least, so that one note is not a poster. */
export function pictureBox(picture: Picture): Box {
  const all = unionAll(picture.map(([, x, y, w, h]) => ({ x, y, w, h })));
  const box = all ?? { x: 0, y: 0, w: 0, h: 0 };
  const grown = Math.max(0, (900 - Math.max(box.w, box.h)) / 2);
  return inflated(box, Math.max(60, grown));
}
