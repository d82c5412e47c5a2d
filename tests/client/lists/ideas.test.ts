// A table of ideas as values: its rows, its columns, the order it keeps, the way keys go through its cells.

import { describe, expect, it } from 'vitest';
import { BoardRows } from '../../../client/lists/boardRows.ts';
import { cellAfter, cellTo } from '../../../client/lists/cellRange.ts';
import { heldOrder } from '../../../client/lists/heldOrder.ts';
import {
  type ColumnWords,
  cellText,
  comparing,
  ideaColumns,
  keeping,
  valuesIn,
} from '../../../client/lists/ideaColumns.ts';
import { type IdeaRow, ideaRows, lastVotes } from '../../../client/lists/ideaRows.ts';
import { setText } from '../../../shared/board/verbs.ts';
import type { Result } from '../../../shared/features/voting/result.ts';
import { aBoard, idOf } from '../../support/aBoard.ts';

const words: ColumnWords = {
  colourName: (colour) => colour.toUpperCase(),
  compare: new Intl.Collator('en', { numeric: true }).compare,
};

function someIdeas() {
  const { board } = aBoard()
    .cluster('Green', { x: 0, y: 0 })
    .note('trees', { inside: 'Green', x: 20, y: 80, colour: 'green' })
    .note('idea 10', { x: 900, y: 0 })
    .note('idea 9', { x: 1200, y: 0 });
  const about = {
    authorOf: (id: string) => (id === 'trees' ? 'Ada' : ''),
    votes: new Map([[idOf('trees'), 3]]),
    said: new Map([[idOf('trees'), { comments: 2, reactions: 1 }]]),
  };
  const model = new BoardRows(board);
  const read = (before: ReadonlyMap<string, IdeaRow> = new Map()) => ideaRows(model.rows(), about, before);
  return { board, read };
}

describe('the rows of a table of ideas', () => {
  it('say of each note what is known, and are the same objects while nothing of it changes', () => {
    const { board, read } = someIdeas();
    const rows = read();
    expect(rows.map((row) => ideaColumns.map((column) => cellText(row, column, words)))).toEqual([
      ['trees', 'Green', 'GREEN', 'Ada', '3', '2', '1'],
      ['idea 10', '', 'YELLOW', '', '', '0', '0'],
      ['idea 9', '', 'YELLOW', '', '', '0', '0'],
    ]);
    const loose = [...board.items.values()].find((item) => item.text === 'idea 9');
    if (loose) setText(board, { id: loose.id, text: 'idea 8' });
    const again = read(new Map(rows.map((row) => [row.id as string, row])));
    expect(again.map((row, index) => row === rows[index])).toEqual([true, true, false]);
  });

  it('are sorted as people count, with empty cells last, and narrowed column by column', () => {
    const { read } = someIdeas();
    const sorted = (column: 'text' | 'cluster' | 'votes', descending: boolean) =>
      [...read()].sort(comparing({ column, descending }, words)).map((row) => row.text);
    expect(sorted('text', false)).toEqual(['idea 9', 'idea 10', 'trees']);
    expect(sorted('cluster', true)[0]).toBe('trees');
    expect(sorted('votes', false)[0]).toBe('trees');
    const kept = (filters: Parameters<typeof keeping>[0]) =>
      read()
        .filter(keeping(filters))
        .map((row) => row.text);
    expect(kept({ colour: { kind: 'values', values: new Set(['green']) } })).toEqual(['trees']);
    expect(kept({ cluster: { kind: 'values', values: new Set(['']) } })).toHaveLength(2);
    expect(kept({ comments: { kind: 'least', least: 1 }, text: { kind: 'words', words: 'TREÉ' } })).toEqual([
      'trees',
    ]);
    expect([...valuesIn(read(), 'colour')]).toEqual([
      ['green', 1],
      ['yellow', 2],
    ]);
  });

  it('show the votes of the last ballot that is closed and counts', () => {
    const result = (closedAt: number | null, practice: boolean, total: number) =>
      ({ closedAt, practice, tally: new Map([[idOf('a'), total]]) }) as unknown as Result;
    const all = [
      result(10, false, 1),
      result(30, true, 2),
      result(20, false, 3),
      result(null, false, 4),
      null,
    ];
    expect(lastVotes(all)).toEqual(new Map([[idOf('a'), 3]]));
  });

  it('keep their place; those that are new come at the end', () => {
    const there = (id: string) => id !== 'gone';
    expect(heldOrder(['c', 'gone', 'a', 'b'], ['a', 'new', 'b', 'c'], there)).toEqual(['c', 'a', 'b', 'new']);
    const same = ['b', 'a'];
    expect(heldOrder(same, ['a', 'b'], there)).toBe(same);
  });
});

describe('keys in cells', () => {
  const extent = { rows: 10, columns: 3 };
  const to = (key: string, more: { mod?: boolean; isRightToLeft?: boolean } = {}) => {
    const cell = cellTo(
      { key, mod: false, isRightToLeft: false, pageRows: 4, ...more },
      { row: 5, column: 1 },
      extent,
    );
    return cell === null ? null : [cell.row, cell.column];
  };
  it('lead as in a spreadsheet, from right to left too', () => {
    expect([to('ArrowDown'), to('ArrowUp', { mod: true }), to('PageDown'), to('Home'), to('a')]).toEqual([
      [6, 1],
      [0, 1],
      [9, 1],
      [5, 0],
      null,
    ]);
    expect([to('ArrowLeft'), to('ArrowLeft', { isRightToLeft: true }), to('End', { mod: true })]).toEqual([
      [5, 0],
      [5, 2],
      [9, 2],
    ]);
  });

  it('Tab goes on in the next row, and out after the last cell', () => {
    expect(cellAfter({ row: 0, column: 2 }, 1, extent)).toEqual({ row: 1, column: 0 });
    expect(cellAfter({ row: 9, column: 2 }, 1, extent)).toBeNull();
  });
});
