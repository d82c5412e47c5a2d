// A board somebody has just made opens with the first note ready to be written: one press, then typing. One made of a
// template opens with its agenda ready to begin.

import { useEffect } from 'react';
import { type Box, centre } from '../../shared/lib/geometry.ts';
import { writeNoteHere } from '../editor/notes.ts';
import { panelPx, sheetBelowPx } from '../ui/panelSize.ts';
import type { OpenBoard } from './openBoard.ts';
import { useSurroundings } from './surroundings.ts';
import type { TypedOnTheWay } from './typedOnTheWay.ts';

/** In the history's state of a board that was made a moment ago. */
export const freshlyMade = { freshlyMade: true } as const;

/** The same, of a board that was made with an agenda. */
export const withAgenda = { withAgenda: true } as const;

function says(state: unknown, what: 'freshlyMade' | 'withAgenda'): boolean {
  return typeof state === 'object' && state !== null && what in state;
}

/** The panel in which an agenda is run; by the id its feature gave it. */
const agendaPanel = 'session';
/** Where a panel begins that is a sheet from below, of the page's height. */
const sheetStartsAt = 0.38;

export function useBeginning(board: OpenBoard, loaded: boolean): void {
  const { typed } = useSurroundings();
  useEffect(() => {
    const how = history.state as unknown;
    const begin = says(how, 'withAgenda') ? openAgenda : says(how, 'freshlyMade') ? beginToWrite : null;
    if (!loaded) return;
    if (begin === null) return typed.drop();
    const { viewport } = board.editor.camera;
    const beginWhenMeasured = () => {
      // The canvas fills the page; until it has measured itself, the middle of the view is somewhere else.
      if (Math.abs(viewport.get().w - window.innerWidth) > 1) return;
      stop();
      // Once: whoever comes back to this page finds it as they left it.
      history.replaceState(null, '', location.href);
      stopWriting = begin(board, typed);
    };
    let stopWriting = () => {};
    const stop = viewport.subscribe(beginWhenMeasured);
    beginWhenMeasured();
    return () => {
      stop();
      stopWriting();
    };
  }, [board, loaded, typed]);
}

/** What was typed on the way here belongs to the first note. */
function beginToWrite({ editor }: OpenBoard, typed: TypedOnTheWay): () => void {
  // With fingers, it would bring up a keyboard nobody asked for.
  if (editor.scene.size === 0 && matchMedia('(pointer: fine)').matches) writeNoteHere(editor);
  if (editor.editing.get() === null) {
    typed.drop();
    return () => {};
  }
  const handOver = () => {
    if (editor.field.get() === null) return;
    stop();
    editor.typedAhead.put(typed.take());
  };
  const stop = editor.field.subscribe(handOver);
  handOver();
  return stop;
}

/** The plan at the side, and all there is on the wall beside it. */
function openAgenda({ editor, panel }: OpenBoard, typed: TypedOnTheWay): () => void {
  typed.drop();
  panel.set(agendaPanel);
  lookBeside(editor);
  return () => {};
}

function lookBeside({ scene, camera }: OpenBoard['editor']): void {
  const all = scene.bounds();
  if (all === null) return;
  const free = besidePanel(camera.viewport.get());
  const zoom = Math.min(1, free.w / all.w, free.h / all.h);
  const [middle, here] = [centre(all), centre(free)];
  camera.set({ x: middle.x - here.x / zoom, y: middle.y - here.y / zoom, zoom });
}

/** What neither the panel covers nor the corners and the tools, in pixels. */
function besidePanel({ w, h }: { readonly w: number; readonly h: number }): Box {
  if (w <= sheetBelowPx) return { x: 16, y: 80, w: w - 32, h: Math.max(80, h * sheetStartsAt - 96) };
  const isMirrored = document.documentElement.dir === 'rtl';
  return { x: isMirrored ? panelPx + 48 : 48, y: 88, w: w - panelPx - 96, h: Math.max(80, h - 208) };
}
