// Actions that only ask for something to be opened over the board: the palette, the sheet of keys, the context menu. What
// opens is not this folder's business: it hears `editor.asked`.

import { centre, clamp, unionAll, type Vec } from '../../shared/lib/geometry.ts';
import type { Action } from './actions.ts';
import type { Editor } from './editor.ts';

/** What somebody wants to see now. `at` is in pixels from the canvas' top left corner. */
export type Asked =
  | { readonly kind: 'palette' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'menu'; readonly at: Vec };

const always = (): boolean => true;

export const askingActions: readonly Action[] = [
  {
    id: 'palette.open',
    label: 'action.palette.open',
    keys: ['mod+k', '/'],
    group: 'help',
    icon: 'Search',
    where: ['canvas'],
    enabled: always,
    run: (editor) => editor.asked.set({ kind: 'palette' }),
  },
  {
    id: 'keys.open',
    label: 'action.keys.open',
    keys: ['?', 'shift+/'],
    group: 'help',
    icon: 'Keyboard',
    where: ['palette', 'canvas'],
    enabled: always,
    run: (editor) => editor.asked.set({ kind: 'keys' }),
  },
  {
    id: 'menu.open',
    label: 'action.menu.open',
    keys: ['shift+f10', 'contextmenu'],
    group: 'help',
    where: [],
    enabled: always,
    run: (editor) => askForMenu(editor, null),
  },
];

/** The context menu, here, or (`null`) at what is selected; in the middle of the view when that is not to be seen. */
export function askForMenu(editor: Editor, at: Vec | null): void {
  editor.asked.set({ kind: 'menu', at: at ?? placeOfSelection(editor) });
}

function placeOfSelection({ scene, selection, camera }: Editor): Vec {
  const { w, h } = camera.viewport.get();
  const box = unionAll(scene.inOrder(selection.ids).map((drawable) => drawable.box));
  if (box === null) return { x: w / 2, y: h / 2 };
  const at = camera.toScreen(centre(box));
  return { x: clamp(at.x, 0, w), y: clamp(at.y, 0, h) };
}
