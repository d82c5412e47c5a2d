// The selection of the canvas, asked row by row.

import { useEffect, useReducer } from 'react';
import type { ItemId } from '../../../shared/lib/ids.ts';
import type { Editor } from '../../editor/editor.ts';

export function useSelected(editor: Editor): (id: ItemId) => boolean {
  const [, again] = useReducer((count: number) => count + 1, 0);
  useEffect(() => editor.selection.observe(() => again()), [editor]);
  return (id) => editor.selection.has(id);
}
