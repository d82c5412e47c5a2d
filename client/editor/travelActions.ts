// Actions that change what is seen or chosen and never the board: allowed to everybody, viewers included.

import { centre, unionAll, type Vec } from '../../shared/lib/geometry.ts';
import type { Drawable } from '../scene/scene.ts';
import type { Action } from './actions.ts';
import type { Editor } from './editor.ts';

const zoomStep = 1.25;

const always = (): boolean => true;
const notEmpty = (editor: Editor): boolean => editor.scene.size > 0;

type Way = 'left' | 'right' | 'up' | 'down';

const ways: Readonly<Record<Way, Vec>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

export const travelActions: readonly Action[] = [
  {
    id: 'selectAll',
    label: 'action.selectAll',
    keys: ['mod+a'],
    group: 'clipboard',
    icon: 'SquareMousePointer',
    where: ['palette', 'canvas'],
    enabled: notEmpty,
    run: ({ scene, selection }) =>
      selection.set(scene.all().flatMap(({ id, item }) => (item.locked ? [] : id))),
  },
  {
    id: 'zoom.in',
    label: 'action.zoom.in',
    keys: ['plus', '=', 'shift+plus', 'mod+plus', 'mod+='],
    group: 'view',
    icon: 'ZoomIn',
    duringGesture: true,
    enabled: always,
    run: ({ camera }) => camera.setZoom(camera.zoom * zoomStep),
  },
  {
    id: 'zoom.out',
    label: 'action.zoom.out',
    keys: ['-', 'mod+-'],
    group: 'view',
    icon: 'ZoomOut',
    duringGesture: true,
    enabled: always,
    run: ({ camera }) => camera.setZoom(camera.zoom / zoomStep),
  },
  {
    id: 'zoom.100',
    label: 'action.zoom.100',
    keys: ['0', 'mod+0'],
    group: 'view',
    icon: 'Scan',
    duringGesture: true,
    enabled: always,
    run: ({ camera }) => camera.setZoom(1),
  },
  {
    id: 'zoom.fit',
    label: 'action.zoom.fit',
    keys: ['1'],
    group: 'view',
    icon: 'Maximize',
    where: ['palette', 'canvas'],
    enabled: notEmpty,
    run(editor) {
      const box = editor.scene.bounds();
      if (box) editor.camera.fit(box);
    },
  },
  {
    id: 'zoom.selection',
    label: 'action.zoom.selection',
    keys: ['2'],
    group: 'view',
    icon: 'Maximize',
    where: ['palette', 'items'],
    enabled: (editor) => editor.selection.size > 0,
    run(editor) {
      const box = unionAll(editor.scene.inOrder(editor.selection.ids).map((drawable) => drawable.box));
      if (box) editor.camera.fit(box);
    },
  },
  jump('left'),
  jump('right'),
  jump('up'),
  jump('down'),
];

function jump(to: Way): Action {
  return {
    id: `jump.${to}`,
    label: `action.jump.${to}`,
    keys: [`mod+${to}`],
    group: 'go',
    where: [],
    enabled: notEmpty,
    run(editor) {
      const next = nearest(editor, ways[to]);
      if (next === null) return;
      editor.selection.set([next.id]);
      editor.camera.reveal(next.box);
    },
  };
}

/** The nearest note that way; what lies off to the side counts as further. Without a selection, from the middle of the view. */
function nearest(editor: Editor, way: Vec): Drawable | null {
  const { scene, selection, camera } = editor;
  const last = selection.ids.at(-1);
  const from = last === undefined ? undefined : scene.get(last);
  const start = centre(from?.box ?? camera.visible());
  let best: Drawable | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const drawable of scene.all()) {
    if (drawable.item.kind !== 'note' || drawable.id === from?.id) continue;
    const to = centre(drawable.box);
    const ahead = (to.x - start.x) * way.x + (to.y - start.y) * way.y;
    const aside = Math.abs((to.x - start.x) * way.y) + Math.abs((to.y - start.y) * way.x);
    const cost = Math.abs(ahead) + 2 * aside;
    if (cost >= bestCost || (from !== undefined && ahead <= 0)) continue;
    best = drawable;
    bestCost = cost;
  }
  return best;
}
