// Our canvas, whole: board, scene, editor, React, Konva. Hands are played by records and real input events.

import { createRoot } from 'react-dom/client';
import * as Y from 'yjs';
import '../../../client/theme/tokens.css';
import { CanvasView } from '../../../client/canvas/CanvasView.tsx';
import { Editor } from '../../../client/editor/editor.ts';
import { noModifiers, type RawPointer } from '../../../client/editor/intents.ts';
import { Board } from '../../../shared/board/board.ts';
import { createItems } from '../../../shared/board/verbs.ts';
import { colours } from '../../../shared/items/colour.ts';
import { realEnv, seededRandom } from '../../../shared/lib/env.ts';
import type { Vec } from '../../../shared/lib/geometry.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import {
  benchPage,
  fitZoom,
  middleZoom,
  type Play,
  remoteMoves,
  remotePerSecond,
  triangle,
  typed,
  wall,
  wallNotes,
} from './wall.ts';

const doc = new Y.Doc();
const board = new Board(doc, seededRandom(1));
const ids = createItems(
  board,
  wallNotes().map((note) => ({
    kind: 'note',
    x: note.x,
    y: note.y,
    text: note.text,
    colour: colours[note.colour] ?? 'yellow',
  })),
);
const editor = new Editor({
  board,
  env: realEnv,
  presence: { others: () => [], subscribe: () => () => {}, showCursor: () => {}, showHold: () => {} },
  authorOf: () => null,
});
const root = document.getElementById('root');
if (root) createRoot(root).render(<CanvasView editor={editor} />);

function point(type: RawPointer['type'], at: Vec): void {
  editor.pointer.handle({
    type,
    id: 1,
    at,
    button: 0,
    pointerType: 'mouse',
    modifiers: noModifiers,
    time: performance.now(),
  });
}

/** Updates as a peer would send them, made beforehand. */
function peerUpdates(everywhere: boolean): Uint8Array[] {
  const peer = new Y.Doc();
  Y.applyUpdate(peer, Y.encodeStateAsUpdate(doc));
  const peerBoard = new Board(peer, seededRandom(9));
  const updates: Uint8Array[] = [];
  peer.on('update', (update: Uint8Array) => updates.push(update));
  for (const { index, dx, dy } of remoteMoves(everywhere)) {
    const id = ids[index];
    if (id !== undefined)
      peerBoard.transact('move', (tx) => {
        const item = tx.get(id);
        if (item) tx.move(id, { x: item.x + dx, y: item.y + dy });
      });
  }
  return updates;
}

function rest(zoom: number): void {
  editor.toolbox.cancel();
  editor.selection.clear();
  editor.camera.set({ x: -20, y: -20, zoom });
}

function pan(zoom: number, by: Vec): Play {
  rest(zoom);
  return {
    step(frame) {
      const way = frame % 120 < 60 ? 1 : -1;
      editor.camera.panBy({ x: by.x * way, y: by.y * way });
    },
  };
}

function drag(zoom: number, chosen: readonly (ItemId | undefined)[], at: Vec): Play {
  rest(zoom);
  editor.selection.set(chosen.filter((id) => id !== undefined));
  point('move', at);
  point('down', at);
  return {
    step(frame) {
      const share = triangle(frame, 120);
      point('move', { x: at.x + 5 + 400 * share, y: at.y + 5 + 240 * share });
    },
    tidy() {
      point('move', at);
      point('up', at);
      // Whatever the drop wrote goes back, so that every workload meets the same wall.
      while (editor.undo.canUndo) editor.undo.undo();
    },
  };
}

function remote(zoom: number, everywhere: boolean): Play {
  rest(zoom);
  const updates = peerUpdates(everywhere);
  let done = 0;
  return {
    step(_frame, now) {
      for (; done < (now / 1000) * remotePerSecond; done++) {
        const update = updates[done];
        if (update) Y.applyUpdate(doc, update, 'peer');
      }
    },
  };
}

function fiveHundred(): (ItemId | undefined)[] {
  return Array.from({ length: 500 }, (_, index) => ids[Math.floor(index / 25) * wall.columns + (index % 25)]);
}

const page = benchPage({
  pan100: () => pan(1, { x: 14, y: 6 }),
  panAll: () => pan(fitZoom, { x: 4, y: 2 }),
  zoom() {
    rest(1);
    return {
      step(frame) {
        editor.camera.set({ x: -20, y: -20, zoom: Math.exp(Math.log(fitZoom) * triangle(frame, 120)) });
      },
    };
  },
  drag1: () => drag(1, [ids[0]], { x: 140, y: 140 }),
  drag1All: () => drag(fitZoom, [ids[10 * wall.columns + 10]], { x: 2280 * fitZoom, y: 2280 * fitZoom }),
  drag500: () => drag(middleZoom, fiveHundred(), { x: 40, y: 40 }),
  marquee500() {
    rest(middleZoom);
    const corner = { x: 1, y: 1 };
    point('move', corner);
    point('down', corner);
    return {
      step(frame) {
        const share = 0.1 + 0.9 * triangle(frame, 90);
        point('move', { x: 1 + 1380 * share, y: 1 + 870 * share });
      },
      tidy: () => point('up', corner),
    };
  },
  remote: () => remote(1, false),
  remoteAll: () => remote(fitZoom, true),
  type() {
    rest(1);
    const id = ids[wall.columns + 1];
    if (id !== undefined) editor.toolbox.edit(id);
    return {
      step(frame) {
        const field = document.querySelector('textarea');
        if (field === null) return;
        field.value = typed.slice(0, 1 + (frame % 100));
        field.setSelectionRange(field.value.length, field.value.length);
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      },
      tidy: () => editor.toolbox.cancel(),
    };
  },
});
Object.assign(globalThis, { bench: page, benchEditor: editor });
