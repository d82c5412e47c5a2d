// The largest readable size at which a text fits a box, and its lines at that size. Deterministic: the same text in the
// same box is laid out the same on every machine with the same font.

import { breakLines, type Lines } from './breakLines.ts';
import { directionOf } from './direction.ts';
import { firstMarker } from './lists.ts';
import { type Direction, type LineShapes, shapeLines } from './shapeLines.ts';
import type { WordWidths } from './wordWidths.ts';

export interface TextLayout extends LineShapes {
  readonly lines: readonly string[];
  /** Where in the text each line begins, in UTF-16 units. */
  readonly starts: readonly number[];
  /** Font size and line height in board units. */
  readonly size: number;
  readonly lineHeight: number;
  /** There is more text than the box shows. */
  readonly cut: boolean;
  /** Of the whole text: by its first letter. */
  readonly direction: Direction;
}

// Few steps: typing does not make the text breathe at each letter, and the browser keeps few glyph sizes.
const sizes = [12, 14, 16, 18, 21, 24, 28, 34, 42, 52, 66, 84] as const;
const sizeMin = sizes[0];
// A note of the usual 200 units writes at 28 at most; a bigger one may shout.
const sizePerUnit = 0.14;
const brokenSizePerUnit = 0.09;
const lineHeightEm = 1.25;
// A list that begins later than this is not seen as one: more text than any note shows.
const charsRead = 4_000;

/** How high a text of width `w` is at the smallest size; no more than `hMax` and the line that lies across it. */
export function heightNeeded(text: string, w: number, hMax: number, widths: WordWidths): number {
  const linesMax = Math.ceil(hMax / (sizeMin * lineHeightEm));
  const widthEm = w / sizeMin;
  const hang = hangWithin(widthEm, markerWidth(text, widths));
  const { lines } = breakLines(text, widthEm - hang, linesMax, widths);
  return lines.length * sizeMin * lineHeightEm;
}

/**
 * How much further in the lines of a list go on: under the first word. One column for the whole note, kept free in every
 * line of it, because a text field can only break all its lines at one width. In ems.
 */
function hangWithin(widthEm: number, marker: number): number {
  return Math.min(marker, widthEm / 3);
}

/** Of the first sign of a list, with the space behind it; 0 without a list. In ems. */
function markerWidth(text: string, widths: WordWidths): number {
  const marker = firstMarker(text.slice(0, charsRead));
  return marker === null ? 0 : widths.of(marker.text);
}

/** `w`, `h`: the room for the text in board units. `shorterSide`: of the whole note; decides how large text may get. */
export function fitText(
  text: string,
  room: { w: number; h: number; shorterSide: number },
  widths: WordWidths,
): TextLayout {
  const allowed = sizes.filter((size) => size === sizeMin || size <= room.shorterSide * sizePerUnit);
  const marker = markerWidth(text, widths);
  const tried = new Map<number, Lines>();
  const at = (size: number): Lines => {
    const known = tried.get(size);
    if (known) return known;
    const linesMax = Math.max(1, Math.floor(room.h / (size * lineHeightEm)));
    const widthEm = room.w / size;
    const lines = breakLines(text, widthEm - hangWithin(widthEm, marker), linesMax, widths);
    tried.set(size, lines);
    return lines;
  };
  const size =
    largest(allowed, (size) => !at(size).cut && !at(size).broke) ??
    // Some word is wider than the note at any size and will be broken: then in a size that holds a good part of it.
    largest(
      allowed.filter((size) => size <= Math.max(sizeMin, room.shorterSide * brokenSizePerUnit)),
      (size) => !at(size).cut,
    ) ??
    sizeMin;
  const { lines, starts, cut } = at(size);
  const direction = directionOf(text);
  const hang = hangWithin(room.w / size, marker) * size;
  const shapes = shapeLines({ text, lines, starts, size, direction, w: room.w, hang }, widths);
  return { lines, starts, size, lineHeight: size * lineHeightEm, cut, direction, ...shapes };
}

/** The largest of ascending `sizes` that fits, given that whatever is smaller than one that fits does too. */
function largest(sizes: readonly number[], fits: (size: number) => boolean): number | null {
  let low = 0;
  let high = sizes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(sizes[middle] ?? sizeMin)) low = middle + 1;
    else high = middle;
  }
  return sizes[low - 1] ?? null;
}
