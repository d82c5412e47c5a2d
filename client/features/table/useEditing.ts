// Which cell is being written in, and what becomes of it: kept, taken back, or the next one opened.

import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { ItemId } from '../../../shared/lib/ids.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import type { Cell } from '../../lists/cellRange.ts';
import { cellAfter } from '../../lists/cellRange.ts';
import type { EditableColumn } from '../../lists/ideaColumns.ts';
import { t } from '../../text/tableWords.ts';
import { toast } from '../../ui/Toast.tsx';
import type { Cells } from './useCells.ts';
import type { Sheet } from './useSheet.ts';

export interface Editing extends Cell {
  /** null for an idea that is not there yet. */
  readonly id: ItemId | null;
  readonly name: EditableColumn;
  /** What was there goes: somebody began to type over it. */
  readonly anew: boolean;
  readonly before: string;
}

/** `lost`: what was written in is no longer there. */
export type Ending = 'kept' | 'takenBack' | 'lost';
export type Way = 'below' | 'above' | 'next' | 'before' | null;

export interface EditingDeeds {
  readonly now: Editing | null;
  /** False, and said why, where nothing can be written. */
  open(cell: Cell, how: 'keep' | 'anew'): boolean;
  /** `text`: what a field without a life of its own holds. Texts of ideas have been written already. */
  close(how: Ending, text: string, way: Way): void;
}

export interface EditingParts {
  readonly board: OpenBoard;
  readonly sheet: Sheet;
  readonly cells: Cells;
  readonly say: (words: string) => void;
  readonly onDone: () => void;
}

export function useEditing({ board, sheet, cells, say, onDone }: EditingParts): EditingDeeds {
  const [kept, setNow] = useState<Editing | null>(null);
  // The row may have gone to another place meanwhile.
  const row =
    kept === null
      ? -1
      : kept.id === null
        ? sheet.rows.length
        : sheet.rows.findIndex(({ id }) => id === kept.id);
  const now = kept === null || row < 0 ? kept : { ...kept, row };

  function open(cell: Cell, how: 'keep' | 'anew'): boolean {
    const name = sheet.columns[cell.column];
    const why = sheet.whyNot(cell.row, cell.column);
    if (why !== null || (name !== 'text' && name !== 'cluster' && name !== 'colour')) {
      toast({ text: why ?? '' });
      return false;
    }
    const idea = sheet.rows[cell.row];
    const before =
      name === 'colour' ? (idea?.colour ?? board.editor.colour.get()) : sheet.textAt(cell.row, cell.column);
    const next: Editing = { ...cell, id: idea?.id ?? null, name, anew: how === 'anew', before };
    // In this very moment, so that the key that asked for it is typed into the field.
    flushSync(() => {
      cells.go(cell);
      setNow(next);
    });
    return true;
  }

  function close(how: Ending, text: string, way: Way): void {
    if (now === null) return;
    setNow(null);
    if (how === 'kept') keep(now, text);
    if (how === 'takenBack') say(t('table.said.takenBack'));
    const to = way === null ? null : cellTowards(now, way, cells, sheet);
    if (to !== null) cells.go(to);
    if (how !== 'lost' || document.activeElement === document.body) onDone();
  }

  function keep({ id, name, before }: Editing, text: string): void {
    if (id === null) {
      if (text.trim() === '') return;
      const applied = sheet.change({ edits: [], added: [{ [name]: text }] });
      const made = applied?.made.length ?? 0;
      if (made > 0) say(t('table.said.added', { count: made }));
      else if (applied !== null) toast({ text: t('table.full'), tone: 'trouble' });
    } else if (name !== 'text' && text !== before) {
      const applied = sheet.change({ edits: [{ id, column: name, text }] });
      if (applied?.refused) toast({ text: t('table.lockedWhy') });
    }
  }
  return { now, open, close };
}

function cellTowards(
  now: Editing,
  way: Exclude<Way, null>,
  { rowCount }: Cells,
  { columns }: Sheet,
): Cell | null {
  const { row, column } = now;
  // A new idea has its row only in a moment; the next one is written below it.
  const count = now.id === null ? rowCount + 1 : rowCount;
  const extent = { rows: count, columns: columns.length };
  if (way === 'next' || way === 'before') return cellAfter({ row, column }, way === 'next' ? 1 : -1, extent);
  return { row: Math.max(0, Math.min(count - 1, row + (way === 'below' ? 1 : -1))), column };
}
