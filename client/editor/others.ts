// Turns what others show of their hands, drags and resizes, into ghosts. Listens to the Presence port; draws nothing.

import type { Vec } from '../../shared/lib/geometry.ts';
import type { Unsubscribe } from '../../shared/lib/signal.ts';
import type { Cursor, Hold } from '../../shared/protocol/presence.ts';
import type { Ghosts } from '../scene/ghosts.ts';
import type { Presence } from './ports.ts';

interface Seen {
  readonly cursor: Cursor;
  readonly hold: Hold;
  readonly by: Vec;
}

/** From now on others' drags are ghosts; returns how to stop that. */
export function followOthers(presence: Presence, ghosts: Ghosts): Unsubscribe {
  const seen = new Map<number, Seen>();

  function look(): void {
    const here = new Set<number>();
    for (const { slot, cursor, hold } of presence.others()) {
      here.add(slot);
      const before = seen.get(slot);
      if (before?.cursor === cursor && before.hold === hold) continue;
      // The pointer may say that the drag ended before the hold does: until then the last distance holds.
      const by = cursor.drag ?? (hold.dragging.length > 0 ? before?.by : undefined) ?? { x: 0, y: 0 };
      seen.set(slot, { cursor, hold, by });
      if (hold.dragging.length === 0) {
        if (before && before.hold.dragging.length > 0) ghosts.setOther(slot, null);
      } else if (before?.hold !== hold || before.by.x !== by.x || before.by.y !== by.y) {
        ghosts.setOther(slot, { ids: hold.dragging, by });
      }
      if (before?.hold.reshape !== hold.reshape) ghosts.setOtherReshape(slot, hold.reshape ?? null);
    }
    for (const slot of seen.keys()) {
      if (here.has(slot)) continue;
      seen.delete(slot);
      ghosts.setOther(slot, null);
      ghosts.setOtherReshape(slot, null);
    }
  }

  look();
  return presence.subscribe(look);
}
