// Cells to the clipboard and back, and what pasting them over a table would do.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pastePlan } from '../../../client/lists/pastePlan.ts';
import {
  type Cells,
  cellsToHtml,
  cellsToText,
  readClipCells,
  textToCells,
} from '../../../client/lists/sheetClip.ts';

const pieces = [
  '\t',
  '\n',
  '"',
  "'",
  '=',
  '+',
  '-',
  '@',
  ' ',
  ',',
  ';',
  '<br>',
  '&amp;',
  'é',
  '👩‍🚀',
  'שלום',
];
const cell = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 6 })), {
  maxLength: 6,
});
const cells: fc.Arbitrary<Cells> = fc.integer({ min: 1, max: 4 }).chain((width) =>
  fc.array(
    fc.array(
      cell.map((parts) => parts.join('').replaceAll('\r', '')),
      { minLength: width, maxLength: width },
    ),
    { minLength: 1, maxLength: 5 },
  ),
);
const noTable = () => null;

describe('cells on the clipboard', () => {
  it('come back from the text exactly as they were', () => {
    fc.assert(
      fc.property(cells, (rows) => {
        expect(textToCells(cellsToText(rows))).toEqual(rows);
      }),
      { numRuns: 500 },
    );
  });

  it('come back from our HTML exactly, whatever became of the text', () => {
    fc.assert(
      fc.property(cells, (rows) => {
        const html = `<html><body><!--StartFragment-->${cellsToHtml(rows)}<!--EndFragment--></body></html>`;
        expect(readClipCells({ html, text: 'lost' }, noTable)).toEqual(rows);
      }),
      { numRuns: 300 },
    );
  });

  it('give a spreadsheet nothing to run, and say in HTML that they are text', () => {
    const risky = [['=1+1', '+49 30', '-5', '@SUM(A1)', "'=x"]];
    expect(cellsToText(risky)).toBe("'=1+1\t'+49 30\t'-5\t'@SUM(A1)\t''=x\r\n");
    expect(cellsToHtml(risky).match(/mso-number-format:'\\@'/g)).toHaveLength(5);
    expect(cellsToHtml([['12']])).toContain('<td>12</td>');
  });

  it('are read as a spreadsheet writes them', () => {
    const text = 'plain\t"two\r\nlines"\tsay "hi"\r\n"a ""quoted"" tab\t"\t\t5"\r\n';
    expect(textToCells(text)).toEqual([
      ['plain', 'two\nlines', 'say "hi"'],
      ['a "quoted" tab\t', '', '5"'],
    ]);
  });

  it('are read however many they are', () => {
    const read = textToCells('a\tb\nc\n'.repeat(100_000));
    expect([read.length, read.at(-2), read.at(-1)]).toEqual([200_000, ['a', 'b'], ['c', '']]);
  });

  it('are corrected by the HTML where the text of others says too little', () => {
    const clip = { html: '<table>…</table>', text: '"in quotes"\ttwo  spaces\r\n' };
    const read = readClipCells(clip, () => [['"in quotes"', 'two spaces']]);
    expect(read).toEqual([['"in quotes"', 'two  spaces']]);
  });
});

const grid = [
  ['a', 'A', '1'],
  ['b', 'B', '2'],
  ['c', 'C', '3'],
];
function planned(texts: Cells, chosen: { top: number; bottom: number; first: number; last: number }) {
  const { edits, added, refused, over } = pastePlan({
    cells: texts,
    chosen,
    rows: grid.length,
    columns: 3,
    mayChange: (row, column) => column < 2 && row !== 1,
    textAt: (row, column) => grid[row]?.[column] ?? '',
  });
  return {
    edits: edits.map(({ row, column, text }) => `${row}.${column} ${text}`),
    added: added.map((row) => Object.fromEntries(row)),
    refused,
    over: [over.top, over.bottom, over.first, over.last],
  };
}
const at = (top: number, first: number, bottom = top, last = first) => ({ top, bottom, first, last });

describe('pasting over a table', () => {
  it('fills what is chosen where that is a multiple of what is pasted', () => {
    expect(planned([['x']], at(0, 0, 2, 1))).toEqual({
      edits: ['0.0 x', '0.1 x', '2.0 x', '2.1 x'],
      added: [],
      refused: 2,
      over: [0, 2, 0, 1],
    });
  });

  it('makes new rows of what goes beyond the end, and none of empty ones', () => {
    expect(
      planned(
        [
          ['x', 'X'],
          ['y', 'Y'],
          ['', ''],
          ['z', ''],
        ],
        at(2, 0),
      ),
    ).toEqual({
      edits: ['2.0 x', '2.1 X'],
      added: [
        { 0: 'y', 1: 'Y' },
        { 0: 'z', 1: '' },
      ],
      refused: 0,
      over: [2, 2, 0, 1],
    });
  });

  it('counts what it may not change, but not what says the same already', () => {
    expect(planned([['b', 'B', '2', 'over']], at(1, 0)).refused).toBe(1);
    expect(planned([['n', 'B', '9']], at(1, 0)).refused).toBe(2);
    expect(planned([['new', '', '7']], at(3, 0))).toEqual({
      edits: [],
      added: [{ 0: 'new', 1: '' }],
      refused: 1,
      over: [3, 3, 0, 2],
    });
  });
});
