// Equal content gives equal digests, whatever road led there; the smallest difference shows.

import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { Board } from '../../../shared/board/board.ts';
import { Digest } from '../../../shared/board/digest.ts';
import { setText } from '../../../shared/board/verbs.ts';
import { seededRandom } from '../../../shared/lib/env.ts';
import { randomEdit } from '../../support/randomEdits.ts';

it('a digest kept up to date equals one made afresh from a copy, and differs after one letter', () => {
  for (let seed = 1; seed <= 30; seed++) {
    const random = seededRandom(seed);
    const doc = new Y.Doc();
    const board = new Board(doc, random);
    const kept = new Digest(doc);
    for (let i = 0; i < 60; i++) {
      randomEdit(board, random);
      if (i % 7 === 0) kept.value();
    }
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    const fresh = new Digest(copy);
    expect(fresh.value()).toBe(kept.value());
    const [id] = board.items.keys();
    if (id === undefined) continue;
    setText(board, { id, text: `${board.get(id)?.text}x` });
    expect(fresh.value()).not.toBe(kept.value());
  }
});
