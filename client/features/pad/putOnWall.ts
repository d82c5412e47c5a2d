// One private idea put on the wall by its writer, knowingly and at once, and taken back again.

import type { Draft } from '../../../shared/board/drafts.ts';
import { createNote, removeItems } from '../../../shared/board/verbs.ts';
import { neutralText } from '../../../shared/features/session/drafts.ts';
import { centre } from '../../../shared/lib/geometry.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { noteBoxAround } from '../../editor/notes.ts';
import { freeSpot } from '../../editor/spots.ts';

/** `isNameless`: the board keeps no author now. null when the wall took nothing; otherwise what takes it back to the pad. */
export function putOnWall(
  { editor, pad }: Pick<OpenBoard, 'editor' | 'pad'>,
  draft: Draft,
  isNameless: boolean,
): (() => void) | null {
  const box = freeSpot(editor.scene, noteBoxAround(centre(editor.camera.visible())));
  // Without a name it has no colour of mine either, nor the letters of my keyboard.
  const note = isNameless
    ? { text: neutralText(draft.text) }
    : { text: draft.text.trim(), colour: editor.colour.get() };
  const id = editor.change((board) => createNote(board, { ...box, ...note }));
  if (id === null) return null;
  pad.remove([draft.id]);
  editor.glide.reveal(box);
  return () => {
    editor.change((board) => removeItems(board, [id]));
    pad.putBack([draft]);
  };
}
