// What lies wholly under the table cannot be reached by keys while it does: nobody sees a focus that is covered.

import { type RefObject, useLayoutEffect } from 'react';

export function useCovered(cover: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const { current } = cover;
    const siblings = current?.parentElement?.children;
    if (current === null || siblings === undefined) return;
    const mine = new Set<HTMLElement>();
    const look = () => {
      const over = current.getBoundingClientRect();
      for (const element of siblings) {
        if (!(element instanceof HTMLElement) || element === current) continue;
        const under = element.getBoundingClientRect();
        const isCovered =
          under.height > 1 &&
          under.top >= over.top &&
          under.bottom <= over.bottom &&
          [...element.querySelectorAll('button')].every((button) => isInside(button, over)) &&
          element.role !== 'status' &&
          !element.matches('[role="menu"], [aria-live]');
        if (isCovered && !element.inert) {
          element.inert = true;
          mine.add(element);
        } else if (!isCovered && mine.delete(element)) element.inert = false;
      }
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(current);
    return () => {
      observer.disconnect();
      for (const element of mine) element.inert = false;
    };
  }, [cover]);
}

function isInside(element: Element, over: DOMRect): boolean {
  const { top, bottom, left, right } = element.getBoundingClientRect();
  return top >= over.top && bottom <= over.bottom && left >= over.left && right <= over.right;
}
