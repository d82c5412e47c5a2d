// Long lists of lines that are not all of one height: where each begins, and which are in view.

import type { RowWindow } from './rowWindow.ts';

/** Where each line begins, and at the end where the last one ends. */
export function offsetsOf(heights: readonly number[]): readonly number[] {
  const offsets = [0];
  for (const height of heights) offsets.push((offsets.at(-1) ?? 0) + height);
  return offsets;
}

/** Which line lies at this height; the last one below all of them, -1 where there are none. */
export function lineAt(offsets: readonly number[], y: number): number {
  let [low, high] = [0, offsets.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return Math.min(low, offsets.length - 2);
}

/** Those that are seen, and `around` more on each side. */
export function linesInView(
  offsets: readonly number[],
  { top, height }: { readonly top: number; readonly height: number },
  around = 0,
): RowWindow {
  const count = offsets.length - 1;
  if (count === 0) return { from: 0, to: 0 };
  const [first, last] = [lineAt(offsets, top), lineAt(offsets, top + height)];
  return { from: Math.max(0, first - around), to: Math.min(count, last + 1 + around) };
}
