// The actions of the whiteboard itself, without any feature: tools, undo, what one does with a selection, the camera.

import { removeAlone } from '../../shared/board/clusters.ts';
import { createItems, moveItems, setColour } from '../../shared/board/verbs.ts';
import { type Colour, colours } from '../../shared/items/colour.ts';
import { unionAll, type Vec } from '../../shared/lib/geometry.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import type { MessageId } from '../text/catalogue.ts';
import type { Action } from './actions.ts';
import { arrangeActions } from './arrangeActions.ts';
import { askingActions } from './askingActions.ts';
import { freeItems, freeRoots, hasFree, writable } from './chosen.ts';
import { clusterActions } from './clusterActions.ts';
import { copiesOf } from './copies.ts';
import type { Editor } from './editor.ts';
import { clusterSelection, writeNoteHere } from './notes.ts';
import { noteGap } from './spots.ts';
import { travelActions } from './travelActions.ts';

const nudgeUnits = 4;

const always = (): boolean => true;
const hasSelection = (editor: Editor): boolean => writable(editor) && editor.selection.size > 0;

const tools: readonly Action[] = [
  {
    id: 'tool.select',
    label: 'action.tool.select',
    keys: ['v'],
    group: 'tools',
    icon: 'MousePointer2',
    enabled: always,
    run: (editor) => editor.toolbox.choose('select'),
  },
  {
    id: 'tool.hand',
    label: 'action.tool.hand',
    keys: ['h'],
    group: 'tools',
    icon: 'Hand',
    enabled: always,
    run: (editor) => editor.toolbox.choose('hand'),
  },
  {
    id: 'tool.note',
    label: 'action.tool.note',
    keys: ['n'],
    group: 'write',
    icon: 'StickyNote',
    where: ['palette', 'canvas'],
    enabled: writable,
    run: writeNoteHere,
  },
  {
    id: 'tool.place',
    label: 'action.tool.place',
    keys: ['shift+n'],
    group: 'tools',
    icon: 'StickyNote',
    enabled: writable,
    run: (editor) => editor.toolbox.choose('note'),
  },
  {
    id: 'tool.cluster',
    label: 'action.tool.cluster',
    keys: ['c'],
    group: 'tools',
    icon: 'SquareDashed',
    enabled: writable,
    run(editor) {
      if (!clusterSelection(editor)) editor.toolbox.choose('cluster');
    },
  },
  {
    id: 'escape',
    label: 'action.escape',
    keys: ['escape'],
    group: 'tools',
    where: [],
    duringGesture: true,
    enabled: always,
    run(editor) {
      // Out of somebody else's view before anything of one's own is let go of.
      if (editor.asked.get() !== null) editor.asked.set(null);
      else if (editor.follow.person.get() !== null) editor.follow.stop();
      else editor.toolbox.cancel();
    },
  },
];

const history: readonly Action[] = [
  {
    id: 'undo',
    label: 'action.undo',
    keys: ['mod+z'],
    group: 'history',
    icon: 'Undo2',
    where: ['palette', 'canvas'],
    enabled: (editor) => writable(editor) && editor.undo.canUndo,
    run: (editor) => editor.undo.undo(),
  },
  {
    id: 'redo',
    label: 'action.redo',
    keys: ['mod+shift+z', 'mod+y'],
    group: 'history',
    icon: 'Redo2',
    where: ['palette', 'canvas'],
    enabled: (editor) => writable(editor) && editor.undo.canRedo,
    run: (editor) => editor.undo.redo(),
  },
];

const onSelection: readonly Action[] = [
  {
    id: 'editText',
    label: 'action.editText',
    keys: ['enter', 'f2'],
    group: 'write',
    icon: 'Pencil',
    where: ['palette', 'items'],
    enabled: (editor) => writable(editor) && textOf(editor) !== null,
    run(editor) {
      const id = textOf(editor);
      if (id !== null) editor.toolbox.edit(id);
    },
  },
  {
    id: 'duplicate',
    label: 'action.duplicate',
    keys: ['mod+d'],
    group: 'clipboard',
    icon: 'CopyPlus',
    where: ['palette', 'items'],
    enabled: hasSelection,
    run: duplicate,
  },
  {
    id: 'delete',
    label: 'action.delete',
    keys: ['delete', 'backspace'],
    group: 'clipboard',
    icon: 'Trash2',
    where: ['palette', 'items'],
    danger: true,
    enabled: hasFree,
    run(editor) {
      // A cluster leaves its notes where they are: `cluster.deleteAll` takes them along.
      const ids = freeItems(editor).map((item) => item.id);
      editor.change((board) => removeAlone(board, ids));
    },
  },
];

const nudges: readonly Action[] = [
  nudge('left', { x: -1, y: 0 }),
  nudge('right', { x: 1, y: 0 }),
  nudge('up', { x: 0, y: -1 }),
  nudge('down', { x: 0, y: 1 }),
].flat();

const paints: readonly Action[] = colours.map((colour, index) => ({
  id: `colour.${colour}`,
  label: `action.colour.${colour}` satisfies MessageId,
  // With Alt they work in the midst of writing, too.
  keys: [`alt+${index + 1}`],
  group: 'colour',
  icon: 'Palette',
  enabled: writable,
  run: (editor) => paint(editor, colour),
}));

export const kernelActions: readonly Action[] = [
  ...tools,
  ...history,
  ...onSelection,
  ...clusterActions,
  ...arrangeActions,
  ...nudges,
  ...paints,
  ...travelActions,
  ...askingActions,
];

function nudge(to: 'left' | 'right' | 'up' | 'down', way: Vec): readonly Action[] {
  const move = (units: number) => (editor: Editor) => {
    const by = { x: way.x * units, y: way.y * units };
    editor.change((board) => moveItems(board, { ids: freeRoots(editor), by }));
  };
  return [
    {
      id: `nudge.${to}`,
      label: `action.nudge.${to}`,
      keys: [to],
      group: 'arrange',
      where: [],
      enabled: hasFree,
      run: move(nudgeUnits),
    },
    {
      id: `nudge.${to}.far`,
      label: `action.nudge.${to}.far`,
      keys: [`shift+${to}`],
      group: 'arrange',
      where: [],
      enabled: hasFree,
      run: move(10 * nudgeUnits),
    },
  ];
}

function paint(editor: Editor, colour: Colour): void {
  const items = freeItems(editor);
  // Only a note's colour is carried on to the next note.
  if (items.length === 0 || items.some((item) => item.kind === 'note')) editor.colour.set(colour);
  editor.change((board) => setColour(board, { ids: items.map((item) => item.id), colour }));
}

function duplicate(editor: Editor): void {
  const roots = editor.scene.outermost(editor.selection.ids);
  const around = unionAll(editor.scene.inOrder(roots).map((drawable) => drawable.box));
  if (around === null) return;
  const by = { x: around.w + noteGap, y: 0 };
  const copies = copiesOf(editor.scene, roots, by, editor.env.random);
  editor.change((board) => createItems(board, copies.items));
  const made = copies.roots.filter((id) => editor.scene.get(id));
  if (made.length === 0) return;
  editor.selection.set(made);
  editor.camera.reveal({ ...around, x: around.x + by.x });
}

function textOf(editor: Editor): ItemId | null {
  const id = editor.selection.only;
  const item = id === null ? undefined : editor.scene.get(id)?.item;
  return item !== undefined && item.kind !== 'unreadable' && !item.locked ? id : null;
}
