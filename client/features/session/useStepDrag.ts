// Takes a step of the plan by its handle to another place: with mouse, pen or finger. The list shows where it would go; the
// agenda changes once, when the hand opens. Escape puts it back.

import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';

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
  const stop = useRef<() => void>(() => {});
  useEffect(() => () => stop.current(), []);

  const grab = (event: PointerEvent<HTMLElement>, id: string, index: number) => {
    if (event.button !== 0 || list.current === null) return;
    const handle = event.currentTarget;
    let at: Moving = { id, index };
    const follow = (move: globalThis.PointerEvent) => {
      const to = placeAt(list.current, id, move.clientY);
      if (to === at.index) return;
      at = { id, index: to };
      setMoving(at);
    };
    const end = (isDropped: boolean) => {
      stop.current();
      setMoving(null);
      if (isDropped && at.index !== index) onDrop(id, at.index);
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
    setMoving(at);
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
