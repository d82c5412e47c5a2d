// A place between two letters that stays there while the text round it changes: a caret is sent as one, so that it stands
// right on every screen at once, whatever was typed there in the meantime. The only file that knows how Yjs writes such places.

import * as Y from 'yjs';

/** Opaque bytes; on the wire as they are. */
export type CaretMark = Uint8Array;

/** Real ones have about fifteen bytes. */
export const caretMarkBytesMax = 64;

/** Sticks to the letter before it, as a caret does: what others insert there comes behind it. `caret` in UTF-16 units. */
export function markCaret(text: Y.Text, caret: number): CaretMark {
  const at = Math.max(0, Math.min(caret, text.length));
  return Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, at, -1));
}

/** null when the letter it sticks to has not arrived, or when the mark makes no sense here. */
export function caretAt(text: Y.Text, mark: CaretMark): number | null {
  if (text.doc === null || mark.length > caretMarkBytesMax) return null;
  try {
    const place = Y.decodeRelativePosition(mark);
    const found = Y.createAbsolutePositionFromRelativePosition(place, text.doc);
    return found?.type === text ? found.index : null;
  } catch {
    return null;
  }
}
