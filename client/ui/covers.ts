// What covers a part of the wall at the moment, for those who keep clear of it: whoever stands there registers its element, and
// is watched for coming, going and changing its size.

import { type RefObject, useEffect } from 'react';
import { Listeners, type Unsubscribe } from '../../shared/lib/signal.ts';

/** A panel at a side, which may be a sheet from below, a sentence at the top, or what stands low, above the tools. */
export type CoverKind = 'side' | 'top' | 'low';

const standing = new Map<Element, CoverKind>();
const changes = new Listeners<void>();
let watch: ResizeObserver | null = null;

export const covers = {
  all: (): Iterable<readonly [Element, CoverKind]> => standing,
  subscribe: (listener: () => void): Unsubscribe => changes.add(listener),
};

/** The element counts as long as it is there. */
export function useCovers(element: RefObject<Element | null>, kind: CoverKind): void {
  useEffect(() => {
    const { current } = element;
    if (current === null) return;
    watch ??= new ResizeObserver(() => changes.tell());
    standing.set(current, kind);
    watch.observe(current);
    return () => {
      standing.delete(current);
      watch?.unobserve(current);
      changes.tell();
    };
  }, [element, kind]);
}
