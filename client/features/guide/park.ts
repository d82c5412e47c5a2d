// Ideas that belong elsewhere go to the park: a cluster beside the board, made when the first one goes there. Nothing is
// ever deleted by it, and one step of undo brings them back.

import type { Board } from '../../../shared/board/board.ts';
import { clusterTitleHeight } from '../../../shared/board/tree.ts';
import { createCluster } from '../../../shared/board/verbs.ts';
import { unionAll } from '../../../shared/lib/geometry.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import { inRows } from '../../editor/arrange.ts';
import { putAway, sendTo } from '../../editor/arranging.ts';
import { freeRoots, placed, writable } from '../../editor/chosen.ts';
import type { Editor } from '../../editor/editor.ts';
import { freeSpot } from '../../editor/spots.ts';

/** So far to the right of everything that nobody takes it for a part of the work. */
const besideGap = 240;
const padding = 24;

export interface Parked {
  readonly ids: readonly ItemId[];
  readonly park: ItemId;
  /** The park was made for this. */
  readonly isNew: boolean;
}

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

/** null when nothing of the selection can be parked. */
export function parkChosen(editor: Editor, known: ItemId | null, title: string): Parked | null {
  const ids = parkable(editor, known);
  if (ids.length === 0) return null;
  const there = parkOf(editor, known);
  const park = editor.change((board) => {
    let made: ItemId | null = there;
    board.asOneStep(() => {
      if (there === null) made = newPark(editor, board, ids, title);
      // Below what is in it, wherever they came from.
      else putAway(editor, board, there, ids);
    });
    return made;
  });
  return park === null ? null : { ids, park, isNew: there === null };
}

function newPark(editor: Editor, board: Board, ids: readonly ItemId[], title: string): ItemId | null {
  const things = placed(editor, ids);
  const going = editor.scene.withInside(ids);
  const staying = [...editor.scene.all()].filter(({ id }) => !going.has(id)).map(({ box }) => box);
  const all = unionAll(staying) ?? unionAll(things);
  if (all === null) return null;
  const { w, h } = inRows(things, { x: 0, y: 0 }).box;
  const wanted = {
    x: all.x + all.w + besideGap,
    y: all.y,
    w: Math.max(w, 200) + 2 * padding,
    h: h + clusterTitleHeight + padding,
  };
  const at = freeSpot(editor.scene, wanted, going);
  const corner = { x: at.x + padding, y: at.y + clusterTitleHeight };
  sendTo(board, things, inRows(things, corner).places);
  return createCluster(board, { title, ids, at });
}
