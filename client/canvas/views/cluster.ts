// Draws a cluster: its field under the notes, and its title, which keeps a readable size on the screen and so grows over
// the notes as they shrink to bars.

import { clusterPadding } from '../../../shared/board/tree.ts';
import type { Item } from '../../../shared/items/item.ts';
import { directionOf } from '../../../shared/lettering/direction.ts';
import { titleLines } from '../../../shared/lettering/titleLines.ts';
import type { FontMetrics, WordWidths } from '../../../shared/lettering/wordWidths.ts';
import type { Box } from '../../../shared/lib/geometry.ts';
import { titleBand, toggleBox } from '../../scene/hitTest.ts';
import type { Drawable } from '../../scene/scene.ts';
import type { CanvasTheme } from '../../theme/canvasTheme.ts';
import { type FrameView, overhang } from '../frameView.ts';
import { titleLockBox } from './lock.ts';

export const titleWeight = 600;
const titleSize = 22;
const titlePixelsMin = 13;
const radius = 14;
// With less room than this on the screen, a title is one letter and a dot; nothing is clearer.
const roomPixelsMin = 22;
const countRoomPixels = 120;

export interface TitleFont {
  readonly widths: WordWidths;
  readonly metrics: FontMetrics;
}

/** Where the title is written, in board units, and how large; shared with the text field that edits it. */
export interface TitlePlace {
  readonly band: Box;
  readonly text: Box;
  readonly size: number;
}

/** The part of a drawable that a title's place hangs on. */
interface Titled {
  readonly box: Box;
  readonly item: Pick<Item, 'locked' | 'collapsed'>;
}

export function titlePlace({ box, item }: Titled, zoom: number): TitlePlace {
  const band = titleBand(box, 1 / zoom);
  const size = Math.max(titleSize, titlePixelsMin / zoom);
  const margin = Math.min(clusterPadding, box.w / 4);
  const isMarked = item.locked && !item.collapsed;
  const end = isMarked
    ? titleLockBox(box, zoom).x
    : (toggleBox(box, 1 / zoom)?.x ?? band.x + band.w - margin);
  const text = { x: band.x + margin, y: band.y, w: end - band.x - margin, h: band.h };
  return { band, text, size };
}

export function paintField(
  context: CanvasRenderingContext2D,
  view: FrameView,
  drawable: Drawable,
  theme: CanvasTheme,
  lit: boolean,
): void {
  const paint = theme.clusters[drawable.item.colour];
  const line = view.pixels(lit ? 2.5 : 1);
  const x = view.snapX(drawable.box.x) + line / 2;
  const y = view.snapY(drawable.box.y) + line / 2;
  // From far enough even a cluster is thinner than its line.
  const w = Math.max(0, view.snapX(drawable.box.x + drawable.box.w) - x - line / 2);
  const h = Math.max(0, view.snapY(drawable.box.y + drawable.box.h) - y - line / 2);
  context.fillStyle = lit ? theme.accentSoft : paint.fill;
  context.strokeStyle = lit ? theme.accent : paint.line;
  context.lineWidth = line;
  context.beginPath();
  context.roundRect(x, y, w, h, Math.min(radius, w / 4, h / 4));
  context.fill();
  context.stroke();
}

/** Round a note: what is held would gather with it. Reaches no further than a shadow does. */
export function paintGathering(
  context: CanvasRenderingContext2D,
  view: FrameView,
  { box }: Drawable,
  theme: CanvasTheme,
): void {
  // Seen from far, a line of so many pixels would be more than there is round a note.
  const line = Math.min(view.pixels(2.5), overhang / 2);
  const out = overhang - line;
  context.fillStyle = theme.accentSoft;
  context.strokeStyle = theme.accent;
  context.lineWidth = line;
  context.beginPath();
  context.roundRect(box.x - out, box.y - out, box.w + 2 * out, box.h + 2 * out, out);
  context.fill();
  context.stroke();
}

/** At small zooms titles are wider than their band and lie over the notes, on a plate of the field's colour. */
export function titlesOverNotes(zoom: number): boolean {
  return titlePixelsMin / zoom > titleSize * 1.15;
}

export function paintTitle(
  context: CanvasRenderingContext2D,
  view: FrameView,
  drawable: Drawable,
  theme: CanvasTheme,
  font: TitleFont,
  words: { title: string; placeholder: string; lit: boolean; onCard?: boolean },
): void {
  const { band, text, size } = titlePlace(drawable, view.zoom);
  if (text.w * view.zoom < roomPixelsMin || band.h * view.zoom < titlePixelsMin) return;
  const paint = theme.clusters[drawable.item.colour];
  const counts = words.onCard !== true && text.w * view.zoom >= countRoomPixels;
  const count = counts ? countLabel(drawable.count, font, size) : null;
  const named = words.title.trim() !== '';
  const overNotes = words.onCard !== true && titlesOverNotes(view.zoom);
  // A placeholder is worth its room, not somebody else's.
  if (!named && overNotes) return;
  const written = named ? words.title.trim() : words.placeholder;
  const countW = count === null ? 0 : count.w + size * 0.5;
  const direction = directionOf(written);
  const middle = band.y + Math.min(band.h, Math.max(56, size * 2)) / 2;
  const lineHeight = size * 1.15;
  const isTall = middle + lineHeight + size * 0.8 <= drawable.box.y + drawable.box.h;
  const linesMax = overNotes && isTall ? 2 : 1;
  const lines = titleLines(
    written,
    { full: text.w / size, last: (text.w - countW) / size },
    linesMax,
    font.widths,
  );
  const widths = lines.map((line) => font.widths.of(line) * size);
  const lastW = widths.at(-1) ?? 0;
  const last = middle + (lines.length - 1) * lineHeight;
  if (overNotes) {
    const width = Math.min(text.w, Math.max(...widths, lastW + countW));
    const x = direction === 'ltr' ? text.x : text.x + text.w - width;
    const y = middle - size * 0.8;
    context.fillStyle = words.lit ? theme.accentSoft : paint.fill;
    paintPlate(context, { x, y, w: width, h: last - y + size * 0.8 }, size);
  }
  context.globalAlpha = named ? 1 : 0.7;
  context.fillStyle = paint.ink;
  context.direction = direction;
  context.textAlign = 'start';
  context.font = `${titleWeight} ${size}px ${theme.noteFont}`;
  const baseline = middle + ((font.metrics.ascent - font.metrics.descent) / 2) * size;
  const start = direction === 'ltr' ? text.x : text.x + text.w;
  for (const [index, line] of lines.entries()) context.fillText(line, start, baseline + index * lineHeight);
  context.globalAlpha = 1;
  if (count !== null) {
    const end = lastW + size * 0.5;
    const x = direction === 'ltr' ? text.x + end : text.x + text.w - end - count.w;
    paintCount(context, paint, { x, y: last, w: count.w }, count.label, size);
  }
  context.textAlign = 'center';
}

function paintPlate(context: CanvasRenderingContext2D, { x, y, w, h }: Box, size: number): void {
  const margin = size * 0.35;
  context.globalAlpha = 0.88;
  context.beginPath();
  context.roundRect(x - margin, y, w + 2 * margin, h, size * 0.3);
  context.fill();
}

function paintCount(
  context: CanvasRenderingContext2D,
  paint: CanvasTheme['clusters']['grey'],
  at: { x: number; y: number; w: number },
  label: string,
  size: number,
): void {
  const height = size * 0.95;
  context.fillStyle = paint.line;
  context.globalAlpha = 0.55;
  context.beginPath();
  context.roundRect(at.x, at.y - height / 2, at.w, height, height / 2);
  context.fill();
  context.globalAlpha = 1;
  context.fillStyle = paint.ink;
  context.direction = 'ltr';
  context.textAlign = 'center';
  context.font = context.font.replace(/[\d.]+px/, `${size * countSize}px`);
  context.fillText(label, at.x + at.w / 2, at.y + size * countSize * 0.34);
}

const countSize = 0.68;

function countLabel(count: number, font: TitleFont, size: number): { label: string; w: number } | null {
  if (count === 0) return null;
  const label = String(count);
  const text = font.widths.of(label) * size * countSize;
  return { label, w: Math.max(size * 0.95, text + size * 0.6) };
}
