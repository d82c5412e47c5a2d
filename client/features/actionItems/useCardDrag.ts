// Takes a card by its handle to another list, with mouse, pen or finger. While it is held every list can be reached, whatever
// is scrolled; Escape puts it back.

import { type PointerEvent, useState } from 'react';
import { type ActionStatus, actionStatuses } from '../../../shared/features/actionItems/actionItems.ts';
import { useHandleDrag } from '../../ui/useHandleDrag.ts';

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
  const hold = useHandleDrag();
  const grab = (event: PointerEvent<HTMLElement>, id: string, from: ActionStatus) => {
    if (event.button !== 0) return;
    let over = from;
    const follow = (x: number, y: number) => {
      over = statusAt(x, y) ?? over;
      setHeld({ id, over, at: { x, y } });
    };
    const end = (isDropped: boolean) => {
      setHeld(null);
      if (isDropped && over !== from) onDrop(id, over);
    };
    follow(event.clientX, event.clientY);
    hold(event, { follow, end });
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
