// Who is inside what, kept up to date change by change. The truth about one item is `parentOf` in shared/board/tree.ts; this
// only knows whom a change can concern, so that nobody else is asked again.

import { parentOf } from '../../shared/board/tree.ts';
import type { Item } from '../../shared/items/item.ts';
import type { ItemId } from '../../shared/lib/ids.ts';

type Items = ReadonlyMap<ItemId, Item>;

/** A live item and its place in the family. Mutable, and owned by the family. */
export interface Member {
  readonly id: ItemId;
  item: Item;
  parent: Member | null;
  /** Clusters it is inside of. */
  depth: number;
  readonly children: Set<Member>;
}

export interface FamilyChange {
  readonly removed: readonly Member[];
  /** Live members that are new, or whose item, parent or depth changed. */
  readonly changed: ReadonlySet<Member>;
  /** Live clusters that won or lost a member. */
  readonly regrouped: ReadonlySet<Member>;
}

export class Family {
  private readonly items: Items;
  private readonly members = new Map<ItemId, Member>();
  /** Everybody who points at an id, be it alive or not: whom to ask again when it comes or goes. */
  private readonly pointing = new Map<ItemId, Set<Member>>();

  constructor(items: Items) {
    this.items = items;
  }

  get(id: ItemId): Member | undefined {
    return this.members.get(id);
  }

  all(): Iterable<Member> {
    return this.members.values();
  }

  /** `ids` are the items that may differ from what was last seen of them. */
  update(ids: Iterable<ItemId>): FamilyChange {
    const change = new Change();
    const restructured: ItemId[] = [];
    for (const id of ids) {
      const member = this.members.get(id);
      const item = alive(this.items.get(id));
      if (member?.item === item) continue;
      if (member && item && member.item.parent === item.parent && member.item.kind === item.kind) {
        member.item = item;
        change.changed.add(member);
      } else restructured.push(id);
    }
    if (restructured.length > 0) this.restructure(restructured, change);
    return { removed: [...change.removed.values()], changed: change.changed, regrouped: change.regrouped };
  }

  private restructure(ids: readonly ItemId[], change: Change): void {
    const suspects = new Set<ItemId>();
    for (const id of ids) this.suspectAbove(id, suspects);
    for (const id of ids) this.replace(id, change);
    for (const id of ids) {
      this.suspectAbove(id, suspects);
      for (const member of this.pointing.get(id) ?? []) suspects.add(member.id);
    }
    for (const id of suspects) this.adopt(id, change);
    // Only now, with everybody in place, is the family a tree again and every depth known.
    for (const member of change.adopted) deepen(member, change.changed);
    for (const gone of change.removed.values()) change.regrouped.delete(gone);
  }

  /** The item and every cluster above it along the pointers as they are: a circle among them may open or close. */
  private suspectAbove(id: ItemId, suspects: Set<ItemId>): void {
    const seen = new Set<ItemId>();
    let next: ItemId | null = id;
    while (next !== null && !seen.has(next)) {
      seen.add(next);
      suspects.add(next);
      next = this.members.get(next)?.item.parent ?? null;
    }
  }

  private replace(id: ItemId, change: Change): void {
    const item = alive(this.items.get(id));
    let member = this.members.get(id);
    if (member?.item.parent) this.pointing.get(member.item.parent)?.delete(member);
    if (item === undefined) {
      if (member === undefined) return;
      this.members.delete(id);
      change.removed.set(id, member);
      return;
    }
    if (member === undefined) {
      member = { id, item, parent: null, depth: 0, children: new Set() };
      this.members.set(id, member);
    }
    member.item = item;
    change.changed.add(member);
    if (item.parent === null) return;
    const others = this.pointing.get(item.parent);
    if (others) others.add(member);
    else this.pointing.set(item.parent, new Set([member]));
  }

  /** Finds the parent an item has now. Removed ones leave theirs. */
  private adopt(id: ItemId, change: Change): void {
    const live = this.members.get(id);
    const member = live ?? change.removed.get(id);
    if (member === undefined) return;
    const found = live === undefined ? null : parentOf(live.item, this.items);
    const parent = found === null ? null : (this.members.get(found.id) ?? null);
    if (member.parent === parent) return;
    if (member.parent) {
      member.parent.children.delete(member);
      change.regrouped.add(member.parent);
    }
    member.parent = parent;
    if (parent) {
      parent.children.add(member);
      change.regrouped.add(parent);
    }
    if (live === undefined) return;
    change.changed.add(live);
    change.adopted.push(live);
  }
}

class Change {
  readonly removed = new Map<ItemId, Member>();
  readonly changed = new Set<Member>();
  readonly regrouped = new Set<Member>();
  readonly adopted: Member[] = [];
}

function deepen(top: Member, changed: Set<Member>): void {
  const open = [top];
  for (let member = open.pop(); member !== undefined; member = open.pop()) {
    const depth = member.parent === null ? 0 : member.parent.depth + 1;
    if (depth === member.depth) continue;
    member.depth = depth;
    changed.add(member);
    open.push(...member.children);
  }
}

function alive(item: Item | undefined): Item | undefined {
  return item === undefined || item.deleted ? undefined : item;
}
