// Whoever went from the list to the canvas to write comes back to the list afterwards.

import { useEffect, useRef } from 'react';
import type { Editor } from '../../editor/editor.ts';
import { useSignal } from '../../ui/useSignal.ts';

/** `begin` runs what opens a text; `back` is called when writing ends and nothing else has taken the focus. */
export function useBackFromWriting(editor: Editor, back: () => void): (begin: () => boolean) => void {
  const editing = useSignal(editor.editing);
  const fromList = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the end of writing counts.
  useEffect(() => {
    if (editing !== null || !fromList.current) return;
    fromList.current = false;
    const { activeElement } = document;
    const isOnCanvas = activeElement === document.body || activeElement?.role === 'application';
    if (isOnCanvas) back();
  }, [editing]);
  return (begin) => {
    fromList.current = begin();
  };
}
