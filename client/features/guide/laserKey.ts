// The key of the light: pressed once it stays on, held it goes out when it is let go of. Listens on the window, as the wall does.

import type { Editor } from '../../editor/editor.ts';

export const laserKey = 'p';
const heldMs = 350;

export function holdsLight(editor: Editor): () => void {
  let since: number | null = null;
  const stop = editor.toolbox.state.subscribe(() => {
    if (editor.toolbox.tool !== 'laser') since = null;
    else since ??= editor.env.clock.now();
  });
  const onUp = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== laserKey || since === null) return;
    const wasHeld = editor.env.clock.now() - since > heldMs;
    // A second press on the key is an ordinary one.
    since = Number.POSITIVE_INFINITY;
    if (wasHeld && editor.toolbox.tool === 'laser') editor.toolbox.choose('select');
  };
  window.addEventListener('keyup', onUp);
  return () => {
    stop();
    window.removeEventListener('keyup', onUp);
  };
}
