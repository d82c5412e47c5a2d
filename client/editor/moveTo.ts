// Putting an item into a cluster, or out of all of them, without a hand that drags it there.

import type { Board } from '../../shared/board/board.ts';
import { clusterPadding, clusterTitleHeight } from '../../shared/board/tree.ts';
import { bringToFront, moveItems, putInto } from '../../shared/board/verbs.ts';
import { origin } from '../../shared/lib/geometry.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import type { Scene } from '../scene/scene.ts';
import { inRows } from './arrange.ts';
import { putAway, sendTo, takeIn } from './arranging.ts';
import { placed } from './chosen.ts';
import type { Editor } from './editor.ts';
import { clustersAround, freeSpot, noteGap, spotBeside } from './spots.ts';

/**
 * Moves it to a free place in the cluster, or beside the outermost one it is in (`null`), as one step of undo.
 * False when nothing came of it: read-only, gone, or a cluster that would go into itself.
 */
export function moveTo(editor: Editor, id: ItemId, cluster: ItemId | null): boolean {
  const { scene } = editor;
  const drawable = scene.get(id);
  const into = cluster === null ? undefined : scene.get(cluster)?.item;
  if (drawable === undefined || drawable.item.locked || (cluster !== null && !into)) return false;
  if (cluster !== null && scene.withInside([id]).has(cluster)) return false;
  if (into?.collapsed) {
    return editor.change((board) => board.asOneStep(() => putAway(editor, board, into.id, [id]))) !== null;
  }
  const { box } = drawable;
  const spot = placeIn(scene, cluster, id);
  if (spot === null) return false;
  const free = freeSpot(scene, { ...box, ...spot }, clustersAround(scene, cluster));
  const by = { x: free.x - box.x, y: free.y - box.y };
  const done = editor.change((board) => {
    board.asOneStep(() => {
      moveItems(board, { ids: [id], by });
      putInto(board, { ids: [id], cluster });
      bringToFront(board, [...scene.withInside([id])]);
    });
    return true;
  });
  return done === true;
}

/** Where to begin looking for a free place. */
function placeIn(scene: Scene, cluster: ItemId | null, id: ItemId): { x: number; y: number } | null {
  if (cluster !== null) {
    const into = scene.get(cluster)?.box;
    return into ? { x: into.x + clusterPadding, y: into.y + clusterTitleHeight } : null;
  }
  const around = [...clustersAround(scene, scene.parentOf(id)?.id ?? null)].at(-1);
  const outermost = around === undefined ? undefined : scene.get(around);
  const item = scene.get(id);
  if (outermost === undefined || item === undefined) return null;
  const beside = { ...outermost.box, w: outermost.box.w, h: item.box.h };
  return spotBeside(scene, beside, new Set());
}

/**
 * Several at once, as one step: into the free places of a cluster, or in rows beside the outermost one they are in. What is
 * locked stays; false when nothing came of it.
 */
export function moveAllTo(editor: Editor, ids: readonly ItemId[], cluster: ItemId | null): boolean {
  const { scene } = editor;
  const inside = cluster === null ? new Set<ItemId>() : scene.withInside(ids);
  const free = ids.filter((id) => {
    const item = editor.board.get(id);
    return item !== undefined && !item.deleted && !item.locked && scene.clusterOf(id) !== cluster;
  });
  if (free.length === 0 || (cluster !== null && inside.has(cluster))) return false;
  const [only] = free;
  const isAlone = only !== undefined && free.length === 1;
  if (isAlone && scene.get(only) !== undefined) return moveTo(editor, only, cluster);
  const into = cluster === null ? undefined : editor.board.get(cluster);
  if (cluster !== null && into === undefined) return false;
  const done = editor.change((board) => {
    board.asOneStep(() => {
      if (cluster === null) moveOut(editor, board, free);
      // One that nobody sees lies anywhere: below the others it is found.
      else if (into?.collapsed || isAlone) putAway(editor, board, cluster, free);
      else takeIn(editor, board, cluster, free);
      bringToFront(board, [...scene.withInside(free)]);
    });
    return true;
  });
  return done === true;
}

/** Those of each outermost cluster in rows beside it. */
function moveOut(editor: Editor, board: Board, ids: readonly ItemId[]): void {
  const { scene } = editor;
  const groups = new Map<ItemId, ItemId[]>();
  for (const id of ids) {
    const outermost = [...clustersAround(scene, scene.clusterOf(id))].at(-1);
    if (outermost === undefined) continue;
    groups.set(outermost, [...(groups.get(outermost) ?? []), id]);
  }
  for (const [outermost, members] of groups) {
    const around = scene.get(outermost)?.box;
    const things = placed(editor, members);
    if (around === undefined || things.length === 0) continue;
    const { w, h } = inRows(things, origin).box;
    const wanted = { x: around.x + around.w + noteGap, y: around.y, w, h };
    const spot = freeSpot(scene, wanted);
    putInto(board, { ids: members, cluster: null });
    sendTo(board, things, inRows(things, spot).places);
  }
}
