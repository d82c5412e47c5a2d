// Whether an element has less room than it needs for everything: what stands beside it, not the window, decides.

import { type RefObject, useLayoutEffect, useState } from 'react';

export function useIsNarrow(element: RefObject<HTMLElement | null>, belowPx: number): boolean {
  const [isNarrow, setNarrow] = useState(false);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    const measure = () => setNarrow(current.offsetWidth < belowPx);
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(current);
    return () => watch.disconnect();
  }, [element, belowPx]);
  return isNarrow;
}
