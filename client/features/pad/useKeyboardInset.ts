// How much of the page a keyboard on the screen covers, for a sheet that must stay above it: `--keyboard` in pixels, and
// `data-keyboard` while there is one.

import { useEffect } from 'react';

/** Less than this is the browser's own bar that comes and goes. */
const keyboardPx = 120;

export function useKeyboardInset(element: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const seen = window.visualViewport;
    if (seen === null) return;
    const measure = () => {
      const covered = Math.max(0, window.innerHeight - seen.height - seen.offsetTop);
      element.current?.style.setProperty('--keyboard', `${Math.round(covered)}px`);
      element.current?.toggleAttribute('data-keyboard', covered > keyboardPx);
    };
    measure();
    seen.addEventListener('resize', measure);
    seen.addEventListener('scroll', measure);
    return () => {
      seen.removeEventListener('resize', measure);
      seen.removeEventListener('scroll', measure);
    };
  }, [element]);
}
