// The keys of the cells, as a spreadsheet has them. None of them goes on to the wall, but for undo, redo and the palette.

import type { KeyboardEvent } from 'react';
import type { OpenBoard } from '../../app/openBoard.ts';
import { cellAfter, cellCount, cellTo } from '../../lists/cellRange.ts';
import type { Cells } from './useCells.ts';
import type { EditingDeeds } from './useEditing.ts';
import type { Sheet } from './useSheet.ts';

export interface GridDeeds {
  readonly board: OpenBoard;
  readonly sheet: Sheet;
  readonly cells: Cells;
  readonly editing: EditingDeeds;
  readonly pageRows: number;
  onClose(): void;
}

const wallKeys = new Set(['z', 'y', 'k']);

export function gridKeys(deeds: GridDeeds): (event: KeyboardEvent<HTMLElement>) => void {
  return (event) => {
    const { target } = event;
    // Menus and fields opened from here are their own, although React tells of them here.
    if (!(target instanceof HTMLElement) || target.role !== 'gridcell' || event.defaultPrevented) return;
    const mod = event.ctrlKey || event.metaKey;
    const used = isTyped(event) ? type(deeds, event) : move(deeds, event, mod) || act(deeds, event, mod);
    if (used === 'typed') event.stopPropagation();
    else if (used) {
      event.preventDefault();
      event.stopPropagation();
    } else if (!(mod && wallKeys.has(event.key.toLowerCase())) && event.key !== 'Tab')
      event.stopPropagation();
  };
}

/** A letter, also one that needs AltGr, or the beginning of one that an input method makes. */
function isTyped({ key, ctrlKey, metaKey, altKey, nativeEvent }: KeyboardEvent): boolean {
  if (key === ' ') return false;
  if (key === 'Process' || key === 'Dead') return true;
  const isPlain = !(ctrlKey || metaKey || altKey) || nativeEvent.getModifierState('AltGraph');
  return [...key].length === 1 && isPlain;
}

/** The key itself goes into the field, which has the focus by then. */
function type({ editing, cells }: GridDeeds, _event: KeyboardEvent): 'typed' | true {
  return editing.open(cells.range.at, 'anew') ? 'typed' : true;
}

function move(
  { sheet, cells, pageRows }: GridDeeds,
  event: KeyboardEvent<HTMLElement>,
  mod: boolean,
): boolean {
  const { key, shiftKey, altKey } = event;
  if (altKey) return false;
  const extent = { rows: cells.rowCount, columns: sheet.columns.length };
  if (key === 'Tab') {
    const next = cellAfter(cells.range.at, shiftKey ? -1 : 1, extent);
    if (next !== null) cells.go(next);
    return next !== null;
  }
  const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
  const from = shiftKey ? cells.range.to : cells.range.at;
  const to = cellTo({ key, mod, isRightToLeft, pageRows }, from, extent);
  if (to === null) return false;
  if (shiftKey) cells.extend(to);
  else cells.go(to);
  return true;
}

function act(deeds: GridDeeds, event: KeyboardEvent, mod: boolean): boolean {
  const { sheet, cells, editing, onClose } = deeds;
  const { key, shiftKey } = event;
  const rows = Math.max(0, sheet.rows.length - 1);
  const columns = sheet.columns.length - 1;
  if (mod && key.toLowerCase() === 'a')
    cells.choose({ at: { row: 0, column: 0 }, to: { row: rows, column: columns } });
  else if (key === ' ' && (shiftKey || mod)) {
    const { top, bottom, first, last } = cells.box;
    cells.choose(
      shiftKey
        ? { at: { row: top, column: 0 }, to: { row: bottom, column: columns } }
        : { at: { row: 0, column: first }, to: { row: rows, column: last } },
    );
  } else if (key === 'Enter' || key === 'F2' || (key === ' ' && !event.altKey))
    editing.open(cells.range.at, 'keep');
  else if (key === 'Delete' || key === 'Backspace') {
    if (mod) sheet.remove();
    else sheet.clear();
  } else if (key === 'Escape') {
    if (cellCount(cells.box) > 1) cells.go(cells.range.at);
    else onClose();
  } else return false;
  return true;
}
