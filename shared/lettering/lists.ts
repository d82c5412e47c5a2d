// Lines that begin as people write lists: `- `, `* `, `1. `. The signs stay in the text as they are; this only reads them,
// and says what Enter does in one. Knows no drawing.

export interface Marker {
  /** Spaces in front, sign and the space behind it: what the words of the line come after. */
  readonly text: string;
  readonly indent: string;
  /** `-`, `*`, `•`, or a number with its dot. */
  readonly sign: string;
  /** False for numbers, which are shown as they are written. */
  readonly isBullet: boolean;
}

/** What replaces `text.slice(from, to)`; the caret goes behind it. */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

const marker = /^( {0,8})([-*•]|\d{1,3}[.)]) /;
const anyMarker = /^ {0,8}(?:[-*•]|\d{1,3}[.)]) /m;
const numberMax = 999;

/** null for a line that begins no entry of a list. */
export function markerOf(line: string): Marker | null {
  const [text, indent = '', sign = ''] = marker.exec(line) ?? [];
  return text === undefined ? null : { text, indent, sign, isBullet: /^[-*•]$/.test(sign) };
}

/** The first marker of a text, or null when no line of it is in a list. */
export function firstMarker(text: string): Marker | null {
  const at = text.search(anyMarker);
  return at < 0 ? null : markerOf(text.slice(at, at + 16));
}

/**
 * What Enter does with the selection `start` to `end`: the next bullet or number, or the end of the list on an empty one.
 * Null where it is an ordinary line break.
 */
export function continueList(text: string, start: number, end: number): Replacement | null {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const found = markerOf(text.slice(lineStart, lineStart + 16));
  if (found === null || start < lineStart + found.text.length) return null;
  const newline = text.indexOf('\n', end);
  const lineEnd = newline < 0 ? text.length : newline;
  const isEmpty = text.slice(lineStart + found.text.length, lineEnd).trim() === '';
  if (isEmpty && start === end) return { from: lineStart, to: lineEnd, insert: '' };
  return { from: start, to: end, insert: `\n${found.indent}${nextSign(found)} ` };
}

function nextSign({ sign, isBullet }: Marker): string {
  if (isBullet) return sign;
  const next = Math.min(numberMax, Number.parseInt(sign, 10) + 1);
  return `${next}${sign.slice(-1)}`;
}
