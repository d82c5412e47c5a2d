// board.json: the exit. Everything a board holds, documented and versioned, read back into an empty board without losing
// an id, a position or a letter. Reading keeps every good item and names every bad one.
//
//   { "format": "wallflower-board", "version": 1, "title": string, "exportedAt": ISO 8601 in UTC,
//     "people": [{ "id", "name", "role": "viewer" | "commenter" | "editor" | "facilitator" }],
//     "items": [{ "id": 1 to 32 of A-Z a-z 0-9 - _, "kind": "note" | "cluster", "x", "y", "w", "h": board units, y down,
//                 "order": stacking key, "parent": id of the cluster it is in or null, "text", "colour": palette name,
//                 "author": id from people, or null, "locked": true, "collapsed": true (both only where they are so) }] }
//
// A board with a story has a part `session` as well: see filedSession.ts. Items lie from the bottom of the stack to the top, one a line; people by id. Deleted items are not in it.

import * as v from 'valibot';
import { limits } from '../board/limits.ts';
import { type Furniture, readFurniture } from '../features/templates/furniture.ts';
import { colours } from '../items/colour.ts';
import { type Item, kindSpecs, type NewItem } from '../items/item.ts';
import { readJson } from '../lib/fields.ts';
import { clamp, roundToEighth } from '../lib/geometry.ts';
import { type ItemId, isItemId } from '../lib/ids.ts';
import { compareOrder } from '../lib/order.ts';
import { cutText } from './cells.ts';
import { filedSession, filedSessionVersion } from './filedSession.ts';
import { type ImportProblem, type Problem, problem } from './problems.ts';
import type { BoardSnapshot } from './snapshot.ts';

export const boardJsonFormat = 'wallflower-board';
const boardJsonVersion = 1;

export interface ParsedBoard {
  readonly title: string;
  /** In stacking order, ids and parents as they were. */
  readonly items: readonly NewItem[];
  /** `row` counts the entries of `items` from 1; 0 stands for the file. A file that is no board has one problem and no items. */
  readonly problems: readonly ImportProblem[];
  /** Entries left out. */
  readonly skipped: number;
  /** Which items a template put there, by the ids they have in the file. */
  readonly furniture: Furniture;
}

/** board.json; its shape is in shared/README.md. */
export function boardToJson(snapshot: BoardSnapshot): string {
  const live = snapshot.items
    .filter((item) => !item.deleted && item.kind !== 'unreadable')
    .sort(compareOrder);
  const people = [...snapshot.people].sort((a, b) => (a.id < b.id ? -1 : 1));
  const lines = (values: readonly object[]): string =>
    values.length === 0
      ? '[]'
      : `[\n${values.map((value) => `    ${JSON.stringify(value)}`).join(',\n')}\n  ]`;
  // Last, and each entry on a line of its own: what is above it reads as it always did.
  const session =
    snapshot.story === undefined
      ? ''
      : `,\n  "session": ${inLines(filedSession(snapshot.story, snapshot.park ?? null))}`;
  return `{
  "format": ${JSON.stringify(boardJsonFormat)},
  "version": ${boardJsonVersion},
  "title": ${JSON.stringify(snapshot.title)},
  "exportedAt": ${JSON.stringify(isoTime(snapshot.exportedAt))},
  "people": ${lines(people.map(({ id, name, role }) => ({ id, name, role })))},
  "items": ${lines(live.map((item) => entryOf(item, snapshot)))}${session}
}
`;
}

function inLines(fields: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(fields).map(
    ([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
  return `{\n${lines.join(',\n')}\n  }`;
}

/** Total: any text gives an answer. */
export function parseBoardJson(text: string): ParsedBoard {
  const raw = readJson(text);
  if (!v.is(headSchema, raw)) return nothing(problem('brokenJson'));
  if (raw.version > boardJsonVersion) {
    return nothing(problem('newerBoard'));
  }
  const problems: ImportProblem[] = [];
  const kept = new Map<ItemId, NewItem>();
  const tell = (row: number, what: Problem): number => problems.push({ row, ...what });
  if (raw.items.length > limits.itemsMax) {
    tell(0, problem('tooManyItems', { max: limits.itemsMax, count: raw.items.length }));
  }
  raw.items.slice(0, limits.itemsMax).forEach((entry, index) => {
    const item = readEntry(entry);
    if ('code' in item) tell(index + 1, item);
    else if (kept.has(item.id)) tell(index + 1, problem('sameId', { id: item.id }));
    else {
      if (item.text.length > limits.textCharsMax)
        tell(index + 1, problem('tooLong', { max: limits.textCharsMax }));
      kept.set(item.id, { ...item, text: cutText(item.text, limits.textCharsMax) });
    }
  });
  const items = [...kept.values()].sort((a, b) => compareOrder(keyOf(a), keyOf(b)));
  const title = cutText(raw.title.trim(), limits.titleCharsMax);
  const furniture = furnitureIn(raw.session, kept);
  return { title, items, problems, skipped: raw.items.length - items.length, furniture };
}

const headSchema = v.object({
  format: v.literal(boardJsonFormat),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  title: v.string(),
  items: v.array(v.unknown()),
  session: v.optional(v.unknown()),
});

const finite = v.pipe(v.number(), v.finite());

const entrySchema = v.object({
  id: v.custom<ItemId>(isItemId),
  kind: v.picklist(['note', 'cluster']),
  x: finite,
  y: finite,
  w: v.optional(finite),
  h: v.optional(finite),
  order: v.optional(v.pipe(v.string(), v.maxLength(limits.orderCharsMax))),
  parent: v.optional(v.nullable(v.custom<ItemId>(isItemId))),
  text: v.optional(v.string(), ''),
  colour: v.optional(v.picklist(colours)),
  // Not worth losing a note over: anything but `true` is false.
  locked: v.fallback(v.optional(v.boolean(), false), false),
  collapsed: v.fallback(v.optional(v.boolean(), false), false),
});

/** The item, or what is wrong with it. Numbers out of range are brought into it, as the board itself would. */
function readEntry(entry: unknown): (NewItem & { readonly id: ItemId; readonly text: string }) | Problem {
  const read = v.safeParse(entrySchema, entry, { abortEarly: true });
  if (!read.success) {
    const key = v.getDotPath(read.issues[0]);
    return key === null ? problem('notAnItem') : problem('badKey', { key });
  }
  const { id, kind, x, y, w, h, order, parent, text, colour, locked, collapsed } = read.output;
  const spec = kindSpecs[kind];
  return {
    id,
    kind,
    x: clamp(roundToEighth(x), -limits.coordinateMax, limits.coordinateMax),
    y: clamp(roundToEighth(y), -limits.coordinateMax, limits.coordinateMax),
    w: clamp(roundToEighth(w ?? spec.size.w), limits.sizeMin, limits.sizeMax),
    h: clamp(roundToEighth(h ?? spec.size.h), limits.sizeMin, limits.sizeMax),
    ...(order === undefined ? {} : { order }),
    parent: parent ?? null,
    text,
    colour: colour ?? spec.colour,
    ...(locked ? { locked } : {}),
    ...(collapsed && kind === 'cluster' ? { collapsed } : {}),
  };
}

function entryOf(item: Item, snapshot: BoardSnapshot): object {
  const { id, kind, x, y, w, h, order, parent, text, colour, locked, collapsed } = item;
  const author = snapshot.authors.get(id) ?? null;
  const marks = { ...(locked ? { locked } : {}), ...(collapsed ? { collapsed } : {}) };
  return { id, kind, x, y, w, h, order, parent, text, colour, author, ...marks };
}

function keyOf(item: NewItem): { order: string; id: string } {
  return { order: item.order ?? '', id: item.id ?? '' };
}

/** Of items that are there; whatever else a template had put there says nothing here. */
function furnitureIn(session: unknown, items: ReadonlyMap<ItemId, unknown>): Furniture {
  const { version, furniture } = (session ?? {}) as { version?: unknown; furniture?: unknown };
  if (version !== filedSessionVersion || typeof furniture !== 'object' || furniture === null)
    return new Map();
  return new Map([...readFurniture(Object.entries(furniture))].filter(([id]) => items.has(id)));
}

function nothing(why: Problem): ParsedBoard {
  return { title: '', items: [], problems: [{ row: 0, ...why }], skipped: 0, furniture: new Map() };
}

/** A time no calendar holds becomes the start of 1970 rather than an error. */
function isoTime(ms: number): string {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? new Date(0).toISOString() : date.toISOString();
}
