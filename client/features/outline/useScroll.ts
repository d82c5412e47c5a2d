// Where the list is scrolled to and how much of it is seen; keeps the active row in view.

import { type RefObject, useLayoutEffect, useState } from 'react';

interface View {
  readonly top: number;
  readonly height: number;
  readonly rowHeight: number;
}

export interface Scroll {
  readonly view: View;
  readonly pageRows: number;
  onScroll(): void;
}

export function useScroll(tree: RefObject<HTMLElement | null>, active: number, isEmpty: boolean): Scroll {
  const [view, setView] = useState<View>({ top: 0, height: 0, rowHeight: 36 });
  const measure = () => {
    const element = tree.current;
    if (element === null) return;
    const { scrollTop: top, clientHeight: height } = element;
    const row = element.querySelector('[role="treeitem"]')?.clientHeight ?? 0;
    setView((now) => {
      const rowHeight = row > 0 ? row : now.rowHeight;
      const same = now.top === top && now.height === height && now.rowHeight === rowHeight;
      return same ? now : { top, height, rowHeight };
    });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the element comes and goes with the first row.
  useLayoutEffect(() => {
    const element = tree.current;
    if (element === null) return;
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [tree, isEmpty]);
  const { rowHeight, height } = view;
  useLayoutEffect(() => {
    const element = tree.current;
    if (element === null || active < 0 || height < rowHeight) return;
    const top = active * rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + height) element.scrollTop = top + rowHeight - height;
  }, [tree, active, rowHeight, height]);
  return { view, pageRows: Math.max(1, Math.floor(height / rowHeight) - 1), onScroll: measure };
}
