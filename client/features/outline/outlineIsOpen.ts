// Whether the list stays on the screen. The panel listens; a menu entry or a key opens it.

import { Signal, type Unsubscribe } from '../../../shared/lib/signal.ts';
import { sheetBelowPx } from '../../ui/panelSize.ts';

export const outlineIsOpen = new Signal(false);

/** A phone has room for one sheet: of the list and the panel, whichever was opened last stays. */
export function keepOneSheet(panel: Signal<string | null>): Unsubscribe {
  const isPhone = () => window.innerWidth <= sheetBelowPx;
  const stops = [
    panel.subscribe(() => {
      if (panel.get() !== null && isPhone()) outlineIsOpen.set(false);
    }),
    outlineIsOpen.subscribe(() => {
      if (outlineIsOpen.get() && isPhone()) panel.set(null);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
