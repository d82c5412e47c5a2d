// Stands for what this version cannot show: a grey box with a dashed edge, so that it is seen, moved round and kept.

import type { Drawable } from '../../scene/scene.ts';
import type { CanvasTheme } from '../../theme/canvasTheme.ts';
import type { Detail } from '../detail.ts';
import type { FrameView } from '../frameView.ts';

export function paintUnreadable(
  context: CanvasRenderingContext2D,
  view: FrameView,
  drawable: Drawable,
  theme: CanvasTheme,
  detail: Detail,
  label: string,
): void {
  const { box } = drawable;
  const paint = theme.clusters.grey;
  context.fillStyle = paint.fill;
  context.fillRect(box.x, box.y, box.w, box.h);
  if (detail === 'plain') return;
  const line = view.pixels(1);
  context.strokeStyle = paint.line;
  context.lineWidth = line;
  context.setLineDash([6, 4]);
  context.strokeRect(box.x + line / 2, box.y + line / 2, box.w - line, box.h - line);
  context.setLineDash([]);
  if (detail === 'bars' || box.w < 80 || box.h < 24) return;
  context.fillStyle = paint.ink;
  context.font = `400 14px ${theme.uiFont}`;
  context.direction = 'ltr';
  context.fillText(label, box.x + box.w / 2, box.y + box.h / 2 + 5, box.w - 16);
}
