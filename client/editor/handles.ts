// The eight places where an item can be taken to be resized, and what taking them there does to its box.

import { limits } from '../../shared/board/limits.ts';
import { clusterPadding, clusterTitleHeight } from '../../shared/board/tree.ts';
import type { Item, Kind } from '../../shared/items/item.ts';
import type { Box, Vec } from '../../shared/lib/geometry.ts';
import type { CursorStyle } from './intents.ts';

/** Compass points of a box. */
export type Handle = 'nw' | 'n' | 'ne' | 'e' | 'se' | 's' | 'sw' | 'w';

export const handles: readonly Handle[] = ['nw', 'ne', 'se', 'sw', 'n', 'e', 's', 'w'];

/** Half the side of the square that catches a press, in pixels. Corners win over edges, being listed first. */
export const handleReachPx = { mouse: 8, touch: 20 } as const;

export const handleCursors: Readonly<Record<Handle, CursorStyle>> = {
  nw: 'nwse-resize',
  se: 'nwse-resize',
  ne: 'nesw-resize',
  sw: 'nesw-resize',
  n: 'ns-resize',
  s: 'ns-resize',
  e: 'ew-resize',
  w: 'ew-resize',
};

const smallest: Readonly<Record<Kind, { w: number; h: number }>> = {
  note: { w: 48, h: 48 },
  cluster: { w: 2 * clusterPadding + 72, h: clusterTitleHeight + clusterPadding },
  unreadable: { w: limits.sizeMin, h: limits.sizeMin },
};

/** Cards have their own size, and what is locked keeps its. */
export function isResizable(item: Item): boolean {
  return item.kind !== 'unreadable' && !item.locked && !item.collapsed;
}

export function handlePoint(box: Box, handle: Handle): Vec {
  return {
    x: box.x + box.w * (handle.includes('w') ? 0 : handle.includes('e') ? 1 : 0.5),
    y: box.y + box.h * (handle.includes('n') ? 0 : handle.includes('s') ? 1 : 0.5),
  };
}

/** The handle at a point; `reach` in board units. Edges too short to hold one between two corners have none. */
export function handleAt(box: Box, point: Vec, reach: number): Handle | null {
  for (const handle of handles) {
    const at = handlePoint(box, handle);
    if (handle.length === 1 && (handle === 'n' || handle === 's' ? box.w : box.h) < 6 * reach) continue;
    if (Math.abs(point.x - at.x) <= reach && Math.abs(point.y - at.y) <= reach) return handle;
  }
  return null;
}

/** The box after its handle was dragged `by`; the opposite side stays. `keepRatio` holds width to height. */
export function reshaped(box: Box, handle: Handle, by: Vec, kind: Kind, keepRatio: boolean): Box {
  const least = smallest[kind];
  const west = handle.includes('w');
  const north = handle.includes('n');
  const across = west || handle.includes('e');
  const along = north || handle.includes('s');
  let w = across ? limit(box.w + (west ? -by.x : by.x), least.w) : box.w;
  let h = along ? limit(box.h + (north ? -by.y : by.y), least.h) : box.h;
  if (keepRatio && box.w > 0 && box.h > 0) {
    const wanted = across && along ? Math.max(w / box.w, h / box.h) : across ? w / box.w : h / box.h;
    const scale = Math.max(wanted, least.w / box.w, least.h / box.h);
    w = limit(box.w * scale, least.w);
    h = limit(box.h * scale, least.h);
  }
  return {
    x: west ? box.x + box.w - w : across ? box.x : box.x + (box.w - w) / 2,
    y: north ? box.y + box.h - h : along ? box.y : box.y + (box.h - h) / 2,
    w,
    h,
  };
}

function limit(length: number, least: number): number {
  return Math.min(limits.sizeMax, Math.max(least, length));
}
