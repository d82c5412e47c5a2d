// What other whiteboards' files have in common: texts with a place, some of them in frames. Each reader turns its file into
// this, and this becomes the items of a board. Knows none of the formats.

import { limits } from '../../board/limits.ts';
import { frameAround } from '../../board/tree.ts';
import type { Colour } from '../../items/colour.ts';
import type { NewItem } from '../../items/item.ts';
import { type Box, clamp, roundToEighth, unionAll } from '../../lib/geometry.ts';
import { type ItemId, isItemId } from '../../lib/ids.ts';
import { cutText } from '../cells.ts';
import { tidyText, tooLong } from '../notesFromTable.ts';
import { emptyPlan, type ImportKind, type ImportPlan, refusedPlan } from '../plan.ts';
import { type ImportProblem, problem } from '../problems.ts';

export interface DrawnNote {
  /** Where it stands in the file, from 1. */
  readonly row: number;
  readonly text: string;
  readonly colour: Colour | undefined;
  readonly box: Box;
  /** The frame's name in the file; null outside of all. */
  readonly frame: string | null;
}

export interface DrawnFrame {
  readonly name: string;
  readonly title: string;
  readonly colour: Colour | undefined;
  /** null for a group, which is as large as what is in it. */
  readonly box: Box | null;
  readonly frame: string | null;
}

export interface Drawing {
  /** From the bottom of the stack to the top, both. */
  readonly frames: readonly DrawnFrame[];
  readonly notes: readonly DrawnNote[];
  readonly problems: readonly ImportProblem[];
  /** How many things have nothing to read: lines, pictures. */
  readonly left: number;
}

const nestingMax = 16;

export function planDrawing(kind: ImportKind, drawing: Drawing): ImportPlan {
  if (drawing.notes.length + drawing.frames.length > limits.itemsMax)
    return refusedPlan('too-many', problem('tooMany', { max: limits.itemsMax }), kind);
  const problems = [...drawing.problems];
  const frames = new Map(drawing.frames.map((frame) => [frame.name, frame]));
  const ids = new Map([...frames.keys()].map((name, index) => [name, localId(`f${index}`)]));
  const idOf = (frame: string | null): ItemId | null => (frame === null ? null : (ids.get(frame) ?? null));
  const notes = drawing.notes.map((note, index): NewItem => {
    const text = tidyText(note.text);
    if (text.length > limits.textCharsMax) problems.push({ row: note.row, ...tooLong });
    return {
      kind: 'note',
      id: localId(`n${index}`),
      ...withinBoard(note.box),
      parent: idOf(note.frame),
      text: cutText(text, limits.textCharsMax),
      ...(note.colour && { colour: note.colour }),
    };
  });
  const boxes = boxesOf(frames, drawing.notes);
  const depth = (frame: DrawnFrame): number => pathOf(frame, frames).length;
  // Those outside first, so that what is inside lies on top.
  const clusters = [...frames.values()]
    .sort((a, b) => depth(a) - depth(b))
    .flatMap((frame): NewItem[] => {
      const box = boxes.get(frame.name);
      const id = ids.get(frame.name);
      if (!box || !id) return [];
      const text = cutText(tidyText(frame.title).replaceAll('\n', ' '), limits.titleCharsMax);
      const parent = depth(frame) > nestingMax ? null : idOf(frame.frame);
      const { colour } = frame;
      return [{ kind: 'cluster', id, ...withinBoard(box), parent, text, ...(colour && { colour }) }];
    });
  if (drawing.left > 0) problems.push({ row: 0, ...problem('notNotes', { count: drawing.left }) });
  problems.sort((a, b) => a.row - b.row);
  const skipped = drawing.problems.filter(({ code }) => code === 'badKey' || code === 'notAnItem').length;
  return { ...emptyPlan, kind, items: [...clusters, ...notes], problems, skipped };
}

/** The frames round this one, the nearest first; a circle ends where it closes. */
function pathOf(frame: DrawnFrame, frames: ReadonlyMap<string, DrawnFrame>): DrawnFrame[] {
  const path: DrawnFrame[] = [];
  for (let above = frames.get(frame.frame ?? ''); above; above = frames.get(above.frame ?? '')) {
    if (above === frame || path.includes(above) || path.length > nestingMax) break;
    path.push(above);
  }
  return path;
}

/** A frame's own box, or for a group one round all that is in it; nothing for a group of nothing. */
function boxesOf(
  frames: ReadonlyMap<string, DrawnFrame>,
  notes: readonly DrawnNote[],
): ReadonlyMap<string, Box> {
  const inside = new Map<string, Box[]>();
  const put = (name: string, box: Box): void => {
    const list = inside.get(name);
    if (list) list.push(box);
    else inside.set(name, [box]);
  };
  for (const { frame, box } of notes) if (frame !== null) put(frame, box);
  const boxes = new Map<string, Box>();
  const byDepth = [...frames.values()].sort((a, b) => pathOf(b, frames).length - pathOf(a, frames).length);
  for (const frame of byDepth) {
    const around = unionAll(inside.get(frame.name) ?? []);
    const box = frame.box ?? (around === null ? null : frameAround(around));
    if (box === null) continue;
    boxes.set(frame.name, box);
    if (frame.frame !== null) put(frame.frame, box);
  }
  return boxes;
}

function withinBoard({ x, y, w, h }: Box): Required<Box> {
  const place = (n: number): number => clamp(roundToEighth(n), -limits.coordinateMax, limits.coordinateMax);
  const size = (n: number): number => clamp(roundToEighth(n), limits.sizeMin, limits.sizeMax);
  return { x: place(x), y: place(y), w: size(w), h: size(h) };
}

function localId(id: string): ItemId {
  if (!isItemId(id)) throw new Error(`not an id: ${id}`);
  return id;
}

/** A text that stands by itself has a box as tight as its letters: paper round it, so that it can be read and held. */
export function paperAround(box: Box): Box {
  const w = Math.max(box.w + 24, 96);
  const h = Math.max(box.h + 24, 56);
  return { x: box.x - (w - box.w) / 2, y: box.y - (h - box.h) / 2, w, h };
}
