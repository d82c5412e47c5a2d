// The focus follows the active cell, but only while it is in the cells already, or when somebody asked for it.

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

export interface CellFocus {
  ask(): void;
}

/** `asks` counts how often the page asked; `active` says which cell it is, in any words. */
export function useCellFocus(grid: RefObject<HTMLElement | null>, asks: number, active: string): CellFocus {
  const [mine, setMine] = useState(0);
  const done = useRef('');
  const had = useRef(false);
  const wanted = `${asks} ${mine}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is active, it is found on the page.
  useLayoutEffect(() => {
    const { activeElement } = document;
    const isAsked = done.current !== wanted;
    done.current = wanted;
    const isNowhere = activeElement === null || activeElement === document.body;
    const isCell = activeElement?.role === 'gridcell' && grid.current?.contains(activeElement);
    if (!isAsked && !isCell && !(had.current && isNowhere)) return;
    const cell = grid.current?.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"]');
    cell?.focus({ preventScroll: true });
    // Rows are brought into view by their number; a column that stands beside the view is brought here.
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [grid, wanted, active]);
  useEffect(() => {
    // An element that is taken from the page says nothing; whatever else takes the focus does.
    const follow = () => {
      had.current = grid.current?.contains(document.activeElement) ?? false;
    };
    document.addEventListener('focusin', follow);
    return () => document.removeEventListener('focusin', follow);
  }, [grid]);
  return { ask: () => setMine((count) => count + 1) };
}
