// What my hand shows to everybody else: where it points, what it holds and how far it has dragged it, where it writes. Sends
// through the Presence port; never touches the board.

import type { Scheduler } from '../../shared/lib/env.ts';
import type { Vec } from '../../shared/lib/geometry.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import { emptyHold, type Hold } from '../../shared/protocol/presence.ts';
import type { Presence } from './ports.ts';

// A drag that is thrown away goes back to zero first and is let go of after this: a peer who saw the hand open while the
// items were far away would wait there for a commit that never comes.
const throwAwayMs = 200;

export class Hand {
  private readonly presence: Presence;
  private readonly scheduler: Scheduler;
  private at: Vec | null = null;
  private by: Vec | null = null;
  private hold: Hold = emptyHold;

  constructor(presence: Presence, scheduler: Scheduler) {
    this.presence = presence;
    this.scheduler = scheduler;
  }

  /** Where the pointer is, in board units; null while it is away from the canvas. */
  get pointer(): Vec | null {
    return this.at;
  }

  point(at: Vec | null): void {
    this.at = at;
    this.presence.showCursor({ at, drag: this.by });
  }

  select(selection: readonly ItemId[]): void {
    this.show({ ...this.hold, selection });
  }

  /** `by` counts from where the drag began, whatever of it has been committed already. */
  drag(ids: readonly ItemId[], by: Vec): void {
    this.by = by;
    this.presence.showCursor({ at: this.at, drag: by });
    if (this.hold.dragging !== ids) this.show({ ...this.hold, dragging: ids });
  }

  /** The hand opens; the commit is on its way. */
  drop(): void {
    this.by = null;
    this.show({ ...this.hold, dragging: [] });
    this.presence.showCursor({ at: this.at, drag: null });
  }

  /** The drag is thrown away: everything goes back to where it was. */
  throwAway(): void {
    const dragged = this.hold.dragging;
    if (dragged.length === 0) return;
    this.by = { x: 0, y: 0 };
    this.presence.showCursor({ at: this.at, drag: this.by });
    this.scheduler.after(throwAwayMs, () => {
      if (this.hold.dragging === dragged) this.drop();
    });
  }

  write(editing: Hold['editing']): void {
    const now = this.hold.editing;
    if (now?.id === editing?.id && now?.caret === editing?.caret) return;
    this.show({ ...this.hold, editing });
  }

  /** Leaves nothing behind on others' screens. */
  goAway(): void {
    this.by = null;
    this.at = null;
    this.show(emptyHold);
    this.presence.showCursor({ at: null, drag: null });
  }

  private show(hold: Hold): void {
    this.hold = hold;
    this.presence.showHold(hold);
  }
}
