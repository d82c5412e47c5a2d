// A board somebody has just made opens with the first note ready to be written: one press, then typing. One made of a
// template opens with its agenda ready to begin.

import { useEffect } from 'react';
import { writeNoteHere } from '../editor/notes.ts';
import type { OpenBoard } from './openBoard.ts';
import { useSurroundings } from './surroundings.ts';

/** In the history's state of a board that was made a moment ago. */
export const freshlyMade = { freshlyMade: true } as const;

/** The same, of a board that was made with an agenda. */
export const withAgenda = { withAgenda: true } as const;

function says(state: unknown, what: 'freshlyMade' | 'withAgenda'): boolean {
  return typeof state === 'object' && state !== null && what in state;
}

/** The panel in which an agenda is run; by the id its feature gave it. */
const agendaPanel = 'session';

export function useFirstNote(board: OpenBoard, loaded: boolean): void {
  const { typed } = useSurroundings();
  useEffect(() => {
    if (!loaded) return;
    if (says(history.state, 'withAgenda')) {
      // Once: whoever comes back to this page finds it as they left it.
      history.replaceState(null, '', location.href);
      board.panel.set(agendaPanel);
    }
    if (!says(history.state, 'freshlyMade')) return typed.drop();
    const { editor } = board;
    let stop = () => {};
    const begin = () => {
      // The canvas fills the page; until it has measured itself, the middle of the view is somewhere else.
      if (Math.abs(editor.camera.viewport.get().w - window.innerWidth) > 1) return;
      stop();
      // As above.
      history.replaceState(null, '', location.href);
      // With fingers, it would bring up a keyboard nobody asked for.
      if (editor.scene.size === 0 && matchMedia('(pointer: fine)').matches) writeNoteHere(editor);
      if (editor.editing.get() === null) return typed.drop();
      stop = editor.field.subscribe(handOver);
      handOver();
    };
    const handOver = () => {
      if (editor.field.get() === null) return;
      stop();
      editor.typedAhead.put(typed.take());
    };
    stop = editor.camera.viewport.subscribe(begin);
    begin();
    return () => stop();
  }, [board, loaded, typed]);
}
