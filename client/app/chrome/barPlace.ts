// Where the bar of a selection goes so that it hides the least of it. Pixels in, pixels out; knows no bar.

import { type Box, clamp, type Vec } from '../../../shared/lib/geometry.ts';

/** Between the bar and what is selected. */
const gapPx = 14;

interface Places {
  /** What is selected, on the screen. */
  readonly on: Box;
  readonly bar: { readonly w: number; readonly h: number };
  /** What of the screen is free of everything else that floats over it. */
  readonly free: Box;
}

/** Above the selection, else below it, else beside it; over its lower end only when it fills the screen. */
export function barPlace({ on, bar, free }: Places): Vec {
  const right = Math.max(free.x, free.x + free.w - bar.w);
  const lowest = Math.max(free.y, free.y + free.h - bar.h);
  const x = clamp(on.x + on.w / 2 - bar.w / 2, free.x, right);
  const y = clamp(on.y, free.y, lowest);
  const [above, below] = [on.y - bar.h - gapPx, on.y + on.h + gapPx];
  const [before, after] = [on.x - bar.w - gapPx, on.x + on.w + gapPx];
  if (above >= free.y) return { x, y: Math.min(above, lowest) };
  if (below <= lowest) return { x, y: Math.max(below, free.y) };
  if (after <= right) return { x: Math.max(after, free.x), y };
  if (before >= free.x) return { x: Math.min(before, right), y };
  return { x, y: lowest };
}
