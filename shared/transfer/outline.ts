// A board as a document would tell it: clusters with their notes in reading order, then the notes outside, then what was
// parked. Every live note is in it exactly once. Knows no format.

import type { Role } from '../board/roles.ts';
import { parentOf } from '../board/tree.ts';
import type { Colour } from '../items/colour.ts';
import type { Item } from '../items/item.ts';
import type { ItemId } from '../lib/ids.ts';
import { inReadingOrder } from './readingOrder.ts';
import type { BoardSnapshot } from './snapshot.ts';

export interface OutlineNote {
  readonly id: ItemId;
  readonly text: string;
  readonly colour: Colour;
  /** Name of the person who wrote it; null when anonymous or not known. */
  readonly author: string | null;
}

export interface OutlineCluster {
  readonly id: ItemId;
  readonly title: string;
  readonly colour: Colour;
  readonly notes: readonly OutlineNote[];
  readonly clusters: readonly OutlineCluster[];
}

export interface Outline {
  readonly title: string;
  readonly exportedAt: number;
  readonly people: readonly { readonly name: string; readonly role: Role }[];
  /** Outermost clusters; others are inside them. */
  readonly clusters: readonly OutlineCluster[];
  /** Notes outside any cluster. */
  readonly loose: readonly OutlineNote[];
  /** The cluster for ideas that belong elsewhere, which is then nowhere else; null where there is none. */
  readonly parked: OutlineCluster | null;
  readonly wins: readonly string[];
  readonly counts: { readonly notes: number; readonly clusters: number; readonly people: number };
}

export function boardToOutline(snapshot: BoardSnapshot): Outline {
  const items = new Map(snapshot.items.filter((item) => !item.deleted).map((item) => [item.id, item]));
  const inside = new Map<ItemId | null, Item[]>();
  for (const item of items.values()) {
    const parent = parentOf(item, items)?.id ?? null;
    const list = inside.get(parent);
    if (list) list.push(item);
    else inside.set(parent, [item]);
  }
  const names = new Map(snapshot.people.map((person) => [person.id, person.name]));
  const noteOf = (item: Item): OutlineNote => {
    const author = snapshot.authors.get(item.id);
    const name = author === undefined ? undefined : names.get(author);
    return { id: item.id, text: item.text, colour: item.colour, author: name ?? null };
  };
  const within = (parent: ItemId | null, depth: number): Pick<OutlineCluster, 'notes' | 'clusters'> => {
    const ordered = inReadingOrder(inside.get(parent) ?? []);
    const clusters = ordered.filter((item) => item.kind === 'cluster');
    return {
      notes: ordered.filter((item) => item.kind === 'note').map(noteOf),
      clusters: (depth < depthMax ? clusters : clusters.flatMap((item) => flattened(item, inside))).map(
        (item) => {
          const content =
            depth < depthMax ? within(item.id, depth + 1) : { notes: notesIn(item.id), clusters: [] };
          return { id: item.id, title: item.text, colour: item.colour, ...content };
        },
      ),
    };
  };
  const notesIn = (cluster: ItemId): OutlineNote[] =>
    inReadingOrder(inside.get(cluster) ?? [])
      .filter((item) => item.kind === 'note')
      .map(noteOf);
  const { notes: loose, clusters: everyCluster } = within(null, 1);
  const { rest: clusters, taken: parked } = takenOut(everyCluster, snapshot.park ?? null);
  const all = [...items.values()];
  return {
    title: snapshot.title,
    exportedAt: snapshot.exportedAt,
    people: snapshot.people.map(({ name, role }) => ({ name, role })),
    clusters,
    loose,
    parked,
    wins: snapshot.wins ?? [],
    counts: {
      notes: all.filter((item) => item.kind === 'note').length,
      clusters: all.filter((item) => item.kind === 'cluster').length,
      people: snapshot.people.length,
    },
  };
}

/** One cluster out of all of them, wherever it is. */
function takenOut(
  clusters: readonly OutlineCluster[],
  id: ItemId | null,
): { rest: readonly OutlineCluster[]; taken: OutlineCluster | null } {
  if (id === null) return { rest: clusters, taken: null };
  let taken: OutlineCluster | null = null;
  const rest: OutlineCluster[] = [];
  for (const cluster of clusters) {
    if (cluster.id === id) taken = cluster;
    else {
      const inner = takenOut(cluster.clusters, taken === null ? id : null);
      taken ??= inner.taken;
      rest.push(inner.taken === null ? cluster : { ...cluster, clusters: inner.rest });
    }
  }
  return { rest, taken };
}

// Nobody nests this deep by hand. A chain made by a machine must not exhaust the stack of whoever walks the outline, so
// clusters below are told side by side.
const depthMax = 24;

/** A cluster and every cluster inside it, outer before inner. */
function flattened(cluster: Item, inside: ReadonlyMap<ItemId | null, readonly Item[]>): Item[] {
  const found: Item[] = [];
  const open = [cluster];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    found.push(next);
    const inner = inReadingOrder(inside.get(next.id) ?? []).filter((item) => item.kind === 'cluster');
    open.push(...inner.reverse());
  }
  return found;
}
