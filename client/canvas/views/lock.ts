// Draws the mark of what is locked: a small padlock in the lower corner or in a title, the same size at every zoom.

import { clusterTitleHeight } from '../../../shared/board/tree.ts';
import type { Box } from '../../../shared/lib/geometry.ts';
import { titleBand, toggleBox } from '../../scene/hitTest.ts';
import type { Drawable } from '../../scene/scene.ts';
import type { FrameView } from '../frameView.ts';

const sizePixels = 14;
const marginPixels = 7;
/** On a smaller item it would hide what it is on. */
const itemPixelsMin = 48;

/** Expects board units. An open cluster has notes in its corner: there it stands in the title. */
export function paintLock(
  context: CanvasRenderingContext2D,
  view: FrameView,
  { box, item }: Drawable,
  ink: string,
): void {
  if (Math.min(box.w, box.h) * view.zoom < itemPixelsMin) return;
  const size = view.pixels(sizePixels);
  const margin = view.pixels(marginPixels);
  if (item.kind === 'cluster' && !item.collapsed) {
    const at = titleLockBox(box, view.zoom);
    drawLock(context, { x: at.x, y: at.y, size }, ink);
  } else {
    drawLock(context, { x: box.x + box.w - margin - size, y: box.y + box.h - margin - size, size }, ink);
  }
}

/** In board units: before the arrow that opens and closes it. */
export function titleLockBox(box: Box, zoom: number): Box {
  const size = sizePixels / zoom;
  const margin = marginPixels / zoom;
  const band = titleBand(box, 1 / zoom);
  const end = toggleBox(box, 1 / zoom)?.x ?? box.x + box.w - margin;
  const middle = band.y + Math.min(band.h, clusterTitleHeight) / 2;
  return { x: end - size - margin / 2, y: middle - size / 2, w: size, h: size };
}

function drawLock(
  context: CanvasRenderingContext2D,
  { x, y, size }: { x: number; y: number; size: number },
  ink: string,
): void {
  const middle = x + size / 2;
  context.globalAlpha = 0.75;
  context.fillStyle = ink;
  context.strokeStyle = ink;
  context.lineWidth = size * 0.13;
  context.beginPath();
  context.arc(middle, y + size * 0.36, size * 0.22, Math.PI, 0);
  context.lineTo(middle + size * 0.22, y + size * 0.5);
  context.moveTo(middle - size * 0.22, y + size * 0.36);
  context.lineTo(middle - size * 0.22, y + size * 0.5);
  context.stroke();
  context.beginPath();
  context.roundRect(x + size * 0.14, y + size * 0.46, size * 0.72, size * 0.5, size * 0.1);
  context.fill();
  context.globalAlpha = 1;
}
