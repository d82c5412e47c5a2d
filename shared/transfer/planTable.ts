// A table, wherever it is from, to a plan: which column holds the ideas, which rows are any.

import { limits } from '../board/limits.ts';
import { describeColumns, findColumns } from './columns.ts';
import { everyCell } from './everyCell.ts';
import { notesFromCells } from './notesFromCells.ts';
import { notesFromTable } from './notesFromTable.ts';
import { emptyPlan, type ImportKind, type ImportPlan, refusedPlan } from './plan.ts';
import { type ImportProblem, problem } from './problems.ts';
import { rowsMax, type Table } from './table.ts';

/** `column`: its name as a person chose it, or `everyCell`; null lets the table decide. */
export function planTable(table: Table, kind: ImportKind, column: string | null): ImportPlan {
  const columns = findColumns(table);
  const own = columns.isMural && kind === 'table' ? 'mural' : kind;
  if (table.tooMany || columns.rows.length > rowsMax)
    return refusedPlan('too-many', problem('tooManyRows', { max: rowsMax }), own);
  const asked =
    column === null ? columns.text : column === everyCell ? everyCell : columns.names.indexOf(column);
  const plan = { ...emptyPlan, kind: own, columns: describeColumns(columns, asked) };
  if (asked === -1) {
    const why = problem('noSuchColumn', { column: column ?? '' });
    return { ...plan, refused: { code: 'no-such-column', why } };
  }
  if (asked === null) {
    return { ...plan, problems: [{ row: 0, ...problem('noText') }], skipped: columns.rows.length };
  }
  const read =
    asked === everyCell ? notesFromCells(columns) : notesFromTable(columns, asked, table.separator ?? '');
  if (read.notes.length > limits.itemsMax)
    return refusedPlan('too-many', problem('tooMany', { max: limits.itemsMax }), own);
  const above = columns.above.map(({ row }): ImportProblem => ({ row, ...problem('aboveTable') }));
  return {
    ...plan,
    notes: read.notes,
    problems: [...above, ...read.problems],
    skipped: read.skipped + above.length,
  };
}
