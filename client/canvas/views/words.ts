// Draws the laid-out words of a note: centred lines or the block of a list, bullets, the lines under web addresses. Also
// says where a line stands, for those who lay something over it. Measures nothing.

import type { TextLayout } from '../../../shared/lettering/fitText.ts';
import {
  baselineOf,
  bulletEm,
  bulletRiseEm,
  firstLineTop,
  linkLeft,
  underlineDropEm,
  underlineEm,
} from '../../../shared/lettering/placing.ts';
import type { FontMetrics } from '../../../shared/lettering/wordWidths.ts';
import type { Box } from '../../../shared/lib/geometry.ts';

/** Where the web addresses of a text stand, each line of them as high as a line. */
export function linkBoxes(layout: TextLayout, room: Box): { box: Box; href: string }[] {
  const top = firstLineTop(layout, room);
  return layout.links.map(({ line, x, w, href }) => {
    const box = {
      x: linkLeft(layout, room, line, x, w),
      y: top + line * layout.lineHeight,
      w,
      h: layout.lineHeight,
    };
    return { box, href };
  });
}

/** Expects `textBaseline` alphabetic and `textAlign` center, and leaves them so; sets the font. */
export function paintWords(
  context: CanvasRenderingContext2D,
  room: Box,
  layout: TextLayout,
  metrics: FontMetrics,
  family: string,
): void {
  context.font = `400 ${layout.size}px ${family}`;
  context.direction = layout.direction;
  const { list, directions } = layout;
  if (list !== null) context.textAlign = layout.direction === 'ltr' ? 'left' : 'right';
  const first = firstLineTop(layout, room) + baselineOf(layout, metrics);
  const last = layout.lines.length - 1;
  for (const [index, line] of layout.lines.entries()) {
    // The last lines of a text that goes on fade out.
    const faded = layout.cut && last > 0 && index >= last - 1;
    if (faded) context.globalAlpha = index === last ? 0.25 : 0.6;
    if (directions !== null) context.direction = directions[index] ?? layout.direction;
    const baseline = first + index * layout.lineHeight;
    if (list !== null) paintListLine(context, room, layout, index, baseline);
    else if (line !== '') context.fillText(line, room.x + room.w / 2, baseline);
    if (faded) context.globalAlpha = 1;
  }
  if (list !== null) context.textAlign = 'center';
  for (const { line, x, w } of layout.links) {
    const top = first + line * layout.lineHeight + underlineDropEm * layout.size;
    context.fillRect(linkLeft(layout, room, line, x, w), top, w, underlineEm * layout.size);
  }
}

function paintListLine(
  context: CanvasRenderingContext2D,
  room: Box,
  layout: TextLayout,
  index: number,
  baseline: number,
): void {
  const line = layout.lines[index] ?? '';
  const shape = layout.list?.lines[index];
  if (shape === undefined) return;
  const at = (x: number): number => (layout.direction === 'ltr' ? room.x + x : room.x + room.w - x);
  if (shape.bullet !== null) {
    const radius = bulletEm * layout.size;
    const middle = baseline - bulletRiseEm * layout.size;
    context.beginPath();
    context.roundRect(at(shape.bullet) - radius, middle - radius, 2 * radius, 2 * radius, radius);
    context.fill();
  }
  const words = shape.from > 0 ? line.slice(shape.from) : line;
  if (words !== '') context.fillText(words, at(shape.x), baseline);
}
