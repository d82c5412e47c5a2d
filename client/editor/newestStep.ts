// What offers to take one's last step back may stay only as long as that step is the last. Knows no screen.

import type { Undo } from '../../shared/board/undo.ts';
import type { Unsubscribe } from '../../shared/lib/signal.ts';

/** Calls `leave`, once, as soon as the newest step is another one, or has been taken back already. */
export function whileNewest(undo: Pick<Undo, 'changed'>, leave: () => void): Unsubscribe {
  const stop = undo.changed.add(() => {
    stop();
    leave();
  });
  return stop;
}
