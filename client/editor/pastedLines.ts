// Lines or cells that were pasted into one note become one note each, beside it, in its colour and its cluster. Part of the step of
// undo in which they were pasted.

import { createItems } from '../../shared/board/verbs.ts';
import { kindSpecs, type NewItem } from '../../shared/items/item.ts';
import { origin, subtract, unionAll } from '../../shared/lib/geometry.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import type { Editor } from './editor.ts';
import type { Pasted } from './ports.ts';
import { clustersAround, freeSpot, isFree, noteGap } from './spots.ts';

/** More than this is no brainstorm but a file. */
const linesMax = 200;

/** What a choice about pasted lines is about. */
export interface PastedLines {
  readonly ideas: readonly string[];
  /** There was nothing else in the note: most likely it was opened in order to paste. */
  readonly alone: boolean;
}

/** Null when there is nothing to choose: one idea, or too many. */
export async function readPasted(text: string, { from, to, html = '' }: Pasted): Promise<PastedLines | null> {
  // Not needed before somebody pastes.
  const { notesOf } = await import('./pasting.ts');
  const ideas = (await notesOf({ html, text: text.slice(from, to) })).map((note) => note.text);
  if (ideas.length < 2 || ideas.length > linesMax) return null;
  return { ideas, alone: (text.slice(0, from) + text.slice(to)).trim() === '' };
}

/** Ends the writing; the notes are selected. Does nothing when the text has changed meanwhile. */
export async function splitPasted(editor: Editor, pasted: Pasted, lines: PastedLines): Promise<void> {
  const { layOut } = await import('../../shared/transfer/layout.ts');
  const field = editor.field.get();
  const drawable = field ? editor.scene.get(field.id) : undefined;
  if (field === null || drawable === undefined) return;
  const { text } = field.state.get();
  const [first = '', ...others] = lines.ideas;
  const rest = `${text.slice(0, pasted.from).trimEnd()}${text.slice(pasted.to)}`;
  field.replace(0, text.length, lines.alone ? first : rest);
  const toItems = (ideas: readonly string[]) =>
    layOut(
      ideas.map((idea) => ({ text: idea })),
      origin,
      editor.env.random,
    );
  const around = lines.alone ? aroundFirst(editor, drawable.id, toItems(lines.ideas)) : null;
  const items = around ?? beside(editor, drawable.id, toItems(lines.alone ? others : lines.ideas));
  const made = editor.change((board) => createItems(board, items)) ?? [];
  editor.toolbox.choose('select');
  editor.selection.set([drawable.id, ...made].filter((id) => editor.scene.get(id)));
  const all = unionAll(editor.scene.inOrder(editor.selection.ids).map((one) => one.box));
  if (all === null) return;
  const { w, h } = editor.camera.visible();
  if (all.w > w || all.h > h) editor.camera.fit(all, 96);
  else editor.glide.reveal(all);
}

/** One grid with the note that is there as its first; null where that would cover something. */
function aroundFirst(editor: Editor, id: ItemId, items: readonly NewItem[]): NewItem[] | null {
  const note = editor.scene.get(id);
  const [first, ...others] = items;
  if (note === undefined || first === undefined) return null;
  const by = subtract(note.box, first);
  const parent = editor.scene.parentOf(id)?.id ?? null;
  const { colour } = note.item;
  const placed = others.map((item) => ({ ...item, x: item.x + by.x, y: item.y + by.y, parent, colour }));
  const inside = clustersAround(editor.scene, parent).add(id);
  const areFree = placed.every((item) =>
    isFree(editor.scene, { ...kindSpecs[item.kind].size, ...item }, inside),
  );
  return areFree ? placed : null;
}

function beside(editor: Editor, id: ItemId, items: readonly NewItem[]): NewItem[] {
  const note = editor.scene.get(id);
  const size = unionAll(items.map((item) => ({ ...kindSpecs[item.kind].size, ...item })));
  if (note === undefined || size === null) return [];
  const parent = editor.scene.parentOf(id)?.id ?? null;
  const wanted = { ...size, x: note.box.x + note.box.w + noteGap, y: note.box.y };
  const place = freeSpot(editor.scene, wanted, clustersAround(editor.scene, parent));
  const by = subtract(place, size);
  const { colour } = note.item;
  return items.map((item) => ({ ...item, x: item.x + by.x, y: item.y + by.y, parent, colour }));
}
