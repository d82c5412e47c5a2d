// What a hand on the list does to the board: choosing, writing, making, deleting. Every deed goes through the editor, so that
// the canvas shows it, others see it and undo knows it.

import type { ItemId } from '../../../shared/lib/ids.ts';
import type { Editor } from '../../editor/editor.ts';
import { writeNextNote } from '../../editor/notes.ts';

/** Chooses it, or takes it to or from what is chosen, and brings it into view. */
export function choose(editor: Editor, id: ItemId, how: 'only' | 'toggle' | 'add' = 'only'): void {
  if (how === 'toggle') editor.selection.toggle(id);
  else if (how === 'add') editor.selection.add([id]);
  else editor.selection.set([id]);
  const drawable = editor.scene.get(id);
  if (drawable) editor.camera.reveal(drawable.box);
}

/** Opens its text on the canvas. False where nothing may be written. */
export function write(editor: Editor, id: ItemId): boolean {
  choose(editor, id);
  return editor.run('editText');
}

/** A new note after this one, in the same cluster; inside a cluster when it is one. */
export function writeAfter(editor: Editor, id: ItemId | null): boolean {
  if (editor.readOnly.get()) return false;
  if (id === null) return editor.run('tool.note');
  editor.toolbox.complete();
  writeNextNote(editor, id);
  return editor.editing.get() !== null;
}

/** What is chosen, or this alone when it is not among it. */
export function remove(editor: Editor, id: ItemId): boolean {
  if (!editor.selection.has(id)) editor.selection.set([id]);
  return editor.run('delete');
}
