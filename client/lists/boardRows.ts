// The board as a list: clusters with what is inside them, then the loose notes, each group in reading order. Kept up to date
// change by change, and built only while somebody asks for it. Knows nothing of screens; hands that drag do not disturb it.

import type { Board } from '../../shared/board/board.ts';
import type { Item } from '../../shared/items/item.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import { Listeners, type Unsubscribe } from '../../shared/lib/signal.ts';
import { inReadingOrder } from '../../shared/transfer/readingOrder.ts';
import { Family, type Member } from '../scene/family.ts';

/** One item in the list. The same object as long as nothing of it changes. */
export interface ListRow {
  readonly id: ItemId;
  readonly item: Item;
  /** The cluster it is directly inside of. */
  readonly parent: ItemId | null;
  /** 1 for what is in no cluster. */
  readonly level: number;
  /** Which of its siblings it is, from 1, and how many they are. */
  readonly position: number;
  readonly siblings: number;
  /** Notes inside, at any depth. */
  readonly notes: number;
}

type Group = ItemId | null;

export class BoardRows {
  private readonly family: Family;
  private readonly listeners = new Listeners<void>();
  private readonly stop: Unsubscribe;
  /** What each group was last sorted by, and who is in it. */
  private readonly members = new Map<Group, Set<Member>>();
  private readonly groupOf = new Map<ItemId, Group>();
  private readonly known = new Map<ItemId, Item>();
  private readonly sorted = new Map<Group, readonly Member[]>();
  private readonly byId = new Map<ItemId, ListRow>();
  private built: readonly ListRow[] | null = null;

  constructor(board: Pick<Board, 'items' | 'observe'>) {
    this.family = new Family(board.items);
    this.update(board.items.keys());
    this.stop = board.observe(({ ids }) => {
      if (this.update(ids)) this.listeners.tell();
    });
  }

  /** Everything from top to bottom. The same array until something changes. */
  rows = (): readonly ListRow[] => {
    this.built ??= this.build();
    return this.built;
  };

  row(id: ItemId): ListRow | undefined {
    this.rows();
    return this.byId.get(id);
  }

  subscribe = (listener: () => void): Unsubscribe => this.listeners.add(listener);

  destroy(): void {
    this.stop();
  }

  private update(ids: Iterable<ItemId>): boolean {
    const { removed, changed } = this.family.update(ids);
    for (const member of removed) this.leave(member);
    for (const member of changed) this.place(member);
    if (removed.length === 0 && changed.size === 0) return false;
    this.built = null;
    return true;
  }

  private leave(member: Member): void {
    const group = this.groupOf.get(member.id);
    if (group === undefined) return;
    this.members.get(group)?.delete(member);
    this.sorted.delete(group);
    this.groupOf.delete(member.id);
    this.known.delete(member.id);
    this.byId.delete(member.id);
  }

  private place(member: Member): void {
    const { id, item } = member;
    const group = member.parent?.id ?? null;
    const before = this.known.get(id);
    this.known.set(id, item);
    if (this.groupOf.get(id) === group && before !== undefined && standsAlike(before, item)) return;
    this.leave(member);
    this.known.set(id, item);
    this.groupOf.set(id, group);
    const others = this.members.get(group);
    if (others) others.add(member);
    else this.members.set(group, new Set([member]));
    this.sorted.delete(group);
  }

  private inOrder(group: Group): readonly Member[] {
    const ready = this.sorted.get(group);
    if (ready) return ready;
    const inside = [...(this.members.get(group) ?? [])];
    const memberOf = new Map(inside.map((member) => [member.id, member]));
    const ordered = inReadingOrder(inside.map((member) => member.item)).flatMap(
      ({ id }) => memberOf.get(id) ?? [],
    );
    const clusters = ordered.filter(({ item }) => item.kind === 'cluster');
    const others = ordered.filter(({ item }) => item.kind !== 'cluster');
    // As the exported summary has it: first the clusters, then what is loose; inside a cluster its own notes come first.
    const all = group === null ? [...clusters, ...others] : [...others, ...clusters];
    this.sorted.set(group, all);
    return all;
  }

  private build(): readonly ListRow[] {
    const places: { member: Member; position: number; siblings: number }[] = [];
    const open: { group: readonly Member[]; next: number }[] = [{ group: this.inOrder(null), next: 0 }];
    for (let here = open.at(-1); here !== undefined; here = open.at(-1)) {
      const member = here.group[here.next++];
      if (member === undefined) {
        open.pop();
        continue;
      }
      places.push({ member, position: here.next, siblings: here.group.length });
      if (member.children.size > 0) open.push({ group: this.inOrder(member.id), next: 0 });
    }
    const notes = new Map<ItemId, number>();
    for (const { member } of places.toReversed()) {
      const own = member.item.kind === 'cluster' ? (notes.get(member.id) ?? 0) : 1;
      if (member.parent) notes.set(member.parent.id, (notes.get(member.parent.id) ?? 0) + own);
    }
    return places.map(({ member, position, siblings }) => {
      const { id, item, depth } = member;
      const parent = member.parent?.id ?? null;
      const row = { id, item, parent, level: depth + 1, position, siblings, notes: notes.get(id) ?? 0 };
      return this.keep(row);
    });
  }

  private keep(row: ListRow): ListRow {
    const before = this.byId.get(row.id);
    if (before !== undefined && sameRow(before, row)) return before;
    this.byId.set(row.id, row);
    return row;
  }
}

/** Nothing changed that decides where it is read. */
function standsAlike(a: Item, b: Item): boolean {
  return a.kind === b.kind && a.x === b.x && a.y === b.y && a.h === b.h;
}

function sameRow(a: ListRow, b: ListRow): boolean {
  return (
    a.item === b.item &&
    a.parent === b.parent &&
    a.level === b.level &&
    a.position === b.position &&
    a.siblings === b.siblings &&
    a.notes === b.notes
  );
}
