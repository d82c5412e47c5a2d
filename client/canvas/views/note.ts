// Draws one note: paper, band, shadow, words. The context is in board units; the level of detail decides what is left out.

import type { TextLayout } from '../../../shared/lettering/fitText.ts';
import {
  bandEdgeHeight,
  bandHeight,
  liftOf,
  noteTextBox,
  shadowStrips,
  sideUnits,
} from '../../../shared/lettering/notePaper.ts';
import type { FontMetrics } from '../../../shared/lettering/wordWidths.ts';
import type { Box } from '../../../shared/lib/geometry.ts';
import type { Drawable } from '../../scene/scene.ts';
import type { CanvasTheme, NotePaint } from '../../theme/canvasTheme.ts';
import type { Detail } from '../detail.ts';
import type { FrameView } from '../frameView.ts';
import { paintWords } from './words.ts';

/** Null layout: the words are shown by somebody else (the text field over the note). */
export function paintNote(
  context: CanvasRenderingContext2D,
  view: FrameView,
  drawable: Drawable,
  theme: CanvasTheme,
  detail: 'full' | 'text',
  words: { layout: TextLayout; metrics: FontMetrics } | null,
): void {
  const paint = theme.notes[drawable.item.colour];
  const { box } = drawable;
  const x = view.snapX(box.x);
  const y = view.snapY(box.y);
  const w = view.snapX(box.x + box.w) - x;
  const h = view.snapY(box.y + box.h) - y;
  if (detail === 'full') {
    // Paper in a hand is off the wall.
    const lift = liftOf(drawable.id) + (drawable.moving ? heldLift : 0);
    paintShadow(context, { x, y, w, h }, theme, lift);
  }
  context.fillStyle = paint.fill;
  context.fillRect(x, y, w, h);
  if (detail === 'full') paintBand(context, view, { x, y, w, h }, paint);
  if (words === null || words.layout.lines.length === 0) return;
  context.fillStyle = paint.ink;
  paintWords(context, noteTextBox(box), words.layout, words.metrics, theme.noteFont);
}

/** The note as a few bars for its lines, or as nothing but its paper. */
export function paintSmallNote(
  context: CanvasRenderingContext2D,
  view: FrameView,
  drawable: Drawable,
  theme: CanvasTheme,
  detail: 'bars' | 'plain',
): void {
  const { box, item } = drawable;
  const paint = theme.notes[item.colour];
  const x = view.snapX(box.x);
  const y = view.snapY(box.y);
  context.fillStyle = paint.fill;
  context.fillRect(x, y, view.snapX(box.x + box.w) - x, view.snapY(box.y + box.h) - y);
  if (detail === 'bars' && item.text !== '') paintBars(context, view, drawable, paint);
}

const heldLift = 5;

function paintShadow(context: CanvasRenderingContext2D, box: Box, theme: CanvasTheme, lift: number): void {
  const bottom = box.y + box.h;
  // Which of the two lower corners is lifted more: between 0.5 and 1.5.
  const lean = 0.5 + ((lift * 7) % 1);
  context.fillStyle = theme.shadowSoft;
  context.fillRect(box.x - sideUnits, box.y + bandHeight, sideUnits, box.h - bandHeight);
  context.fillRect(box.x + box.w, box.y + bandHeight, sideUnits, box.h - bandHeight);
  for (const { reach, inset } of shadowStrips) {
    const left = inset * lean;
    const right = inset * (2 - lean);
    context.fillRect(box.x + left, bottom, box.w - left - right, 1 + lift * reach);
  }
}

function paintBand(context: CanvasRenderingContext2D, view: FrameView, box: Box, paint: NotePaint): void {
  const bandEnd = view.snapY(box.y + Math.min(bandHeight, box.h * 0.12));
  const edgeEnd = view.snapY(box.y + Math.min(bandHeight + bandEdgeHeight, box.h * 0.18));
  context.fillStyle = paint.band;
  context.fillRect(box.x, box.y, box.w, bandEnd - box.y);
  context.fillStyle = paint.bandEdge;
  context.fillRect(box.x, bandEnd, box.w, edgeEnd - bandEnd);
}

// Guessed from the number of characters: measuring thousands of notes in order to draw bars would cost more than the words.
const barsMax = 5;
const barHeight = 15;
const barStep = 30;

function paintBars(
  context: CanvasRenderingContext2D,
  view: FrameView,
  drawable: Drawable,
  paint: NotePaint,
): void {
  const room = noteTextBox(drawable.box);
  const charsPerLine = Math.max(4, room.w / 11);
  const wanted = Math.ceil(drawable.item.text.length / charsPerLine);
  const bars = Math.min(wanted, barsMax, Math.max(1, Math.floor(room.h / barStep)));
  const seed = liftOf(drawable.id);
  const height = Math.min(barHeight, room.h);
  let y = room.y + (room.h - (bars - 1) * barStep - height) / 2;
  context.fillStyle = paint.bar;
  for (let bar = 0; bar < bars; bar++) {
    const rest = drawable.item.text.length - bar * charsPerLine;
    const full = bar < bars - 1 || wanted > bars;
    const share = full
      ? 0.8 + (((seed * (bar + 3)) % 1) * 2) / 10
      : Math.max(0.15, Math.min(0.9, rest / charsPerLine));
    const w = room.w * share;
    const top = view.snapY(y);
    context.fillRect(room.x + (room.w - w) / 2, top, w, view.snapY(y + height) - top);
    y += barStep;
  }
}

export function isSmall(detail: Detail): detail is 'bars' | 'plain' {
  return detail === 'bars' || detail === 'plain';
}
