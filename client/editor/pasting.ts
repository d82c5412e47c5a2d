// What is pasted on the wall: items copied from a board keep their arrangement; lines, bullets and cells become a note each.
// One step to undo. Knows no clipboard.

import { limits } from '../../shared/board/limits.ts';
import { createItems } from '../../shared/board/verbs.ts';
import { kindSpecs, type NewItem } from '../../shared/items/item.ts';
import { type Box, centre, moved, origin, subtract, unionAll, type Vec } from '../../shared/lib/geometry.ts';
import { type ItemId, newItemId } from '../../shared/lib/ids.ts';
import type { PlannedNote } from '../../shared/transfer/plan.ts';
import { boxOfItem, readClip } from './clip.ts';
import type { Editor } from './editor.ts';
import { clusterToWriteIn } from './notes.ts';
import { clustersAround, freeSpot } from './spots.ts';

/** More than this is no brainstorm but a file: the import shows first what it would do. */
export const pastedLinesMax = 200;

export type Pasting =
  | { readonly kind: 'made'; readonly count: number; readonly notes: boolean }
  | { readonly kind: 'nothing' }
  /** Too many lines to take without asking. */
  | { readonly kind: 'tooMany' }
  /** The board has room for so many more items. */
  | { readonly kind: 'full'; readonly count: number; readonly room: number };

/**
 * Pastes what the clipboard holds as HTML and as plain text: at the pointer, or in the middle of the view. `pointer` is where
 * the hand was when it pasted, whatever had to be fetched since.
 */
export async function paste(
  editor: Editor,
  clipboard: { html: string; text: string },
  pointer: Vec | null = editor.hand.pointer,
): Promise<Pasting> {
  const items = await readClip(clipboard.html);
  if (items !== null) return place(editor, items, { pointer, exact: true });
  const notes = await notesOf(clipboard);
  if (notes.length === 0) return { kind: 'nothing' };
  if (notes.length > pastedLinesMax) return { kind: 'tooMany' };
  const { layOut } = await import('../../shared/transfer/layout.ts');
  return place(editor, layOut(notes, origin, editor.env.random), { pointer, exact: false });
}

/** What is on the clipboard as ideas: a note a cell where it is a table, else a note a line. */
export async function notesOf({
  html,
  text,
}: {
  html: string;
  text: string;
}): Promise<readonly PlannedNote[]> {
  const clean = text.replaceAll('\u0000', '');
  if (isTable(html, clean)) {
    const { readPastedCells } = await import('../../shared/transfer/pastedCells.ts');
    return inGrid(readPastedCells(clean).map((row) => row.map((cell) => cell.trim())));
  }
  const { readLines } = await import('../../shared/transfer/lines.ts');
  return readLines(clean);
}

/** What Excel, Google's tables and LibreOffice say of themselves. */
const fromSpreadsheet = /schemas-microsoft-com:office:excel|google-sheets|content="LibreOffice/i;

/**
 * Cells come with tabs between them. Where they are a single column, a spreadsheet says so; a page that only looks like a
 * table has none of the quotation marks round several lines.
 */
function isTable(html: string, text: string): boolean {
  if (/<table\b/i.test(html))
    return text.includes('\t') || /(?:^|\n)"/.test(text) || fromSpreadsheet.test(html);
  const rows = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  const tabs = rows.map((line) => line.split('\t').length - 1);
  // Tabs in front of lines only set them in.
  return rows.some((line) => /\S\t+\S/.test(line)) && tabs.every((count) => count === tabs[0]);
}

const cellStep = { x: kindSpecs.note.size.w + 16, y: kindSpecs.note.size.h + 16 };

/** Cells keep their rows and columns; a single column is a list. */
function inGrid(rows: readonly (readonly string[])[]): PlannedNote[] {
  const cells = rows.flatMap((row, y) =>
    row.map((text, x) => ({ text, x, y })).filter(({ text }) => text !== ''),
  );
  if (new Set(cells.map(({ x }) => x)).size < 2) return cells.map(({ text }) => ({ text }));
  return cells.map(({ text, x, y }) => ({
    text,
    box: { x: x * cellStep.x, y: y * cellStep.y, ...kindSpecs.note.size },
  }));
}

/** `exact`: at the pointer even where something lies already; else in the nearest free place. */
function place(
  editor: Editor,
  items: readonly NewItem[],
  { pointer, exact }: { pointer: Vec | null; exact: boolean },
): Pasting {
  if (editor.readOnly.get()) return { kind: 'nothing' };
  const room = Math.max(0, limits.itemsMax - editor.board.items.size);
  if (items.length > room) return { kind: 'full', count: items.length, room };
  const around = unionAll(items.map(boxOfItem));
  if (around === null) return { kind: 'nothing' };
  const cluster = pointer === null ? null : clusterToWriteIn(editor.scene, pointer);
  const spot = spotFor(editor, around, { pointer, exact, cluster });
  const copies = withNewIds(editor, items, subtract(spot, around), cluster);
  const made = new Set(editor.change((board) => createItems(board, copies.items)) ?? []);
  if (made.size === 0) return { kind: 'nothing' };
  editor.toolbox.choose('select');
  editor.selection.set(copies.roots.filter((id) => made.has(id)));
  show(editor, spot);
  return { kind: 'made', count: made.size, notes: items.every((item) => item.kind === 'note') };
}

function spotFor(
  editor: Editor,
  around: Box,
  how: { pointer: Vec | null; exact: boolean; cluster: ItemId | null },
): Box {
  const middle = how.pointer ?? centre(editor.camera.visible());
  const wanted = { ...around, x: middle.x - around.w / 2, y: middle.y - around.h / 2 };
  if (how.pointer !== null && how.exact) return besideTwin(editor, wanted);
  return freeSpot(editor.scene, wanted, clustersAround(editor.scene, how.cluster));
}

const twinStep = { x: 24, y: 24 };
const twinsMax = 50;

/** Pasted twice without moving the hand, the second one shows behind the first. */
function besideTwin(editor: Editor, wanted: Box): Box {
  let box = wanted;
  for (let step = 0; step < twinsMax; step++) {
    const at = box;
    const hidesOne = editor.scene
      .search(at)
      .some(({ box: other }) => Math.abs(other.x - at.x) < 1 && Math.abs(other.y - at.y) < 1);
    if (!hidesOne) break;
    box = moved(box, twinStep);
  }
  return box;
}

function withNewIds(
  editor: Editor,
  items: readonly NewItem[],
  by: Vec,
  cluster: ItemId | null,
): { items: NewItem[]; roots: ItemId[] } {
  const ids = new Map(
    items.flatMap(({ id }) => (id === undefined ? [] : [[id, newItemId(editor.env.random)]])),
  );
  const roots: ItemId[] = [];
  const copies = items.map((item) => {
    const id = (item.id === undefined ? undefined : ids.get(item.id)) ?? newItemId(editor.env.random);
    const inside = item.parent ? ids.get(item.parent) : undefined;
    if (inside === undefined) roots.push(id);
    return { ...item, ...moved(boxOfItem(item), by), id, parent: inside ?? cluster };
  });
  return { items: copies, roots };
}

function show({ camera }: Editor, box: Box): void {
  const { w, h } = camera.visible();
  if (box.w > w || box.h > h) camera.fit(box, 96);
  else camera.reveal(box);
}
