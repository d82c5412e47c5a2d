import { describe, expect, it } from 'vitest';
import { collectLeftovers, leftoversText, offerAgain } from '../../../client/app/leftovers.ts';
import { Undo } from '../../../shared/board/undo.ts';
import { removeItems, setText } from '../../../shared/board/verbs.ts';
import { aBoard, idOf } from '../../support/aBoard.ts';

describe('changes that were refused', () => {
  it('are kept as the items they were made to; keys of nothing are left out', () => {
    const { board } = aBoard().note('a').note('b');
    expect(collectLeftovers(board, ['b', 'gone', 'not an id!']).map((item) => item.text)).toEqual(['b']);
  });

  it('are made again on a board that never got them, under their old ids', () => {
    const { board } = aBoard()
      .cluster('group')
      .note('inside', { inside: 'group', colour: 'pink', x: 40, y: 8 });
    const kept = collectLeftovers(board, ['group', 'inside']);
    const fresh = aBoard(2).board;
    offerAgain(fresh, kept);
    expect([...fresh.items.values()]).toEqual(kept);
  });

  it('change what the board has, as one step back', () => {
    const server = aBoard(2).note('a').note('b').board;
    const { board } = aBoard().note('a').note('b');
    setText(board, { id: idOf('a'), text: 'a, said better' });
    removeItems(board, [idOf('b')]);
    const undo = new Undo(server);
    const before = [...server.items.values()];
    offerAgain(server, collectLeftovers(board, ['a', 'b']));
    const after = [server.get(idOf('a'))?.text, server.get(idOf('b'))?.deleted];
    undo.undo();
    expect([after, [...server.items.values()], undo.canUndo]).toEqual([
      ['a, said better', true],
      before,
      false,
    ]);
  });

  it('do not bring back what was only deleted here', () => {
    const { board } = aBoard().note('a');
    removeItems(board, [idOf('a')]);
    const fresh = aBoard(2).board;
    offerAgain(fresh, collectLeftovers(board, ['a']));
    expect(fresh.items.size).toBe(0);
  });

  it('can be taken elsewhere as text, one idea a line', () => {
    const { board } = aBoard().note('one').note('two').note('three');
    removeItems(board, [idOf('two')]);
    expect(leftoversText(collectLeftovers(board, ['one', 'two', 'three']))).toBe('one\nthree');
  });
});
