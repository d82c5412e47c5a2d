// Ideas that belong elsewhere go to the park: a cluster beside the board, made when the first one goes there. Nothing is
// ever deleted by it, and one step of undo brings them back. Here: what could go there.

import type { ItemId } from '../../../shared/lib/ids.ts';
import { freeRoots, writable } from '../../editor/chosen.ts';
import type { Editor } from '../../editor/editor.ts';

/** The cluster for ideas that belong elsewhere, when it is still on the board. */
export function parkOf(editor: Editor, known: ItemId | null): ItemId | null {
  const item = known === null ? undefined : editor.board.get(known);
  return item?.kind === 'cluster' && !item.deleted ? item.id : null;
}

/** What of the selection would go to the park: neither the park itself nor what is in it already. */
export function parkable(editor: Editor, known: ItemId | null): ItemId[] {
  if (!writable(editor)) return [];
  const park = parkOf(editor, known);
  const around = (id: ItemId): ItemId[] => {
    const cluster = editor.scene.clusterOf(id);
    return cluster === null ? [id] : [id, ...around(cluster)];
  };
  return freeRoots(editor).filter((id) => {
    if (park === null) return true;
    // Neither the park with what is in it, nor what holds the park.
    return !around(id).includes(park) && !around(park).includes(id);
  });
}
