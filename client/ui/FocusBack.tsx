// Stands inside whatever opens over the page and takes the focus. In the moment in which that goes away, the focus goes back
// to where it was; the library does it a moment later, and the keys pressed in between would miss.

import { useEffect, useRef, useState } from 'react';

export interface FocusBackProps {
  /** Takes the focus instead of whoever had it before. */
  readonly to?: (() => void) | undefined;
}

export function FocusBack({ to }: FocusBackProps) {
  const [before] = useState(() => document.activeElement);
  const back = useRef(to);
  back.current = to;
  useEffect(() => {
    // A menu that opened a dialog has given the focus back to its button by now.
    const since = document.activeElement;
    return () => {
      if (!isFocusFree()) return;
      if (back.current !== undefined) back.current();
      else [before, since].find(isThere)?.focus({ preventScroll: true });
    };
  }, [before]);
  return null;
}

/** Nobody has taken the focus. */
export function isFocusFree(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body;
}

/** For Radix' `onCloseAutoFocus`: whoever has the focus by now keeps it. */
export function keepTakenFocus(event: Event): void {
  if (!isFocusFree()) event.preventDefault();
}

function isThere(element: Element | null): element is HTMLElement {
  return element instanceof HTMLElement && element.isConnected && element !== document.body;
}
