// Bytes from anywhere to a plan of notes, and a plan to items for a board. Never throws: whatever comes, the good part is
// kept, the bad part is named, and what cannot be taken at all is refused with a reason a person understands.

import { limits } from '../board/limits.ts';
import type { Item, NewItem } from '../items/item.ts';
import type { Random } from '../lib/env.ts';
import { readJson } from '../lib/fields.ts';
import { add, subtract, unionAll } from '../lib/geometry.ts';
import { type ItemId, newItemId } from '../lib/ids.ts';
import { cutText } from './cells.ts';
import { knowsAsText } from './columnNames.ts';
import { isExcalidraw, planExcalidraw } from './drawings/excalidraw.ts';
import { isMiro, planMiro } from './drawings/miro.ts';
import { isTldraw, planTldraw } from './drawings/tldraw.ts';
import { isFields } from './drawings/values.ts';
import { detectAndRead } from './encoding.ts';
import { boardJsonFormat, parseBoardJson } from './json.ts';
import { freeCorner, layOut } from './layout.ts';
import { readLines } from './lines.ts';
import { tidyText, tooLong } from './notesFromTable.ts';
import { hasHeadingsAndLists, hasOutline, readMarkdown } from './outlines/markdown.ts';
import { isMindmap, isOpml, readMindmap, readOpml } from './outlines/others.ts';
import { planOutline } from './outlines/planOutline.ts';
import { emptyPlan, type ImportPlan, refusedPlan } from './plan.ts';
import { planTable } from './planTable.ts';
import { type ImportProblem, problem } from './problems.ts';
import { detectSeparator, readTable, type TableRow } from './table.ts';

export interface ImportSource {
  readonly bytes: Uint8Array;
  /** As HTTP has it, charset and all. Believed only where the content leaves a doubt. */
  readonly contentType: string;
  /** The name of the column a person chose for a table, or `*` for all; guessed when not given. */
  readonly column?: string | undefined;
  /** The sheet of a workbook a person chose. */
  readonly sheet?: string | undefined;
}

interface TextContent {
  readonly text: string;
  readonly type: string;
  /** undefined when it is no JSON. */
  readonly json: unknown;
  readonly column: string | null;
}

interface TextFormat {
  readonly holds: (content: TextContent) => boolean;
  readonly plan: (content: TextContent) => ImportPlan;
}

/** The first that knows the content as its own reads it; the last takes everything. */
const textFormats: readonly TextFormat[] = [
  {
    holds: ({ json }) => isFields(json) && json.format === boardJsonFormat,
    plan: ({ text }) => planBoard(text),
  },
  { holds: ({ json }) => isExcalidraw(json), plan: ({ json }) => planExcalidraw(json) },
  { holds: ({ json }) => isTldraw(json), plan: ({ json }) => planTldraw(json) },
  { holds: ({ json }) => isMiro(json), plan: ({ json }) => planMiro(json) },
  { holds: ({ json }) => isJsonTable(json), plan: planJsonTable },
  // What has the look of JSON and is nothing of the above is not made into notes of braces.
  { holds: looksLikeJson, plan: planUnknownJson },
  { holds: ({ text }) => isOpml(text), plan: ({ text }) => planOutline('opml', readOpml(text)) },
  { holds: ({ text }) => isMindmap(text), plan: ({ text }) => planOutline('mindmap', readMindmap(text)) },
  // Pages, drawings, calendars, letters: text that is meant for one program alone, and no line of which is an idea.
  { holds: isForPrograms, plan: () => refusedPlan('not-text', problem('binary')) },
  { holds: isMarkdown, plan: ({ text }) => planOutline('markdown', readMarkdown(text)) },
  { holds: isTable, plan: planTextTable },
  { holds: () => true, plan: ({ text }) => planLines(text) },
];

/**
 * Total. `refused` says why nothing can be taken at all; then there are no notes and no items. Archives are read by
 * `readImport`; here they are refused.
 */
export function planImport(source: ImportSource): ImportPlan {
  const type = source.contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const { text, binary } = detectAndRead(source.bytes, source.contentType);
  if (binary !== null) return refusedPlan('not-text', problem(binary === 'oldWorkbook' ? binary : 'binary'));
  if (text.trim() === '') return refusedPlan('empty', problem('empty'));
  if (source.bytes.length > limits.importBytesMax)
    return refusedPlan('too-large', problem('tooLarge', { megabytes: limits.importBytesMax / 1024 / 1024 }));
  const json = /^\s*[[{]/.test(text) ? readJson(text) : undefined;
  const content = { text, type, json, column: source.column ?? null };
  const format = textFormats.find(({ holds }) => holds(content));
  return format ? withinText(format.plan(content)) : planLines(text);
}

/** A workbook may say the same long text in every cell: more than any document can keep. */
export function withinText(plan: ImportPlan): ImportPlan {
  const chars = [...plan.notes, ...plan.items].reduce((sum, { text = '' }) => sum + text.length, 0);
  return chars > limits.importBytesMax ? refusedPlan('too-large', problem('tooMuchText'), plan.kind) : plan;
}

/**
 * The items to create, in stacking order. `items` is everything the board has, deleted items too. Into an empty board a
 * board file comes back exactly as it was; where things are already, everything is placed beside them, and if an id is
 * taken, all get new ones.
 */
export function itemsToCreate(plan: ImportPlan, items: ReadonlyMap<ItemId, Item>, random: Random): NewItem[] {
  const live = [...items.values()].filter((item) => !item.deleted);
  if (plan.items.length === 0) return layOut(plan.notes, live, random);
  const keepsIds = plan.kind === 'board' && !plan.items.some(({ id }) => id !== undefined && items.has(id));
  const fresh = keepsIds ? plan.items : withNewIds(plan.items, random);
  return live.length === 0 ? [...fresh] : beside(fresh, live);
}

// Windows sends CSV as an Excel file when Excel is installed.
const tableTypes = new Set([
  'text/csv',
  'application/csv',
  'text/x-csv',
  'application/vnd.ms-excel',
  'text/tab-separated-values',
]);

function planBoard(text: string): ImportPlan {
  const { items, problems, skipped, furniture } = parseBoardJson(text);
  const fatal = items.length === 0 ? problems.find(({ row }) => row === 0) : undefined;
  if (fatal) return refusedPlan('not-a-board', fatal, 'board');
  return { ...emptyPlan, kind: 'board', items, problems, skipped, furniture };
}

function looksLikeJson({ text, type, json }: TextContent): boolean {
  if (typeof json === 'object' && json !== null) return isFields(json) || type.endsWith('json');
  return /^\s*[[{]/.test(text) && (type.endsWith('json') || /^\s*\{\s*"/.test(text));
}

function planUnknownJson({ json }: TextContent): ImportPlan {
  return refusedPlan('not-a-board', problem(json === undefined ? 'brokenJson' : 'unknownJson'));
}

/** A list of texts, or of records without anything inside them. */
function isJsonTable(json: unknown): json is readonly unknown[] {
  if (!Array.isArray(json) || json.length === 0) return false;
  const isFlat = (entry: unknown): boolean =>
    isFields(entry) && Object.values(entry).every((value) => typeof value !== 'object' || value === null);
  return json.every((entry) => typeof entry === 'string') || json.every(isFlat);
}

function planJsonTable({ json, column }: TextContent): ImportPlan {
  const entries: readonly unknown[] = Array.isArray(json) ? json : [];
  const records = entries.filter(isFields);
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const cells = (values: readonly unknown[]): string[] =>
    values.map((value) => (value === null || value === undefined ? '' : String(value)));
  const rows =
    records.length > 0
      ? records.map((record) => cells(names.map((name) => record[name])))
      : entries.map((entry) => cells([entry]));
  const header = records.length > 0 ? names : ['text'];
  const all = [header, ...rows].map(
    (line, index): TableRow => ({ row: index, cells: line, complaint: null }),
  );
  return planTable({ rows: all, separator: null, tooMany: false }, 'table', column);
}

const beginnings =
  /^\s*(?:<\?xml\b[^>]{0,200}>\s*)?(?:<!--[^>]{0,2000}-->\s*)?(?:<(?:!doctype|html|svg)\b|begin:v(?:calendar|card)\b|\{\\rtf)/i;

function isForPrograms({ text }: TextContent): boolean {
  return beginnings.test(text.slice(0, 4_000));
}

function isMarkdown({ text, type }: TextContent): boolean {
  const isCalled = type === 'text/markdown' || type === 'text/x-markdown';
  return isCalled ? hasOutline(text) : !tableTypes.has(type) && hasHeadingsAndLists(text);
}

function isTable({ text, type }: TextContent): boolean {
  return tableTypes.has(type) || (type !== 'text/markdown' && looksLikeTable(text));
}

function planTextTable({ text, type, column }: TextContent): ImportPlan {
  const separator = type === 'text/tab-separated-values' && text.includes('\t') ? '\t' : undefined;
  return planTable(readTable(text, separator), 'table', column);
}

function planLines(text: string): ImportPlan {
  const lines = readLines(text);
  if (lines.length > limits.itemsMax)
    return refusedPlan('too-many', problem('tooMany', { max: limits.itemsMax }));
  const problems: ImportProblem[] = [];
  const notes = lines.map((line) => {
    const tidy = tidyText(line.text);
    if (tidy.length > limits.textCharsMax) problems.push({ row: line.row, ...tooLong });
    return { text: cutText(tidy, limits.textCharsMax) };
  });
  return { ...emptyPlan, notes: notes.filter((note) => note.text !== ''), problems };
}

/** Text without a type that says so is a table only when it clearly is: cells pasted from a spreadsheet, or a named text column. */
function looksLikeTable(text: string): boolean {
  const alike = text.replaceAll(/\r\n?/g, '\n').trim();
  // Excel's own hint.
  if (/^"?sep=[,;|\t]"?\n/i.test(alike)) return true;
  if (!alike.includes('\n')) return false;
  const found = detectSeparator(alike);
  if (found === null) return false;
  // Tabs in front of lines set them in, unless there are some between words as well: then the first cell is empty.
  if (found.separator === '\t' && found.agreement === 1) return !/^\t/m.test(alike) || /\S\t+\S/.test(alike);
  const [header] = readTable(alike.slice(0, alike.indexOf('\n')), found.separator).rows;
  return found.agreement >= 0.9 && (header?.cells.some(knowsAsText) ?? false);
}

function withNewIds(items: readonly NewItem[], random: Random): NewItem[] {
  const fresh = new Map(items.map((item) => [item.id, newItemId(random)]));
  return items.map((item) => {
    const id = fresh.get(item.id);
    const parent = item.parent ? (fresh.get(item.parent) ?? null) : null;
    return { ...item, ...(id === undefined ? {} : { id }), parent };
  });
}

/** Everything moved by one vector to a free place, and on top: stacking keys of another board mean nothing on this one. */
function beside(items: readonly NewItem[], live: readonly Item[]): NewItem[] {
  const all = unionAll(items.map(({ x, y, w = 0, h = 0 }) => ({ x, y, w, h })));
  if (all === null) return [];
  const by = subtract(freeCorner(live, all), all);
  return items.map(({ order: _, ...item }) => ({ ...item, ...add(item, by) }));
}
