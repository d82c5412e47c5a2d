// Draws a feature's mark on an item, the same size at every zoom: a small bubble with a count at the upper end corner, dots at
// the lower start, a total at the lower end.

import type { Box } from '../../../shared/lib/geometry.ts';
import type { Badge } from '../../editor/badges.ts';
import type { CanvasTheme } from '../../theme/canvasTheme.ts';
import { type FrameView, overhang } from '../frameView.ts';
import { paintDots, paintTotal } from './voteMarks.ts';

const heightPixels = 18;
const fontPixels = 11;
const tailPixels = 4;
/** On a smaller item a badge would hide what it is about. */
const itemPixelsMin = 56;

function showsBadge(view: FrameView, box: Box): boolean {
  return Math.min(box.w, box.h) * view.zoom >= itemPixelsMin;
}

/** Expects board units; leaves `textAlign` centered. */
export function paintBadge(
  context: CanvasRenderingContext2D,
  view: FrameView,
  box: Box,
  badge: Badge,
  theme: CanvasTheme,
): void {
  if (!showsBadge(view, box)) return;
  if (badge.look === 'dots') paintDots(context, view, box, badge, theme);
  else if (badge.look === 'total') paintTotal(context, view, box, badge, theme);
  else paintBubble(context, view, box, badge, theme);
}

function paintBubble(
  context: CanvasRenderingContext2D,
  view: FrameView,
  box: Box,
  badge: Badge,
  theme: CanvasTheme,
): void {
  const label = badge.label ?? (badge.count > 99 ? '99+' : String(badge.count));
  const height = view.pixels(heightPixels);
  const width = Math.max(view.pixels(22), view.pixels(fontPixels * 0.62 * label.length + 12));
  const out = Math.min(overhang - 2, view.pixels(8));
  // Beside the corner, which has a handle while the item is chosen.
  const inner = view.pixels(10);
  const x = view.snapX(badge.look === 'task' ? box.x + inner : box.x + box.w - inner - width);
  const y = view.snapY(box.y - out);
  const fill = badge.isNew ? theme.accent : theme.surface;
  bubble(context, { x, y, w: width, h: height }, view.pixels(tailPixels));
  context.fillStyle = fill;
  context.fill();
  context.strokeStyle = badge.isNew ? theme.surface : theme.line;
  context.lineWidth = view.pixels(1);
  context.stroke();
  context.fillStyle = badge.isNew ? theme.accentText : theme.text;
  context.direction = 'ltr';
  context.textAlign = 'center';
  context.font = `600 ${view.pixels(fontPixels)}px ${theme.uiFont}`;
  context.fillText(label, x + width / 2, y + height / 2 + view.pixels(fontPixels * 0.36));
}

/** A pill with a square foot at its lower start corner: what a word balloon comes to at this size. */
function bubble(context: CanvasRenderingContext2D, box: Box, foot: number): void {
  const round = box.h / 2;
  context.beginPath();
  context.roundRect(box.x, box.y, box.w, box.h, [round, round, round, foot / 2]);
}
