// A held idea that its writer puts on the wall: as theirs, or as nobody's.

import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { putOnWall } from '../../../client/features/pad/putOnWall.ts';
import { Pad } from '../../../client/sync/pad.ts';
import { seededRandom } from '../../../shared/lib/env.ts';
import { aBoard } from '../../support/aBoard.ts';
import { TestEditor } from '../../support/testEditor.ts';

/** What the wall has of it, and what is left on the pad: put there, and taken back. */
function puts(isNameless: boolean) {
  const { editor, board } = new TestEditor(aBoard().board);
  const pad = new Pad(new Y.Doc(), { save: { unsaved: [] } }, seededRandom(3));
  editor.colour.set('pink');
  pad.add({ text: '  Gru\u0308\u00df\ufeffe ', nameless: true });
  const [draft] = pad.drafts.get();
  if (draft === undefined) throw new Error('nothing is on the pad');
  const takeBack = putOnWall({ editor, pad }, draft, isNameless);
  const look = () => [
    [...board.items.values()].filter(({ deleted }) => !deleted).map(({ text, colour }) => [text, colour]),
    pad.drafts.get().length,
  ];
  const there = look();
  takeBack?.();
  return [there, look()];
}

it('An idea put on the wall without a name has neither the colour nor the letters of its writer', () => {
  expect([puts(false), puts(true)]).toEqual([
    [
      [[['Gru\u0308\u00df\ufeffe', 'pink']], 0],
      [[], 1],
    ],
    [
      [[['Gr\u00fc\u00dfe', 'yellow']], 0],
      [[], 1],
    ],
  ]);
});
