// Who is inside what. Items point at their parent and nothing points back, so two people can never make the two disagree;
// this derives the rest: members, cluster boxes, and an answer for pointers that lead nowhere or in a circle.

import type { Item } from '../items/item.ts';
import { type Box, union, unionAll } from '../lib/geometry.ts';
import type { ItemId } from '../lib/ids.ts';

type Items = ReadonlyMap<ItemId, Item>;

/** A cluster's frame around its members: room for the title above them and a margin on every side. */
export const clusterPadding = 24;
export const clusterTitleHeight = 56;
/** What a collapsed cluster is drawn as, at the corner of its own box. */
export const cardSize = { w: 240, h: 96 } as const;

/** Whoever is inside more clusters than this reads as being in none: no chain of pointers may cost more than a few steps. */
const nestingMax = 32;

/**
 * The cluster an item really is in: null when the parent is missing, deleted, no cluster, nested too deep, or when following
 * parents leads in a circle and this item has the smallest id in it (everybody breaks the circle at the same place).
 */
export function parentOf(item: Item, items: Items): Item | null {
  const parent = liveCluster(item.parent, items);
  if (parent === null) return null;
  const path: Item[] = [item];
  for (let above: Item | null = parent; above !== null; above = liveCluster(above.parent, items)) {
    const start = path.indexOf(above);
    if (start >= 0) {
      const circle = path.slice(start);
      const root = circle.reduce((least, next) => (next.id < least.id ? next : least));
      return root === item ? null : parent;
    }
    if (path.length > nestingMax) return null;
    path.push(above);
  }
  return parent;
}

/** Members by cluster, deleted items left out, each list in no particular order. */
export function membersByCluster(items: Items): Map<ItemId, Item[]> {
  const members = new Map<ItemId, Item[]>();
  for (const item of items.values()) {
    if (item.deleted) continue;
    const parent = parentOf(item, items);
    if (parent === null) continue;
    const list = members.get(parent.id);
    if (list) list.push(item);
    else members.set(parent.id, [item]);
  }
  return members;
}

/** An item together with everything inside it, at any depth; `ids` may overlap. */
export function withMembers(
  ids: Iterable<ItemId>,
  members: ReadonlyMap<ItemId, readonly Item[]>,
): Set<ItemId> {
  const all = new Set<ItemId>();
  const open = [...ids];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (all.has(id)) continue;
    all.add(id);
    for (const member of members.get(id) ?? []) open.push(member.id);
  }
  return all;
}

/** A cluster is drawn as its own box united with its members'. `memberBoxes` are the members as drawn. */
export function clusterBox(own: Box, memberBoxes: Iterable<Box>): Box {
  const inside = unionAll(memberBoxes);
  return inside === null ? own : union(own, frameAround(inside));
}

/** Where an item is drawn while nobody has a hand on it: a collapsed cluster as its card, an open one round its members. */
export function drawnBox(item: Item, members: ReadonlyMap<ItemId, readonly Item[]>): Box {
  return item.collapsed ? { x: item.x, y: item.y, ...cardSize } : openBox(item, members);
}

/** The same, were it not collapsed; what is inside it may be. */
export function openBox(item: Item, members: ReadonlyMap<ItemId, readonly Item[]>): Box {
  const inside = members.get(item.id) ?? [];
  return clusterBox(
    { x: item.x, y: item.y, w: item.w, h: item.h },
    inside.map((member) => drawnBox(member, members)),
  );
}

/** The box a cluster needs to hold this one. */
export function frameAround(inside: Box): Box {
  return {
    x: inside.x - clusterPadding,
    y: inside.y - clusterTitleHeight,
    w: inside.w + 2 * clusterPadding,
    h: inside.h + clusterTitleHeight + clusterPadding,
  };
}

function liveCluster(id: ItemId | null, items: Items): Item | null {
  const found = id === null ? undefined : items.get(id);
  return found && found.kind === 'cluster' && !found.deleted ? found : null;
}
