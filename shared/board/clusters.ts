// What clusters do as a whole: close and open, become one, come apart, go away without taking their notes along. Each is one
// step. Where things go is decided by whoever asks; nothing here lays anything out.

import type { Colour } from '../items/colour.ts';
import type { Item } from '../items/item.ts';
import type { Box } from '../lib/geometry.ts';
import type { ItemId } from '../lib/ids.ts';
import type { Board } from './board.ts';
import { membersByCluster, openBox, parentOf, withMembers } from './tree.ts';
import { createItems, inSlices, putInto, removeItems, setText } from './verbs.ts';

/** Closed, a cluster is a card at the corner of the box it had: its own box becomes that first, so that it opens in place. */
export function setCollapsed(board: Board, set: { ids: readonly ItemId[]; collapsed: boolean }): void {
  const members = membersByCluster(board.items);
  const clusters = clustersOf(board, set.ids).filter((item) => item.collapsed !== set.collapsed);
  inSlices(board, clusters, (slice) => {
    board.transact('setCollapsed', (tx) => {
      for (const cluster of slice) {
        if (set.collapsed) {
          const box = openBox(cluster, members);
          tx.move(cluster.id, box);
          if (box.w !== cluster.w || box.h !== cluster.h) tx.resize(cluster.id, box.w, box.h);
        }
        tx.set(cluster.id, 'o', set.collapsed ? 1 : undefined);
      }
    });
  });
}

/**
 * Makes one cluster of several: it has the title, colour and place of the first given, and everybody's members. Which of
 * them lives on does not depend on who merges or in what order they were chosen: people who merge the same ones at the same
 * moment must not each keep what the other takes away. Null when there are not two clusters to merge.
 */
export function mergeClusters(board: Board, ids: readonly ItemId[]): ItemId | null {
  const clusters = clustersOf(board, ids);
  const members = membersByCluster(board.items);
  const merged = new Set(clusters.map((item) => item.id));
  const nested = new Set(
    clusters.flatMap(({ id }) => [...withMembers([id], members)].filter((inside) => inside !== id)),
  );
  const outer = clusters.filter((item) => !nested.has(item.id));
  const first = outer[0];
  if (first === undefined || clusters.length < 2) return null;
  const target = outer.reduce((least, next) => (next.id < least.id ? next : least));
  const title = clusters.find((item) => item.text.trim() !== '')?.text ?? '';
  const place = openBox(first, members);
  const joining = clusters
    .filter((item) => item !== target)
    .flatMap((item) => members.get(item.id) ?? [])
    .filter((item) => !merged.has(item.id));
  board.asOneStep(() => {
    putInto(board, { ids: joining.map((item) => item.id), cluster: target.id });
    board.transact('mergeClusters', (tx) => {
      tx.move(target.id, place);
      tx.resize(target.id, place.w, place.h);
      tx.set(target.id, 'g', parentOf(first, board.items)?.id);
      tx.set(target.id, 'c', first.colour);
      tx.set(target.id, 'o', first.collapsed ? 1 : undefined);
    });
    setText(board, { id: target.id, text: title });
    removeItems(
      board,
      clusters.filter((item) => item !== target).map((item) => item.id),
    );
  });
  return target.id;
}

export interface NewCluster {
  readonly ids: readonly ItemId[];
  readonly at: Box;
  readonly parent: ItemId | null;
  readonly title: string;
  readonly colour: Colour;
}

/** Takes these out of whatever they are in and puts them into a new cluster. Null when the board is full. */
export function splitOff(board: Board, { ids, at, parent, title, colour }: NewCluster): ItemId | null {
  let id: ItemId | null = null;
  board.asOneStep(() => {
    const [made] = createItems(board, [{ kind: 'cluster', ...at, text: title, parent, colour }]);
    if (made === undefined) return;
    putInto(board, { ids, cluster: made });
    id = made;
  });
  return id;
}

/**
 * Removes items and nothing else: what was in a removed cluster and is not removed itself stays where it is, in the nearest
 * cluster around that stays.
 */
export function removeAlone(board: Board, ids: readonly ItemId[]): void {
  const members = membersByCluster(board.items);
  const gone = new Set(ids);
  const heirs = new Map<ItemId | null, ItemId[]>();
  for (const id of gone) {
    const staying = (members.get(id) ?? []).filter((member) => !gone.has(member.id));
    const cluster = board.get(id);
    if (cluster === undefined || staying.length === 0) continue;
    let heir = parentOf(cluster, board.items);
    while (heir !== null && gone.has(heir.id)) heir = parentOf(heir, board.items);
    const key = heir?.id ?? null;
    heirs.set(key, [...(heirs.get(key) ?? []), ...staying.map((member) => member.id)]);
  }
  board.asOneStep(() => {
    for (const [cluster, inherited] of heirs) putInto(board, { ids: inherited, cluster });
    removeItems(board, ids);
  });
}

function clustersOf(board: Board, ids: readonly ItemId[]): Item[] {
  return [...new Set(ids)]
    .map((id) => board.get(id))
    .filter((item) => item !== undefined)
    .filter((item) => item.kind === 'cluster' && !item.deleted);
}
