// Draws a collapsed cluster: one card on a small pile, with its title and how many notes are in it. And the arrow that closes
// a cluster and opens it, which open ones have too.

import { clusterPadding, clusterTitleHeight } from '../../../shared/board/tree.ts';
import { toggleBox } from '../../scene/hitTest.ts';
import type { Drawable } from '../../scene/scene.ts';
import type { CanvasTheme } from '../../theme/canvasTheme.ts';
import type { FrameView } from '../frameView.ts';

const radius = 14;
const countSize = 16;
const countPixelsMin = 9;
/** Within what is painted again around an item. */
const pileStep = 4;

export function paintCard(
  context: CanvasRenderingContext2D,
  view: FrameView,
  drawable: Drawable,
  theme: CanvasTheme,
  words: { lit: boolean; count: string },
): void {
  const { box } = drawable;
  const paint = theme.clusters[drawable.item.colour];
  const line = view.pixels(words.lit ? 2.5 : 1);
  context.strokeStyle = words.lit ? theme.accent : paint.line;
  for (const under of [2, 1, 0]) {
    const inset = under * pileStep * 1.5;
    const x = view.snapX(box.x + inset) + line / 2;
    const y = view.snapY(box.y + under * pileStep) + line / 2;
    const w = view.snapX(box.x + box.w - inset) - x - line / 2;
    const h = view.snapY(box.y + box.h + under * pileStep) - y - line / 2;
    context.lineWidth = line;
    context.fillStyle = words.lit && under === 0 ? theme.accentSoft : paint.fill;
    context.beginPath();
    context.roundRect(x, y, w, h, radius);
    context.fill();
    context.stroke();
  }
  if (countSize * view.zoom < countPixelsMin) return;
  context.fillStyle = paint.ink;
  context.globalAlpha = 0.8;
  context.textAlign = 'left';
  context.direction = 'ltr';
  context.font = `400 ${countSize}px ${theme.noteFont}`;
  context.fillText(words.count, box.x + clusterPadding, box.y + clusterTitleHeight + countSize);
  context.globalAlpha = 1;
  context.textAlign = 'center';
}

export function paintToggle(
  context: CanvasRenderingContext2D,
  view: FrameView,
  drawable: Drawable,
  theme: CanvasTheme,
): void {
  const at = toggleBox(drawable.box, 1 / view.zoom);
  if (at === null) return;
  const arm = at.w * 0.16;
  const x = at.x + at.w / 2;
  const y = at.y + at.h / 2;
  context.strokeStyle = theme.clusters[drawable.item.colour].ink;
  context.lineWidth = at.w * 0.075;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.globalAlpha = 0.75;
  context.beginPath();
  if (drawable.item.collapsed) {
    context.moveTo(x - arm / 2, y - arm);
    context.lineTo(x + arm / 2, y);
    context.lineTo(x - arm / 2, y + arm);
  } else {
    context.moveTo(x - arm, y - arm / 2);
    context.lineTo(x, y + arm / 2);
    context.lineTo(x + arm, y - arm / 2);
  }
  context.stroke();
  context.globalAlpha = 1;
  context.lineCap = 'butt';
  context.lineJoin = 'miter';
}
