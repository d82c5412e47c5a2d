// Actions on clusters as wholes: gather, close and open, merge, split, tidy, dissolve, delete with everything inside.

import { removeAlone, setCollapsed } from '../../shared/board/clusters.ts';
import { dissolveCluster } from '../../shared/board/verbs.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import type { Action } from './actions.ts';
import { mergeInRows, splitBeside, tidyInside } from './arranging.ts';
import { freeClusters, freeItems, hasFree, writable } from './chosen.ts';
import type { Editor } from './editor.ts';
import { clusterSelection } from './notes.ts';

const everywhere = ['palette', 'items'] as const;
const hasClusters = (editor: Editor): boolean => writable(editor) && freeClusters(editor).length > 0;

export const clusterActions: readonly Action[] = [
  {
    id: 'cluster.make',
    label: 'action.cluster.make',
    keys: ['mod+g'],
    group: 'cluster',
    icon: 'SquareDashed',
    where: everywhere,
    enabled: hasFree,
    run(editor) {
      clusterSelection(editor);
    },
  },
  {
    id: 'cluster.collapse',
    label: 'action.cluster.collapse',
    keys: ['o'],
    group: 'cluster',
    icon: 'ChevronsDownUp',
    where: everywhere,
    enabled: hasClusters,
    run: (editor) => toggleCollapsed(editor, freeClusters(editor)),
  },
  {
    id: 'cluster.merge',
    label: 'action.cluster.merge',
    keys: ['m'],
    group: 'cluster',
    icon: 'Combine',
    where: everywhere,
    enabled: (editor) => writable(editor) && freeClusters(editor).length > 1,
    run(editor) {
      const clusters = freeClusters(editor);
      let merged: ItemId | null = null;
      // The title of one is written into another: its own history must know.
      for (const id of clusters) editor.undo.watchText(id);
      editor.change((board) =>
        board.asOneStep(() => {
          merged = mergeInRows(editor, board, clusters);
        }),
      );
      if (merged !== null) editor.selection.set([merged]);
    },
  },
  {
    id: 'cluster.split',
    label: 'action.cluster.split',
    keys: ['shift+m'],
    group: 'cluster',
    icon: 'Split',
    where: everywhere,
    enabled: (editor) => writable(editor) && splits(editor).size > 0,
    run: split,
  },
  {
    id: 'cluster.tidy',
    label: 'action.cluster.tidy',
    keys: ['shift+alt+t'],
    group: 'cluster',
    icon: 'LayoutGrid',
    where: everywhere,
    enabled: hasClusters,
    run(editor) {
      const clusters = freeClusters(editor);
      editor.change((board) =>
        board.asOneStep(() => {
          for (const id of clusters) tidyInside(editor, board, id);
        }),
      );
    },
  },
  {
    id: 'cluster.dissolve',
    label: 'action.cluster.dissolve',
    keys: ['shift+c', 'mod+shift+g'],
    group: 'cluster',
    icon: 'Ungroup',
    where: everywhere,
    enabled: hasClusters,
    run(editor) {
      const clusters = freeClusters(editor);
      const inside = [...editor.scene.withInside(clusters)].filter((id) =>
        clusters.includes(editor.scene.clusterOf(id) ?? id),
      );
      editor.change((board) =>
        board.asOneStep(() => {
          for (const id of clusters) dissolveCluster(board, id);
        }),
      );
      editor.selection.set(inside.filter((id) => editor.scene.get(id)));
    },
  },
  {
    id: 'cluster.deleteAll',
    label: 'action.cluster.deleteAll',
    keys: ['shift+delete', 'shift+backspace'],
    group: 'cluster',
    icon: 'Trash2',
    where: everywhere,
    danger: true,
    enabled: hasClusters,
    run(editor) {
      const inside = editor.scene.itemsInside(freeItems(editor).map((item) => item.id));
      const ids = inside.filter((item) => !item.locked).map((item) => item.id);
      editor.change((board) => removeAlone(board, ids));
    },
  },
];

/** Closes these clusters; opens them when all of them are closed. */
export function toggleCollapsed(editor: Editor, ids: readonly ItemId[]): void {
  const collapsed = ids.some((id) => editor.scene.get(id)?.item.collapsed === false);
  editor.change((board) => setCollapsed(board, { ids, collapsed }));
}

/** The chosen items by the cluster they are in, where others stay behind in it. */
function splits(editor: Editor): Map<ItemId, ItemId[]> {
  const found = new Map<ItemId, ItemId[]>();
  for (const { id } of freeItems(editor)) {
    const cluster = editor.scene.clusterOf(id);
    if (cluster !== null) found.set(cluster, [...(found.get(cluster) ?? []), id]);
  }
  for (const [cluster, ids] of found) {
    if (ids.length === editor.scene.membersOf(cluster).length) found.delete(cluster);
  }
  return found;
}

function split(editor: Editor): void {
  const made: ItemId[] = [];
  const groups = splits(editor);
  editor.undo.openStep();
  editor.change((board) => {
    for (const [source, ids] of groups) {
      const id = splitBeside(editor, board, source, ids);
      if (id !== null) made.push(id);
    }
  });
  editor.selection.set(made);
  const [only] = made;
  // One new cluster wants a name at once; of several nobody knows which first.
  if (made.length === 1 && only !== undefined) {
    const box = editor.scene.get(only)?.box;
    if (box) editor.camera.reveal(box);
    editor.toolbox.edit(only);
  } else editor.undo.closeStep();
}
