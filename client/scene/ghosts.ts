// Gestures that are not committed yet, mine and others': how far an item is drawn from where the board has it. Knows
// positions and time; nothing of tools, of the network or of drawing.

import type { Board } from '../../shared/board/board.ts';
import type { Item } from '../../shared/items/item.ts';
import type { Cancel, Scheduler } from '../../shared/lib/env.ts';
import { add, type Box, subtract, type Vec } from '../../shared/lib/geometry.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import { Listeners, type Unsubscribe } from '../../shared/lib/signal.ts';
import { type Reshape, Reshapes } from './reshapes.ts';

/** Items moving together. `by` is in board units. */
export interface Ghost {
  readonly ids: Iterable<ItemId>;
  readonly by: Vec;
}

/** An item in somebody else's hand: drawn at `origin` plus `by`, whatever the board says in the meantime. */
interface Held {
  readonly origins: Map<ItemId, Vec>;
  /** Where the board had the items when it was last looked at. */
  readonly places: Map<ItemId, Vec>;
  ids: ReadonlySet<ItemId>;
  by: Vec;
  /** What the board has moved since the latest news of the drag, and between that and the news before. */
  moved: Set<ItemId>;
  movedBefore: ReadonlySet<ItemId>;
}

interface Kept {
  /** Where it is drawn, and where the board had it when the hand opened. */
  readonly at: Vec;
  readonly from: Vec;
  readonly stop: Cancel;
}

/** How long a ghost outlives the hand that let go of it, when no commit comes. */
const keptMs = 2_000;

// Presence travels in whole units, positions in eighths: nearer than this counts as arrived.
const arrived = 1;

export class Ghosts {
  private readonly board: Board;
  private readonly scheduler: Scheduler;
  private readonly listeners = new Listeners<ReadonlySet<ItemId>>();
  private readonly others = new Map<number, Held>();
  private readonly kept = new Map<ItemId, Kept>();
  private readonly stopListening: Unsubscribe;
  private mineIds: ReadonlySet<ItemId> = new Set();
  private mineBy: Vec = { x: 0, y: 0 };
  private readonly reshapes: Reshapes;

  constructor(board: Board, scheduler: Scheduler) {
    this.board = board;
    this.scheduler = scheduler;
    this.reshapes = new Reshapes({ board, scheduler, keptMs, tell: (ids) => this.tell(ids) });
    this.stopListening = board.observe((change) => this.hear(change.ids));
  }

  /** `by` is relative to where the board has the items now. */
  setMine(ghost: Ghost | null): void {
    const before = this.mineIds;
    this.mineIds = ghost === null ? new Set() : ghost.ids instanceof Set ? ghost.ids : new Set(ghost.ids);
    this.mineBy = ghost?.by ?? { x: 0, y: 0 };
    this.tell(before === this.mineIds ? before : both(before, this.mineIds));
  }

  /** My resize in progress: the box the item is drawn with instead of its own. */
  setReshape(reshape: Reshape | null): void {
    this.reshapes.setMine(reshape);
  }

  /** A peer's resize; with null their hand is open and the commit is on its way. */
  setOtherReshape(slot: number, reshape: Reshape | null): void {
    this.reshapes.setOther(slot, reshape);
  }

  /**
   * `slot` is the connection of a peer, `by` counts from where their drag began, commits in the midst of it included.
   * With null the hand is open: the items stay where they were drawn until the board moves them, 2 s at most.
   */
  setOther(slot: number, ghost: Ghost | null): void {
    const held = this.others.get(slot);
    const ids = new Set(ghost?.ids);
    if (held === undefined && ids.size === 0) return;
    const touched = both(held?.ids ?? ids, ids);
    const now: Held = held ?? heldAtFirst(ids);
    for (const id of now.ids) if (!ids.has(id)) this.letGo(now, id);
    now.movedBefore = now.moved;
    now.moved = new Set();
    now.ids = ids;
    now.by = ghost?.by ?? now.by;
    for (const id of ids) this.takeUp(now, id);
    if (ids.size === 0) this.others.delete(slot);
    else this.others.set(slot, now);
    this.tell(touched);
  }

  /** How far from its place in the board an item is drawn; null when nobody moves it. */
  offsetOf(id: ItemId): Vec | null {
    if (this.mineIds.has(id)) return this.mineBy;
    if (this.others.size === 0 && this.kept.size === 0) return null;
    const item = this.board.get(id);
    if (item === undefined) return null;
    for (const held of this.others.values()) {
      const start = held.ids.has(id) ? held.origins.get(id) : undefined;
      if (start) return subtract(add(start, held.by), item);
    }
    const kept = this.kept.get(id);
    return kept === undefined ? null : subtract(kept.at, item);
  }

  /** The item's own box as drawn, before a cluster is united with its members. */
  boxOf(item: Item): Box {
    const reshaped = this.reshapes.boxOf(item.id);
    if (reshaped !== null) return reshaped;
    const by = this.offsetOf(item.id);
    return by === null ? item : { x: item.x + by.x, y: item.y + by.y, w: item.w, h: item.h };
  }

  isMoving(id: ItemId): boolean {
    return this.reshapes.boxOf(id) !== null || this.offsetOf(id) !== null;
  }

  /** Hears the ids whose drawn place may have changed. */
  observe(listener: (ids: ReadonlySet<ItemId>) => void): Unsubscribe {
    return this.listeners.add(listener);
  }

  destroy(): void {
    this.stopListening();
    this.reshapes.destroy();
    for (const kept of this.kept.values()) kept.stop();
    this.kept.clear();
    this.others.clear();
  }

  private takeUp(held: Held, id: ItemId): void {
    if (held.origins.has(id)) return;
    const item = this.board.get(id);
    if (item === undefined) return;
    // A drag that begins before the last one's commit arrived starts from where the item is drawn.
    held.origins.set(id, this.kept.get(id)?.at ?? { x: item.x, y: item.y });
    held.places.set(id, { x: item.x, y: item.y });
    this.forget(id);
  }

  private follow(held: Held, id: ItemId): void {
    this.takeUp(held, id);
    const [item, place] = [this.board.get(id), held.places.get(id)];
    if (item === undefined || place === undefined) return;
    if (item.x === place.x && item.y === place.y) return;
    held.places.set(id, { x: item.x, y: item.y });
    held.moved.add(id);
  }

  private letGo(held: Held, id: ItemId): void {
    const start = held.origins.get(id);
    const item = this.board.get(id);
    held.origins.delete(id);
    if (start === undefined || item === undefined) return;
    const at = add(start, held.by);
    // The commit may have been faster than the news that the hand opened.
    if (Math.abs(at.x - item.x) <= arrived && Math.abs(at.y - item.y) <= arrived) return;
    // And may have put it elsewhere: beside a line, into a row, where there was room.
    if (held.moved.has(id) || held.movedBefore.has(id)) return;
    this.forget(id);
    const stop = this.scheduler.after(keptMs, () => {
      this.kept.delete(id);
      this.tell(new Set([id]));
    });
    this.kept.set(id, { at, from: { x: item.x, y: item.y }, stop });
  }

  private forget(id: ItemId): void {
    this.kept.get(id)?.stop();
    this.kept.delete(id);
  }

  private hear(ids: ReadonlySet<ItemId>): void {
    const touched = new Set<ItemId>(this.reshapes.hear(ids));
    if (this.kept.size > 0) {
      for (const id of ids) {
        const kept = this.kept.get(id);
        if (kept === undefined) continue;
        const item = this.board.get(id);
        // Text or colour may change while we wait; only a new position is the commit.
        if (item !== undefined && item.x === kept.from.x && item.y === kept.from.y) continue;
        this.forget(id);
        touched.add(id);
      }
    }
    for (const held of this.others.values()) {
      for (const id of ids) if (held.ids.has(id)) this.follow(held, id);
    }
    this.tell(touched);
  }

  private tell(ids: ReadonlySet<ItemId>): void {
    if (ids.size > 0) this.listeners.tell(ids);
  }
}

function heldAtFirst(ids: ReadonlySet<ItemId>): Held {
  const by = { x: 0, y: 0 };
  return { origins: new Map(), places: new Map(), ids, by, moved: new Set(), movedBefore: new Set() };
}

function both(a: ReadonlySet<ItemId>, b: ReadonlySet<ItemId>): ReadonlySet<ItemId> {
  if (a.size === 0) return b;
  if (b.size === 0) return a;
  const all = new Set(a);
  for (const id of b) all.add(id);
  return all;
}
