// A text field's content against a text that others change at the same time. Pure.

import { type TextEdit, textDiff } from './textDiff.ts';

/** Where a position in the old text is in the new one. A position in what was removed moves to its place. */
export function mapPosition(position: number, edit: TextEdit | null): number {
  if (edit === null || position <= edit.index) return position;
  if (position < edit.index + edit.remove) return edit.index + edit.insert.length;
  return position + edit.insert.length - edit.remove;
}

/**
 * What was typed, over what others wrote meanwhile. `base` is what both began from; `caret` where mine stands in `mine`.
 * Words I removed and they changed are gone; words they removed and I kept too.
 */
export function mergeText(
  base: string,
  mine: string,
  theirs: string,
  caret: number,
): { text: string; caret: number } {
  const edit = textDiff(base, mine, caret);
  if (edit === null) return { text: theirs, caret: mapPosition(caret, textDiff(base, theirs)) };
  const others = textDiff(base, theirs);
  const start = mapPosition(edit.index, others);
  const end = Math.max(start, mapPosition(edit.index + edit.remove, others));
  const text = theirs.slice(0, start) + edit.insert + theirs.slice(end);
  return { text, caret: start + edit.insert.length };
}
