import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { limits } from '../../../shared/board/limits.ts';
import type { ImportPlan } from '../../../shared/transfer/plan.ts';
import { problem } from '../../../shared/transfer/problems.ts';
import { readImport } from '../../../shared/transfer/readImport.ts';
import { cellsOf, workbookOf } from '../../support/workbooks.ts';

const read = (bytes: Uint8Array, wishes: { sheet?: string; column?: string } = {}): Promise<ImportPlan> =>
  readImport({ bytes, contentType: 'application/octet-stream', ...wishes });

describe('a workbook', () => {
  it('written by another program gives the notes of its first sheet with ideas', async () => {
    const cell = (value: string | number) => ({ value });
    const rows = [
      ['Nr', 'Idea', 'Group'].map(cell),
      [1, 'Night buses ', 'Traffic'].map(cell),
      [2, 'A & B <c>', 'Green'].map(cell),
    ];
    const file = await writeWorkbook([
      { data: [['only', 'words'].map(cell)].slice(1), sheet: 'Empty' },
      { data: rows, sheet: 'Ideas' },
    ]).toBuffer();
    const { kind, sheets, sheet, notes, problems } = await read(new Uint8Array(file));
    expect({ kind, sheets, sheet, notes, problems }).toEqual({
      kind: 'workbook',
      sheets: ['Empty', 'Ideas'],
      sheet: 'Ideas',
      notes: [
        { text: 'Night buses', cluster: 'Traffic' },
        { text: 'A & B <c>', cluster: 'Green' },
      ],
      problems: [],
    });
  });

  it('may have a title above, joined cells, a cell that points nowhere, and a sheet to choose', async () => {
    const broken = '<c r="B7" t="s"><v>999</v></c>';
    const rows = `${cellsOf([['Workshop'], [], ['Topic', 'Idea'], ['Traffic', 'Buses'], ['', 'Bikes'], ['Green', 'Trees']])}<row r="7">${broken}</row>${cellsOf([['Green', 'A lido']], 8)}`;
    const file = workbookOf([
      { name: 'Secret', rows: cellsOf([['Idea'], ['Hidden']]), hidden: true },
      { name: 'One', rows, after: '<mergeCells count="1"><mergeCell ref="A4:A5"/></mergeCells>' },
      { name: 'Two &amp; more', rows: cellsOf([['Idea'], ['Elsewhere']]) },
    ]);
    const first = await read(file);
    const second = await read(file, { sheet: 'Two & more' });
    const none = await read(file, { sheet: 'Three' });
    expect([first.sheets, first.notes, first.problems, second.notes, none.refused?.code]).toEqual([
      ['One', 'Two & more'],
      [
        { text: 'Buses', cluster: 'Traffic' },
        { text: 'Bikes', cluster: 'Traffic' },
        { text: 'Trees', cluster: 'Green' },
        { text: 'A lido', cluster: 'Green' },
      ],
      [
        { row: 1, ...problem('aboveTable') },
        { row: 7, ...problem('brokenCell', { cell: 'B7' }) },
      ],
      [{ text: 'Elsewhere' }],
      'no-such-sheet',
    ]);
  });
});

describe('a hostile workbook', () => {
  it('that inflates beyond all measure is given up, however small it is', async () => {
    const zeros = new Uint8Array(80 * 1024 * 1024).fill(0x20);
    const bomb = workbookOf([{ name: 'A', rows: cellsOf([['Idea'], ['x']]) }], {
      'xl/sharedStrings.xml': zeros,
    });
    const { refused, problems } = await read(bomb);
    expect([bomb.length < 200_000, refused?.code, problems]).toEqual([
      true,
      'too-large',
      [{ row: 0, ...problem('inflates', { megabytes: 64 }) }],
    ]);
  });

  it('that claims to be small is counted while it inflates', async () => {
    const bomb = workbookOf([{ name: 'A', rows: '' }], { 'xl/styles.xml': new Uint8Array(80 * 1024 * 1024) });
    // Wherever the sizes stand, they say ten bytes.
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength);
    for (let at = 0; at + 46 < bomb.length; at++) {
      if (view.getUint32(at, true) === 0x0201_4b50) view.setUint32(at + 24, 10, true);
      if (view.getUint32(at, true) === 0x0403_4b50) view.setUint32(at + 22, 10, true);
    }
    expect((await read(bomb)).refused?.code).toBe('too-large');
  });

  it('with a cell at the end of the world, or far more rows and text than a board holds, is refused', async () => {
    const far = workbookOf([{ name: 'A', rows: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' }]);
    const endless = workbookOf([
      { name: 'A', rows: '<row r="99999999"><c r="A99999999"><v>1</v></c></row>' },
    ]);
    const rows = Array.from({ length: 50_000 }, (_, i) => [`Idea number ${i}`]);
    const many = workbookOf([{ name: 'A', rows: cellsOf([['Idea'], ...rows]) }]);
    const long = Array.from({ length: 500 }, () => ['x'.repeat(limits.textCharsMax)]);
    const wordy = workbookOf([{ name: 'A', rows: cellsOf([['Idea'], ...long]) }]);
    const codes = await Promise.all(
      [far, endless, many, wordy].map(async (file) => (await read(file)).refused?.code),
    );
    expect(codes).toEqual(['too-large', 'too-large', 'too-many', 'too-large']);
  });

  it('cut off anywhere, or an archive of something else, is refused and never throws', async () => {
    const whole = workbookOf([{ name: 'A', rows: cellsOf([['Idea'], ['x']]) }]);
    const cuts = Array.from({ length: 40 }, (_, i) =>
      whole.slice(0, Math.floor((whole.length * i) / 40) + 4),
    );
    const codes = new Set(
      (await Promise.all(cuts.map((cut) => read(cut)))).map(({ refused }) => refused?.code),
    );
    const other = await read(zipSync({ 'word/document.xml': new Uint8Array(3) }));
    expect([[...codes], other.refused?.code]).toEqual([['not-text'], 'not-text']);
  });
});
