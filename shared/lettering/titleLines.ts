// The words of a title in the room there is: one line or two, and an ellipsis where there are more. Measures; draws nothing.

import type { WordWidths } from './wordWidths.ts';

/**
 * One line where that is enough; else, where two are allowed, broken between words. What is too much ends with an ellipsis.
 * `roomEm`: widths in ems, of a line and of the last one, which shares its room.
 */
export function titleLines(
  text: string,
  roomEm: { readonly full: number; readonly last: number },
  linesMax: 1 | 2,
  widths: WordWidths,
): string[] {
  const words = oneLine(text).split(' ');
  if (linesMax === 1 || widths.of(words.join(' ')) <= roomEm.last)
    return [shorten(text, roomEm.last, widths)];
  let kept = 0;
  while (kept < words.length && widths.of(words.slice(0, kept + 1).join(' ')) <= roomEm.full) kept++;
  // Only the count finds no room: it takes the last word along.
  if (kept === words.length) kept--;
  // A word that is too long for a line says most at its beginning.
  if (kept === 0) return [shorten(text, roomEm.last, widths)];
  const [first, rest] = [words.slice(0, kept), words.slice(kept)];
  return [first.join(' '), shorten(rest.join(' '), roomEm.last, widths)];
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The text, or as much of it as fits with an ellipsis. `roomEm`: width in ems. */
export function shorten(text: string, roomEm: number, widths: WordWidths): string {
  const line = oneLine(text);
  if (widths.of(line) <= roomEm) return line;
  let used = widths.of('…');
  let kept = '';
  for (const { segment } of graphemes.segment(line)) {
    used += widths.of(segment);
    if (used > roomEm) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

function oneLine(text: string): string {
  // A title is 200 characters at most on the way in; what a stranger wrote may be anything.
  return text.slice(0, 400).replace(/\s+/g, ' ').trim();
}
