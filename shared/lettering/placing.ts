// Where the lines of a laid-out text stand in their room, and how its bullets and underlines look. Draws nothing.

import type { Box } from '../lib/geometry.ts';
import type { TextLayout } from './fitText.ts';
import type { FontMetrics } from './wordWidths.ts';

export const bulletEm = 0.11;
/** Above the baseline: the middle of small letters. */
export const bulletRiseEm = 0.24;
export const underlineDropEm = 0.1;
export const underlineEm = 0.055;

/** Too much text starts at the top; what fits stands in the middle. */
export function firstLineTop(layout: TextLayout, room: Box): number {
  const height = layout.lines.length * layout.lineHeight;
  return layout.cut ? room.y : room.y + Math.max(0, (room.h - height) / 2);
}

/** From the top of a line to its baseline, as a browser places it. */
export function baselineOf(layout: { size: number; lineHeight: number }, metrics: FontMetrics): number {
  const content = (metrics.ascent + metrics.descent) * layout.size;
  return (layout.lineHeight - content) / 2 + metrics.ascent * layout.size;
}

/** Where the underline of an address begins. */
export function linkLeft(layout: TextLayout, room: Box, line: number, x: number, w: number): number {
  const direction = layout.directions?.[line] ?? layout.direction;
  return direction === 'ltr' ? room.x + x : room.x + room.w - x - w;
}
