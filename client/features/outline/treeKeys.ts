// The keys of the list, as trees have them: arrows, Home, End, and what can be done with the row in focus. All other keys go
// on to the canvas, which acts on the same selection.

import type { KeyboardEvent } from 'react';
import type { ItemId } from '../../../shared/lib/ids.ts';
import type { ListRow } from '../../lists/boardRows.ts';
import { stepTo } from '../../lists/steps.ts';

export interface TreeDeeds {
  readonly rows: readonly ListRow[];
  readonly active: number;
  readonly closed: ReadonlySet<ItemId>;
  readonly pageRows: number;
  go(index: number, extend: boolean): void;
  setOpen(id: ItemId, open: boolean): void;
  toggle(id: ItemId): void;
  write(id: ItemId): void;
  writeAfter(id: ItemId | null): void;
  remove(id: ItemId): void;
  openMenu(): void;
  leave(): void;
}

export function treeKeys(deeds: TreeDeeds): (event: KeyboardEvent) => void {
  return (event) => {
    // A menu opened from a row is its own, although React tells of it here.
    if (event.target instanceof Element && event.target.closest('[role="menu"]')) return;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (move(deeds, event) || act(deeds, event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
}

function move(deeds: TreeDeeds, { key, shiftKey }: KeyboardEvent): boolean {
  const { rows, active, pageRows } = deeds;
  const to = stepTo(key, { active, count: rows.length, pageRows });
  if (to === null) return false;
  deeds.go(to, shiftKey);
  return true;
}

function act(deeds: TreeDeeds, { key, shiftKey, currentTarget }: KeyboardEvent): boolean {
  const row = deeds.rows[deeds.active];
  if (key === 'Escape') deeds.leave();
  else if (key === 'n' || key === 'N') deeds.writeAfter(row?.id ?? null);
  else if (row === undefined) return false;
  else if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const isRightToLeft = getComputedStyle(currentTarget).direction === 'rtl';
    fold(deeds, row, (key === 'ArrowRight') !== isRightToLeft);
  } else if (key === 'Enter' || key === 'F2') deeds.write(row.id);
  else if (key === ' ') deeds.toggle(row.id);
  else if (key === 'Delete' || key === 'Backspace') deeds.remove(row.id);
  else if (key === 'm' || key === 'ContextMenu' || (key === 'F10' && shiftKey)) deeds.openMenu();
  else return false;
  return true;
}

/** Inwards opens, then goes to the first inside; outwards closes, then goes to the cluster around. */
function fold(deeds: TreeDeeds, row: ListRow, inwards: boolean): void {
  const { rows, active, closed } = deeds;
  const hasInside =
    row.item.kind === 'cluster' && (closed.has(row.id) || rows[active + 1]?.parent === row.id);
  if (inwards) {
    if (closed.has(row.id)) deeds.setOpen(row.id, true);
    else if (hasInside) deeds.go(active + 1, false);
  } else if (hasInside && !closed.has(row.id)) deeds.setOpen(row.id, false);
  else if (row.parent !== null)
    deeds.go(
      rows.findIndex(({ id }) => id === row.parent),
      false,
    );
}
