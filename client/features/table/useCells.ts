// Which cell is active and which are chosen. They follow their ideas, not their places: when rows come and go above, what was
// chosen stays chosen; when the active row goes away, the one that takes its place is active.

import { useRef, useState } from 'react';
import { boxOf, type Cell, type CellBox, type CellRange, oneCell, within } from '../../lists/cellRange.ts';
import type { IdeaColumn } from '../../lists/ideaColumns.ts';
import type { IdeaRow } from '../../lists/ideaRows.ts';

interface Anchor {
  /** null for the row at the end, in which new ideas are written. */
  readonly id: string | null;
  readonly column: IdeaColumn;
}

export interface Cells {
  readonly range: CellRange;
  readonly box: CellBox;
  /** Including the row for new ideas. */
  readonly rowCount: number;
  go(to: Cell): void;
  extend(to: Cell): void;
  choose(range: CellRange): void;
}

export function useCells(rows: readonly IdeaRow[], columns: readonly IdeaColumn[], rowCount: number): Cells {
  const [anchors, setAnchors] = useState<{ at: Anchor | null; to: Anchor | null }>({ at: null, to: null });
  const last = useRef<CellRange>(oneCell({ row: 0, column: 0 }));
  const extent = { rows: Math.max(1, rowCount), columns: columns.length };

  const placeOf = (anchor: Anchor | null, before: Cell): Cell => {
    if (anchor === null) return within(before, extent);
    const column = columns.indexOf(anchor.column);
    const row = anchor.id === null ? rows.length : rowOf(rows, anchor.id, before.row);
    return within({ row: row < 0 ? before.row : row, column: column < 0 ? before.column : column }, extent);
  };
  const range = { at: placeOf(anchors.at, last.current.at), to: placeOf(anchors.to, last.current.to) };
  last.current = range;

  const anchorOf = ({ row, column }: Cell): Anchor => ({
    id: rows[row]?.id ?? null,
    column: columns[column] ?? 'text',
  });
  const choose = (next: CellRange) => {
    const [at, to] = [within(next.at, extent), within(next.to, extent)];
    last.current = { at, to };
    setAnchors({ at: anchorOf(at), to: anchorOf(to) });
  };
  return {
    range,
    box: boxOf(range),
    rowCount,
    choose,
    go: (to) => choose(oneCell(to)),
    extend: (to) => choose({ at: range.at, to }),
  };
}

/** Most often it stands where it stood. */
function rowOf(rows: readonly IdeaRow[], id: string, before: number): number {
  return rows[before]?.id === id ? before : rows.findIndex((row) => row.id === id);
}
