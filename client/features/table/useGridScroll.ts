// Where the cells are scrolled to and how much of them is seen; keeps the row that keys go to in view.

import { type RefObject, useLayoutEffect, useState } from 'react';

/** As in Table.module.css. */
const rowHeights = { table: 44, list: 104 } as const;
const headPx = 40;

export interface GridScroll {
  readonly view: { readonly top: number; readonly height: number; readonly rowHeight: number };
  readonly pageRows: number;
  onScroll(): void;
}

export function useGridScroll(
  grid: RefObject<HTMLElement | null>,
  row: number,
  rowCount: number,
  isPhone: boolean,
): GridScroll {
  const rowHeight = isPhone ? rowHeights.list : rowHeights.table;
  const head = isPhone ? 0 : headPx;
  // Only every few rows is worth another look: the window is larger than what is seen.
  const [view, setView] = useState({ top: 0, height: 0 });
  const measure = () => {
    const element = grid.current;
    if (element === null) return;
    const step = rowHeight * 4;
    const top = Math.floor(element.scrollTop / step) * step;
    const height = element.clientHeight + step;
    setView((now) => (now.top === top && now.height === height ? now : { top, height }));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew where rows have another height.
  useLayoutEffect(() => {
    const element = grid.current;
    if (element === null) return;
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [grid, rowHeight]);
  useLayoutEffect(() => {
    const element = grid.current;
    if (element === null || row >= rowCount) return;
    const top = row * rowHeight;
    const room = element.clientHeight - head;
    if (room < rowHeight) return;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + room) element.scrollTop = top + rowHeight - room;
  }, [grid, row, rowCount, rowHeight, head]);
  const pageRows = Math.max(1, Math.floor((view.height - rowHeight * 4 - head) / rowHeight) - 1);
  return { view: { ...view, rowHeight }, pageRows, onScroll: measure };
}
