// The dot grid behind everything: something to hold on to while panning. Fades as the dots come closer together.

import type { Box } from '../../../shared/lib/geometry.ts';
import type { CanvasTheme } from '../../theme/canvasTheme.ts';
import type { FrameView } from '../frameView.ts';

const spacing = 32;
// Dots nearer than this on the screen are noise; at the full distance they are as visible as they get.
const hiddenPixels = 12;
const fullPixels = 26;

/** Fills these device pixels with the wall: its colour and its dots. Needs a context without transform. */
export function paintWall(
  context: CanvasRenderingContext2D,
  view: FrameView,
  theme: CanvasTheme,
  area: Box,
): void {
  context.fillStyle = theme.canvas;
  context.fillRect(area.x, area.y, area.w, area.h);
  const strength = Math.min(1, (spacing * view.zoom - hiddenPixels) / (fullPixels - hiddenPixels));
  if (strength <= 0) return;
  const size = Math.max(1, Math.round(view.ratio * 1.5));
  const step = spacing * view.scale;
  context.fillStyle = theme.gridDot;
  context.globalAlpha = strength;
  for (let row = Math.floor((area.y - view.originY) / step); ; row++) {
    const y = Math.round(view.originY + row * step - size / 2);
    if (y >= area.y + area.h) break;
    for (let column = Math.floor((area.x - view.originX) / step); ; column++) {
      const x = Math.round(view.originX + column * step - size / 2);
      if (x >= area.x + area.w) break;
      context.fillRect(x, y, size, size);
    }
  }
  context.globalAlpha = 1;
}
