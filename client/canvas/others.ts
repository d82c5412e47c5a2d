// Where others are at work: outlines of what they chose or are writing into, each with a name, and their caret. Draws on the
// overlay; their pointers are cursors.ts.

import type { Board } from '../../shared/board/board.ts';
import { noteTextBox } from '../../shared/lettering/notePaper.ts';
import { baselineOf, firstLineTop } from '../../shared/lettering/placing.ts';
import { edgeOf } from '../../shared/lettering/shapeLines.ts';
import { moved, type Vec } from '../../shared/lib/geometry.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import type { Editing } from '../../shared/protocol/presence.ts';
import type { Other, Person } from '../editor/ports.ts';
import type { Drawable, Scene } from '../scene/scene.ts';
import type { CanvasTheme, PersonPaint } from '../theme/canvasTheme.ts';
import type { FrameView } from './frameView.ts';
import type { NoteTexts } from './noteTexts.ts';
import { outlineBox } from './overlay.ts';
import type { Look } from './paintItems.ts';

const tagHeight = 18;
const tagPadding = 6;
const tagCharsMax = 24;
// A hundred people who each chose everything must not cost a frame.
const outlinesMax = 400;

/** What of the editor is needed to show others. */
interface Shown {
  readonly scene: Pick<Scene, 'get'>;
  readonly board: Pick<Board, 'caretAt'>;
}

export function paintOthers(
  context: CanvasRenderingContext2D,
  view: FrameView,
  others: readonly Other[],
  { scene, board }: Shown,
  look: Look,
  nudges: Nudges,
): void {
  let left = outlinesMax;
  const rows: TagRows = new Map();
  const shown = (id: ItemId): Drawable | undefined => {
    const drawable = scene.get(id);
    const by = drawable?.moving ? nudges.get(id) : undefined;
    return drawable && by ? { ...drawable, box: moved(drawable.box, by) } : drawable;
  };
  for (const { person, hold } of others) {
    const paint = paintOf(person, look.theme);
    const writing = hold.editing === null ? undefined : shown(hold.editing.id);
    let tagged = writing;
    for (const id of hold.selection) {
      if (left-- <= 0) break;
      const drawable = shown(id);
      if (drawable === undefined || drawable.id === writing?.id || !view.shows(drawable.box)) continue;
      outlineBox(context, view, drawable.box, paint.fill, 1.5);
      tagged ??= drawable;
    }
    if (writing && hold.editing) {
      outlineBox(context, view, writing.box, paint.fill, 2.5);
      if (writing.item.kind === 'note')
        paintCaret(context, view, writing, caretOf(board, hold.editing), paint, look.texts);
    }
    if (tagged && view.shows(tagged.box)) paintTag(context, view, tagged, person, paint, look.theme, rows);
  }
}

/** Where somebody's caret stands in the text as it is here and now. */
function caretOf(board: Shown['board'], { id, caret, mark }: Editing): number {
  // The letter it stands behind may still be on its way: until then their own count is the best there is.
  return (mark && board.caretAt(id, mark)) ?? caret;
}

export function paintOf(person: Person, theme: CanvasTheme): PersonPaint {
  const { people } = theme;
  return (
    people[Math.abs(Math.trunc(person.colour)) % people.length] ?? { fill: theme.text, text: theme.surface }
  );
}

/** True when others' hands are on something, so that there is something to draw. */
export function anyHold(others: readonly Other[]): boolean {
  return others.some(({ hold }) => hold.selection.length > 0 || hold.editing !== null);
}

/** How much of the row above an item is taken by names, and how many rows are full; in device pixels. */
type TagRows = Map<ItemId, { used: number; row: number }>;

function paintTag(
  context: CanvasRenderingContext2D,
  view: FrameView,
  drawable: Drawable,
  person: Person,
  paint: PersonPaint,
  theme: CanvasTheme,
  rows: TagRows,
): void {
  const { ratio } = view;
  const at = view.deviceBox(drawable.box);
  const name = person.name.length > tagCharsMax ? `${person.name.slice(0, tagCharsMax - 1)}…` : person.name;
  context.font = `600 ${12 * ratio}px ${theme.uiFont}`;
  context.direction = 'ltr';
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  const w = Math.ceil(context.measureText(name).width) + 2 * tagPadding * ratio;
  const h = tagHeight * ratio;
  const { used, row } = roomForTag(rows, drawable.id, w, Math.max(at.w, w));
  const x = at.x - Math.round(2 * ratio) + used;
  // Above the note, beside and over one another; inside it when the note touches the top of the screen.
  const above = at.y - (row + 1) * (h + ratio);
  const y = above < 0 ? at.y + row * (h + ratio) : above;
  context.fillStyle = paint.fill;
  context.beginPath();
  context.roundRect(x, y, w, h, 4 * ratio);
  context.fill();
  context.fillStyle = paint.text;
  context.fillText(name, x + tagPadding * ratio, y + h / 2 + ratio * 0.5);
  context.textBaseline = 'alphabetic';
}

function roomForTag(rows: TagRows, id: ItemId, w: number, roomW: number): { used: number; row: number } {
  const before = rows.get(id) ?? { used: 0, row: 0 };
  const place = before.used > 0 && before.used + w > roomW ? { used: 0, row: before.row + 1 } : before;
  rows.set(id, { used: place.used + w + 2, row: place.row });
  return place;
}

function paintCaret(
  context: CanvasRenderingContext2D,
  view: FrameView,
  drawable: Drawable,
  caret: number,
  paint: PersonPaint,
  texts: NoteTexts,
): void {
  const spot = caretSpot(drawable, caret, texts);
  const box = view.deviceBox({ ...spot, w: 0 });
  context.fillStyle = paint.fill;
  context.fillRect(box.x - view.ratio, box.y, Math.max(2, Math.round(2 * view.ratio)), box.h);
}

/** Where a caret stands in a note, in board units; at the end of what is shown when it is further on. */
export function caretSpot(
  drawable: Pick<Drawable, 'item' | 'box'>,
  caret: number,
  texts: NoteTexts,
): { x: number; y: number; h: number } {
  const layout = texts.layoutOf(drawable.item, drawable.box);
  const room = noteTextBox(drawable.box);
  let index = layout.starts.findLastIndex((start) => start <= caret);
  if (index < 0) index = 0;
  const line = layout.lines[index] ?? '';
  const before = line.slice(0, Math.max(0, caret - (layout.starts[index] ?? 0)));
  const part = texts.measure(before) * layout.size;
  const edge = edgeOf({ ...layout, w: room.w }, layout.list, index, texts.widths) + part;
  const baseline = firstLineTop(layout, room) + index * layout.lineHeight + baselineOf(layout, texts.metrics);
  const direction = layout.directions?.[index] ?? layout.direction;
  const x = direction === 'ltr' ? room.x + edge : room.x + room.w - edge;
  return { x, y: baseline - layout.size * 0.85, h: layout.size * 1.1 };
}

/** By how much each item that others drag is drawn elsewhere than the scene has it, in board units. */
export type Nudges = ReadonlyMap<ItemId, Vec>;

/** What others drag lags behind with their pointer as it glides. */
export function nudgesOf(others: readonly Other[], lagOf: (slot: number) => Vec | null): Nudges {
  const nudges = new Map<ItemId, Vec>();
  for (const { slot, hold } of others) {
    if (hold.dragging.length === 0) continue;
    const lag = lagOf(slot);
    if (lag === null) continue;
    for (const id of hold.dragging) nudges.set(id, lag);
  }
  return nudges;
}
