// Draws the mark of what is locked: a small padlock in the lower corner, the same size at every zoom.

import type { Box } from '../../../shared/lib/geometry.ts';
import type { FrameView } from '../frameView.ts';

const sizePixels = 14;
const marginPixels = 7;
/** On a smaller item it would hide what it is on. */
const itemPixelsMin = 48;

/** Expects board units. */
export function paintLock(context: CanvasRenderingContext2D, view: FrameView, box: Box, ink: string): void {
  if (Math.min(box.w, box.h) * view.zoom < itemPixelsMin) return;
  const size = view.pixels(sizePixels);
  const margin = view.pixels(marginPixels);
  const x = box.x + box.w - margin - size;
  const y = box.y + box.h - margin - size;
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
