// Web addresses on the canvas: a press with the modifier opens the one under the pointer in a new tab, and the editor hears
// nothing of it. Without the modifier they are words like any other.

import { noteTextBox } from '../../shared/lettering/notePaper.ts';
import { type Box, overlaps, type Vec } from '../../shared/lib/geometry.ts';
import type { Unsubscribe } from '../../shared/lib/signal.ts';
import type { Editor } from '../editor/editor.ts';
import type { Drawable } from '../scene/scene.ts';
import { isInField, modifiersOf, pointIn } from './canvasEvents.ts';
import { detailAt } from './detail.ts';
import type { NoteTexts } from './noteTexts.ts';
import { isSmall } from './views/note.ts';
import { linkBoxes } from './views/words.ts';

/** Listens until told to stop; before anybody else on `host`. `texts` are the laid-out words as they are painted now. */
export function listenToLinks(host: HTMLElement, editor: Editor, texts: () => NoteTexts): Unsubscribe {
  const controller = new AbortController();
  const options = { signal: controller.signal, capture: true };
  const hrefUnder = (event: MouseEvent): string | null => {
    if (!modifiersOf(event).mod || isInField(event.target)) return null;
    return linkAt(editor, texts(), editor.camera.toBoard(pointIn(host, event)));
  };
  let pressed: string | null = null;
  host.addEventListener(
    'pointerdown',
    (event) => {
      pressed = event.button === 0 ? hrefUnder(event) : null;
      // Neither the host itself nor anybody above it hears of this press.
      if (pressed !== null) event.stopImmediatePropagation();
    },
    options,
  );
  host.addEventListener(
    'click',
    (event) => {
      const href = hrefUnder(event);
      if (href !== null && href === pressed) window.open(href, '_blank', 'noopener,noreferrer');
      pressed = null;
    },
    options,
  );
  host.addEventListener(
    'pointermove',
    (event) => host.toggleAttribute('data-link', hrefUnder(event) !== null),
    options,
  );
  return () => controller.abort();
}

/** The address at a point of the board, where it can be read: under no other item, in a note that shows its words. */
function linkAt(editor: Pick<Editor, 'scene' | 'camera'>, texts: NoteTexts, at: Vec): string | null {
  const detail = detailAt(editor.camera.zoom);
  const point: Box = { ...at, w: 0.01, h: 0.01 };
  const top: Drawable | undefined = editor.scene.search(point).at(-1);
  if (top?.item.kind !== 'note' || isSmall(detail)) return null;
  const layout = texts.layoutOf(top.item, top.box);
  const boxes = linkBoxes(layout, noteTextBox(top.box));
  return boxes.find(({ box }) => overlaps(box, point))?.href ?? null;
}
