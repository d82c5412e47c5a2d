// The park: where ideas go that belong elsewhere. Nothing is deleted, and one step back undoes it.

import { describe, expect, it } from 'vitest';
import { parkable } from '../../../../client/features/guide/park.ts';
import { parkChosen } from '../../../../client/features/guide/parking.ts';
import { setLocked } from '../../../../shared/board/verbs.ts';
import { aBoard, idOf } from '../../../support/aBoard.ts';
import { TestEditor } from '../../../support/testEditor.ts';

describe('parking', () => {
  it('makes a park beside everything else, puts the ideas into it, and one undo takes all of it back', () => {
    const person = new TestEditor(aBoard().note('a').note('b').note('c').board);
    const before = person.lines;
    person.editor.selection.set([idOf('a'), idOf('c')]);
    const parked = parkChosen(person.editor, null, 'Parked');
    const park = parked?.park ?? '';
    const inside = person.board.get(idOf('a'))?.parent;
    const { box } = person.editor.scene.get(idOf(park)) ?? { box: { x: 0 } };
    const during = person.lines.map((line) => line.replaceAll(park, 'park'));
    person.editor.undo.undo();
    expect({
      isNew: parked?.isNew,
      inside: inside === park,
      isBeside: box.x > 440 + 200,
      during,
      after: person.lines,
    }).toEqual({
      isNew: true,
      inside: true,
      isBeside: true,
      during: ['[cluster] Parked 680,0 464x280', 'a 704,56 in park', 'b 240,0', 'c 920,56 in park'],
      after: before,
    });
  });

  it('finds the park that is there, below what is in it', () => {
    const person = new TestEditor(
      aBoard()
        .note('a')
        .note('b')
        .cluster('park', { x: 1_000 })
        .note('old', { x: 1_024, y: 56, inside: 'park' }).board,
    );
    person.editor.selection.set([idOf('b')]);
    const parked = parkChosen(person.editor, idOf('park'), 'Parked');
    expect([parked?.isNew, person.lines]).toEqual([
      false,
      ['[cluster] park 1000,0 480x320', 'a 0,0', 'b 1024,272 in park', 'old 1024,56 in park'],
    ]);
  });

  it('leaves alone the park itself, what is in it, what it is in, what is locked, and everything while nobody writes', () => {
    const person = new TestEditor(
      aBoard()
        .note('free')
        .note('locked')
        .cluster('outer', { x: 900 })
        .cluster('park', { x: 1_000, inside: 'outer' })
        .note('old', { x: 1_024, y: 56, inside: 'park' }).board,
    );
    setLocked(person.board, { ids: [idOf('locked')], locked: true });
    const all = ['free', 'locked', 'outer', 'park', 'old'].map(idOf);
    const each = all.map((id) => {
      person.editor.selection.set([id]);
      return parkable(person.editor, idOf('park')).length;
    });
    person.editor.selection.set([idOf('free')]);
    person.editor.readOnly.set(true);
    expect([each, parkChosen(person.editor, idOf('park'), 'Parked')]).toEqual([[1, 0, 0, 0, 0], null]);
  });

  it('makes a new park when the old one was deleted', () => {
    const person = new TestEditor(aBoard().note('a').cluster('park', { x: 1_000 }).board);
    person.editor.selection.set([idOf('park')]);
    person.editor.run('delete');
    person.editor.selection.set([idOf('a')]);
    expect(parkChosen(person.editor, idOf('park'), 'Parked')?.isNew).toBe(true);
  });
});
