// The selection of the canvas, asked row by row: at once where somebody looks, and calmly where nobody does.

import { useEffect, useReducer } from 'react';
import type { Cancel } from '../../../shared/lib/env.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import type { Editor } from '../../editor/editor.ts';
import { calmMs } from './useRows.ts';

/** `lively` when the list is being looked at. */
export function useSelected(editor: Editor, lively: boolean): (id: ItemId) => boolean {
  const [, again] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    let cancel: Cancel | null = null;
    const refresh = () => {
      cancel = null;
      again();
    };
    const stop = editor.selection.observe(() => {
      if (lively) refresh();
      else cancel ??= editor.env.scheduler.after(calmMs, refresh);
    });
    return () => {
      stop();
      cancel?.();
    };
  }, [editor, lively]);
  return (id) => editor.selection.has(id);
}
