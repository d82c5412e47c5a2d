// What of a scrolled element is seen: from where, and how much.

import { type RefObject, useLayoutEffect, useState } from 'react';

export interface View {
  readonly top: number;
  readonly height: number;
}

export function useView(element: RefObject<HTMLElement | null>): {
  readonly view: View;
  readonly onScroll: () => void;
} {
  const [view, setView] = useState<View>({ top: 0, height: 0 });
  const measure = () => {
    const { scrollTop: top = 0, clientHeight: height = 0 } = element.current ?? {};
    setView((now) => (now.top === top && now.height === height ? now : { top, height }));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the element stays the same.
  useLayoutEffect(() => {
    if (element.current === null) return;
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return { view, onScroll: measure };
}
