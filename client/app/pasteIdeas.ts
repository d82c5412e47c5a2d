// Text pasted on the wall becomes notes, one a line, in the nearest free place to the middle of the view. One step to undo.

import { createItems } from '../../shared/board/verbs.ts';
import { kindSpecs, type NewItem } from '../../shared/items/item.ts';
import { centre, origin, subtract, unionAll } from '../../shared/lib/geometry.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import type { Editor } from '../editor/editor.ts';
import { freeSpot } from '../editor/spots.ts';

/** More than this is no brainstorm but a file: the import shows first what it would do. */
export const pastedLinesMax = 200;

/** Resolves to how many notes were made; null when there are too many lines to take without asking. */
export async function pasteIdeas(editor: Editor, text: string): Promise<number | null> {
  // Not needed before somebody pastes.
  const [{ readLines }, { layOut }] = await Promise.all([
    import('../../shared/transfer/lines.ts'),
    import('../../shared/transfer/layout.ts'),
  ]);
  const lines = readLines(text);
  if (lines.length === 0) return 0;
  if (lines.length > pastedLinesMax) return null;
  const items = layOut(lines, origin, editor.env.random);
  const size = unionAll(items.map(boxOf));
  if (size === null) return 0;
  const middle = centre(editor.camera.visible());
  const wanted = { ...size, x: middle.x - size.w / 2, y: middle.y - size.h / 2 };
  const place = freeSpot(editor.scene, wanted);
  const by = subtract(place, size);
  const moved = items.map((item) => ({ ...item, x: item.x + by.x, y: item.y + by.y }));
  const made: readonly ItemId[] = editor.change((board) => createItems(board, moved)) ?? [];
  if (made.length === 0) return 0;
  editor.toolbox.choose('select');
  editor.selection.set(made);
  if (place.w > editor.camera.visible().w || place.h > editor.camera.visible().h)
    editor.camera.fit(place, 96);
  else editor.camera.reveal(place);
  return made.length;
}

function boxOf(item: NewItem) {
  const { size } = kindSpecs[item.kind];
  return { x: item.x, y: item.y, w: item.w ?? size.w, h: item.h ?? size.h };
}
