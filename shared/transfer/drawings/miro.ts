// Miro's items as its interfaces hand them out: the Web SDK's and exporters' (`content`, `x`) or the REST answer's
// (`data.content`, `position.x`). Places are centres, and inside a frame they count from the frame's corner.

import { type Box, clamp } from '../../lib/geometry.ts';
import { colourNamed } from '../colourName.ts';
import { textOfHtml } from '../html.ts';
import type { ImportPlan } from '../plan.ts';
import { type ImportProblem, problem } from '../problems.ts';
import { type DrawnFrame, type DrawnNote, paperAround, planDrawing } from './drawing.ts';
import { type Fields, fieldsAt, idAt, isFields, listAt, numberAt, textAt } from './values.ts';

const written: ReadonlySet<string> = new Set(['sticky_note', 'text', 'shape', 'card', 'app_card']);
const others = [
  'frame',
  'connector',
  'image',
  'group',
  'embed',
  'preview',
  'document',
  'tag',
  'stroke',
  'mindmap_node',
];
const known: ReadonlySet<string> = new Set([...written, ...others]);
const stickySide = 199;

export function isMiro(json: unknown): boolean {
  const items = itemsIn(json);
  const typed = items.filter((item) => known.has(textAt(item, 'type') ?? ''));
  return typed.length > 0 && typed.length >= items.length / 2 && typed.some(looksMiro);
}

/** Other tools call things `text` and `group` too. */
function looksMiro(item: unknown): boolean {
  const type = textAt(item, 'type');
  const place = isFields(item) && (isFields(item.position) || 'x' in item);
  return (
    type === 'sticky_note' ||
    (place && (textAt(item, 'origin') === 'center' || isFields((item as Fields).position)))
  );
}

function itemsIn(json: unknown): readonly unknown[] {
  if (Array.isArray(json)) return json;
  return (
    ['data', 'items', 'boardObjects', 'objects']
      .map((key) => listAt(json, key))
      .find((list) => list.length > 0) ?? []
  );
}

interface Placed {
  readonly row: number;
  readonly id: string;
  readonly type: string;
  readonly fields: Fields;
  readonly parent: string | null;
  readonly box: Box;
}

export function planMiro(json: unknown): ImportPlan {
  const problems: ImportProblem[] = [];
  const all = itemsIn(json).map((fields, index) => ({
    fields,
    row: index + 1,
    type: textAt(fields, 'type') ?? '',
  }));
  const things: Placed[] = [];
  let left = 0;
  for (const { fields, row, type } of all) {
    if (!isFields(fields) || type === '') problems.push({ row, ...problem('notAnItem') });
    else if (written.has(type) || type === 'frame') {
      const box = boxOf(fields, type);
      if ('missing' in box) problems.push({ row, ...problem('badKey', { key: box.missing }) });
      else
        things.push({
          row,
          id: idAt(fields, 'id') ?? `#${row}`,
          type,
          fields,
          parent: parentOf(fields),
          box,
        });
    } else if (type !== 'group' && type !== 'tag') left++;
  }
  const frames = new Map(things.filter(({ type }) => type === 'frame').map((frame) => [frame.id, frame]));
  const groups = groupsIn(all);
  const notes: DrawnNote[] = [];
  for (const thing of things.filter(({ type }) => type !== 'frame')) {
    const text = textOf(thing.fields);
    if (text === '') left++;
    else notes.push({ ...aboutNote(thing, frames), text, frame: frameNameOf(thing, { frames, groups }) });
  }
  const used = new Set(notes.map(({ frame }) => frame));
  const drawn: DrawnFrame[] = [...frames.values()].map((frame) => ({
    name: frame.id,
    title: titleOf(frame.fields),
    colour: fillOf(frame),
    box: absolute(frame, frames),
    frame: frame.parent !== null && frames.has(frame.parent) ? frame.parent : null,
  }));
  for (const name of new Set(groups.values())) {
    if (!used.has(name)) continue;
    const member = things.find(({ id }) => groups.get(id) === name);
    const frame = member?.parent && frames.has(member.parent) ? member.parent : null;
    drawn.push({ name, title: '', colour: undefined, box: null, frame });
  }
  return planDrawing('miro', { frames: drawn, notes, problems, left });
}

function aboutNote(
  thing: Placed,
  frames: ReadonlyMap<string, Placed>,
): Pick<DrawnNote, 'row' | 'colour' | 'box'> {
  const box = absolute(thing, frames);
  return { row: thing.row, colour: fillOf(thing), box: thing.type === 'text' ? paperAround(box) : box };
}

function frameNameOf(
  { id, parent }: Placed,
  { frames, groups }: { frames: ReadonlyMap<string, Placed>; groups: ReadonlyMap<string, string> },
): string | null {
  return groups.get(id) ?? (parent !== null && frames.has(parent) ? parent : null);
}

/** Which group an item is in; a group of one is none. */
function groupsIn(
  all: readonly { readonly fields: unknown; readonly type: string }[],
): ReadonlyMap<string, string> {
  const groups = new Map<string, string>();
  for (const { fields, type } of all) {
    if (type !== 'group') continue;
    const lists = [
      listAt(fields, 'itemsIds'),
      listAt(fieldsAt(fields, 'data'), 'items'),
      listAt(fields, 'items'),
    ];
    const members = (lists.find((list) => list.length > 1) ?? []).filter(
      (id) => typeof id === 'string' || typeof id === 'number',
    );
    for (const id of members) groups.set(String(id), `group ${idAt(fields, 'id') ?? ''}`);
  }
  return groups;
}

function parentOf(fields: Fields): string | null {
  return idAt(fields, 'parentId') ?? idAt(fields.parent, 'id') ?? null;
}

/** By its corner; still relative to the parent where the file says so. */
function boxOf(fields: Fields, type: string): Box | { readonly missing: string } {
  const position = isFields(fields.position) ? fields.position : fields;
  const geometry = isFields(fields.geometry) ? fields.geometry : fields;
  const [x, y] = [numberAt(position, 'x'), numberAt(position, 'y')];
  if (x === undefined) return { missing: 'x' };
  if (y === undefined) return { missing: 'y' };
  const side = type === 'sticky_note' ? stickySide : 160;
  const w = numberAt(geometry, 'width') ?? numberAt(geometry, 'height') ?? side;
  const declared = numberAt(geometry, 'height') ?? (type === 'text' ? 32 : w);
  // A square note declares a box taller than itself by a seventh.
  const isSquare =
    type === 'sticky_note' && (textAt(fields, 'shape') ?? textAt(fields.data, 'shape')) !== 'rectangle';
  const h = isSquare ? w : declared;
  return { x: x - w / 2, y: y - h / 2, w, h };
}

/** Items say to what their place is relative; where they do not, a parent that is there means its corner. */
function absolute(thing: Placed, frames: ReadonlyMap<string, Placed>, depth = 0): Box {
  const frame = thing.parent === null ? undefined : frames.get(thing.parent);
  const relative = textAt(thing.fields, 'relativeTo') ?? textAt(thing.fields.position, 'relativeTo');
  if (!frame || depth > 8 || relative === 'canvas_center') return thing.box;
  const outer = absolute(frame, frames, depth + 1);
  return { ...thing.box, x: thing.box.x + outer.x, y: thing.box.y + outer.y };
}

function textOf(fields: Fields): string {
  const parts = [fields, fields.data].flatMap((from) => [
    textAt(from, 'title') ?? '',
    textAt(from, 'content') ?? textAt(from, 'plainText') ?? '',
    textAt(from, 'description') ?? '',
  ]);
  return parts
    .map(textOfHtml)
    .filter((part) => part !== '')
    .join('\n');
}

function titleOf(fields: Fields): string {
  return textOfHtml(textAt(fields, 'title') ?? textAt(fields.data, 'title') ?? '');
}

/** A shape that is seen through has no colour; nor has the white a frame is by itself. */
function fillOf({ type, fields }: Placed): DrawnNote['colour'] {
  const style = fieldsAt(fields, 'style');
  const fill = textAt(style, 'fillColor') ?? textAt(style, 'cardTheme') ?? '';
  const opacity = clamp(numberAt(style, 'fillOpacity') ?? 1, 0, 1);
  if (opacity === 0 || (type === 'frame' && /^#?f{3}(?:f{3})?$/i.test(fill))) return undefined;
  return colourNamed(fill);
}
