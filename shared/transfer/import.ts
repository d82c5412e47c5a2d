// Bytes from anywhere to a plan of notes, and a plan to items for a board. Never throws: whatever comes, the good part is
// kept, the bad part is named, and what cannot be taken at all is refused with a reason a person understands.

import { limits } from '../board/limits.ts';
import type { Item, NewItem } from '../items/item.ts';
import type { Random } from '../lib/env.ts';
import { add, subtract, unionAll } from '../lib/geometry.ts';
import { type ItemId, newItemId } from '../lib/ids.ts';
import { cutText } from './cells.ts';
import { knowsAsText } from './columnNames.ts';
import { describeColumns, findColumns } from './columns.ts';
import { detectAndRead } from './encoding.ts';
import { parseBoardJson } from './json.ts';
import { freeCorner, layOut } from './layout.ts';
import { readLines } from './lines.ts';
import { notesFromTable, tidyText, tooLong } from './notesFromTable.ts';
import type { ImportPlan, RefusalCode } from './plan.ts';
import { type ImportProblem, type Problem, problem } from './problems.ts';
import { detectSeparator, readTable, type Separator } from './table.ts';

export interface ImportSource {
  readonly bytes: Uint8Array;
  /** As HTTP has it, charset and all. */
  readonly contentType: string;
  /** The name of the column a person chose for a table; guessed when not given. */
  readonly column?: string | undefined;
}

/** Total. `refused` says why nothing can be taken at all; then there are no notes and no items. */
export function planImport(source: ImportSource): ImportPlan {
  const type = source.contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const { text, binary } = detectAndRead(source.bytes, source.contentType);
  if (binary === 'workbook') return refused('not-text', problem('workbook'));
  if (binary !== null) return refused('not-text', problem('binary'));
  if (text.trim() === '') return refused('empty', problem('empty'));
  if (type.endsWith('json') || /^\s*\{\s*"format"\s*:\s*"wallflower-board"/.test(text))
    return planBoard(text);
  if (source.bytes.length > limits.importBytesMax)
    return refused('too-large', problem('tooLarge', { megabytes: limits.importBytesMax / 1024 / 1024 }));
  const separator = type === 'text/tab-separated-values' ? '\t' : undefined;
  return tableTypes.has(type) || (!listTypes.has(type) && looksLikeTable(text))
    ? planTable(text, { separator, column: source.column })
    : planLines(text);
}

/**
 * The items to create, in stacking order. `items` is everything the board has, deleted items too. Into an empty board a
 * board file comes back exactly as it was; where things are already, everything is placed beside them, and if an id is
 * taken, all get new ones.
 */
export function itemsToCreate(plan: ImportPlan, items: ReadonlyMap<ItemId, Item>, random: Random): NewItem[] {
  const live = [...items.values()].filter((item) => !item.deleted);
  if (plan.kind !== 'board') return layOut(plan.notes, live, random);
  const isTaken = plan.items.some((item) => item.id !== undefined && items.has(item.id));
  const fresh = isTaken ? withNewIds(plan.items, random) : plan.items;
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
const listTypes = new Set(['text/markdown']);

const tooMany = problem('tooMany', { max: limits.itemsMax });

function planBoard(text: string): ImportPlan {
  const { items, problems, skipped } = parseBoardJson(text);
  const fatal = items.length === 0 ? problems.find(({ row }) => row === 0) : undefined;
  if (fatal) return { ...refused('not-a-board', fatal), kind: 'board' };
  return { ...nothing, kind: 'board', items, problems, skipped };
}

function planTable(
  text: string,
  options: { separator: Separator | undefined; column: string | undefined },
): ImportPlan {
  const table = readTable(text, options.separator);
  const columns = findColumns(table);
  if (table.tooMany || columns.rows.length > limits.itemsMax) {
    return { ...refused('too-many', tooMany), kind: 'table' };
  }
  const asked = options.column === undefined ? null : columns.names.indexOf(options.column);
  const chosen = asked ?? columns.text;
  const plan = { ...nothing, kind: 'table', columns: describeColumns(columns, chosen) } as const;
  if (chosen === -1) {
    return {
      ...plan,
      refused: {
        code: 'no-such-column',
        message: problem('noSuchColumn', { column: options.column ?? '' }).message,
      },
    };
  }
  if (chosen === null) {
    const problems = [{ row: 0, ...problem('noText') }];
    return { ...plan, problems, skipped: columns.rows.length };
  }
  const { notes, problems, skipped } = notesFromTable(columns, chosen, table.separator ?? '');
  return { ...plan, notes, problems, skipped };
}

function planLines(text: string): ImportPlan {
  const lines = readLines(text);
  if (lines.length > limits.itemsMax) return refused('too-many', tooMany);
  const problems: ImportProblem[] = [];
  const notes = lines.map((line) => {
    const tidy = tidyText(line.text);
    if (tidy.length > limits.textCharsMax) problems.push({ row: line.row, ...tooLong });
    return { text: cutText(tidy, limits.textCharsMax) };
  });
  return { ...nothing, notes: notes.filter((note) => note.text !== ''), problems };
}

/** Text without a type that says so is a table only when it clearly is: cells pasted from a spreadsheet, or a named text column. */
function looksLikeTable(text: string): boolean {
  const alike = text.replaceAll(/\r\n?/g, '\n').trim();
  if (!alike.includes('\n')) return false;
  const found = detectSeparator(alike);
  if (found === null) return false;
  if (found.separator === '\t' && found.agreement === 1) return !/^\t/m.test(alike);
  const [header] = readTable(alike.slice(0, alike.indexOf('\n')), found.separator).rows;
  return found.agreement >= 0.9 && (header?.cells.some(knowsAsText) ?? false);
}

const nothing: ImportPlan = {
  kind: 'lines',
  columns: [],
  notes: [],
  items: [],
  problems: [],
  skipped: 0,
  refused: null,
};

function refused(code: RefusalCode, why: Problem): ImportPlan {
  return { ...nothing, problems: [{ row: 0, ...why }], refused: { code, message: why.message } };
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
