// A workbook to the table of one of its sheets. The archive is opened with limits first and handed on inflated, so that what
// reads it never meets more than was counted; a cell it stumbles over is taken out and named, and the rest is read.

import { strFromU8, strToU8, zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import { decodeEntities } from './entities.ts';
import { type ImportProblem, type Problem, problem } from './problems.ts';
import { rowsMax, type Table, type TableRow } from './table.ts';
import { unzipWithin } from './unzip.ts';

export interface Workbook {
  readonly sheets: readonly string[];
  /** Those a person sees; at least one where there is any. */
  readonly shown: readonly string[];
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly paths: ReadonlyMap<string, string>;
}

export interface SheetTable {
  readonly table: Table;
  readonly problems: readonly ImportProblem[];
}

const inflatedBytesMax = 64 * 1024 * 1024;
const cellsMax = 8_000_000;
/** No spreadsheet program has more. */
const sheetRowsMax = 1_048_576;
const brokenCellsMax = 20;

export function isWorkbook(names: readonly string[]): boolean {
  return names.includes('xl/workbook.xml');
}

/** Total: a problem where it cannot be opened. */
export function openWorkbook(bytes: Uint8Array): Workbook | Problem {
  const isNeeded = (name: string): boolean =>
    /\.(?:xml|rels)$/.test(name) && !/^(?:docProps|customXml)\//.test(name);
  const parts = unzipWithin(bytes, isNeeded, { bytesMax: inflatedBytesMax, entriesMax: 2_000 });
  if (parts === 'too-large') return problem('inflates', { megabytes: inflatedBytesMax / 1024 / 1024 });
  if (parts === 'damaged') return problem('workbook');
  const told = sheetsIn(textOf(parts, 'xl/workbook.xml'));
  const targets = targetsIn(textOf(parts, 'xl/_rels/workbook.xml.rels'));
  const paths = new Map(told.map(({ name, relation }) => [name, targets.get(relation) ?? '']));
  const sheets = told.map(({ name }) => name);
  const visible = told.filter(({ isHidden }) => !isHidden).map(({ name }) => name);
  return { sheets, shown: visible.length > 0 ? visible : sheets, parts, paths };
}

/** Total: a problem where the sheet cannot be read at all. */
export async function readSheetTable(workbook: Workbook, sheet: string): Promise<SheetTable | Problem> {
  const path = workbook.paths.get(sheet) ?? '';
  const content = workbook.parts.get(path);
  if (content === undefined) return problem('workbook');
  let xml = strFromU8(content);
  if (reachesTooFar(xml)) return problem('tooWide', { sheet });
  const merged = mergedDown(xml);
  const problems: ImportProblem[] = [];
  for (let attempt = 0; attempt <= brokenCellsMax; attempt++) {
    const rows = await tryToRead(workbook, { sheet, path, xml });
    if (rows !== null && !('row' in rows)) return { table: tableOf(rows, merged), problems };
    const cell = rows === null ? undefined : cellName(rows.row, rows.column);
    const without = cell === undefined ? xml : withoutCell(xml, cell);
    if (rows === null || without === xml) break;
    problems.push({ row: rows.row, ...problem('brokenCell', { cell: cell ?? '' }) });
    xml = without;
  }
  return problem('workbook');
}

type Cells = readonly (readonly unknown[])[];

/** Its rows; or the cell that made the reader give up; null for any other reason. */
async function tryToRead(
  { parts }: Workbook,
  { sheet, path, xml }: { sheet: string; path: string; xml: string },
): Promise<Cells | { row: number; column: number } | null> {
  const files = Object.fromEntries(
    [...parts].filter(([name]) => name.endsWith('.xml') || name.endsWith('.rels')),
  );
  const archive = zipSync({ ...files, [path]: strToU8(xml) }, { level: 0 });
  const { buffer, byteOffset, byteLength } = archive;
  try {
    return await readSheet((buffer as ArrayBuffer).slice(byteOffset, byteOffset + byteLength), sheet, {
      trim: false,
    });
  } catch (error) {
    const place = /<c\/> at row (\d{1,7}), col (\d{1,5})\b/.exec(error instanceof Error ? error.message : '');
    return place ? { row: Number(place[1]), column: Number(place[2]) } : null;
  }
}

function tableOf(cells: Cells, merged: ReadonlyMap<string, string>): Table {
  const texts = cells.map((row) => row.map(textOfCell));
  for (const [to, from] of merged) {
    const [row, column] = placeOf(to);
    const [fromRow, fromColumn] = placeOf(from);
    const line = texts[row];
    if (line && (line[column] ?? '') === '') line[column] = texts[fromRow]?.[fromColumn] ?? '';
  }
  const rows = texts
    .map((row, index): TableRow => ({ row: index + 1, cells: row, complaint: null }))
    .filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  return { rows: rows.slice(0, rowsMax + 1), separator: null, tooMany: rows.length > rowsMax + 1 };
}

function textOfCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return '';
    return value
      .toISOString()
      .replace(/T00:00:00\.000Z$/, '')
      .replace(/:00\.000Z$/, '')
      .replace('T', ' ');
  }
  return String(value);
}

/** Reading fills every gap, so a single cell far away would make a table of thousands of millions. */
function reachesTooFar(xml: string): boolean {
  let rows = 0;
  let columns = 0;
  for (const [, tag, attributes = ''] of xml.matchAll(/<(?:\w+:)?(row|c)\b([^>]*)>/g)) {
    const at = /(?:^|\s)r\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1];
    if (at === undefined) continue;
    const [, letters = '', digits = ''] = /^([A-Z]{0,3})(\d{1,7})$/.exec(at) ?? [];
    if (digits === '' || Number(digits) > sheetRowsMax || (tag === 'row' && letters !== '')) return true;
    // What is only coloured is closed at once and is not read.
    if (tag === 'row' || attributes.endsWith('/')) continue;
    rows = Math.max(rows, Number(digits));
    columns = Math.max(columns, columnNumber(letters));
  }
  return rows * columns > cellsMax;
}

/** Cells joined from top to bottom: the ones below say what the first says. From each to its first. */
function mergedDown(xml: string): ReadonlyMap<string, string> {
  const merged = new Map<string, string>();
  for (const [, letters = '', from = '', last = '', to = ''] of xml.matchAll(
    /<(?:\w+:)?mergeCell\b[^>]*\bref\s*=\s*"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g,
  )) {
    if (letters !== last) continue;
    for (let row = Number(from) + 1; row <= Number(to) && merged.size < rowsMax; row++) {
      merged.set(`${letters}${row}`, `${letters}${from}`);
    }
  }
  return merged;
}

/** Row and column from 0. */
function placeOf(cell: string): [number, number] {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  return [Number(digits) - 1, columnNumber(letters) - 1];
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function cellName(row: number, column: number): string {
  let letters = '';
  for (let n = column; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return `${letters}${row}`;
}

function withoutCell(xml: string, cell: string): string {
  return xml.replace(new RegExp(`<((?:\\w+:)?c)\\b[^>]*\\sr="${cell}"[^>]*?(?:/>|>[\\s\\S]*?</\\1>)`), '');
}

function sheetsIn(xml: string): { name: string; relation: string; isHidden: boolean }[] {
  return [...xml.matchAll(/<(?:\w+:)?sheet\b([^>]*)>/g)].slice(0, 200).flatMap(([, attributes = '']) => {
    const name = attributeIn(attributes, 'name');
    const relation = attributeIn(attributes, '(?:\\w+:)?id') ?? '';
    const isHidden = /hidden/i.test(attributeIn(attributes, 'state') ?? '');
    return name === undefined ? [] : [{ name, relation, isHidden }];
  });
}

function targetsIn(xml: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const [, attributes = ''] of xml.matchAll(/<(?:\w+:)?Relationship\b([^>]*)>/g)) {
    const target = attributeIn(attributes, 'Target') ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    targets.set(attributeIn(attributes, 'Id') ?? '', path);
  }
  return targets;
}

function attributeIn(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : decodeEntities(value);
}

function textOf(parts: Workbook['parts'], name: string): string {
  const part = parts.get(name);
  return part ? strFromU8(part) : '';
}
