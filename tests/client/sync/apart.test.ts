// Whoever reads the wall down to its last byte finds nothing that leads from a note without a name to one with a name.

import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { keepApart } from '../../../client/sync/apart.ts';
import { Session } from '../../../client/sync/session.ts';
import { Board } from '../../../shared/board/board.ts';
import { createNote, setText } from '../../../shared/board/verbs.ts';
import { defaultSettings } from '../../../shared/features/session/phase.ts';
import { seededRandom } from '../../../shared/lib/env.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';

/** Whose hand an item is by: the number that its own entry bears. */
function clientOf(doc: Y.Doc, id: ItemId | null): number | undefined {
  const entry = doc.getMap('items').get(id ?? '');
  return entry instanceof Y.Map ? entry._item?.id.client : undefined;
}

it('What is written with a name, without one and with one again bears three different numbers', () => {
  const [canvas, told] = [new Y.Doc(), new Y.Doc()];
  const session = new Session(told);
  const stop = keepApart(canvas, session);
  const board = new Board(canvas, seededRandom(5));
  const writes = (text: string) => createNote(board, { x: 0, y: 0, text });
  const says = (anonymous: boolean) =>
    told.getMap('board').set('settings', { ...defaultSettings, anonymous });

  const named = writes('with a name');
  told.getMap('board').set('title', 'Nothing about names');
  const alsoNamed = writes('also with a name');
  says(true);
  const nameless = writes('without');
  if (named !== null) setText(board, { id: named, text: 'changed without' });
  says(false);
  const again = writes('with a name again');
  stop();
  says(true);
  const after = writes('after all');

  const numbers = [named, alsoNamed, nameless, again, after].map((id) => clientOf(canvas, id));
  const [first] = numbers;
  expect([
    new Set(numbers).size,
    numbers.map((number) => number === first),
    numbers[3] === numbers[4],
    board.get(named as ItemId)?.text,
  ]).toEqual([3, [true, true, false, false, false], true, 'changed without']);
});
