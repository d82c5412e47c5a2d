// A .tldr file or a snapshot of tldraw's store: notes, texts and shapes with a text are notes, frames and groups are
// clusters. Several pages come side by side, for a board has one.

import { type Box, unionAll } from '../../lib/geometry.ts';
import { colourNamed } from '../colourName.ts';
import type { ImportPlan } from '../plan.ts';
import { type ImportProblem, problem } from '../problems.ts';
import { type DrawnFrame, type DrawnNote, paperAround, planDrawing } from './drawing.ts';
import { boxAt, type Fields, fieldsAt, idAt, isFields, listAt, numberAt, textAt } from './values.ts';

const pageGap = 400;
const noteSide = 200;
const depthMax = 32;

export function isTldraw(json: unknown): boolean {
  return isFields(json) && ('tldrawFileFormatVersion' in json || recordsIn(json).some(isRecord));
}

interface Shape {
  readonly row: number;
  readonly id: string;
  readonly type: string;
  readonly parent: string;
  readonly order: string;
  readonly fields: Fields;
  /** Relative to its parent. */
  readonly box: Box;
}

export function planTldraw(json: unknown): ImportPlan {
  const problems: ImportProblem[] = [];
  const shapes = new Map(readShapes(recordsIn(json), problems).map((shape) => [shape.id, shape]));
  const sorted = [...shapes.values()].sort((a, b) =>
    a.order < b.order ? -1 : a.order > b.order ? 1 : a.row - b.row,
  );
  const shift = pageShifts(sorted, shapes);
  const frames: DrawnFrame[] = [];
  const notes: DrawnNote[] = [];
  let left = 0;
  for (const shape of sorted) {
    const { page, box } = absolute(shape, shapes);
    const placed = { ...box, x: box.x + (shift.get(page) ?? 0) };
    const props = fieldsAt(shape.fields, 'props');
    const about = { colour: colourOf(shape, props), frame: frameOf(shape, shapes) };
    if (shape.type === 'frame' || shape.type === 'group') {
      const isFrame = shape.type === 'frame';
      // A frame's colour is black unless somebody chose one.
      const colour = isFrame && textAt(props, 'color') === 'black' ? undefined : about.colour;
      frames.push({
        ...about,
        colour,
        name: shape.id,
        title: textAt(props, 'name') ?? '',
        box: isFrame ? placed : null,
      });
      continue;
    }
    const text = textOf(props);
    if (text.trim() === '') left++;
    else
      notes.push({
        ...about,
        row: shape.row,
        text,
        box: shape.type === 'text' ? paperAround(placed) : placed,
      });
  }
  return planDrawing('tldraw', { frames, notes, problems, left });
}

/** A file has a list of records, a snapshot has them by id. */
function recordsIn(json: unknown): readonly unknown[] {
  const store = [fieldsAt(fieldsAt(json, 'document'), 'store'), fieldsAt(json, 'store')].find(
    (fields) => Object.keys(fields).length > 0,
  );
  return store ? Object.values(store) : listAt(json, 'records');
}

function isRecord(record: unknown): boolean {
  const type = textAt(record, 'typeName');
  return type === 'shape' || type === 'page' || type === 'document';
}

function readShapes(records: readonly unknown[], problems: ImportProblem[]): Shape[] {
  return records.flatMap((fields, index): Shape[] => {
    const row = index + 1;
    if (!isFields(fields)) {
      problems.push({ row, ...problem('notAnItem') });
      return [];
    }
    if (fields.typeName !== 'shape') return [];
    const [id, type] = [idAt(fields, 'id'), textAt(fields, 'type')];
    const place = boxAt(fields, ['', '']);
    if (id === undefined || type === undefined || 'missing' in place) {
      const key = 'missing' in place ? place.missing : id === undefined ? 'id' : 'type';
      problems.push({ row, ...problem('badKey', { key }) });
      return [];
    }
    const [parent, order] = [idAt(fields, 'parentId') ?? '', textAt(fields, 'index') ?? ''];
    const box = { ...place, ...sizeOf(type, fieldsAt(fields, 'props')) };
    return [{ row, id, type, parent, order, fields, box }];
  });
}

function sizeOf(type: string, props: Fields): { w: number; h: number } {
  const scale = numberAt(props, 'scale') ?? 1;
  const grown = numberAt(props, 'growY') ?? 0;
  if (type === 'note') return { w: noteSide * scale, h: (noteSide + grown) * scale };
  const w = numberAt(props, 'w') ?? 0;
  if (type === 'text') return { w: w * scale, h: 32 * scale };
  return { w: Math.abs(w), h: Math.abs((numberAt(props, 'h') ?? 0) + grown) };
}

/** Without rotation: what was askew stands straight at the same corner. */
function absolute(shape: Shape, shapes: ReadonlyMap<string, Shape>): { page: string; box: Box } {
  let box = shape.box;
  let parent = shape.parent;
  for (let depth = 0; depth < depthMax; depth++) {
    const above = shapes.get(parent);
    if (!above) break;
    box = { ...box, x: box.x + above.box.x, y: box.y + above.box.y };
    parent = above.parent;
  }
  return { page: parent, box };
}

function pageShifts(
  sorted: readonly Shape[],
  shapes: ReadonlyMap<string, Shape>,
): ReadonlyMap<string, number> {
  const byPage = new Map<string, Box[]>();
  for (const shape of sorted) {
    const { page, box } = absolute(shape, shapes);
    const list = byPage.get(page);
    if (list) list.push(box);
    else byPage.set(page, [box]);
  }
  const shifts = new Map<string, number>();
  let right: number | null = null;
  for (const [page, boxes] of byPage) {
    const all = unionAll(boxes);
    if (all === null) continue;
    const shift: number = right === null ? 0 : right + pageGap - all.x;
    shifts.set(page, shift);
    right = all.x + all.w + shift;
  }
  return shifts;
}

function frameOf(shape: Shape, shapes: ReadonlyMap<string, Shape>): string | null {
  const parent = shapes.get(shape.parent);
  return parent && (parent.type === 'frame' || parent.type === 'group') ? parent.id : null;
}

/** Outlines and letters are black by default: that says nothing. */
function colourOf({ type }: Shape, props: Fields): DrawnNote['colour'] {
  const colour = textAt(props, 'color') ?? '';
  return type !== 'note' && colour === 'black' ? undefined : colourNamed(colour);
}

function textOf(props: Fields): string {
  return textAt(props, 'text') ?? paragraphsIn(props.richText, 0);
}

/** Rich text is a tree of blocks with letters at its leaves. */
function paragraphsIn(node: unknown, depth: number): string {
  if (depth > depthMax) return '';
  const text = textAt(node, 'text');
  if (text !== undefined) return text;
  const type = textAt(node, 'type') ?? '';
  if (type === 'hardBreak') return '\n';
  const inside = listAt(node, 'content').map((child) => paragraphsIn(child, depth + 1));
  const isLine = type === 'paragraph' || type === 'heading';
  return isLine
    ? inside.join('')
    : inside.map((part) => (type === 'listItem' ? `- ${part}` : part)).join('\n');
}
