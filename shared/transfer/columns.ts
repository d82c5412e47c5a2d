// Which column of a table holds the ideas. Its name tells most; where there is none, it is the column with the longest and
// most varied text. Never one of numbers, dates, addresses or ids.

import { cutText } from './cells.ts';
import {
  isClusterName,
  isColourName,
  isIdName,
  isKnownName,
  isMuralHeader,
  isParentName,
  isPlaceName,
  textRank,
} from './columnNames.ts';
import { isNotesCsv } from './csv.ts';
import { everyCell } from './everyCell.ts';
import type { ImportColumn } from './plan.ts';
import type { Table, TableRow } from './table.ts';

export interface Columns {
  readonly names: readonly string[];
  /** Whether the names are the file's own. */
  readonly isNamed: boolean;
  readonly isMural: boolean;
  /** The rows below the header, or all of them when there is none. */
  readonly rows: readonly TableRow[];
  /** Rows above the header, which belong to no column. */
  readonly above: readonly TableRow[];
  /** Places of columns; null where there is none. `everyCell`: all of them hold ideas. */
  readonly text: number | typeof everyCell | null;
  readonly cluster: number | null;
  readonly colour: number | null;
  /** Where a row points at another row by its id: the other is what it is in. */
  readonly parent: { readonly id: number; readonly parent: number } | null;
  /** Both, or neither. */
  readonly x: number | null;
  readonly y: number | null;
  readonly w: number | null;
  readonly h: number | null;
}

const samplesMax = 3;
const sampleCharsMax = 160;
const looked = 400;
/** A title and some words above a table. */
const aboveMax = 15;
const titleCharsMax = 24;

export function findColumns(table: Table): Columns {
  const start = headerAt(table);
  const [first, ...below] = table.rows.slice(start);
  const hasHeader =
    first !== undefined &&
    (isHeader(first.cells, below.slice(0, looked)) || areTitles(first, below.slice(0, looked)));
  const rows = hasHeader ? below : table.rows;
  const width = table.rows.reduce((most, row) => Math.max(most, row.cells.length), 0);
  // Cells beyond the header belong to the last column; see `cellsWithin`.
  const names = hasHeader ? uniqueNames(first.cells) : Array.from({ length: width }, (_, i) => letterName(i));
  const named = (matches: (name: string) => boolean): number | null => {
    const index = hasHeader ? names.findIndex(matches) : -1;
    return index < 0 ? null : index;
  };
  const sample = rows.slice(0, looked);
  const text = isNotesCsv(names) ? names.indexOf('text') : guessText(names, sample);
  const cluster = named(isClusterName);
  const [id, parent, x, y] = [
    named(isIdName),
    named(isParentName),
    ...(['x', 'y'] as const).map((which) => named((name) => isPlaceName(name, which))),
  ];
  const isPlaced = x !== null && y !== null && x !== undefined && y !== undefined;
  return {
    names,
    isNamed: hasHeader,
    isMural: hasHeader && isMuralHeader(names),
    rows,
    above: hasHeader ? table.rows.slice(0, start) : [],
    text: areAllIdeas(names, sample, hasHeader) ? everyCell : text,
    cluster: cluster === text ? null : cluster,
    colour: named(isColourName),
    parent:
      id === null || parent === null || id === undefined || parent === undefined ? null : { id, parent },
    x: isPlaced ? x : null,
    y: isPlaced ? y : null,
    w: isPlaced ? named((name) => isPlaceName(name, 'w')) : null,
    h: isPlaced ? named((name) => isPlaceName(name, 'h')) : null,
  };
}

/** The first row, unless names of columns are further down and all above them has one cell a row. */
function headerAt({ rows }: Table): number {
  const found = rows.slice(0, aboveMax).findIndex(({ cells }) => {
    const filled = cells.filter((cell) => cell.trim() !== '');
    return filled.length > 1 && filled.some(isKnownName) && !filled.some((cell) => isData(cell.trim()));
  });
  const isAlone = ({ cells }: TableRow): boolean => cells.filter((cell) => cell.trim() !== '').length === 1;
  return found > 0 && rows.slice(0, found).every(isAlone) ? found : 0;
}

/**
 * A wall copied into cells: several columns, nearly every cell a text of its own. Told apart from a table of ideas and their
 * topics by nothing coming twice.
 */
function areAllIdeas(names: readonly string[], rows: readonly TableRow[], hasHeader: boolean): boolean {
  if (names.length < 2 || (hasHeader && names.some(isKnownName))) return false;
  const filled = names.map((_, index) =>
    rows.map((row) => row.cells[index]?.trim() ?? '').filter((cell) => cell !== ''),
  );
  const columns = filled.filter((cells) => cells.length > 0);
  const all = columns.flat();
  const [longest = 0, next = 0] = columns.map(averageLength).sort((a, b) => b - a);
  return (
    columns.length > 1 &&
    rows.length > 1 &&
    all.length >= 4 &&
    !all.some(isData) &&
    new Set(all).size === all.length &&
    // One column of sentences beside short ones is a table with a column of ideas.
    longest < 4 * Math.max(8, next)
  );
}

/** What a person sees to choose from. */
export function describeColumns(columns: Columns, chosen: Columns['text']): ImportColumn[] {
  const described = columns.names.map((name, index) => {
    const samples: string[] = [];
    for (const row of columns.rows) {
      const cell = row.cells[index]?.trim() ?? '';
      if (cell !== '') samples.push(cutText(cell, sampleCharsMax));
      if (samples.length === samplesMax) break;
    }
    return { name, samples, guess: index === chosen };
  });
  // A sheet may begin far from its corner: columns without a name and without a cell are none.
  return described.filter(({ name, samples }, index) => samples.length > 0 || name !== letterName(index));
}

/** Above columns that are all ideas: short words, one over each column, and no blank row below as under the name of a block. */
function areTitles({ row, cells }: TableRow, below: readonly TableRow[]): boolean {
  const titles = cells.map((cell) => cell.trim());
  if (below[0]?.row !== row + 1 || below.length < 2) return false;
  if (titles.some((title) => title === '' || title.length > titleCharsMax || isData(title))) return false;
  const ideas = below.flatMap((line) => line.cells).filter((cell) => cell.trim() !== '');
  return averageLength(ideas) > 1.2 * averageLength(titles) && areAllIdeas(titles, below, false);
}

function isHeader(cells: readonly string[], below: readonly TableRow[]): boolean {
  if (cells.some((cell) => isData(cell.trim()))) return false;
  if (cells.length === 1) return textRank(cells[0] ?? '') > 0;
  if (cells.some(isKnownName)) return true;
  if (below.length === 0 || cells.some((cell) => cell.trim() === '' || cell.length > 60)) return false;
  return cells.some((cell, index) => {
    const values = below.map((row) => row.cells[index]?.trim() ?? '').filter((value) => value !== '');
    if (values.length === 0) return false;
    const data = values.filter(isData).length / values.length;
    return data > 0.8 || averageLength(values) > 3 * Math.max(10, cell.length);
  });
}

function guessText(names: readonly string[], rows: readonly TableRow[]): number | null {
  let best: { index: number; score: number } | null = null;
  names.forEach((name, index) => {
    const quality = textQuality(rows.map((row) => row.cells[index]?.trim() ?? ''));
    const rank = textRank(name);
    // Half a point of text quality outweighs no name that is sure, but does outweigh "name" or "title".
    const bonus = rank > 0 ? ([0, 0.3, 2, 3][rank] ?? 0) : rank;
    const score = quality + bonus;
    if (quality > 0 && score > 0 && (best === null || score > best.score)) best = { index, score };
  });
  return (best as { index: number } | null)?.index ?? null;
}

/** 0 for a column that holds no text to speak of, up to 1 for long texts, each different. */
function textQuality(cells: readonly string[]): number {
  const filled = cells.filter((cell) => cell !== '');
  const texts = filled.filter((cell) => !isData(cell));
  if (texts.length === 0 || texts.length < filled.length / 2) return 0;
  const length = Math.min(100, averageLength(texts)) / 100;
  const varied = new Set(texts).size / texts.length;
  const share = texts.length / cells.length;
  return length * (0.2 + 0.8 * varied) * (0.2 + 0.8 * share);
}

function averageLength(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length);
}

const dataPatterns = [
  /^[-+]?[\d\s.,'’%€$£]+$/, // numbers, amounts
  /^\d{4}-\d{2}-\d{2}/, // ISO dates
  /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b/,
  /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? .*\b\d{1,2}:\d{2}/i,
  /^\d{1,2}:\d{2}(?::\d{2})?/,
  /^(?:https?:\/\/|www\.)\S+$/i,
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  /^(?:true|false|yes|no|null|n\/a)$/i,
  /^#[0-9a-f]{3,8}$/i,
  /^(?=\S*\d)[\w.:-]{6,}$/, // ids: one word with digits in it
];

function isData(cell: string): boolean {
  return cell !== '' && dataPatterns.some((pattern) => pattern.test(cell));
}

function uniqueNames(cells: readonly string[]): string[] {
  const used = new Set<string>();
  return cells.map((cell, index) => {
    const base = cell.trim().replaceAll(/\s+/g, ' ') || letterName(index);
    let name = base;
    for (let n = 2; used.has(name); n++) name = `${base} (${n})`;
    used.add(name);
    return name;
  });
}

/** As spreadsheets call it: Column A, Column B, and Column AA after Z. */
function letterName(index: number): string {
  let letters = '';
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  }
  return `Column ${letters}`;
}
