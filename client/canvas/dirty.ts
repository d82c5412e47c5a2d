// What must be painted again. Device pixels only; does not know what is drawn there.

import { type Box, overlaps, union } from '../../shared/lib/geometry.ts';

// Many small clips cost more than one big one, and a canvas mostly dirty is cheaper painted whole.
const rectanglesMax = 32;
const wholeShare = 0.6;

/** Few boxes that cover these, cut to the canvas; `whole` when painting everything is the better deal. */
export function mergeDirty(
  boxes: readonly Box[],
  canvas: { w: number; h: number },
): readonly Box[] | 'whole' {
  const merged: Box[] = [];
  for (const box of boxes) {
    const inside = cut(box, canvas);
    if (inside === null) continue;
    absorb(merged, inside);
    if (merged.length > rectanglesMax) return 'whole';
  }
  const area = merged.reduce((sum, box) => sum + box.w * box.h, 0);
  return area > canvas.w * canvas.h * wholeShare ? 'whole' : merged;
}

/** Adds a box; those it overlaps or nearly fills up a bigger one with become one with it. The result never overlaps. */
function absorb(merged: Box[], added: Box): void {
  let box = added;
  for (let index = 0; index < merged.length; ) {
    const other = merged[index];
    if (other !== undefined && worthJoining(box, other)) {
      box = union(box, other);
      merged.splice(index, 1);
      index = 0;
    } else index++;
  }
  merged.push(box);
}

function worthJoining(a: Box, b: Box): boolean {
  if (overlaps(a, b)) return true;
  const both = union(a, b);
  return both.w * both.h <= (a.w * a.h + b.w * b.h) * 1.2;
}

function cut(box: Box, canvas: { w: number; h: number }): Box | null {
  const x = Math.max(0, Math.floor(box.x));
  const y = Math.max(0, Math.floor(box.y));
  const w = Math.min(canvas.w, Math.ceil(box.x + box.w)) - x;
  const h = Math.min(canvas.h, Math.ceil(box.y + box.h)) - y;
  return w > 0 && h > 0 ? { x, y, w, h } : null;
}
