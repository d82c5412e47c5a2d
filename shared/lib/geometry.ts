// Plane geometry in board units, y down. Values only.

export interface Vec {
  readonly x: number;
  readonly y: number;
}

/** An upright rectangle: top-left corner and size. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export const origin: Vec = { x: 0, y: 0 };

export function add(a: Vec, b: Vec): Vec {
  return { x: a.x + b.x, y: a.y + b.y };
}

export function subtract(a: Vec, b: Vec): Vec {
  return { x: a.x - b.x, y: a.y - b.y };
}

export function distance(a: Vec, b: Vec): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

export function centre(box: Box): Vec {
  return { x: box.x + box.w / 2, y: box.y + box.h / 2 };
}

export function moved(box: Box, by: Vec): Box {
  return { x: box.x + by.x, y: box.y + by.y, w: box.w, h: box.h };
}

export function inflated(box: Box, margin: number): Box {
  return { x: box.x - margin, y: box.y - margin, w: box.w + 2 * margin, h: box.h + 2 * margin };
}

export function contains(box: Box, point: Vec): boolean {
  return point.x >= box.x && point.y >= box.y && point.x <= box.x + box.w && point.y <= box.y + box.h;
}

/** Whether all of `inner` is inside; touching edges count. */
export function holds(outer: Box, inner: Box): boolean {
  return contains(outer, inner) && contains(outer, { x: inner.x + inner.w, y: inner.y + inner.h });
}

export function sameBox(a: Box, b: Box | undefined): boolean {
  return b !== undefined && a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;
}

/** Touching edges do not count as overlap. */
export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

export function union(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return { x, y, w: Math.max(a.x + a.w, b.x + b.w) - x, h: Math.max(a.y + a.h, b.y + b.h) - y };
}

/** The smallest box around all of them; null for none. */
export function unionAll(boxes: Iterable<Box>): Box | null {
  let all: Box | null = null;
  for (const box of boxes) all = all ? union(all, box) : box;
  return all;
}

/** The box between two corners, given in any order. */
export function boxBetween(a: Vec, b: Vec): Box {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), w: Math.abs(a.x - b.x), h: Math.abs(a.y - b.y) };
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** Positions are kept to an eighth of a unit: finer than any screen shows, shorter on the wire. */
export function roundToEighth(value: number): number {
  return Math.round(value * 8) / 8;
}
