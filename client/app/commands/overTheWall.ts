// How what opens over the wall takes the keys and gives them back: at once, so that a quick hand loses none.

import { useLayoutEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { Clip } from '../../editor/clip.ts';
import type { Editor } from '../../editor/editor.ts';
import type { RawKey } from '../../editor/intents.ts';
import { isFocusFree } from '../../ui/FocusBack.tsx';

/** Closes what is open, gives the keys back to the wall and does there what was chosen: the next key finds it done. */
export function closeThen(close: () => void, work: () => void = () => {}): void {
  flushSync(close);
  if (isFocusFree()) focusCanvas();
  work();
}

/** Keys that were typed ahead, and those that reach the wall although something is open over it. */
export function useTypedAhead(
  editor: Editor,
  read: (key: RawKey) => void,
  readPaste: (clip: Clip) => void = () => {},
): void {
  const latest = useRef({ read, readPaste });
  latest.current = { read, readPaste };
  useLayoutEffect(
    // Drawn at once: what the next key means depends on it.
    () =>
      editor.typedAhead.read(
        (key) => flushSync(() => latest.current.read(key)),
        (clip) => flushSync(() => latest.current.readPaste(clip)),
      ),
    [editor],
  );
}

export function focusCanvas(): void {
  document
    .querySelector<HTMLElement>('main [role="application"]')
    ?.focus({ preventScroll: true, focusVisible: false });
}
