// A handle on the open board for whoever looks under the canvas, which shows nothing to a console or a test: `?inspect` in
// the address puts it on the window. It only reads.

import type { Item } from '../../shared/items/item.ts';
import type { Vec } from '../../shared/lib/geometry.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import type { FeatureView } from '../features/feature.ts';
import type { SaveStatus } from '../sync/saveStatus.ts';

export interface Inspector {
  /** Every entry of the board, deleted ones included, by id. */
  items(): readonly Item[];
  saveState(): SaveStatus;
  /** Where the middle of an item is on this screen, in CSS pixels of the page; null when it is not on the board. */
  whereIs(id: string): Vec | null;
  /** The path of the tool in hand, e.g. `select.translating`. */
  toolPath(): string;
  othersHere(): number;
}

declare global {
  interface Window {
    wallflower?: Inspector;
  }
}

/** Returns what takes the handle away again. */
export function inspect({ editor, board }: FeatureView): () => void {
  window.wallflower = {
    items: () => [...board.board.items.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    saveState: () => board.saveState.get(),
    whereIs: (id) => {
      const box = editor.scene.get(id as ItemId)?.box;
      return box ? editor.camera.toScreen({ x: box.x + box.w / 2, y: box.y + box.h / 2 }) : null;
    },
    toolPath: () => editor.toolbox.path,
    othersHere: () => board.presence.others().length,
  };
  return () => {
    delete window.wallflower;
  };
}
