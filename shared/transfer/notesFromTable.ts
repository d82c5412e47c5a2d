// A table to notes: the chosen column's cells, cleaned of what is no part of an idea, each with its cluster, colour and place
// where the table has them. Our own notes.csv comes back letter by letter.

import { limits } from '../board/limits.ts';
import type { Box } from '../lib/geometry.ts';
import { cutText, withoutApostrophe } from './cells.ts';
import { colourNamed } from './colourName.ts';
import type { Columns } from './columns.ts';
import { isNotesCsv, notesCsvColumns } from './csv.ts';
import { decodeEntities, isEncoded } from './entities.ts';
import type { PlannedNote } from './plan.ts';
import { type ImportProblem, problem } from './problems.ts';
import { sectionsOf } from './sections.ts';
import type { TableRow } from './table.ts';
import { type Places, placesIn } from './tablePlaces.ts';

export interface TableNotes {
  readonly notes: readonly PlannedNote[];
  readonly problems: readonly ImportProblem[];
  readonly skipped: number;
}

export function notesFromTable(columns: Columns, chosen: number, separator: string): TableNotes {
  const own = isNotesCsv(columns.names);
  const rows = columns.rows.map((row) => cellsWithin(row, { columns, chosen, separator }));
  const clean = own ? withoutApostrophe : cleaner(rows, chosen, columns);
  const reading: Reading = { columns, chosen, own, clean, places: own ? null : placesIn(columns) };
  const { titles, clusters } = sectionsOf(rows, reading);
  const notes: PlannedNote[] = [];
  const problems: ImportProblem[] = [];
  let skipped = 0;
  for (const row of rows) {
    if (titles.has(row.row)) continue;
    const { row: number, cells, complaint } = row;
    const text = clean(cells[chosen] ?? '');
    if (complaint !== null) problems.push({ row: number, ...complaint });
    if (text === '' && !own) {
      skipped++;
      problems.push({ row: number, ...problem('nothingInColumn', { column: columns.names[chosen] ?? '' }) });
      continue;
    }
    if (text.length > limits.textCharsMax) problems.push({ row: number, ...tooLong });
    const note = noteOf(row, reading, clusters.get(number));
    if (reading.places && !note.box) problems.push({ row: number, ...problem('noPlace') });
    notes.push(note);
  }
  return { notes: withoutLonelyClusters(notes, own || columns.isMural), problems, skipped };
}

export const tooLong = problem('tooLong', { max: limits.textCharsMax });

export interface Reading {
  readonly columns: Columns;
  readonly chosen: number;
  readonly own: boolean;
  readonly clean: (cell: string) => string;
  readonly places: Places | null;
}

function noteOf({ row, cells }: TableRow, reading: Reading, section: string | undefined): PlannedNote {
  const { columns, chosen, own, clean, places } = reading;
  const box = own ? boxOf(cells) : places?.get(row);
  return {
    text: cutText(clean(cells[chosen] ?? ''), limits.textCharsMax),
    ...(section === undefined ? clusterOf(cells, reading) : titled(section)),
    ...colourOf(cells, columns),
    ...(box && { box }),
  };
}

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

/** Mural always writes entities; any other file is believed to when a whole column looks that way. */
function cleaner(rows: readonly TableRow[], chosen: number, { isMural }: Columns): (cell: string) => string {
  const isWritten = isMural || isEncoded(rows.map(({ cells }) => cells[chosen] ?? ''));
  const decode = isWritten ? decodeEntities : (cell: string) => cell;
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
  if (table.chosen !== width - 1 || table.separator === '') {
    return { ...row, complaint: row.complaint ?? problem('extraCells', counted) };
  }
  const whole = row.cells.slice(width - 1).join(table.separator);
  return {
    ...row,
    cells: [...row.cells.slice(0, width - 1), whole],
    complaint: row.complaint ?? problem('joinedCells', counted),
  };
}

function clusterOf(cells: readonly string[], { columns, own, clean }: Reading): { cluster?: string } {
  const cell = columns.cluster === null ? '' : (cells[columns.cluster] ?? '');
  return titled(own ? withoutApostrophe(cell) : cutText(clean(cell), limits.titleCharsMax));
}

function titled(cluster: string): { cluster?: string } {
  return cluster === '' ? {} : { cluster };
}

function colourOf(cells: readonly string[], columns: Columns): Pick<PlannedNote, 'colour'> {
  const colour = columns.colour === null ? undefined : colourNamed(cells[columns.colour] ?? '');
  return colour === undefined ? {} : { colour };
}

function boxOf(cells: readonly string[]): Box | undefined {
  const [x = 0, y = 0, w = 0, h = 0] = cells.slice(notesCsvColumns.indexOf('x')).map(Number);
  const isPlace = [x, y].every((n) => Math.abs(n) <= limits.coordinateMax);
  const isSize = [w, h].every((n) => n >= limits.sizeMin && n <= limits.sizeMax);
  return isPlace && isSize ? { x, y, w, h } : undefined;
}

/** A column in which hardly a value comes twice groups nothing: a board of clusters of one would be worse than none. */
function withoutLonelyClusters(notes: readonly PlannedNote[], meant: boolean): readonly PlannedNote[] {
  const clustered = notes.filter((note) => note.cluster !== undefined);
  const distinct = new Set(clustered.map((note) => note.cluster)).size;
  if (meant || clustered.length < 12 || distinct < clustered.length * 0.8) return notes;
  return notes.map(({ cluster: _, ...note }) => note);
}
