// Putting an item into a cluster, or out of all of them, without a hand that drags it there.

import { clusterPadding, clusterTitleHeight } from '../../../shared/board/tree.ts';
import { bringToFront, moveItems, putInto } from '../../../shared/board/verbs.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import { putAway } from '../../editor/arranging.ts';
import type { Editor } from '../../editor/editor.ts';
import { clustersAround, freeSpot, spotBeside } from '../../editor/spots.ts';
import type { Scene } from '../../scene/scene.ts';

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
