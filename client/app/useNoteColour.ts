// The colour somebody writes in stays theirs from board to board.

import { useEffect } from 'react';
import type { Editor } from '../editor/editor.ts';
import { useSurroundings } from './surroundings.ts';

export function useNoteColour(editor: Editor): void {
  const { store } = useSurroundings();
  useEffect(() => {
    const before = store.noteColour();
    if (before !== null) editor.colour.set(before);
    return editor.colour.subscribe(() => store.rememberNoteColour(editor.colour.get()));
  }, [editor, store]);
}
