// The list of all items: order, levels, and that change by change it stays what a new one would be.

import { describe, expect, it } from 'vitest';
import { moveTo } from '../../../client/editor/moveTo.ts';
import { BoardRows } from '../../../client/lists/boardRows.ts';
import { indexesIn, rowWindow } from '../../../client/lists/rowWindow.ts';
import type { Board } from '../../../shared/board/board.ts';
import { moveItems, removeItems, setText } from '../../../shared/board/verbs.ts';
import { seededRandom } from '../../../shared/lib/env.ts';
import { aBoard, aWall, idOf } from '../../support/aBoard.ts';
import { randomEdit } from '../../support/randomEdits.ts';
import { TestEditor } from '../../support/testEditor.ts';

/** `- text` by level, with its place among its siblings. */
function listOf(board: Board): string[] {
  const model = new BoardRows(board);
  return model.rows().map(lineOf);
}

function lineOf({ level, item, position, siblings, notes }: ReturnType<BoardRows['rows']>[number]): string {
  const count = item.kind === 'cluster' ? ` (${notes})` : '';
  return `${'  '.repeat(level - 1)}${item.text}${count} ${position}/${siblings}`;
}

const town = () =>
  aBoard()
    .note('loose', { x: 0, y: 0 })
    .cluster('outer', { x: 400, y: 0, w: 900, h: 900 })
    .cluster('inner', { x: 800, y: 400, inside: 'outer' })
    .note('second', { x: 700, y: 60, inside: 'outer' })
    .note('first', { x: 420, y: 60, inside: 'outer' })
    .note('deep', { x: 820, y: 460, inside: 'inner' }).board;

describe('the list', () => {
  it('tells clusters with what is inside, then what is loose, each in reading order', () => {
    expect(listOf(town())).toEqual([
      'outer (3) 1/2',
      '  first 1/3',
      '  second 2/3',
      '  inner (1) 3/3',
      '    deep 1/1',
      'loose 2/2',
    ]);
  });

  it('stays what a new one would be, whatever happens', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const { board } = aBoard(seed);
      const random = seededRandom(seed);
      const model = new BoardRows(board);
      for (let edit = 0; edit < 60; edit++) {
        randomEdit(board, random);
        expect([seed, edit, model.rows().map(lineOf)]).toEqual([seed, edit, listOf(board)]);
      }
    }
  });

  it('keeps the rows that a change does not concern', () => {
    const board = town();
    const model = new BoardRows(board);
    const before = new Map(model.rows().map((row) => [row.id as string, row]));
    setText(board, { id: idOf('deep'), text: 'deeper' });
    const kept = model.rows().filter((row) => before.get(row.id) === row);
    expect(kept.map(({ id }) => id)).toEqual(['outer', 'first', 'second', 'inner', 'loose']);
  });

  it('takes a drop and a deletion into account', () => {
    const board = town();
    const model = new BoardRows(board);
    model.rows();
    moveItems(board, { ids: [idOf('first')], by: { x: 600, y: 0 } });
    removeItems(board, [idOf('inner')]);
    expect(model.rows().map(lineOf)).toEqual([
      'outer (2) 1/3',
      '  second 1/2',
      '  first 2/2',
      'loose 2/3',
      'deep 3/3',
    ]);
  });

  it('is quick with two thousand notes', () => {
    const board = aWall({ notes: 2000, clusters: 40, membersEach: 20 });
    const model = new BoardRows(board);
    const before = performance.now();
    for (let turn = 0; turn < 50; turn++) {
      moveItems(board, { ids: [model.rows()[100]?.id ?? idOf('')], by: { x: 1, y: 0 } });
      model.rows();
    }
    // Far above what it takes (a few milliseconds each): a busy machine is no reason to fail.
    expect((performance.now() - before) / 50).toBeLessThan(60);
  });
});

describe('moving by the list', () => {
  it('puts a note into a free place of a cluster, out again beside it, and both can be undone', () => {
    const hand = new TestEditor(town());
    const { editor } = hand;
    const inside = (id: string) => editor.scene.parentOf(idOf(id))?.id ?? null;
    const places = [inside('loose')];
    moveTo(editor, idOf('loose'), idOf('inner'));
    places.push(inside('loose'));
    moveTo(editor, idOf('loose'), null);
    places.push(inside('loose'));
    editor.undo.undo();
    places.push(inside('loose'));
    editor.undo.undo();
    expect([...places, inside('loose'), hand.drawn('loose')]).toEqual([
      null,
      'inner',
      null,
      'inner',
      null,
      '0,0',
    ]);
  });

  it('never puts a cluster into its own inside', () => {
    const { editor } = new TestEditor(town());
    expect(moveTo(editor, idOf('outer'), idOf('inner'))).toBe(false);
  });
});

describe('the rows on the page', () => {
  it('are those in view and a few around, and the one with the focus wherever it is', () => {
    const view = { top: 3600, height: 360, rowHeight: 36 };
    const window = rowWindow(view, 5, 2000);
    const indexes = indexesIn(window, 5, 2000);
    expect([window, indexes.length, indexes[0]]).toEqual([{ from: 88, to: 122 }, 35, 5]);
  });
});
