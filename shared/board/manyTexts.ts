// Many texts at once, as one step, in updates no larger than one may be.

import type { ItemId } from '../lib/ids.ts';
import type { Board } from './board.ts';
import { limits } from './limits.ts';

/** Leaves room for what an update says beside the words: a letter takes up to four bytes, and the old ones go along. */
const charsPerUpdate = limits.updateBytesMax / 8;

/** In runs whose words fit into one update, each of at least one. */
export function inTextRuns<Thing>(
  things: readonly Thing[],
  lengthOf: (thing: Thing) => number,
): readonly (readonly Thing[])[] {
  const runs: Thing[][] = [];
  let chars = Number.POSITIVE_INFINITY;
  for (const thing of things) {
    const length = lengthOf(thing);
    const run = runs.at(-1);
    if (run && chars + length <= charsPerUpdate && run.length < limits.itemsPerUpdateMax) {
      run.push(thing);
      chars += length;
    } else {
      runs.push([thing]);
      chars = length;
    }
  }
  return runs;
}

/** Writes many texts as one step of undo, in updates that each stay small enough to be sent. */
export function setTexts(board: Board, edits: readonly { id: ItemId; text: string }[]): void {
  board.asOneStep(() => {
    for (const run of inTextRuns(edits, ({ text }) => text.length)) {
      board.transact('setText', (tx) => {
        for (const { id, text } of run) tx.editText(id, text);
      });
    }
  });
}
