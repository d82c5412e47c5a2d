// What is to be drawn, derived from the board and the ghosts and kept up to date change by change. Writes nothing, and can
// be thrown away and built anew at any moment.

import type { Board, BoardChange } from '../../shared/board/board.ts';
import { cardSize, clusterBox } from '../../shared/board/tree.ts';
import type { Item } from '../../shared/items/item.ts';
import { type Box, overlaps, sameBox, unionAll } from '../../shared/lib/geometry.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import { compareOrder } from '../../shared/lib/order.ts';
import { Listeners, type Unsubscribe } from '../../shared/lib/signal.ts';
import { Family, type FamilyChange, type Member } from './family.ts';
import type { Ghosts } from './ghosts.ts';
import { type Left, mayArrange, wasArranged } from './left.ts';
import { SpatialIndex } from './spatialIndex.ts';
import { Stack } from './stack.ts';

/**
 * One live item as it is drawn. A new value whenever any of it changes. What is inside a collapsed cluster is not drawn and
 * not here, unless it is in somebody's hand while the cluster rests: nothing disappears under a hand.
 */
export interface Drawable {
  readonly id: ItemId;
  readonly item: Item;
  /**
   * As drawn: ghosts applied, a cluster united with its members or shrunk to its card. A member in a hand does not stretch a cluster that stays:
   * otherwise nothing could ever be dragged out of one.
   */
  readonly box: Box;
  /** In somebody's hand, or waiting for their commit. */
  readonly moving: boolean;
  /** Live notes inside, at any depth. */
  readonly count: number;
  /** Clusters around it. */
  readonly depth: number;
}

export interface SceneChange {
  /** New ones included. */
  readonly changed: ReadonlySet<ItemId>;
  /** No longer drawn: gone, or out of sight in a collapsed cluster. */
  readonly removed: ReadonlySet<ItemId>;
  /** Where something was drawn before, and where it is drawn now. */
  readonly dirty: readonly Box[];
  /** Where things were that were put in order just now, or the card they came out of; absent with every other change. */
  readonly left?: Left;
}

/** One going over what changed, and what it has found so far. */
interface Pass {
  readonly changed: Set<ItemId>;
  readonly removed: Set<ItemId>;
  readonly hidden: ItemId[];
  readonly dirty: Box[];
  /** Clusters to look at again, by depth. */
  readonly levels: Set<Member>[];
  readonly resting: { id: ItemId; box: Box }[];
  readonly drawn: Drawable[];
  /** Whatever goes elsewhere is told. */
  readonly arranges: boolean;
  left: Map<ItemId, Box> | null;
}

export class Scene {
  private readonly ghosts: Ghosts;
  private readonly family: Family;
  private readonly drawables = new Map<ItemId, Drawable>();
  /** Of clusters with notes in them, drawn or not. */
  private readonly counts = new Map<ItemId, number>();
  /** What of a cluster decides whether its inside is drawn, where that is not nothing. */
  private readonly veils = new Map<ItemId, number>();
  private readonly index = new SpatialIndex<ItemId>();
  private readonly stack = new Stack<Drawable>();
  private readonly listeners = new Listeners<SceneChange>();
  private readonly stopListening: readonly Unsubscribe[];
  private around: Box | null | 'unknown' = 'unknown';

  constructor(board: Board, ghosts: Ghosts) {
    this.ghosts = ghosts;
    this.family = new Family(board.items);
    this.update(board.items.keys());
    this.stopListening = [
      board.observe((change) => this.update(change.ids, change)),
      ghosts.observe((ids) => this.update(ids)),
    ];
  }

  get size(): number {
    return this.drawables.size;
  }

  get(id: ItemId): Drawable | undefined {
    return this.drawables.get(id);
  }

  /** What overlaps or touches the box, in stacking order, bottom first. */
  search(box: Box): Drawable[] {
    return this.stack.sort(this.index.search(box));
  }

  /** True when nothing lies there; what is in `except` does not count. */
  isFree(box: Box, except: ReadonlySet<ItemId>): boolean {
    return this.index.search(box).every((id) => {
      const drawn = except.has(id) ? undefined : this.drawables.get(id);
      return drawn === undefined || !overlaps(drawn.box, box);
    });
  }

  /** Everything, in stacking order, bottom first. */
  all(): readonly Drawable[] {
    return this.stack.all();
  }

  /** The box around everything; null on an empty board. */
  bounds(): Box | null {
    if (this.around === 'unknown') this.around = unionAll(boxesOf(this.drawables.values()));
    return this.around;
  }

  /** These, bottom first. Ids of items that are gone are left out. */
  inOrder(ids: Iterable<ItemId>): Drawable[] {
    return this.stack.sort([...ids]);
  }

  /** Whether one is drawn over the other. */
  isAbove(upper: ItemId, lower: ItemId): boolean {
    return this.stack.rankOf(upper) > this.stack.rankOf(lower);
  }

  /** The cluster an item is directly inside of, be it drawn or not. */
  clusterOf(id: ItemId): ItemId | null {
    return this.family.get(id)?.parent?.id ?? null;
  }

  /** These and everything inside them, drawn or not, clusters before notes and each bottom first. */
  itemsInside(ids: Iterable<ItemId>): Item[] {
    const found: Member[] = [];
    for (const id of this.withInside(ids)) {
      const member = this.family.get(id);
      if (member) found.push(member);
    }
    const layer = ({ item, depth }: Member) => (item.kind === 'cluster' ? depth : Number.MAX_SAFE_INTEGER);
    return found
      .sort((a, b) => layer(a) - layer(b) || compareOrder(a.item, b.item))
      .map((member) => member.item);
  }

  /** What of the inside of a cluster is drawn, directly in it and in no particular order. */
  membersOf(id: ItemId): Drawable[] {
    const found: Drawable[] = [];
    for (const child of this.family.get(id)?.children ?? []) {
      const drawable = this.drawables.get(child.id);
      if (drawable) found.push(drawable);
    }
    return found;
  }

  /** The cluster an item is directly inside of. */
  parentOf(id: ItemId): Drawable | null {
    const parent = this.family.get(id)?.parent;
    return parent ? (this.drawables.get(parent.id) ?? null) : null;
  }

  /** The items together with everything inside them, at any depth. Ids of items that are gone are left out. */
  withInside(ids: Iterable<ItemId>): Set<ItemId> {
    const all = new Set<ItemId>();
    const open: (Member | undefined)[] = [];
    for (const id of ids) open.push(this.family.get(id));
    while (open.length > 0) {
      const member = open.pop();
      if (member === undefined || all.has(member.id)) continue;
      all.add(member.id);
      open.push(...member.children);
    }
    return all;
  }

  /** Of these, the ones that are not inside another of them. Ids of items that are gone are left out. */
  outermost(ids: Iterable<ItemId>): ItemId[] {
    const chosen = new Set(ids);
    return [...chosen].filter((id) => {
      const member = this.family.get(id);
      if (member === undefined) return false;
      for (let above = member.parent; above !== null; above = above.parent)
        if (chosen.has(above.id)) return false;
      return true;
    });
  }

  observe(listener: (change: SceneChange) => void): Unsubscribe {
    return this.listeners.add(listener);
  }

  destroy(): void {
    for (const stop of this.stopListening) stop();
  }

  private update(ids: Iterable<ItemId>, change: BoardChange | null = null): void {
    const touched = ids instanceof Set ? ids : new Set(ids);
    const family = this.family.update(touched);
    const pass: Pass = {
      changed: new Set(),
      removed: new Set(),
      hidden: [],
      dirty: [],
      levels: [],
      resting: [],
      drawn: [],
      arranges: change !== null && mayArrange(change),
      left: null,
    };
    this.removeGone(family, pass);
    for (const id of touched) this.look(this.family.get(id), pass);
    for (const member of family.changed) if (!touched.has(member.id)) this.look(member, pass);
    for (const cluster of family.regrouped) flag(cluster, pass);
    for (let depth = pass.levels.length - 1; depth >= 0; depth--) {
      for (const cluster of pass.levels[depth] ?? []) this.refresh(cluster, pass);
    }
    if (pass.changed.size + pass.removed.size === 0) return;
    this.stack.remove(pass.hidden);
    this.stack.put(pass.drawn);
    this.index.upsertAll(pass.resting);
    if (pass.dirty.length > 0) this.around = 'unknown';
    const { changed, removed, dirty } = pass;
    const left = this.leftBy(change, pass);
    this.listeners.tell({ changed, removed, dirty, ...(left && { left }) });
  }

  private leftBy(change: BoardChange | null, { left, arranges }: Pass): Left | null {
    const isGuess = arranges && change?.source === 'peer';
    return left !== null && isGuess && !wasArranged(left, (id) => this.drawables.get(id)?.box) ? null : left;
  }

  private removeGone(family: FamilyChange, pass: Pass): void {
    for (const { id } of family.removed) {
      const drawable = this.drawables.get(id);
      if (drawable) pass.dirty.push(drawable.box);
      this.drawables.delete(id);
      this.counts.delete(id);
      this.veils.delete(id);
      this.index.remove(id);
      pass.removed.add(id);
    }
    this.stack.remove([...pass.removed]);
  }

  private look(member: Member | undefined, pass: Pass): void {
    if (member === undefined) return;
    // A cluster waits until everything inside it is known.
    if (member.item.kind !== 'cluster') {
      this.refresh(member, pass);
      return;
    }
    flag(member, pass);
    if (this.changesVeil(member)) this.lookInside(member, pass);
  }

  private lookInside(cluster: Member, pass: Pass): void {
    for (const child of cluster.children) {
      if (child.item.kind === 'cluster') {
        this.changesVeil(child);
        flag(child, pass);
        this.lookInside(child, pass);
      } else this.refresh(child, pass);
    }
  }

  /** Whether what is inside a cluster has to be looked at again, because it may have come into sight or out of it. */
  private changesVeil(cluster: Member): boolean {
    const closed = cluster.item.collapsed ? (this.ghosts.isMoving(cluster.id) ? 4 : 2) : 0;
    const veil = closed + (this.isHidden(cluster) ? 1 : 0);
    if (veil === (this.veils.get(cluster.id) ?? 0)) return false;
    if (veil === 0) this.veils.delete(cluster.id);
    else this.veils.set(cluster.id, veil);
    return true;
  }

  private isHidden(member: Member): boolean {
    let moving: boolean | null = null;
    for (let above = member.parent; above !== null; above = above.parent) {
      if (!above.item.collapsed) continue;
      moving ??= this.ghosts.isMoving(member.id);
      if (!moving || this.ghosts.isMoving(above.id)) return true;
    }
    return false;
  }

  private hide({ id, parent }: Member, pass: Pass): void {
    const before = this.drawables.get(id);
    if (before === undefined) return;
    this.drawables.delete(id);
    this.index.remove(id);
    pass.dirty.push(before.box);
    pass.removed.add(id);
    pass.hidden.push(id);
    if (parent) flag(parent, pass);
  }

  /** Notes inside, drawn or not. Its members' clusters have been counted already. */
  private count(member: Member): number {
    let count = 0;
    for (const child of member.children)
      count += child.item.kind === 'cluster' ? (this.counts.get(child.id) ?? 0) : 1;
    if (count === (this.counts.get(member.id) ?? 0)) return count;
    if (count === 0) this.counts.delete(member.id);
    else this.counts.set(member.id, count);
    return count;
  }

  private refresh(member: Member, pass: Pass): void {
    const { id, item, depth } = member;
    const counted = this.counts.get(id) ?? 0;
    const count = item.kind === 'cluster' ? this.count(member) : 0;
    if (member.parent && count !== counted) flag(member.parent, pass);
    if (this.isHidden(member)) {
      this.hide(member, pass);
      return;
    }
    const before = this.drawables.get(id);
    const moving = this.ghosts.isMoving(id);
    const box = this.boxOf(member, moving);
    const stays = before !== undefined && sameBox(before.box, box);
    if (
      stays &&
      before.item === item &&
      before.moving === moving &&
      before.count === count &&
      before.depth === depth
    ) {
      return;
    }
    const drawnBox = stays ? before.box : { x: box.x, y: box.y, w: box.w, h: box.h };
    const after: Drawable = { id, item, box: drawnBox, moving, count, depth };
    this.drawables.set(id, after);
    pass.changed.add(id);
    if (!stays && !moving) this.leave(member, before, pass);
    if (before && !stays) pass.dirty.push(before.box);
    pass.dirty.push(after.box);
    if (moving) this.index.upsert(id, after.box, true);
    else if (!stays || before.moving) pass.resting.push({ id, box: after.box });
    pass.drawn.push(after);
    if (member.parent && (!stays || before.moving !== moving)) flag(member.parent, pass);
  }

  /** Remembers where something was that is elsewhere now, when that is worth telling. */
  private leave({ id, item, parent }: Member, before: Drawable | undefined, pass: Pass): void {
    // What was inside a card comes out of it. The cluster itself is looked at later: it still is the card here.
    const card = before === undefined && parent !== null ? this.drawables.get(parent.id) : undefined;
    const from = before ?? (card?.item.collapsed ? card : undefined);
    if (from === undefined || from.moving) return;
    if (!pass.arranges && from === before && before.item.collapsed === item.collapsed) return;
    pass.left ??= new Map();
    pass.left.set(id, from.box);
  }

  private boxOf({ item, children }: Member, moving: boolean): Box {
    const own = this.ghosts.boxOf(item);
    if (item.collapsed) return { x: own.x, y: own.y, ...cardSize };
    if (item.kind !== 'cluster' || children.size === 0) return own;
    const inside: Box[] = [];
    for (const child of children) {
      const drawn = this.drawables.get(child.id);
      if (drawn && (moving || !drawn.moving)) inside.push(drawn.box);
    }
    return clusterBox(own, inside);
  }
}

function flag(cluster: Member, pass: Pass): void {
  while (pass.levels.length <= cluster.depth) pass.levels.push(new Set());
  pass.levels[cluster.depth]?.add(cluster);
}

function* boxesOf(drawables: Iterable<Drawable>): Iterable<Box> {
  for (const drawable of drawables) yield drawable.box;
}
