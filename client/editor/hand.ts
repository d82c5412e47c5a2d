// What I show to everybody else: where my hand points, what it holds and how far it has dragged it, where it writes, what I
// look at. Sends through the Presence port; never touches the board.

import type { CaretMark } from '../../shared/board/caret.ts';
import type { Cancel, Scheduler } from '../../shared/lib/env.ts';
import { type Box, sameBox, type Vec } from '../../shared/lib/geometry.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import { Signal } from '../../shared/lib/signal.ts';
import {
  type Cursor,
  emptyHold,
  type FloatingReaction,
  type Hold,
  reactionCountMax,
} from '../../shared/protocol/presence.ts';
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
  private reaction: FloatingReaction | null = null;
  /** Where I point with light, in board units; null while I do not. */
  readonly laser = new Signal<Vec | null>(null);
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
    if (at === null) this.laser.set(null);
    this.showCursor();
  }

  /** The same with light; null puts it out and leaves the pointer where it is. */
  light(at: Vec | null): void {
    if (at !== null) this.at = at;
    this.laser.set(at);
    this.showCursor();
  }

  /** One emoji, by its place in `floatingEmoji`, rises from where I am on everybody's screen. */
  react(emoji: number): void {
    const count = this.reaction === null ? 1 : (this.reaction.count + 1) & reactionCountMax;
    this.reaction = { count, emoji };
    this.showCursor();
  }

  select(selection: readonly ItemId[]): void {
    this.show({ ...this.hold, selection });
  }

  /** `by` counts from where the drag began, whatever of it has been committed already. */
  drag(ids: readonly ItemId[], by: Vec): void {
    this.by = by;
    this.showCursor();
    if (this.hold.dragging !== ids) this.show({ ...this.hold, dragging: ids });
  }

  /** The hand opens; the commit is on its way. */
  drop(): void {
    this.by = null;
    this.show({ ...this.hold, dragging: [] });
    this.showCursor();
  }

  /** The drag is thrown away: everything goes back to where it was. */
  throwAway(): void {
    const dragged = this.hold.dragging;
    if (dragged.length === 0) return;
    this.by = { x: 0, y: 0 };
    this.showCursor();
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
    this.laser.set(null);
    this.show(emptyHold);
    this.showCursor();
  }

  private showCursor(): void {
    const cursor: Cursor = {
      at: this.at,
      drag: this.by,
      ...(this.laser.get() !== null && { laser: true as const }),
      ...(this.reaction !== null && { reaction: this.reaction }),
    };
    this.presence.showCursor(cursor);
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
