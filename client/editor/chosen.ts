// What of the selection may be changed, and in what form: most actions on a selection begin here. Locked items are left out,
// except by those who unlock them.

import { drawnBox, membersByCluster, openBox } from '../../shared/board/tree.ts';
import type { Item } from '../../shared/items/item.ts';
import type { Box } from '../../shared/lib/geometry.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import type { Placed } from './arrange.ts';
import type { Editor } from './editor.ts';

export function writable(editor: Editor): boolean {
  return !editor.readOnly.get();
}

/** The chosen items, in the order in which they were chosen. */
export function chosenItems(editor: Editor): Item[] {
  return editor.selection.ids.flatMap((id) => editor.scene.get(id)?.item ?? []);
}

/** Those that are not locked. */
export function freeItems(editor: Editor): Item[] {
  return chosenItems(editor).filter((item) => !item.locked);
}

/** Of those, the ones that are not inside another of them. */
export function freeRoots(editor: Editor): ItemId[] {
  return editor.scene.outermost(freeItems(editor).map((item) => item.id));
}

export function freeClusters(editor: Editor): ItemId[] {
  return freeItems(editor).flatMap((item) => (item.kind === 'cluster' ? item.id : []));
}

export function hasFree(editor: Editor): boolean {
  return writable(editor) && freeItems(editor).length > 0;
}

/** Where these are drawn while nobody has a hand on them, out of sight or not. */
export function placed(editor: Editor, ids: readonly ItemId[]): Placed[] {
  const { items } = editor.board;
  const members = membersByCluster(items);
  return ids.flatMap((id) => {
    const item = items.get(id);
    return item === undefined ? [] : { ...drawnBox(item, members), id };
  });
}

/** What is directly in a cluster, and the box of the cluster were it open; null when it is none. */
export function insideOf(editor: Editor, cluster: ItemId): { box: Box; members: Item[] } | null {
  const members = membersByCluster(editor.board.items);
  const item = editor.board.get(cluster);
  if (item?.kind !== 'cluster' || item.deleted) return null;
  return { box: openBox(item, members), members: members.get(cluster) ?? [] };
}
