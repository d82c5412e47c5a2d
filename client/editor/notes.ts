// Making notes and opening their text, however the user asked for it: key, double click, Tab. One undo step from the empty
// note to the last letter.

import type { Board } from '../../shared/board/board.ts';
import { clusterPadding, clusterTitleHeight } from '../../shared/board/tree.ts';
import { createCluster, createNote } from '../../shared/board/verbs.ts';
import type { Colour } from '../../shared/items/colour.ts';
import { kindSpecs } from '../../shared/items/item.ts';
import { type Box, centre, inflated, overlaps, type Vec } from '../../shared/lib/geometry.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import { clusterAt } from '../scene/hitTest.ts';
import type { Scene } from '../scene/scene.ts';
import { clusterTogether } from './arranging.ts';
import { freeRoots } from './chosen.ts';
import type { Editor } from './editor.ts';
import { clustersAround, freeSpot, spotBeside, type Way } from './spots.ts';

const nobody: ReadonlySet<ItemId> = new Set();

/** The cluster a note written here goes into. Nobody writes where it cannot be seen: a collapsed one is passed over. */
export function clusterToWriteIn(scene: Scene, at: Vec): ItemId | null {
  const found = clusterAt(scene, at, nobody);
  return found?.item.collapsed ? scene.clusterOf(found.id) : (found?.id ?? null);
}

export function noteBoxAround(at: Vec): Box {
  const { w, h } = kindSpecs.note.size;
  return { x: at.x - w / 2, y: at.y - h / 2, w, h };
}

/** A note with its middle here, inside the cluster that is here, its text open. */
export function writeNoteAt(editor: Editor, at: Vec): void {
  const parent = clusterToWriteIn(editor.scene, at);
  writeNote(editor, noteBoxAround(at), parent, editor.colour.get());
}

/** Under the pointer, or, with the pointer elsewhere, in the middle of the view: in the free place nearest to it. */
export function writeNoteHere(editor: Editor): void {
  const { hand, scene, camera, colour } = editor;
  const at = hand.pointer ?? centre(camera.visible());
  const parent = hand.pointer === null ? null : clusterToWriteIn(scene, at);
  const box = freeSpot(scene, noteBoxAround(at), clustersAround(scene, parent));
  writeNote(editor, box, parent, colour.get());
}

/** The next one: beside or below a note with its colour and in its cluster, below the title inside a cluster; covering nothing. */
export function writeNextNote(editor: Editor, id: ItemId, way: Way = 'right'): void {
  const { scene } = editor;
  const last = scene.get(id);
  if (last === undefined || last.item.collapsed) return;
  if (last.item.kind === 'cluster') {
    const at = { x: last.box.x + clusterPadding, y: last.box.y + clusterTitleHeight };
    const box = freeSpot(scene, { ...at, ...kindSpecs.note.size }, clustersAround(scene, id));
    writeNote(editor, box, id, editor.colour.get());
    return;
  }
  const parent = scene.parentOf(id)?.id ?? null;
  // A note that has grown with its words does not make the next one as tall.
  const h = Math.min(last.box.h, last.box.w);
  const y = way === 'below' ? last.box.y + last.box.h - h : last.box.y;
  const box = spotBeside(scene, { ...last.box, y, h }, clustersAround(scene, parent), way);
  writeNote(editor, box, parent, last.item.colour, id);
}

/** A cluster round the selection, its title open. False when nothing is selected that could go into one. */
export function clusterSelection(editor: Editor): boolean {
  const ids = freeRoots(editor);
  if (ids.length === 0) return false;
  return writeCluster(editor, (board) => clusterTogether(editor, board, ids));
}

/** A cluster drawn as a box: it takes in the loose items whose middle is in it. */
export function clusterIn(editor: Editor, box: Box): boolean {
  const inside = editor.scene.search(box).filter((drawable) => {
    const middle = { ...centre(drawable.box), w: 0, h: 0 };
    return overlaps(inflated(middle, 0.5), box) && editor.scene.parentOf(drawable.id) === null;
  });
  const ids = inside.filter(({ item }) => item.kind !== 'unreadable' && !item.locked).map(({ id }) => id);
  return writeCluster(editor, (board) => createCluster(board, { title: '', ids, at: box }));
}

function writeCluster(editor: Editor, make: (board: Board) => ItemId | null): boolean {
  editor.undo.openStep();
  const id = editor.change((board) => make(board));
  if (id === null) {
    editor.undo.closeStep();
    return false;
  }
  editor.selection.set([id]);
  const box = editor.scene.get(id)?.box;
  // Gathered in another place: the view goes along, at least as far as the title.
  if (box) editor.glide.reveal({ ...box, h: Math.min(box.h, box.w) }, 'clear');
  editor.toolbox.edit(id);
  return true;
}

function writeNote(
  editor: Editor,
  box: Box,
  parent: ItemId | null,
  colour: Colour,
  behind: ItemId | null = null,
): void {
  editor.undo.openStep();
  const id = editor.change((board) => createNote(board, { ...box, parent, colour }));
  if (id === null) {
    editor.undo.closeStep();
    return;
  }
  if (behind !== null) editor.chain.add(id, behind);
  editor.selection.set([id]);
  editor.glide.reveal(box, behind === null ? 'whole' : 'clear');
  editor.toolbox.edit(id, true);
}
