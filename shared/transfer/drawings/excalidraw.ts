// An .excalidraw file, or what Excalidraw puts on the clipboard: shapes with a text in them and free texts are notes, frames
// and groups are clusters.

import { type Box, centre, contains } from '../../lib/geometry.ts';
import { colourNamed } from '../colourName.ts';
import type { ImportPlan } from '../plan.ts';
import { type ImportProblem, problem } from '../problems.ts';
import { type DrawnFrame, type DrawnNote, paperAround, planDrawing } from './drawing.ts';
import { boxAt, type Fields, idAt, isFields, listAt, textAt } from './values.ts';

export function isExcalidraw(json: unknown): boolean {
  return (
    isFields(json) && /^excalidraw(?:\/|$)/.test(textAt(json, 'type') ?? '') && Array.isArray(json.elements)
  );
}

interface Element {
  readonly row: number;
  readonly id: string;
  readonly type: string;
  readonly fields: Fields;
  readonly box: Box;
}

const shapes: ReadonlySet<string> = new Set(['rectangle', 'ellipse', 'diamond', 'stickynote', 'embeddable']);
const frameTypes: ReadonlySet<string> = new Set(['frame', 'magicframe']);

export function planExcalidraw(json: unknown): ImportPlan {
  const problems: ImportProblem[] = [];
  const elements = readElements(listAt(json, 'elements'), problems);
  const byId = new Map(elements.map((element) => [element.id, element]));
  const texts = elements.filter(({ type }) => type === 'text');
  const holders = holdersOf(texts, elements, byId);
  const written = new Map<string, string[]>();
  const notes: DrawnNote[] = [];
  const used = new Set<string>();
  for (const text of texts) {
    const holder = holders.get(text.id);
    if (holder) written.set(holder.id, [...(written.get(holder.id) ?? []), textOf(text.fields)]);
  }
  for (const element of elements) {
    const isText = element.type === 'text';
    if (!(isText ? !holders.has(element.id) : shapes.has(element.type))) continue;
    const own = isText ? [] : [labelOf(element.fields)];
    const text = [...own, ...(isText ? [textOf(element.fields)] : (written.get(element.id) ?? []))];
    const said = text.filter((part) => part.trim() !== '').join('\n');
    if (said === '') continue;
    used.add(element.id);
    notes.push({
      row: element.row,
      text: said,
      colour: colourNamed(textAt(element.fields, 'backgroundColor') ?? ''),
      box: isText ? paperAround(element.box) : element.box,
      frame: null,
    });
  }
  const { frames, frameOf } = framesOf(elements, used);
  const placed = notes.map((note) => ({ ...note, frame: frameOf(note.row) }));
  const told = used.size + holders.size + frames.filter(({ box }) => box !== null).length;
  return planDrawing('excalidraw', { frames, notes: placed, problems, left: elements.length - told });
}

function readElements(list: readonly unknown[], problems: ImportProblem[]): Element[] {
  return list.flatMap((fields, index): Element[] => {
    const row = index + 1;
    const type = textAt(fields, 'type');
    if (!isFields(fields) || type === undefined) {
      problems.push({ row, ...problem('notAnItem') });
      return [];
    }
    if (fields.isDeleted === true) return [];
    const box = boxAt(fields, ['width', 'height']);
    if ('missing' in box) {
      problems.push({ row, ...problem('badKey', { key: box.missing }) });
      return [];
    }
    return [{ row, id: idAt(fields, 'id') ?? `#${row}`, type, fields, box }];
  });
}

/** Which shape a text is written in: the one it is bound to, or the one it was grouped with and lies on. */
function holdersOf(
  texts: readonly Element[],
  elements: readonly Element[],
  byId: ReadonlyMap<string, Element>,
): ReadonlyMap<string, Element> {
  const grouped = new Map<string, Element[]>();
  for (const element of elements) {
    const group = groupsOf(element)[0];
    if (group !== undefined && shapes.has(element.type)) {
      grouped.set(group, [...(grouped.get(group) ?? []), element]);
    }
  }
  const holders = new Map<string, Element>();
  for (const text of texts) {
    const bound = byId.get(idAt(text.fields, 'containerId') ?? '');
    const below = (grouped.get(groupsOf(text)[0] ?? '') ?? []).filter((shape) =>
      contains(shape.box, centre(text.box)),
    );
    const holder = bound ?? (below.length === 1 ? below[0] : undefined);
    if (holder && shapes.has(holder.type)) holders.set(text.id, holder);
  }
  return holders;
}

/** Frames as they are; a group counts from two notes on, the outermost one only. */
function framesOf(
  elements: readonly Element[],
  notes: ReadonlySet<string>,
): { frames: DrawnFrame[]; frameOf: (row: number) => string | null } {
  const drawn = elements.filter(({ type }) => frameTypes.has(type));
  const names = new Set(drawn.map(({ id }) => id));
  const frames: DrawnFrame[] = drawn.map(({ id, fields, box }) => {
    return { name: id, title: textAt(fields, 'name') ?? '', colour: undefined, box, frame: null };
  });
  const members = new Map<string, Element[]>();
  for (const element of elements.filter(({ id }) => notes.has(id))) {
    const group = groupsOf(element).at(-1);
    if (group !== undefined) members.set(group, [...(members.get(group) ?? []), element]);
  }
  const frameAt = ({ fields }: Element): string | null => {
    const frame = idAt(fields, 'frameId');
    return frame !== undefined && names.has(frame) ? frame : null;
  };
  const places = new Map(elements.map((element) => [element.row, frameAt(element)]));
  for (const [group, inside] of members) {
    const [first] = inside;
    if (!first || inside.length < 2) continue;
    const name = `group ${group}`;
    frames.push({ name, title: '', colour: undefined, box: null, frame: frameAt(first) });
    for (const { row } of inside) places.set(row, name);
  }
  return { frames, frameOf: (row) => places.get(row) ?? null };
}

/** From the innermost to the outermost. */
function groupsOf({ fields }: Element): string[] {
  return listAt(fields, 'groupIds').filter((id) => typeof id === 'string');
}

/** `originalText` is without the line breaks that fitting made. */
function textOf(fields: Fields): string {
  return textAt(fields, 'originalText') ?? textAt(fields, 'text') ?? '';
}

/** Files written by hand may put the text into the shape itself. */
function labelOf(fields: Fields): string {
  return textAt(fields.label, 'text') ?? textAt(fields, 'text') ?? '';
}
