// Actions that put a selection in order: lining up, spreading, rows, up and down the stack, the lock.

import { restack, sendToBack } from '../../shared/board/stacking.ts';
import { bringToFront, setLocked } from '../../shared/board/verbs.ts';
import { unionAll } from '../../shared/lib/geometry.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import type { MessageId } from '../text/catalogue.ts';
import type { Action } from './actions.ts';
import { aligned, distributed, type Edge, edges, inBlocks, type Placed, type Places } from './arrange.ts';
import { sendTo, tidyInside } from './arranging.ts';
import { chosenItems, freeClusters, freeItems, freeRoots, hasFree, placed, writable } from './chosen.ts';
import type { Editor } from './editor.ts';

const everywhere = ['palette', 'items'] as const;
const several =
  (least: number) =>
  (editor: Editor): boolean =>
    writable(editor) && freeRoots(editor).length >= least;

const edgeLooks: Readonly<Record<Edge, { key: string; icon: string }>> = {
  left: { key: 'alt+a', icon: 'AlignStartVertical' },
  centre: { key: 'alt+h', icon: 'AlignCenterVertical' },
  right: { key: 'alt+d', icon: 'AlignEndVertical' },
  top: { key: 'alt+w', icon: 'AlignStartHorizontal' },
  middle: { key: 'alt+v', icon: 'AlignCenterHorizontal' },
  bottom: { key: 'alt+s', icon: 'AlignEndHorizontal' },
};

const aligns: readonly Action[] = edges.map((edge) => ({
  id: `align.${edge}`,
  label: `action.align.${edge}` satisfies MessageId,
  keys: [edgeLooks[edge].key],
  group: 'arrange',
  icon: edgeLooks[edge].icon,
  where: ['palette'],
  enabled: several(2),
  run: (editor) => arrange(editor, (things) => aligned(things, edge)),
}));

const spreads: readonly Action[] = [
  {
    id: 'distribute.across',
    label: 'action.distribute.across',
    keys: ['shift+alt+h'],
    group: 'arrange',
    icon: 'AlignHorizontalSpaceBetween',
    where: ['palette'],
    enabled: several(3),
    run: (editor) => arrange(editor, (things) => distributed(things, 'x')),
  },
  {
    id: 'distribute.down',
    label: 'action.distribute.down',
    keys: ['shift+alt+v'],
    group: 'arrange',
    icon: 'AlignVerticalSpaceBetween',
    where: ['palette'],
    enabled: several(3),
    run: (editor) => arrange(editor, (things) => distributed(things, 'y')),
  },
  {
    id: 'arrange.tidy',
    label: 'action.arrange.tidy',
    keys: ['shift+t'],
    group: 'arrange',
    icon: 'LayoutGrid',
    where: everywhere,
    enabled: (editor) => several(2)(editor) || (writable(editor) && freeClusters(editor).length === 1),
    run: tidy,
  },
];

const stacking: readonly Action[] = [
  stack('bringToFront', 'mod+]', 'BringToFront', (board, ids) => bringToFront(board, ids)),
  stack('bringForward', ']', 'ArrowUp', (board, ids) => restack(board, { ids, way: 'forward' })),
  stack('sendBackward', '[', 'ArrowDown', (board, ids) => restack(board, { ids, way: 'backward' })),
  stack('sendToBack', 'mod+[', 'SendToBack', (board, ids) => sendToBack(board, ids)),
];

const locks: readonly Action[] = [
  {
    id: 'lock',
    label: 'action.lock',
    keys: ['shift+l', 'mod+shift+l'],
    group: 'arrange',
    icon: 'Lock',
    where: everywhere,
    enabled: (editor) => writable(editor) && editor.selection.size > 0,
    run(editor) {
      // Locks what is free; when nothing is, unlocks.
      const free = freeItems(editor);
      const ids = (free.length > 0 ? free : chosenItems(editor)).map((item) => item.id);
      editor.change((board) => setLocked(board, { ids, locked: free.length > 0 }));
    },
  },
];

export const arrangeActions: readonly Action[] = [...stacking, ...aligns, ...spreads, ...locks];

function stack(
  id: 'bringToFront' | 'bringForward' | 'sendBackward' | 'sendToBack',
  key: string,
  icon: string,
  write: (board: Editor['board'], ids: readonly ItemId[]) => void,
): Action {
  return {
    id,
    label: `action.${id}`,
    keys: [key],
    group: 'arrange',
    icon,
    where: everywhere,
    enabled: hasFree,
    run(editor) {
      const inside = editor.scene.itemsInside(freeItems(editor).map((item) => item.id));
      editor.change((board) =>
        write(
          board,
          inside.filter((item) => !item.locked).map((item) => item.id),
        ),
      );
    },
  };
}

/** One step: each of the outermost chosen things goes to its place, with what is inside it. */
function arrange(editor: Editor, places: (things: readonly Placed[]) => Places): void {
  const things = placed(editor, freeRoots(editor));
  editor.change((board) => board.asOneStep(() => sendTo(board, things, places(things))));
}

/** Rows from the corner of what is chosen; inside the one cluster that is. */
function tidy(editor: Editor): void {
  const [cluster, ...more] = freeClusters(editor);
  if (cluster !== undefined && more.length === 0 && freeRoots(editor).length === 1) {
    editor.change((board) => board.asOneStep(() => tidyInside(editor, board, cluster)));
    return;
  }
  arrange(editor, (things) => {
    const corner = unionAll(things);
    if (corner === null) return new Map();
    const isCluster = (thing: Placed) => editor.scene.get(thing.id)?.item.kind === 'cluster';
    const others = things.filter((thing) => !isCluster(thing));
    return inBlocks(things.filter(isCluster), others, { x: corner.x, y: corner.y }).places;
  });
}
