// A workbook out of plain rows. Every text is a cell of text, in content and in format, so that no spreadsheet runs it as a
// formula, not even after somebody has edited it.

import { cutText } from '../../shared/transfer/cells.ts';
import { legalText } from './legalText.ts';
import type { Cell, Column, SheetRows } from './sheets.ts';

/** What a cell holds at most. */
const charsMax = 32_767;
const textFormat = '@';
const dayFormat = 'yyyy-mm-dd';
const timeFormat = 'yyyy-mm-dd hh:mm';

/** The bytes of the file, a sheet for each. */
export async function xlsxOf(sheets: readonly SheetRows[]): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  return writeXlsxFile(
    sheets.map(({ name, columns, rows }) => ({
      sheet: name,
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      data: [
        columns.map(headerOf),
        ...rows.map((row) => row.map((cell, index) => cellOf(cell, columns[index]))),
      ],
    })),
    { fontFamily: 'Calibri', fontSize: 11 },
  ).toBuffer();
}

function headerOf({ name }: Column) {
  return {
    value: name,
    type: String,
    format: textFormat,
    fontWeight: 'bold' as const,
    backgroundColor: '#eceef1',
    bottomBorderStyle: 'thin' as const,
    bottomBorderColor: '#8b949e',
  };
}

function cellOf(value: Cell, column: Column | undefined) {
  if (value === null || value === '') return null;
  const look = { alignVertical: 'top' as const, ...(column?.wraps && { wrap: true }) };
  if (value instanceof Date)
    return { ...look, value, type: Date, format: column?.isDay ? dayFormat : timeFormat };
  if (typeof value === 'number') return { ...look, value, type: Number };
  if (typeof value === 'boolean') return { ...look, value, type: Boolean };
  return { ...look, value: cellText(value), type: String, format: textFormat };
}

function cellText(text: string): string {
  // Excel reads such signs as the code of another one.
  return cutText(legalText(text).replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'), charsMax);
}
