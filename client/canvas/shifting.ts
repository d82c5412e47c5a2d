// A pan moves the picture that is there already: what stays in view is copied, the rest is named as strips to be painted.

import type { Box } from '../../shared/lib/geometry.ts';
import type { FrameView } from './frameView.ts';

/** The strips a pan uncovers, in device pixels; null when the old picture is of no use. */
export function uncoveredBy(before: FrameView, after: FrameView): Box[] | null {
  if (before.scale !== after.scale || before.width !== after.width || before.height !== after.height)
    return null;
  const dx = after.originX - before.originX;
  const dy = after.originY - before.originY;
  const { width: w, height: h } = after;
  if (Math.abs(dx) > w / 2 || Math.abs(dy) > h / 2) return null;
  const strips: Box[] = [];
  if (dx !== 0) strips.push({ x: dx > 0 ? 0 : w + dx, y: 0, w: Math.abs(dx), h });
  if (dy !== 0) strips.push({ x: 0, y: dy > 0 ? 0 : h + dy, w, h: Math.abs(dy) });
  return strips;
}

/** Moves what is painted to where the view has gone. What that uncovers is empty then. */
export function shiftPicture(context: CanvasRenderingContext2D, before: FrameView, after: FrameView): void {
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalCompositeOperation = 'copy';
  context.drawImage(context.canvas, after.originX - before.originX, after.originY - before.originY);
  context.restore();
}
