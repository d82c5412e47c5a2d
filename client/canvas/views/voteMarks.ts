// Draws what a vote leaves on an item: my own dots, and the total when it is counted, with a crown for whatever stands first.
// The same size at every zoom, and never wider than the item.

import type { Box } from '../../../shared/lib/geometry.ts';
import type { Badge } from '../../editor/badges.ts';
import type { CanvasTheme } from '../../theme/canvasTheme.ts';
import { type FrameView, overhang } from '../frameView.ts';

const dotPixels = 13;
const gapPixels = 3;
const paddingPixels = 5;
const fontPixels = 12;
const crownPixels = 15;
/** More than this are a number. */
const dotsMax = 6;

/** Expects board units. */
export function paintDots(
  context: CanvasRenderingContext2D,
  view: FrameView,
  box: Box,
  badge: Badge,
  theme: CanvasTheme,
): void {
  const step = dotPixels + gapPixels;
  const room = box.w * view.zoom - 2 * paddingPixels - 16;
  const fits = badge.label === undefined && badge.count <= Math.min(dotsMax, Math.floor(room / step));
  if (!fits) {
    const label = badge.label ?? String(badge.count);
    const width = dotPixels + gapPixels + textWidth(label) + 2 * paddingPixels;
    const at = pill(context, view, { box, width, atEnd: false }, theme.surface, theme.accent);
    disc(context, view, at.x + view.pixels(paddingPixels + dotPixels / 2), at.middle, theme.accent);
    write(
      context,
      view,
      label,
      at.x + view.pixels(paddingPixels + dotPixels + gapPixels),
      at.middle,
      theme.text,
      theme,
    );
    return;
  }
  const width = badge.count * step - gapPixels + 2 * paddingPixels;
  const at = pill(context, view, { box, width, atEnd: false }, theme.surface, theme.accent);
  for (let dot = 0; dot < badge.count; dot++)
    disc(
      context,
      view,
      at.x + view.pixels(paddingPixels + dotPixels / 2 + dot * step),
      at.middle,
      theme.accent,
    );
}

/** Expects board units. */
export function paintTotal(
  context: CanvasRenderingContext2D,
  view: FrameView,
  box: Box,
  badge: Badge,
  theme: CanvasTheme,
): void {
  const label = badge.label ?? String(badge.count);
  const crown = badge.crowned ? crownPixels + gapPixels : 0;
  const width = Math.max(24, textWidth(label) + crown + 2 * (paddingPixels + 2));
  const fill = badge.crowned ? theme.accent : theme.surface;
  const ink = badge.crowned ? theme.accentText : theme.text;
  const at = pill(
    context,
    view,
    { box, width, atEnd: true },
    fill,
    badge.crowned ? theme.surface : theme.line,
  );
  const start = at.x + view.pixels((width - crown - textWidth(label)) / 2);
  if (badge.crowned) drawCrown(context, view, start, at.middle, ink);
  write(context, view, label, start + view.pixels(crown), at.middle, ink, theme);
}

/** Over the lower edge; `atEnd` at the right. Gives where it begins and its middle line. */
function pill(
  context: CanvasRenderingContext2D,
  view: FrameView,
  { box, width, atEnd }: { box: Box; width: number; atEnd: boolean },
  fill: string,
  edge: string,
): { x: number; middle: number } {
  const height = view.pixels(dotPixels + 2 * paddingPixels - 1);
  const out = Math.min(overhang - 2, view.pixels(8));
  const inset = view.pixels(8);
  const x = view.snapX(atEnd ? box.x + box.w - inset - view.pixels(width) : box.x + inset);
  const y = view.snapY(box.y + box.h + out - height);
  context.beginPath();
  context.roundRect(x, y, view.pixels(width), height, height / 2);
  context.fillStyle = fill;
  context.fill();
  context.strokeStyle = edge;
  context.lineWidth = view.pixels(1);
  context.stroke();
  return { x, middle: y + height / 2 };
}

function disc(
  context: CanvasRenderingContext2D,
  view: FrameView,
  x: number,
  y: number,
  colour: string,
): void {
  context.beginPath();
  context.arc(x, y, view.pixels(dotPixels / 2), 0, 2 * Math.PI);
  context.fillStyle = colour;
  context.fill();
}

function drawCrown(
  context: CanvasRenderingContext2D,
  view: FrameView,
  x: number,
  middle: number,
  ink: string,
): void {
  const unit = view.pixels(crownPixels) / 12;
  const points = [
    [0, 3],
    [3, 6],
    [6, 1],
    [9, 6],
    [12, 3],
    [11, 10],
    [1, 10],
  ] as const;
  context.beginPath();
  for (const [dx, dy] of points) context.lineTo(x + dx * unit, middle + (dy - 6) * unit);
  context.closePath();
  context.fillStyle = ink;
  context.fill();
}

function write(
  context: CanvasRenderingContext2D,
  view: FrameView,
  label: string,
  x: number,
  middle: number,
  ink: string,
  theme: CanvasTheme,
): void {
  context.fillStyle = ink;
  context.direction = 'ltr';
  context.font = `600 ${view.pixels(fontPixels)}px ${theme.uiFont}`;
  context.textAlign = 'left';
  context.fillText(label, x, middle + view.pixels(fontPixels * 0.36));
  context.textAlign = 'center';
}

/** Near enough, so that nothing has to be measured. */
function textWidth(label: string): number {
  return label.length * fontPixels * 0.62;
}
