// A table all of whose cells are ideas, as when a wall was copied into a sheet: the names of the columns, or lines that stand
// alone above a block of cells, are its clusters.

import { limits } from '../board/limits.ts';
import { cutText, withoutApostrophe } from './cells.ts';
import type { Columns } from './columns.ts';
import { decodeEntities, isEncoded } from './entities.ts';
import { type TableNotes, tidyText, tooLong } from './notesFromTable.ts';
import type { PlannedNote } from './plan.ts';
import type { ImportProblem } from './problems.ts';
import type { TableRow } from './table.ts';

export function notesFromCells({ rows, names, isNamed }: Columns): TableNotes {
  const decode = isEncoded(rows.flatMap(({ cells }) => cells)) ? decodeEntities : (cell: string) => cell;
  const titles = isNamed ? new Set<TableRow>() : titlesIn(rows);
  const notes: PlannedNote[] = [];
  const problems: ImportProblem[] = [];
  let section = '';
  for (const row of rows) {
    if (row.complaint !== null) problems.push({ row: row.row, ...row.complaint });
    if (titles.has(row)) {
      section = titleOf(decode(row.cells[0] ?? ''));
      continue;
    }
    row.cells.forEach((cell, index) => {
      const text = tidyText(decode(withoutApostrophe(cell)));
      if (text === '') return;
      if (text.length > limits.textCharsMax) problems.push({ row: row.row, ...tooLong });
      const cluster = isNamed ? titleOf(names[index] ?? '') : section;
      notes.push({ text: cutText(text, limits.textCharsMax), ...(cluster === '' ? {} : { cluster }) });
    });
  }
  return { notes, problems, skipped: 0 };
}

/** Blocks with a blank row between them, each beginning with one cell alone: there those are titles. */
function titlesIn(rows: readonly TableRow[]): ReadonlySet<TableRow> {
  const starts = rows.filter((row, index) => index === 0 || row.row > (rows[index - 1]?.row ?? 0) + 1);
  const isAlone = ({ cells }: TableRow): boolean =>
    (cells[0] ?? '').trim() !== '' && cells.slice(1).every((cell) => cell.trim() === '');
  const isFollowed = (row: TableRow): boolean => rows.some((other) => other.row === row.row + 1);
  return new Set(starts.length > 1 && starts.every((row) => isAlone(row) && isFollowed(row)) ? starts : []);
}

function titleOf(written: string): string {
  return cutText(tidyText(withoutApostrophe(written)), limits.titleCharsMax);
}
