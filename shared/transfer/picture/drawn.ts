// What of a board is to be seen, where, and who lies above whom: clusters below notes, outer ones below inner ones, members of
// a collapsed cluster nowhere. The same as on the wall; knows no colours.

import { drawnBox, membersByCluster, parentOf, withMembers } from '../../board/tree.ts';
import type { Item } from '../../items/item.ts';
import { type Box, inflated, unionAll } from '../../lib/geometry.ts';
import type { ItemId } from '../../lib/ids.ts';
import { compareOrder } from '../../lib/order.ts';

export interface DrawnItem {
  readonly item: Item;
  readonly box: Box;
  /** Notes inside a cluster, drawn or not. */
  readonly count: number;
}

/** `only`: these and what is inside them, as if nothing else were there; null for everything. Bottom first. */
export function drawnItems(all: readonly Item[], only: ReadonlySet<ItemId> | null): DrawnItem[] {
  const live = new Map(all.filter((item) => !item.deleted).map((item) => [item.id, item]));
  const wanted = only === null ? null : withMembers(only, membersByCluster(live));
  const items = wanted === null ? live : new Map([...live].filter(([id]) => wanted.has(id)));
  const members = membersByCluster(items);
  const places = new Map<ItemId, { depth: number; hidden: boolean }>();
  const placeOf = (item: Item): { depth: number; hidden: boolean } => {
    const known = places.get(item.id);
    if (known) return known;
    const parent = parentOf(item, items);
    const above = parent === null ? null : placeOf(parent);
    const place =
      parent === null || above === null
        ? { depth: 0, hidden: false }
        : { depth: above.depth + 1, hidden: above.hidden || parent.collapsed };
    places.set(item.id, place);
    return place;
  };
  const shown = [...items.values()].filter((item) => !placeOf(item).hidden);
  const layerOf = (item: Item): number => (item.kind === 'cluster' ? placeOf(item).depth : Infinity);
  return shown
    .sort((a, b) => layerOrder(layerOf(a), layerOf(b)) || compareOrder(a, b))
    .map((item) => ({ item, box: drawnBox(item, members), count: notesInside(item, members) }));
}

function layerOrder(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

function notesInside(item: Item, members: ReadonlyMap<ItemId, readonly Item[]>): number {
  if (item.kind !== 'cluster') return 0;
  let count = 0;
  const open = [item.id];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const member of members.get(id) ?? []) {
      if (member.kind === 'cluster') open.push(member.id);
      else count++;
    }
  }
  return count;
}

const margin = 40;
const emptySize = { x: 0, y: 0, w: 400, h: 240 } as const;

/** What a picture shows of the plane. Edges on whole units, so that at scale 1 paper has sharp edges. */
export function pictureFrame(
  all: readonly Item[],
  only: ReadonlySet<ItemId> | null,
): Box & { readonly isEmpty: boolean } {
  return frameOf(drawnItems(all, only));
}

export function frameOf(drawn: readonly DrawnItem[]): Box & { readonly isEmpty: boolean } {
  const around = unionAll(drawn.map(({ box }) => box));
  if (around === null) return { ...emptySize, isEmpty: true };
  const { x, y, w, h } = inflated(around, margin);
  const [left, top] = [Math.floor(x), Math.floor(y)];
  return { x: left, y: top, w: Math.ceil(x + w) - left, h: Math.ceil(y + h) - top, isEmpty: false };
}
