// A table to notes: the chosen column's cells, cleaned of what is no part of an idea, each with its cluster and colour where
// the table has them. Our own notes.csv comes back letter by letter.

import { limits } from '../board/limits.ts';
import type { Box } from '../lib/geometry.ts';
import { cutText, withoutApostrophe } from './cells.ts';
import { colourNamed } from './colourName.ts';
import type { Columns } from './columns.ts';
import { isNotesCsv, notesCsvColumns } from './csv.ts';
import { decodeEntities, isEncoded } from './entities.ts';
import type { PlannedNote } from './plan.ts';
import { type ImportProblem, problem } from './problems.ts';
import type { TableRow } from './table.ts';

export interface TableNotes {
  readonly notes: readonly PlannedNote[];
  readonly problems: readonly ImportProblem[];
  readonly skipped: number;
}

export function notesFromTable(columns: Columns, chosen: number, separator: string): TableNotes {
  const own = isNotesCsv(columns.names);
  const rows = columns.rows.map((row) => cellsWithin(row, { columns, chosen, separator }));
  const clean = own ? withoutApostrophe : cleaner(rows.map(({ cells }) => cells[chosen] ?? ''));
  const notes: PlannedNote[] = [];
  const problems: ImportProblem[] = [];
  let skipped = 0;
  for (const { row, cells, complaint } of rows) {
    const text = clean(cells[chosen] ?? '');
    if (text === '' && !own) {
      skipped++;
      if (complaint !== null) problems.push({ row, ...complaint });
      problems.push({ row, ...problem('nothingInColumn', { column: columns.names[chosen] ?? '' }) });
      continue;
    }
    if (complaint !== null) problems.push({ row, ...complaint });
    if (text.length > limits.textCharsMax) problems.push({ row, ...tooLong });
    notes.push({
      text: cutText(text, limits.textCharsMax),
      ...clusterOf(cells, columns, own),
      ...colourOf(cells, columns),
      ...(own ? boxOf(cells) : {}),
    });
  }
  return { notes: withoutLonelyClusters(notes, own), problems, skipped };
}

export const tooLong = problem('tooLong', { max: limits.textCharsMax });

/** Text as typed by a person: line ends alike, nothing invisible, no blank edges. */
export function tidyText(text: string): string {
  return (
    text
      .replaceAll(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get onto a board
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff]/g, '')
      .trim()
  );
}

function cleaner(cells: readonly string[]): (cell: string) => string {
  const decode = isEncoded(cells) ? decodeEntities : (cell: string) => cell;
  return (cell) => tidyText(decode(withoutApostrophe(cell)));
}

/** A text with unquoted separators in the last column was torn apart; it is put together again. */
function cellsWithin(
  row: TableRow,
  table: { columns: Columns; chosen: number; separator: string },
): TableRow {
  const width = table.columns.names.length;
  const extra = row.cells.slice(width).filter((cell) => cell.trim() !== '').length;
  if (extra === 0) return row;
  const counted = { count: row.cells.length, width };
  if (table.chosen !== width - 1) {
    return { ...row, complaint: row.complaint ?? problem('extraCells', counted) };
  }
  const whole = row.cells.slice(width - 1).join(table.separator);
  return {
    ...row,
    cells: [...row.cells.slice(0, width - 1), whole],
    complaint: row.complaint ?? problem('joinedCells', counted),
  };
}

function clusterOf(cells: readonly string[], columns: Columns, own: boolean): { cluster?: string } {
  const cell = columns.cluster === null ? '' : withoutApostrophe(cells[columns.cluster] ?? '');
  const cluster = own ? cell : cutText(tidyText(cell), limits.titleCharsMax);
  return cluster === '' ? {} : { cluster };
}

function colourOf(cells: readonly string[], columns: Columns): Pick<PlannedNote, 'colour'> {
  const colour = columns.colour === null ? undefined : colourNamed(cells[columns.colour] ?? '');
  return colour === undefined ? {} : { colour };
}

function boxOf(cells: readonly string[]): { box?: Box } {
  const [x = 0, y = 0, w = 0, h = 0] = cells.slice(notesCsvColumns.indexOf('x')).map(Number);
  const isPlace = [x, y].every((n) => Math.abs(n) <= limits.coordinateMax);
  const isSize = [w, h].every((n) => n >= limits.sizeMin && n <= limits.sizeMax);
  return isPlace && isSize ? { box: { x, y, w, h } } : {};
}

/** A column in which hardly a value comes twice groups nothing: a board of clusters of one would be worse than none. */
function withoutLonelyClusters(notes: readonly PlannedNote[], own: boolean): readonly PlannedNote[] {
  const clustered = notes.filter((note) => note.cluster !== undefined);
  const distinct = new Set(clustered.map((note) => note.cluster)).size;
  if (own || clustered.length < 12 || distinct < clustered.length * 0.8) return notes;
  return notes.map(({ cluster: _, ...note }) => note);
}
