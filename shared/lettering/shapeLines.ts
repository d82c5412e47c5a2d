// Where the lines of a text stand beside one another: centred, or as the block of a list with its bullets; which way each
// runs; and which parts of them are web addresses. All in board units from the starting edge of the room.

import { directionOf, mayMix } from './direction.ts';
import { findLinks } from './links.ts';
import { markerOf } from './lists.ts';
import type { WordWidths } from './wordWidths.ts';

export type Direction = 'ltr' | 'rtl';

/** One line of a list. */
export interface ListLine {
  /** Where its words begin. */
  readonly x: number;
  /** How many characters at its beginning are drawn as a bullet instead. */
  readonly from: number;
  /** The middle of that bullet; null without one. */
  readonly bullet: number | null;
}

export interface ListShape {
  /** Where the block begins, and by how much lines that go on begin further in. */
  readonly left: number;
  readonly hang: number;
  readonly lines: readonly ListLine[];
}

/** Part of a line that is a web address. */
export interface LinkMark {
  readonly line: number;
  readonly x: number;
  readonly w: number;
  readonly href: string;
}

export interface LineShapes {
  /** Null: every line stands in the middle. */
  readonly list: ListShape | null;
  readonly links: readonly LinkMark[];
  /** Which way each line runs; null when all run as the text does. */
  readonly directions: readonly Direction[] | null;
}

interface BrokenText {
  readonly text: string;
  readonly lines: readonly string[];
  readonly starts: readonly number[];
  readonly size: number;
  readonly direction: Direction;
  /** The width of the room. */
  readonly w: number;
  /** By how much lines that go on begin further in; 0 for a text without a list. */
  readonly hang: number;
}

export function shapeLines(broken: BrokenText, widths: WordWidths): LineShapes {
  const list = broken.hang === 0 ? null : shapeList(broken, widths);
  const end = (broken.starts.at(-1) ?? 0) + (broken.lines.at(-1)?.length ?? 0);
  const shown = broken.text.slice(0, end);
  return {
    list,
    links: markLinks(broken, shown, list, widths),
    directions: directionsOf(broken, shown, list),
  };
}

function shapeList(broken: BrokenText, widths: WordWidths): ListShape {
  const { text, lines, starts, size, w, hang } = broken;
  const begins = lines.map((_, index) => isFirst(text, starts[index] ?? 0));
  const wide = lines.map((line, index) => widths.of(line) * size + (begins[index] ? 0 : hang));
  const left = Math.max(0, (w - Math.max(0, ...wide)) / 2);
  const shaped = lines.map((line, index): ListLine => {
    if (!begins[index]) return { x: left + hang, from: 0, bullet: null };
    const start = starts[index] ?? 0;
    const marker = markerOf(text.slice(start, start + 16));
    if (!marker?.isBullet) return { x: left, from: 0, bullet: null };
    const middle = widths.of(marker.indent) + widths.of(marker.sign) / 2;
    return {
      x: left + widths.of(marker.text) * size,
      from: Math.min(line.length, marker.text.length),
      bullet: left + middle * size,
    };
  });
  return { left, hang, lines: shaped };
}

function directionsOf(broken: BrokenText, shown: string, list: ListShape | null): Direction[] | null {
  // The bullets of a list stand on one side, whatever is written behind them.
  if (list !== null || !mayMix(shown)) return null;
  let now: Direction = broken.direction;
  const directions = broken.lines.map((_, index) => {
    const start = broken.starts[index] ?? 0;
    if (isFirst(shown, start)) {
      const newline = shown.indexOf('\n', start);
      now = directionOf(newline < 0 ? shown.slice(start) : shown.slice(start, newline));
    }
    return now;
  });
  return directions.every((direction) => direction === broken.direction) ? null : directions;
}

function markLinks(
  broken: BrokenText,
  shown: string,
  list: ListShape | null,
  widths: WordWidths,
): LinkMark[] {
  // The address as written, also where the last line is cut in the midst of it.
  const links = shown.includes('://') ? findLinks(broken.text.slice(0, shown.length + 2_000)) : [];
  return links.flatMap(({ start, end, href }) =>
    broken.lines.flatMap((line, index): LinkMark[] => {
      const first = broken.starts[index] ?? 0;
      const from = Math.max(0, start - first);
      const to = Math.min(line.length, end - first);
      if (from >= to) return [];
      const x = edgeOf(broken, list, index, widths) + widths.of(line.slice(0, from)) * broken.size;
      return [{ line: index, x, w: widths.of(line.slice(from, to)) * broken.size, href }];
    }),
  );
}

/** Where a line begins, its marker included. */
export function edgeOf(
  layout: { readonly lines: readonly string[]; readonly size: number; readonly w: number },
  list: ListShape | null,
  index: number,
  widths: WordWidths,
): number {
  const line = layout.lines[index] ?? '';
  if (list === null) return (layout.w - widths.of(line) * layout.size) / 2;
  const shape = list.lines[index];
  return shape === undefined || shape.bullet !== null ? list.left : shape.x;
}

function isFirst(text: string, start: number): boolean {
  return start === 0 || text[start - 1] === '\n';
}
