// A handle that is held and taken elsewhere, with mouse, pen or finger: the pointer belongs to it until the hand opens, and
// Escape puts everything back. Knows nothing of what is carried.

import { type PointerEvent, useEffect, useRef } from 'react';

export interface HandleDrag {
  /** Where the hand is in the window, in pixels; told again whenever it moves. */
  readonly follow: (x: number, y: number) => void;
  /** Called once. False when everything stays as it was. */
  readonly end: (isDropped: boolean) => void;
}

/** What a handle calls when it is pressed. A component that goes lets go of it, and neither way of `end` is called then. */
export function useHandleDrag(): (event: PointerEvent<HTMLElement>, drag: HandleDrag) => void {
  const stop = useRef<() => void>(() => {});
  useEffect(() => () => stop.current(), []);
  return (event, drag) => {
    const handle = event.currentTarget;
    const follow = ({ clientX, clientY }: MouseEvent) => drag.follow(clientX, clientY);
    const end = (isDropped: boolean) => {
      stop.current();
      drag.end(isDropped);
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
}
