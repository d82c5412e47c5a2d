// Laid-out lines as text of an SVG. Every line says how wide it is, so that it stays in its place with whatever typeface a
// viewer has; emoji stand by themselves, because a renderer may have to draw them.

import type { WordWidths } from '../../lettering/wordWidths.ts';
import { escaped, num } from './elements.ts';
import { isExact, piecesOf } from './typeface.ts';
import type { Weight } from './widths.ts';

/** How emoji get into the picture: written, for whoever has a typeface of them, or drawn from `<symbol>`s of this id. */
export type EmojiId = ((emoji: string) => string) | null;

/** A text as a path of so many units, upwards positive; null for what the typeface of whoever draws has not. */
export type Outliner = (
  text: string,
  weight: Weight,
) => { readonly path: string; readonly width: number; readonly unitsPerEm: number } | null;

/** How text gets into the picture: written, or drawn by whoever calls. */
export interface Pen {
  readonly emojiId: EmojiId;
  readonly outline: Outliner | null;
  readonly weight: Weight;
}

export interface Line {
  readonly text: string;
  /** The left edge and the baseline. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly direction: 'ltr' | 'rtl';
  /** Attributes for all of it. */
  readonly rest?: string;
}

/** The typefaces a viewer is likely to have are wider and larger than the wall's own. */
const exactScale = 0.92;
const otherScale = 0.96;
const unitsPerEm = 1024;

/** Emoji are pieces of their own: in a line from the right, what comes first stands furthest right. */
export function lineElements(line: Line, widths: WordWidths, pen: Pen): string {
  const pieces = piecesOf(line.text);
  if (line.direction === 'rtl') pieces.reverse();
  let x = line.x;
  return pieces
    .map(({ text, isEmoji }) => {
      const width = widths.of(text) * line.size;
      const left = x;
      x += width;
      if (isEmoji && pen.emojiId !== null) return drawnEmoji(pen.emojiId(text), left, line);
      const trimmed = text.trim();
      if (trimmed === '') return '';
      // Renderers drop spaces at the edges, each in its own way.
      const leading =
        line.direction === 'rtl' ? text.slice(text.trimEnd().length) : text.slice(0, text.indexOf(trimmed));
      const at = { ...line, text: trimmed, x: left + widths.of(leading) * line.size };
      const drawnWidth = widths.of(trimmed) * line.size;
      return drawnLetters(at, drawnWidth, pen) ?? words(at, drawnWidth, isEmoji);
    })
    .join('');
}

function words({ text, x, y, size, direction, rest = '' }: Line, width: number, isEmoji: boolean): string {
  const exact = !isEmoji && isExact(text);
  const scale = isEmoji ? 1 : exact ? exactScale : otherScale;
  // Stretched letters of joined scripts would look torn, and there the width is only about right.
  const length = exact ? ` textLength="${num(width)}" lengthAdjust="spacingAndGlyphs"` : '';
  const attributes = `x="${num(x + width / 2)}" y="${num(y)}" font-size="${num(size * scale)}"${length}${rest}`;
  // Marked by signs in the text itself: not every renderer minds the attribute.
  const written = direction === 'rtl' ? `\u202b${escaped(text)}\u202c` : escaped(text);
  return `<text ${attributes}>${written}</text>`;
}

/** null where letters join, turn round or are not in the typeface: those are for the renderer to set. */
export function drawnLetters(
  { text, x, y, size, direction, rest = '' }: Line,
  width: number,
  { outline, weight }: Pick<Pen, 'outline' | 'weight'>,
): string | null {
  if (outline === null || direction === 'rtl' || !isExact(text)) return null;
  const drawn = outline(text, weight);
  if (drawn === null || drawn.width === 0) return null;
  const across = fine(width / drawn.width);
  const up = fine((size * exactScale) / drawn.unitsPerEm);
  return `<path transform="matrix(${across} 0 0 ${-up} ${num(x)} ${num(y)})" d="${drawn.path}"${rest}/>`;
}

function fine(scale: number): number {
  return Math.round(scale * 1e6) / 1e6;
}

function drawnEmoji(id: string, x: number, { y, size, rest = '' }: Line): string {
  const scale = Math.round((size / unitsPerEm) * 1e5) / 1e5;
  return `<use href="#${id}" transform="translate(${num(x)} ${num(y)}) scale(${scale})"${rest}/>`;
}
