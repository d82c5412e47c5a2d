// Draws a component again when something in the editor changed that menus and bars speak of: selection, steps to undo,
// being read-only, items. Never more than once a frame.

import { useEffect, useState } from 'react';
import type { Unsubscribe } from '../../../shared/lib/signal.ts';
import type { Editor } from '../../editor/editor.ts';

export function useEditorTick(editor: Editor): void {
  const [, setTick] = useState(0);
  useEffect(() => onEditorFrame(editor, () => setTick((tick) => tick + 1)), [editor]);
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
