// Cells of a list with columns: which one is active, which are chosen, where a key leads. Knows places only, neither rows
// nor columns.

/** Both from 0. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** `at` is the active cell, from which choosing began; `to` is the other corner. */
export interface CellRange {
  readonly at: Cell;
  readonly to: Cell;
}

/** The last row and the last column included. */
export interface CellBox {
  readonly top: number;
  readonly bottom: number;
  readonly first: number;
  readonly last: number;
}

export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

export function oneCell(at: Cell): CellRange {
  return { at, to: at };
}

export function boxOf({ at, to }: CellRange): CellBox {
  return {
    top: Math.min(at.row, to.row),
    bottom: Math.max(at.row, to.row),
    first: Math.min(at.column, to.column),
    last: Math.max(at.column, to.column),
  };
}

export function cellCount({ top, bottom, first, last }: CellBox): number {
  return (bottom - top + 1) * (last - first + 1);
}

export function within({ row, column }: Cell, { rows, columns }: Extent): Cell {
  return {
    row: Math.max(0, Math.min(rows - 1, row)),
    column: Math.max(0, Math.min(columns - 1, column)),
  };
}

export interface CellKey {
  readonly key: string;
  /** Control or Command: as far as it goes. */
  readonly mod: boolean;
  readonly isRightToLeft: boolean;
  readonly pageRows: number;
}

/** Where a key leads from a cell; null for a key that leads nowhere. */
export function cellTo(
  { key, mod, isRightToLeft, pageRows }: CellKey,
  from: Cell,
  extent: Extent,
): Cell | null {
  const { row, column } = from;
  const last = { row: extent.rows - 1, column: extent.columns - 1 };
  const step = isRightToLeft ? -1 : 1;
  const sideways = (by: number): Cell => ({
    row,
    column: mod ? (by > 0 ? last.column : 0) : column + by,
  });
  switch (key) {
    case 'ArrowDown':
      return within({ row: mod ? last.row : row + 1, column }, extent);
    case 'ArrowUp':
      return within({ row: mod ? 0 : row - 1, column }, extent);
    case 'ArrowRight':
      return within(sideways(step), extent);
    case 'ArrowLeft':
      return within(sideways(-step), extent);
    case 'Home':
      return within({ row: mod ? 0 : row, column: 0 }, extent);
    case 'End':
      return within({ row: mod ? last.row : row, column: last.column }, extent);
    case 'PageDown':
      return within({ row: row + pageRows, column }, extent);
    case 'PageUp':
      return within({ row: row - pageRows, column }, extent);
    default:
      return null;
  }
}

/** Tab goes through the cells as one reads; null past the first and the last, where it leaves the list. */
export function cellAfter({ row, column }: Cell, by: 1 | -1, { rows, columns }: Extent): Cell | null {
  const index = row * columns + column + by;
  if (index < 0 || index >= rows * columns) return null;
  return { row: Math.floor(index / columns), column: index % columns };
}
