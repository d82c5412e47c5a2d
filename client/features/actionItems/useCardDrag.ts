// Takes a card by its handle to another list, with mouse, pen or finger. While it is held every list can be reached, whatever
// is scrolled; Escape puts it back.

import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { type ActionStatus, actionStatuses } from '../../../shared/features/actionItems/actionItems.ts';

export interface HeldCard {
  readonly id: string;
  /** The list it would go to now. */
  readonly over: ActionStatus;
  /** Where the hand is on the page. */
  readonly at: { readonly x: number; readonly y: number };
}

export interface CardDrag {
  readonly held: HeldCard | null;
  readonly grab: (event: PointerEvent<HTMLElement>, id: string, from: ActionStatus) => void;
}

export function useCardDrag(onDrop: (id: string, status: ActionStatus) => void): CardDrag {
  const [held, setHeld] = useState<HeldCard | null>(null);
  const stop = useRef<() => void>(() => {});
  useEffect(() => () => stop.current(), []);

  const grab = (event: PointerEvent<HTMLElement>, id: string, from: ActionStatus) => {
    if (event.button !== 0) return;
    const handle = event.currentTarget;
    let over = from;
    const follow = ({ clientX: x, clientY: y }: { clientX: number; clientY: number }) => {
      over = statusAt(x, y) ?? over;
      setHeld({ id, over, at: { x, y } });
    };
    const end = (isDropped: boolean) => {
      stop.current();
      setHeld(null);
      if (isDropped && over !== from) onDrop(id, over);
    };
    const drop = () => end(true);
    const cancel = () => end(false);
    const putBack = (key: KeyboardEvent) => {
      if (key.key !== 'Escape') return;
      key.preventDefault();
      key.stopPropagation();
      cancel();
    };
    handle.setPointerCapture(event.pointerId);
    follow(event);
    handle.addEventListener('pointermove', follow);
    handle.addEventListener('pointerup', drop);
    handle.addEventListener('pointercancel', cancel);
    window.addEventListener('keydown', putBack, true);
    stop.current = () => {
      handle.removeEventListener('pointermove', follow);
      handle.removeEventListener('pointerup', drop);
      handle.removeEventListener('pointercancel', cancel);
      window.removeEventListener('keydown', putBack, true);
      stop.current = () => {};
    };
  };
  return { held, grab };
}

function statusAt(x: number, y: number): ActionStatus | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const place = element.closest<HTMLElement>('[data-status]')?.dataset.status;
    const status = actionStatuses.find((each) => each === place);
    if (status !== undefined) return status;
  }
  return null;
}
