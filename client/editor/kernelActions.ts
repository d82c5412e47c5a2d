// The actions of the whiteboard itself, without any feature: tools, undo, what one does with a selection, the camera.

import {
  bringToFront,
  createItems,
  dissolveCluster,
  moveItems,
  removeItems,
  setColour,
} from '../../shared/board/verbs.ts';
import { type Colour, colours } from '../../shared/items/colour.ts';
import { unionAll, type Vec } from '../../shared/lib/geometry.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import type { MessageId } from '../text/catalogue.ts';
import type { Action } from './actions.ts';
import { askingActions } from './askingActions.ts';
import { copiesOf } from './copies.ts';
import type { Editor } from './editor.ts';
import { clusterSelection, writeNoteHere } from './notes.ts';
import { noteGap } from './spots.ts';
import { travelActions } from './travelActions.ts';

const nudgeUnits = 4;

const always = (): boolean => true;
const writable = (editor: Editor): boolean => !editor.readOnly.get();
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
    run: (editor) => editor.toolbox.cancel(),
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
    enabled: hasSelection,
    run(editor) {
      // A cluster goes with what is inside it: `cluster.dissolve` is for keeping that.
      const ids = [...editor.scene.withInside(editor.selection.ids)];
      editor.change((board) => removeItems(board, ids));
    },
  },
  {
    id: 'bringToFront',
    label: 'action.bringToFront',
    keys: ['mod+]'],
    group: 'arrange',
    icon: 'BringToFront',
    where: ['palette', 'items'],
    enabled: hasSelection,
    run(editor) {
      const ids = [...editor.scene.withInside(editor.selection.ids)];
      editor.change((board) => bringToFront(board, ids));
    },
  },
  {
    id: 'cluster.make',
    label: 'action.cluster.make',
    keys: ['mod+g'],
    group: 'cluster',
    icon: 'SquareDashed',
    where: ['palette', 'items'],
    enabled: hasSelection,
    run(editor) {
      clusterSelection(editor);
    },
  },
  {
    id: 'cluster.dissolve',
    label: 'action.cluster.dissolve',
    keys: ['shift+c', 'mod+shift+g'],
    group: 'cluster',
    icon: 'Ungroup',
    where: ['palette', 'items'],
    enabled: (editor) => writable(editor) && selectedClusters(editor).length > 0,
    run(editor) {
      const clusters = selectedClusters(editor);
      const inside = clusters.flatMap((id) => editor.scene.membersOf(id).map((member) => member.id));
      editor.change((board) => {
        board.asOneStep(() => {
          for (const id of clusters) dissolveCluster(board, id);
        });
      });
      editor.selection.set(inside.filter((id) => editor.scene.get(id)));
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
  ...nudges,
  ...paints,
  ...travelActions,
  ...askingActions,
];

function nudge(to: 'left' | 'right' | 'up' | 'down', way: Vec): readonly Action[] {
  const move = (units: number) => (editor: Editor) => {
    const by = { x: way.x * units, y: way.y * units };
    editor.change((board) => moveItems(board, { ids: editor.scene.outermost(editor.selection.ids), by }));
  };
  return [
    {
      id: `nudge.${to}`,
      label: `action.nudge.${to}`,
      keys: [to],
      group: 'arrange',
      where: [],
      enabled: hasSelection,
      run: move(nudgeUnits),
    },
    {
      id: `nudge.${to}.far`,
      label: `action.nudge.${to}.far`,
      keys: [`shift+${to}`],
      group: 'arrange',
      where: [],
      enabled: hasSelection,
      run: move(10 * nudgeUnits),
    },
  ];
}

function paint(editor: Editor, colour: Colour): void {
  const items = editor.selection.ids.flatMap((id) => editor.scene.get(id)?.item ?? []);
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
  const kind = id === null ? undefined : editor.scene.get(id)?.item.kind;
  return kind === 'note' || kind === 'cluster' ? id : null;
}

function selectedClusters(editor: Editor): ItemId[] {
  return editor.selection.ids.filter((id) => editor.scene.get(id)?.item.kind === 'cluster');
}
