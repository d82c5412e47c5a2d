// Whoever tries to write while the wall rests is told why it does nothing, and what they can do instead. Once in a while, not
// at every press.

import { whyReadOnly } from '../../editor/whyReadOnly.ts';
import { t } from '../../text/catalogue.ts';
import { toast } from '../../ui/Toast.tsx';
import type { FeatureView } from '../feature.ts';

const restMs = 5_000;
/** What makes a note, and what changes what is selected. */
const writingKeys = ['n', 'Enter', 'Delete', 'Backspace'];

export function tellsWhy({ board, editor }: FeatureView): () => void {
  let told = Number.NEGATIVE_INFINITY;
  const tell = () => {
    const now = editor.env.clock.now();
    if (!editor.readOnly.get() || now - told < restMs) return;
    told = now;
    toast({ text: t(whyReadOnly(board.role.get(), board.session.state())) });
  };
  const isOnWall = (target: EventTarget | null) =>
    target === document.body ||
    (target instanceof Element && target.closest('[role="application"]') !== null);
  const onKey = (event: KeyboardEvent) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (isPlain && writingKeys.includes(event.key) && isOnWall(event.target)) tell();
  };
  const onDoubleClick = (event: MouseEvent) => {
    if (isOnWall(event.target)) tell();
  };
  window.addEventListener('keydown', onKey);
  window.addEventListener('dblclick', onDoubleClick);
  return () => {
    window.removeEventListener('keydown', onKey);
    window.removeEventListener('dblclick', onDoubleClick);
  };
}
