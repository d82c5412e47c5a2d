// What a hand on the list does to the board: choosing, writing, making, deleting. Every deed goes through the editor, so that
// the canvas shows it, others see it and undo knows it.

import { type Box, centre, overlaps } from '../../../shared/lib/geometry.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import type { Editor } from '../../editor/editor.ts';
import { writeNextNote } from '../../editor/notes.ts';

/**
 * Chooses it, or takes it to or from what is chosen, and brings it into view.
 * @param covered what the list itself covers of the canvas, in its pixels.
 */
export function choose(
  editor: Editor,
  id: ItemId,
  covered: Box | null,
  how: 'only' | 'toggle' | 'add' = 'only',
): void {
  if (how === 'toggle') editor.selection.toggle(id);
  else if (how === 'add') editor.selection.add([id]);
  else editor.selection.set([id]);
  show(editor, id, covered);
}

function show(editor: Editor, id: ItemId, covered: Box | null): void {
  const drawable = editor.scene.get(id);
  if (drawable === undefined) return;
  editor.camera.reveal(drawable.box);
  const shown = editor.camera.boxToScreen(drawable.box);
  if (covered === null || !overlaps(shown, covered)) return;
  const to = centre(roomBeside(covered, editor.camera.viewport.get()));
  const from = centre(shown);
  editor.camera.panBy({ x: from.x - to.x, y: from.y - to.y });
}

/** The largest part of the canvas beside what is covered: left, right or above. */
function roomBeside(covered: Box, { w, h }: { readonly w: number; readonly h: number }): Box {
  const right = covered.x + covered.w;
  const rooms = [
    { x: 0, y: 0, w: covered.x, h },
    { x: right, y: 0, w: w - right, h },
    { x: 0, y: 0, w, h: covered.y },
  ];
  return rooms.reduce((best, room) => (room.w * room.h > best.w * best.h ? room : best));
}

/** Opens its text on the canvas. False where nothing may be written. */
export function write(editor: Editor, id: ItemId, covered: Box | null): boolean {
  choose(editor, id, covered);
  return editor.run('editText');
}

/** A new note after this one, in the same cluster; inside a cluster when it is one. */
export function writeAfter(editor: Editor, id: ItemId | null, covered: Box | null): boolean {
  if (editor.readOnly.get()) return false;
  if (id === null) editor.run('tool.note');
  else {
    editor.toolbox.complete();
    writeNextNote(editor, id);
  }
  const made = editor.editing.get();
  if (made !== null) show(editor, made, covered);
  return made !== null;
}

/** What is chosen, or this alone when it is not among it. */
export function remove(editor: Editor, id: ItemId): boolean {
  if (!editor.selection.has(id)) editor.selection.set([id]);
  return editor.run('delete');
}
