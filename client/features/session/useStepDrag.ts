// Takes a step of the plan by its handle to another place: with mouse, pen or finger. The list shows where it would go; the
// agenda changes once, when the hand opens. Escape puts it back.

import { type PointerEvent, type RefObject, useRef, useState } from 'react';
import { useHandleDrag } from '../../ui/useHandleDrag.ts';

export interface Moving {
  readonly id: string;
  /** Where it would be now. */
  readonly index: number;
}

export interface StepDrag {
  readonly list: RefObject<HTMLOListElement | null>;
  readonly moving: Moving | null;
  readonly grab: (event: PointerEvent<HTMLElement>, id: string, index: number) => void;
}

export function useStepDrag(onDrop: (id: string, index: number) => void): StepDrag {
  const list = useRef<HTMLOListElement>(null);
  const [moving, setMoving] = useState<Moving | null>(null);
  const hold = useHandleDrag();
  const grab = (event: PointerEvent<HTMLElement>, id: string, index: number) => {
    if (event.button !== 0 || list.current === null) return;
    let at: Moving = { id, index };
    const follow = (_x: number, y: number) => {
      const to = placeAt(list.current, id, y);
      if (to === at.index) return;
      at = { id, index: to };
      setMoving(at);
    };
    const end = (isDropped: boolean) => {
      setMoving(null);
      if (isDropped && at.index !== index) onDrop(id, at.index);
    };
    setMoving(at);
    hold(event, { follow, end });
  };
  return { list, moving, grab };
}

/** How many of the other steps lie above this height. */
function placeAt(list: HTMLElement | null, id: string, y: number): number {
  const others = [...(list?.children ?? [])].filter(
    (row) => row instanceof HTMLElement && row.dataset.step !== id,
  );
  return others.filter((row) => {
    const { top, height } = row.getBoundingClientRect();
    return top + height / 2 < y;
  }).length;
}
