// Rows that are no ideas but say what the ideas below or elsewhere are in: a line with the name of a frame, or a row that
// others name as their parent.

import { limits } from '../board/limits.ts';
import { cutText } from './cells.ts';
import type { Reading } from './notesFromTable.ts';
import type { TableRow } from './table.ts';

export interface Sections {
  /** Numbers of the rows that are titles. */
  readonly titles: ReadonlySet<number>;
  /** Title by number of row. */
  readonly clusters: ReadonlyMap<number, string>;
}

const none: Sections = { titles: new Set(), clusters: new Map() };

export function sectionsOf(rows: readonly TableRow[], reading: Reading): Sections {
  if (reading.own) return none;
  return reading.columns.parent === null ? titledRows(rows, reading) : parentRows(rows, reading);
}

/** A row without an idea and with a single word in front, where no idea has anything there. */
function titledRows(rows: readonly TableRow[], { columns, chosen, clean }: Reading): Sections {
  if (!columns.isNamed || chosen === 0 || columns.cluster !== null) return none;
  const [withIdea, without] = [rows.filter(hasIdea), rows.filter((row) => !hasIdea(row))];
  const isTitle = ({ cells }: TableRow): boolean =>
    (cells[0] ?? '').trim() !== '' && cells.slice(1).every((cell) => cell.trim() === '');
  if (without.length === 0 || !without.every(isTitle)) return none;
  if (withIdea.some(({ cells }) => (cells[0] ?? '').trim() !== '')) return none;
  const clusters = new Map<number, string>();
  let title = '';
  for (const row of rows) {
    if (hasIdea(row)) clusters.set(row.row, title);
    else title = cutText(clean(row.cells[0] ?? ''), limits.titleCharsMax);
  }
  return { titles: new Set(without.map(({ row }) => row)), clusters };

  function hasIdea({ cells }: TableRow): boolean {
    return (cells[chosen] ?? '').trim() !== '';
  }
}

function parentRows(rows: readonly TableRow[], { columns, chosen, clean }: Reading): Sections {
  const { id, parent } = columns.parent ?? { id: -1, parent: -1 };
  const byId = new Map(rows.map((row) => [(row.cells[id] ?? '').trim(), row]));
  byId.delete('');
  const clusters = new Map<number, string>();
  const titles = new Set<number>();
  for (const row of rows) {
    const above = byId.get((row.cells[parent] ?? '').trim());
    if (!above || above === row) continue;
    titles.add(above.row);
    clusters.set(row.row, cutText(clean(above.cells[chosen] ?? ''), limits.titleCharsMax));
  }
  return { titles, clusters };
}
