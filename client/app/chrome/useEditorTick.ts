// Draws a component again when something in the editor changed that menus and bars speak of: selection, steps to undo,
// being read-only, items. Never more than once a frame.

import { useEffect, useState } from 'react';
import type { Unsubscribe } from '../../../shared/lib/signal.ts';
import type { Editor } from '../../editor/editor.ts';

/** Whatever changed is worth drawing. */
const anew = (): unknown => ({});

/**
 * `read` puts into one value all that the component shows of the editor; the same again draws nothing. It is the same function
 * at every rendering.
 */
export function useEditorTick(editor: Editor, read: (editor: Editor) => unknown = anew): void {
  const [, setShown] = useState<unknown>(() => read(editor));
  useEffect(() => {
    const look = () => setShown(read(editor));
    // Something may have changed since it was drawn.
    look();
    return onEditorFrame(editor, look);
  }, [editor, read]);
}

/** Which of these actions there are, and which of them make sense now, as one value to compare. */
export function stateOfActions(editor: Editor, ids: readonly string[]): string {
  return ids.map((id) => Number(editor.actions.get(id)?.enabled(editor) ?? -1)).join();
}

/** Calls back at most once a frame, after the editor changed. `alsoCamera`: after the view moved, too. */
export function onEditorFrame(editor: Editor, listener: () => void, alsoCamera = false): Unsubscribe {
  let frame = 0;
  const soon = () => {
    if (frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      listener();
    });
  };
  const stops = [
    editor.selection.observe(soon),
    editor.undo.changed.add(soon),
    editor.readOnly.subscribe(soon),
    editor.scene.observe(soon),
    editor.toolbox.state.subscribe(soon),
    editor.actions.observe(soon),
  ];
  if (alsoCamera) stops.push(editor.camera.view.subscribe(soon), editor.camera.viewport.subscribe(soon));
  return () => {
    cancelAnimationFrame(frame);
    for (const stop of stops) stop();
  };
}
