// What pasting cells over a table would do: which cells change, which rows come new at the end, what cannot be changed. Pure:
// writes nothing and knows no idea, only whether a cell may be changed.

import type { CellBox } from './cellRange.ts';
import type { Cells } from './sheetClip.ts';

export interface CellEdit {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface PastePlan {
  readonly edits: readonly CellEdit[];
  /** Rows that do not exist yet, by column. */
  readonly added: readonly ReadonlyMap<number, string>[];
  /** Cells that say something else and may not be changed. */
  readonly refused: number;
  /** What lies there afterwards: chosen, so that one sees it. Rows that come new are not in it. */
  readonly over: CellBox;
}

export interface PasteInto {
  readonly cells: Cells;
  readonly chosen: CellBox;
  /** Rows and columns that exist. */
  readonly rows: number;
  readonly columns: number;
  readonly mayChange: (row: number, column: number) => boolean;
  readonly textAt: (row: number, column: number) => string;
}

/**
 * From the first chosen cell on; what is chosen is filled when it is a multiple of what is pasted, as in a spreadsheet. What
 * goes beyond the last column is left out, what goes beyond the last row makes new ones.
 */
export function pastePlan({ cells, chosen, rows, columns, mayChange, textAt }: PasteInto): PastePlan {
  const height = cells.length;
  const width = cells[0]?.length ?? 0;
  const wide = chosen.last - chosen.first + 1;
  const tall = Math.min(chosen.bottom, rows - 1) - chosen.top + 1;
  const across = width > 0 && wide % width === 0 ? wide : width;
  const down = height > 0 && tall > 0 && tall % height === 0 ? tall : height;
  const edits: CellEdit[] = [];
  const added: Map<number, string>[] = [];
  let refused = 0;
  for (let y = 0; y < down; y++) {
    const row = chosen.top + y;
    const isNew = row >= rows;
    const fresh = new Map<number, string>();
    for (let x = 0; x < across; x++) {
      const column = chosen.first + x;
      const text = cells[y % height]?.[x % width] ?? '';
      if (column >= columns) refused += text === '' ? 0 : 1;
      else if (isNew && mayChange(row, column)) fresh.set(column, text);
      else if (isNew) refused += text === '' ? 0 : 1;
      else if (textAt(row, column) === text) continue;
      else if (mayChange(row, column)) edits.push({ row, column, text });
      else refused++;
    }
    if (isNew && [...fresh.values()].some((text) => text.trim() !== '')) added.push(fresh);
  }
  const over = {
    top: chosen.top,
    bottom: Math.max(chosen.top, Math.min(rows - 1, chosen.top + down - 1)),
    first: chosen.first,
    last: Math.max(chosen.first, Math.min(columns - 1, chosen.first + across - 1)),
  };
  return { edits, added, refused, over };
}
