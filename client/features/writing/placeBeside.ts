// Puts something small below the caret, or above it where there is no room; inside the view in any case.

import { clamp } from '../../../shared/lib/geometry.ts';
import type { Editor } from '../../editor/editor.ts';
import type { OpenField } from '../../editor/ports.ts';

const gapPx = 8;

export function placeBeside(editor: Editor, field: OpenField, element: HTMLElement | null): void {
  if (element === null) return;
  const caret = field.caretBox();
  const { w, h } = editor.camera.viewport.get();
  const { offsetWidth: width, offsetHeight: height } = element;
  const x = clamp(caret.x - width / 3, gapPx, Math.max(gapPx, w - width - gapPx));
  const below = caret.y + caret.h + gapPx;
  const y = below + height + gapPx <= h ? below : Math.max(gapPx, caret.y - height - gapPx);
  element.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
}
