// What hands show on the wire: all of it comes back, and readers of before are not thrown by what came later.

import * as decoding from 'lib0/decoding';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../shared/board/limits.ts';
import { type Cursor, encodeCursor, parseCursor } from '../../../shared/protocol/presence.ts';

const at = { x: -120, y: 48 };

describe('a pointer on the wire', () => {
  it('comes back with its drag, its light and the last reaction', () => {
    const cursors: Cursor[] = [
      { at: null, drag: null },
      { at, drag: { x: 3, y: 4 } },
      { at, drag: null, laser: true },
      { at: null, drag: null, reaction: { count: 65_535, emoji: 5 } },
      { at, drag: { x: 1, y: 2 }, laser: true, reaction: { count: 1, emoji: 0 } },
    ];
    expect(cursors.map((cursor) => parseCursor(encodeCursor(cursor)))).toEqual(cursors);
  });

  it('says to a reader of before what it always said', () => {
    const blob = encodeCursor({ at, drag: null, laser: true, reaction: { count: 9, emoji: 2 } });
    const decoder = decoding.createDecoder(blob);
    const flags = decoding.readUint8(decoder);
    expect([flags & 1, flags & 2, decoding.readVarInt(decoder), decoding.readVarInt(decoder)]).toEqual([
      1, 0, -120, 48,
    ]);
  });

  it('shows nothing of a reaction it does not know, and the pointer all the same', () => {
    const blob = encodeCursor({ at, drag: null, reaction: { count: 9, emoji: 200 } });
    expect(parseCursor(blob)).toEqual({ at, drag: null });
  });

  it('fits into what the server takes, wherever it is', () => {
    const far = 2 * limits.coordinateMax;
    const blob = encodeCursor({
      at: { x: -far, y: far },
      drag: { x: far, y: -far },
      laser: true,
      reaction: { count: 65_535, emoji: 5 },
    });
    expect(blob.length).toBeLessThan(limits.cursorBytesMax);
  });
});
