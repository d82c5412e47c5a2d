// What is under a point or in a box. Asks the scene's index first, the outline second. Knows the shape of things as they are
// pressed, which is written down as the pointer matrix in client/README.md.

import { clusterTitleHeight } from '../../shared/board/tree.ts';
import { type Box, contains, holds, inflated, type Vec } from '../../shared/lib/geometry.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import type { Drawable, Scene } from './scene.ts';

/**
 * `body` is a note or the card of a collapsed cluster; an open cluster has a `title` band, a `border` and the open `field`
 * between. `toggle` closes the one and opens the other.
 */
export type Part = 'body' | 'title' | 'border' | 'field' | 'toggle';

export interface Hit {
  readonly drawable: Drawable;
  readonly part: Part;
}

export interface HitOptions {
  /** How near is near enough, in board units. */
  readonly slop: number;
  /** Board units per CSS pixel, 1 when left out: a cluster's title band never gets thinner than a finger on the screen. */
  readonly unitsPerPixel?: number;
}

const titlePixelsMin = 28;

/** The band at the top of a cluster that shows its title and can be grabbed. */
export function titleBand(box: Box, unitsPerPixel = 1): Box {
  const h = Math.min(box.h, Math.max(clusterTitleHeight, titlePixelsMin * unitsPerPixel));
  return { x: box.x, y: box.y, w: box.w, h };
}

const toggleSize = 32;
const togglePixelsMin = 22;
const titlePixelsRoom = 96;

/** The little arrow at the end of a cluster's title; null where the title needs the room itself. */
export function toggleBox(box: Box, unitsPerPixel = 1): Box | null {
  const size = Math.max(toggleSize, togglePixelsMin * unitsPerPixel);
  const band = titleBand(box, unitsPerPixel);
  if (band.w < size + Math.max(2 * size, titlePixelsRoom * unitsPerPixel) || band.h < size) return null;
  const margin = (Math.min(band.h, clusterTitleHeight) - size) / 2;
  if (margin < 0) return null;
  return { x: band.x + band.w - size - margin, y: band.y + margin, w: size, h: size };
}

/** The topmost thing at a point, and which part of it; the open field of a cluster counts. */
export function hitAny(scene: Scene, point: Vec, options: HitOptions): Hit | null {
  const { slop } = options;
  const near = scene.search(inflated({ x: point.x, y: point.y, w: 0, h: 0 }, slop)).reverse();
  let almost: Hit | null = null;
  for (const drawable of near) {
    const exact = partAt(drawable, point, { ...options, slop: 0 });
    if (exact !== null && exact !== 'field') return { drawable, part: exact };
    const part = partAt(drawable, point, options);
    if (part === null) continue;
    // What lies exactly under the point wins over what is only near, and anything over an open field.
    if (almost === null || (almost.part === 'field' && part !== 'field')) almost = { drawable, part };
  }
  return almost;
}

/** The topmost item that a press at this point takes hold of; null on the canvas and in the open field of a cluster. */
export function hitItem(scene: Scene, point: Vec, options: HitOptions): Drawable | null {
  const hit = hitAny(scene, point, options);
  return hit === null || hit.part === 'field' ? null : hit.drawable;
}

/** What a marquee catches: notes and cards it touches, open clusters it holds whole, nothing locked. In stacking order. */
export function hitBox(scene: Scene, box: Box): Drawable[] {
  return scene.search(box).filter(({ item, box: drawn }) => {
    if (item.locked) return false;
    return item.kind !== 'cluster' || item.collapsed || holds(box, drawn);
  });
}

/** The innermost cluster at a point, for a drop. What is inside the excluded ones is excluded too. */
export function clusterAt(scene: Scene, point: Vec, excludeIds: ReadonlySet<ItemId>): Drawable | null {
  const excluded = scene.withInside(excludeIds);
  let best: Drawable | null = null;
  for (const drawable of scene.search({ x: point.x, y: point.y, w: 0, h: 0 })) {
    if (drawable.item.kind !== 'cluster' || excluded.has(drawable.id)) continue;
    if (best === null || drawable.depth >= best.depth) best = drawable;
  }
  return best;
}

function partAt(drawable: Drawable, point: Vec, { slop, unitsPerPixel = 1 }: HitOptions): Part | null {
  const { box } = drawable;
  if (!contains(slop === 0 ? box : inflated(box, slop), point)) return null;
  if (drawable.item.kind !== 'cluster') return 'body';
  const toggle = toggleBox(box, unitsPerPixel);
  if (toggle !== null && contains(toggle, point)) return 'toggle';
  if (drawable.item.collapsed) return 'body';
  if (contains(titleBand(box, unitsPerPixel), point)) return 'title';
  const rim = Math.min(slop, box.w / 4, box.h / 4);
  return rim > 0 && contains(inflated(box, -rim), point) ? 'field' : slop > 0 ? 'border' : 'field';
}
