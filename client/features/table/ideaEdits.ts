// What cells of the table do to the board: texts, colours, clusters, new notes. Whatever comes together is one step of undo and
// goes through the editor, so that the wall shows it and others see it.

import type { Board } from '../../../shared/board/board.ts';
import { limits } from '../../../shared/board/limits.ts';
import { inTextRuns, setTexts } from '../../../shared/board/manyTexts.ts';
import { createCluster, createItems, setColour } from '../../../shared/board/verbs.ts';
import { type Colour, colours } from '../../../shared/items/colour.ts';
import { kindSpecs, type NewItem } from '../../../shared/items/item.ts';
import { centre, origin, unionAll } from '../../../shared/lib/geometry.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import { colourNamed } from '../../../shared/transfer/colourName.ts';
import { layOut } from '../../../shared/transfer/layout.ts';
import type { Editor } from '../../editor/editor.ts';
import { moveAllTo } from '../../editor/moveTo.ts';
import { freeSpot } from '../../editor/spots.ts';
import { folded } from '../../lists/folded.ts';
import type { ColumnWords, EditableColumn } from '../../lists/ideaColumns.ts';

export interface IdeaEdit {
  readonly id: ItemId;
  readonly column: EditableColumn;
  readonly text: string;
}

/** A row that is to come: what its cells say. */
export type NewIdea = Readonly<Partial<Record<EditableColumn, string>>>;

export interface Applied {
  readonly changed: number;
  readonly made: readonly ItemId[];
  /** Cells that could not be taken: locked, gone, no colour, no room on the board. */
  readonly refused: number;
}

export interface IdeaChange {
  readonly edits: readonly IdeaEdit[];
  readonly added?: readonly NewIdea[];
}

/** null while nobody may write. */
export function applyChange(editor: Editor, change: IdeaChange, words: ColumnWords): Applied | null {
  editor.toolbox.complete();
  return editor.change((board) => {
    let applied: Applied = { changed: 0, made: [], refused: 0 };
    board.asOneStep(() => {
      applied = apply(editor, board, change, words);
    });
    return applied;
  });
}

function apply(editor: Editor, board: Board, { edits, added = [] }: IdeaChange, words: ColumnWords): Applied {
  const free = edits.filter(({ id }) => {
    const item = board.get(id);
    return item !== undefined && !item.deleted && !item.locked;
  });
  let refused = edits.length - free.length;
  const texts = free.flatMap(({ id, column, text }) => (column === 'text' ? [{ id, text }] : []));
  setTexts(board, texts);
  let changed = texts.length;

  const painted = new Map<Colour, ItemId[]>();
  for (const { id, column, text } of free) {
    if (column !== 'colour') continue;
    const colour = text.trim() === '' ? kindSpecs.note.colour : colourIn(text, words);
    if (colour === undefined) refused++;
    else listIn(painted, colour).push(id);
  }
  for (const [colour, ids] of painted) {
    setColour(board, { ids, colour });
    changed += ids.length;
  }

  const room = Math.max(0, limits.itemsMax - board.items.size);
  const coming = added.slice(0, room);
  refused += added.length - coming.length;
  const made = makeNotes(editor, board, coming, words);

  const into = new Map<string, ItemId[]>();
  for (const { id, column, text } of free) if (column === 'cluster') listIn(into, text.trim()).push(id);
  changed += [...into.values()].reduce((sum, ids) => sum + ids.length, 0);
  for (const [index, { cluster = '' }] of coming.entries()) {
    const id = made[index];
    if (id !== undefined && cluster.trim() !== '') listIn(into, cluster.trim()).push(id);
  }
  for (const [title, ids] of into) sendTo(editor, board, title, ids);
  return { changed, made, refused };
}

function listIn<Key, Value>(lists: Map<Key, Value[]>, key: Key): Value[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/** A colour by its name here, or as any other language or tool writes it. */
function colourIn(written: string, words: ColumnWords): Colour | undefined {
  const wanted = folded(written);
  return colours.find((colour) => folded(words.colourName(colour)) === wanted) ?? colourNamed(written);
}

/** By title; one that does not exist yet is made round them, an empty title means out of all. */
function sendTo(editor: Editor, board: Board, title: string, all: readonly ItemId[]): void {
  if (title === '') {
    moveAllTo(editor, all, null);
    return;
  }
  // Whoever is in a cluster of that name stays in it, whichever of several it is.
  const ids = all.filter((id) => {
    const own = editor.scene.clusterOf(id);
    return own === null || folded(board.get(own)?.text ?? '') !== folded(title);
  });
  const there = clusterTitled(board, title);
  if (there !== null) {
    moveAllTo(editor, ids, there);
    return;
  }
  // Out of where they are first: a new cluster stands beside the others, not inside one of them.
  const inside = ids.filter((id) => editor.scene.clusterOf(id) !== null);
  moveAllTo(editor, inside, null);
  gather(editor, board, title, ids);
}

function clusterTitled(board: Board, title: string): ItemId | null {
  const wanted = folded(title);
  for (const item of board.items.values()) {
    if (item.kind === 'cluster' && !item.deleted && folded(item.text) === wanted) return item.id;
  }
  return null;
}

/** A cluster of the first where it lies; the others come to it. */
function gather(editor: Editor, board: Board, title: string, ids: readonly ItemId[]): void {
  const [first, ...others] = ids;
  if (first === undefined) return;
  const cluster = createCluster(board, { title: title.slice(0, limits.titleCharsMax), ids: [first] });
  if (cluster !== null && others.length > 0) moveAllTo(editor, others, cluster);
}

/** In a grid in the free place nearest to the middle of the view. */
function makeNotes(
  editor: Editor,
  board: Board,
  ideas: readonly NewIdea[],
  words: ColumnWords,
): readonly ItemId[] {
  if (ideas.length === 0) return [];
  const planned = ideas.map(({ text = '', colour = '' }) => {
    const known = colour.trim() === '' ? editor.colour.get() : colourIn(colour, words);
    return { text: text.slice(0, limits.textCharsMax), ...(known !== undefined && { colour: known }) };
  });
  const items = layOut(planned, origin, editor.env.random);
  const around = unionAll(items.map((item) => ({ ...kindSpecs.note.size, ...item })));
  if (around === null) return [];
  const middle = centre(editor.camera.visible());
  const spot = freeSpot(editor.scene, {
    ...around,
    x: Math.round(middle.x - around.w / 2),
    y: Math.round(middle.y - around.h / 2),
  });
  const moved = items.map((item): NewItem => ({ ...item, x: item.x + spot.x, y: item.y + spot.y }));
  return inTextRuns(moved, ({ text = '' }) => text.length).flatMap((run) => createItems(board, run));
}
