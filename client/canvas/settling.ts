// Things that were put in order are seen to go to their places. Only what is drawn: the scene has them there already, a hand
// takes them there, and one that is taken hold of on its way goes on with the hand. Knows boxes and time.

import { type Box, centre, type Vec } from '../../shared/lib/geometry.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import type { Drawable, Scene, SceneChange } from '../scene/scene.ts';

export const settleMs = 180;
/** The same way for what a style sheet moves. */
export const settleEasing = 'cubic-bezier(0.22, 0.61, 0.36, 1)';

/** What is dealt out leaves the deck one by one, all of it within this time. */
const dealMs = 600;
const betweenCardsMs = 45;

// More than this on their way at once is a flurry that explains nothing, and costs frames.
const settlingMax = 300;

interface Way {
  /** Where the scene has it. */
  target: Box;
  /** How far from there it was drawn when it set out. */
  offset: Box;
  /** When it was first drawn there, in milliseconds; null before that. */
  since: number | null;
  /** How long it waits there before it sets out. */
  readonly waitMs: number;
  /** It does not move but comes to light. */
  readonly fades: boolean;
  /** How much of the offset is left: from 1 to 0. */
  left: number;
}

type SettlingScene = Pick<Scene, 'get' | 'withInside'>;

const nowhere: Box = { x: 0, y: 0, w: 0, h: 0 };

export class Settling {
  /** True for eyes that want no motion: everything is there at once. */
  private readonly isStill: () => boolean;
  private readonly ways = new Map<ItemId, Way>();

  constructor(isStill: () => boolean) {
    this.isStill = isStill;
  }

  /** Something is on its way. */
  get isBusy(): boolean {
    return this.ways.size > 0;
  }

  has(id: ItemId): boolean {
    return this.ways.has(id);
  }

  /** `mayBeSeen` leaves out what is out of view or must stay where it is. Returns who has set out. */
  hear(
    change: SceneChange,
    scene: SettlingScene,
    mayBeSeen: (id: ItemId, from: Box, to: Box) => boolean,
  ): ItemId[] {
    if (this.ways.size > 0) this.follow(change, scene);
    if (change.left === undefined || this.isStill()) return [];
    const setOut = [...change.left].filter(([id, from]) => {
      const to = scene.get(id)?.box;
      return to !== undefined && !this.ways.has(id) && mayBeSeen(id, from, to);
    });
    if (setOut.length + this.ways.size > settlingMax) return [];
    for (const [id, from] of setOut) this.send(scene.get(id), from);
    // What lies in a cluster that is on its way is drawn over it, even if it rests itself.
    const around = [...scene.withInside(setOut.map(([id]) => id))].filter((id) => !this.ways.has(id));
    for (const id of around) this.send(scene.get(id), null);
    return [...setOut.map(([id]) => id), ...around];
  }

  /**
   * These are new: they are seen to come from a deck, topmost first, or to come to light where they are for eyes that want
   * no motion. Bottom first, as the scene has them. Returns who has set out.
   */
  deal(drawables: readonly Drawable[], deck: Vec): ItemId[] {
    if (drawables.length + this.ways.size > settlingMax) return [];
    const between = Math.min(betweenCardsMs, dealMs / Math.max(1, drawables.length));
    for (const [index, drawable] of drawables.entries()) {
      const { id, box } = drawable;
      const middle = centre(box);
      const offset = this.isStill() ? nowhere : { x: deck.x - middle.x, y: deck.y - middle.y, w: 0, h: 0 };
      const waitMs = this.isStill() ? 0 : (drawables.length - 1 - index) * between;
      this.ways.set(id, { target: box, offset, since: null, waitMs, fades: this.isStill(), left: 1 });
    }
    return drawables.map(({ id }) => id);
  }

  /** How much of it has come to light: from 0 to 1. */
  lightOf(id: ItemId): number {
    const way = this.ways.get(id);
    return way?.fades ? 1 - way.left : 1;
  }

  /** Where it is to be drawn now. */
  boxOf({ id, box }: Drawable): Box {
    const way = this.ways.get(id);
    if (way === undefined) return box;
    const by = scaled(way.offset, way.left);
    return { x: box.x + by.x, y: box.y + by.y, w: box.w + by.w, h: box.h + by.h };
  }

  /** The next frame. Returns who has arrived. */
  tick(now: number): ItemId[] {
    const arrived: ItemId[] = [];
    for (const [id, way] of this.ways) {
      way.since ??= now;
      const done = Math.max(0, now - way.since - way.waitMs) / settleMs;
      way.left = (1 - Math.min(1, done)) ** 3;
      if (done >= 1) arrived.push(id);
    }
    for (const id of arrived) this.ways.delete(id);
    return arrived;
  }

  private send(drawable: Drawable | undefined, from: Box | null): void {
    if (drawable === undefined) return;
    const { id, box, item } = drawable;
    const offset = from === null ? nowhere : difference(from, box);
    // Only fields and cards change their size on the way: words would be broken anew in every frame.
    const kept = item.kind === 'cluster' ? offset : { ...offset, w: 0, h: 0 };
    this.ways.set(id, { target: box, offset: kept, since: null, waitMs: 0, fades: false, left: 1 });
  }

  /** Those on their way: a hand takes the rest of the way along, any other new place is gone to from where it is drawn. */
  private follow(change: SceneChange, scene: SettlingScene): void {
    for (const id of change.removed) this.ways.delete(id);
    for (const [id, way] of this.ways) {
      const drawable = change.changed.has(id) ? scene.get(id) : undefined;
      if (drawable === undefined) continue;
      const { box, moving } = drawable;
      const before = way.target;
      way.target = box;
      if (moving || before === box) continue;
      const drawn = scaled(way.offset, way.left);
      this.send(drawable, {
        x: before.x + drawn.x,
        y: before.y + drawn.y,
        w: before.w + drawn.w,
        h: before.h + drawn.h,
      });
    }
  }
}

function difference(a: Box, b: Box): Box {
  return { x: a.x - b.x, y: a.y - b.y, w: a.w - b.w, h: a.h - b.h };
}

function scaled(box: Box, by: number): Box {
  return { x: box.x * by, y: box.y * by, w: box.w * by, h: box.h * by };
}
