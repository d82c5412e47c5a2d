// What is pasted on a board's page and not into a field, from the first moment of the visit: before the board has arrived, and
// before what reads a clipboard has. It waits; nothing of it is lost.

import type { Inbox } from '../../shared/lib/inbox.ts';
import type { Unsubscribe } from '../../shared/lib/signal.ts';
import type { Clip } from '../editor/clip.ts';
import { hasOwnKeys } from '../ui/hasOwnKeys.ts';

/**
 * Keeps every paste until somebody reads it; what nobody has read when listening ends is forgotten. `isMeant` for something
 * that was asked for over the wall: then it has taken it.
 */
export function listenForPastes(pastes: Inbox<Clip>, isMeant: (clip: Clip) => boolean): Unsubscribe {
  const controller = new AbortController();
  const keep = (event: ClipboardEvent) => {
    if (event.defaultPrevented || hasOwnKeys(event.target)) return;
    const html = event.clipboardData?.getData('text/html') ?? '';
    const text = event.clipboardData?.getData('text/plain') ?? '';
    // A picture with what some pages say about it is no text either.
    if (text.trim() === '' && (html === '' || event.clipboardData?.files.length)) return;
    event.preventDefault();
    if (!isMeant({ html, text })) pastes.put({ html, text });
  };
  window.addEventListener('paste', keep, { signal: controller.signal });
  return () => {
    controller.abort();
    pastes.clear();
  };
}
