// What I show to everybody else: where my hand points, what it holds and how far it has dragged it, where it writes, what I
// look at. Sends through the Presence port; never touches the board.

import type { CaretMark } from '../../shared/board/caret.ts';
import type { Cancel, Scheduler } from '../../shared/lib/env.ts';
import type { Box, Vec } from '../../shared/lib/geometry.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import { emptyHold, type Hold } from '../../shared/protocol/presence.ts';
import type { Presence } from './ports.ts';

// A drag that is thrown away goes back to zero first and is let go of after this: a peer who saw the hand open while the
// items were far away would wait there for a commit that never comes.
const throwAwayMs = 200;
// What I look at is told this often at most: it costs everybody a message, and whoever follows glides in between.
const lookMs = 250;

export class Hand {
  private readonly presence: Presence;
  private readonly scheduler: Scheduler;
  private at: Vec | null = null;
  private by: Vec | null = null;
  private hold: Hold = emptyHold;
  private seen: Box | null = null;
  private stopLooking: Cancel | null = null;

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

  /** An item in the midst of a resize, as it is in my hand. */
  reshape(id: ItemId, box: Box): void {
    this.show({ ...this.hold, reshape: { id, box } });
  }

  /** The hand opens; the commit is on its way, or nothing had changed. */
  dropReshape(): void {
    if (this.hold.reshape === undefined) return;
    const { reshape: _, ...rest } = this.hold;
    this.show(rest);
  }

  /** The resize is thrown away: the item is shown in its own box again before it is let go of. */
  throwAwayReshape(own: Box): void {
    const { reshape } = this.hold;
    if (reshape === undefined) return;
    this.reshape(reshape.id, own);
    const shown = this.hold.reshape;
    this.scheduler.after(throwAwayMs, () => {
      if (this.hold.reshape === shown) this.dropReshape();
    });
  }

  /** The part of the board I look at, in board units. Told now and then, and only when it is another one. */
  look(view: Box): void {
    this.seen = view;
    if (this.stopLooking !== null) return;
    this.tellView();
    this.stopLooking = this.scheduler.after(lookMs, () => {
      this.stopLooking = null;
      if (this.seen !== null && !sameBox(this.seen, this.hold.view)) this.look(this.seen);
    });
  }

  write(editing: Hold['editing']): void {
    const now = this.hold.editing;
    if (now?.id === editing?.id && now?.caret === editing?.caret && sameMark(now?.mark, editing?.mark))
      return;
    this.show({ ...this.hold, editing });
  }

  /** Leaves nothing behind on others' screens. */
  goAway(): void {
    this.by = null;
    this.at = null;
    this.stopLooking?.();
    this.show(emptyHold);
    this.presence.showCursor({ at: null, drag: null });
  }

  private tellView(): void {
    if (this.seen !== null && !sameBox(this.seen, this.hold.view))
      this.show({ ...this.hold, view: this.seen });
  }

  private show(hold: Hold): void {
    this.hold = hold;
    this.presence.showHold(hold);
  }
}

function sameMark(a: CaretMark | undefined, b: CaretMark | undefined): boolean {
  return a?.length === b?.length && (a?.every((byte, at) => byte === b?.[at]) ?? true);
}

function sameBox(a: Box, b: Box | undefined): boolean {
  return b !== undefined && a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;
}
