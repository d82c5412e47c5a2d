// Text to a table: rows of cells, whatever separates them. What people call CSV is often not quite CSV, so a row with
// broken quotation marks is read on its own and named, and never swallows the rows after it.

import Papa from 'papaparse';
import { knowsAsText } from './columnNames.ts';
import { type Problem, problem } from './problems.ts';

export interface TableRow {
  /** As a spreadsheet numbers it: from 1, blank rows counted, a cell with line breaks being one row still. */
  readonly row: number;
  readonly cells: readonly string[];
  /** Why the cells may not be what was meant; null for a sound row. */
  readonly complaint: Problem | null;
}

export interface Table {
  /** Rows with something in them. */
  readonly rows: readonly TableRow[];
  readonly separator: Separator | null;
  /** There were more rows than are read; `rows` are the first of them. */
  readonly tooMany: boolean;
}

const separators = [',', ';', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

/** Without its header. More than a board holds items: many a row says nothing in the column that counts. */
export const rowsMax = 50_000;
const rowsReadMax = rowsMax + 1;
const columnsMax = 500;
/** Above this many broken rows, quotation marks mean nothing in this file. */
const brokenRowsMax = 40;
const sampleRows = 100;
/** Occurs in no text: a table with this separator has one column. */
const noSeparator = '\u001f';

interface Dialect {
  readonly separator: string;
  readonly newline: '\n' | '\r\n';
  readonly quotes: boolean;
  /** How many cells a row should have. */
  readonly width: number;
}

/** Total: any text is a table, of one column if need be. `separator` is found out when not given. */
export function readTable(text: string, separator?: Separator): Table {
  const { told, body } = withoutSeparatorLine(text);
  // Line breaks inside cells are part of the text, so they are made alike only where rows are not told apart by CR LF.
  const strict = readStrictly(body);
  if (strict !== null) return strict;
  const alike = body.replaceAll(/\r\n?/g, '\n');
  const found = separator ?? told ?? detectSeparator(alike)?.separator ?? null;
  const dialect = { separator: found ?? noSeparator, newline: '\n', quotes: true } as const;
  const { rows, tooMany } = readRows(
    alike,
    { ...dialect, width: widthOf(alike, dialect.separator) },
    rowsReadMax,
  );
  return { rows, separator: found, tooMany };
}

/** The separator under which the rows agree most about how many cells they have; null when there is but one column. */
export function detectSeparator(text: string): { separator: Separator; agreement: number } | null {
  let best: { separator: Separator; agreement: number; width: number } | null = null;
  for (const separator of separators) {
    const rows = sample(text, separator);
    const width = mostCommonWidth(rows);
    const agreement = rows.filter((cells) => cells.length === width).length / Math.max(1, rows.length);
    // Unquoted separators inside a last column of text make rows disagree; a header that names the text settles it.
    const isNamed = rows[0]?.some(knowsAsText) && rows.every((cells) => cells.length > 1);
    if (width < 2 || (agreement < 0.7 && !isNamed)) continue;
    if (best && (agreement < best.agreement || (agreement === best.agreement && width <= best.width)))
      continue;
    best = { separator, agreement, width };
  }
  return best;
}

/** As our own export writes it: CR LF after every row and nothing out of order. null for anything else. */
function readStrictly(text: string): Table | null {
  if (!text.startsWith('id,type,text,') || !text.endsWith('\r\n')) return null;
  const width = text.slice(0, text.indexOf('\r\n')).split(',').length;
  const { rows, tooMany } = readRows(
    text,
    { separator: ',', newline: '\r\n', quotes: true, width },
    rowsReadMax,
  );
  const sound = rows.every((row) => row.complaint === null && row.cells.length === width);
  return sound ? { rows, separator: ',', tooMany } : null;
}

/** Excel's own hint: a first line `sep=;`. */
function withoutSeparatorLine(text: string): { told: Separator | undefined; body: string } {
  const match = /^"?sep=([,;|\t])"?\r?\n/i.exec(text);
  const told = separators.find((separator) => separator === match?.[1]);
  return { told, body: match ? text.slice(match[0].length) : text };
}

function sample(text: string, separator: string): string[][] {
  const dialect: Dialect = { separator, newline: '\n', quotes: true, width: 0 };
  const head = text.length > 262_144 ? text.slice(0, 262_144) : text;
  return readRows(head, dialect, sampleRows).rows.map((row) => [...row.cells]);
}

function widthOf(text: string, separator: string): number {
  const rows = sample(text, separator);
  return Math.max(rows[0]?.length ?? 1, mostCommonWidth(rows));
}

function mostCommonWidth(rows: readonly string[][]): number {
  const counts = new Map<number, number>();
  for (const cells of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let common = 0;
  for (const [width, count] of counts) {
    const most = counts.get(common) ?? 0;
    if (count > most || (count === most && width > common)) common = width;
  }
  return common;
}

function readRows(text: string, dialect: Dialect, rowsMax: number): { rows: TableRow[]; tooMany: boolean } {
  const rows: TableRow[] = [];
  let start = 0;
  let count = 0;
  let broken = 0;
  const keep = (cells: readonly string[], complaint: Problem | null): void => {
    count++;
    if (cells.every((cell) => cell.trim() === '')) return;
    rows.push({ row: count, cells: cells.slice(0, columnsMax), complaint });
  };
  while (start < text.length && rows.length <= rowsMax) {
    const quotes = dialect.quotes && broken < brokenRowsMax;
    const stop = readUntilBroken(text.slice(start), { ...dialect, quotes }, (cells, complaint) => {
      keep(cells, complaint);
      return rows.length <= rowsMax;
    });
    if (stop === null) break;
    // From the row whose quotation mark is never closed, one line is read as it stands; then all goes on as before.
    const lineStart = start + stop;
    const found = text.indexOf(dialect.newline, lineStart);
    const lineEnd = found < 0 ? text.length : found;
    keep(split(text.slice(lineStart, lineEnd), dialect), neverClosed);
    broken++;
    start = lineEnd + dialect.newline.length;
  }
  return { rows: rows.slice(0, rowsMax), tooMany: rows.length > rowsMax };
}

const neverClosed = problem('neverClosed');
const strayQuotes = problem('strayQuotes');

/** Hands over row after row; where the first broken one begins, or null at the end. `take` says whether to go on. */
function readUntilBroken(
  text: string,
  dialect: Dialect,
  take: (cells: readonly string[], complaint: Problem | null) => boolean,
): number | null {
  let rowStart = 0;
  let brokenAt: number | null = null;
  Papa.parse<string[]>(text, {
    delimiter: dialect.separator,
    newline: dialect.newline,
    ...(dialect.quotes ? {} : { quoteChar: '\u0000' }),
    step: ({ data, errors, meta }, parser) => {
      const raw = text.slice(rowStart, meta.cursor).trimEnd();
      const quoteErrors = errors.filter((error) => error.type === 'Quotes');
      const isOdd = quoteErrors.length > 0 || data.length !== dialect.width;
      if (
        quoteErrors.some(({ code }) => code === 'MissingQuotes') ||
        (isOdd && swallowedRows(raw, dialect))
      ) {
        brokenAt = rowStart;
        parser.abort();
        return;
      }
      // After the last line end there is no further row.
      const isRow = rowStart < text.length;
      rowStart = meta.cursor;
      const isTorn = quoteErrors.length > 0 && data.length < dialect.width;
      const cells = isTorn || !dialect.quotes ? split(raw, dialect) : data;
      if (isRow && !take(cells, complaintAbout(raw, { dialect, isStray: quoteErrors.length > 0 }))) {
        parser.abort();
      }
    },
  });
  return brokenAt;
}

function complaintAbout(raw: string, how: { dialect: Dialect; isStray: boolean }): Problem | null {
  if (how.isStray) return strayQuotes;
  return !how.dialect.quotes && (raw.split('"').length - 1) % 2 === 1 ? neverClosed : null;
}

/** A row of several lines, some of which are whole rows by themselves: a quotation mark ran on into its neighbours. */
function swallowedRows(raw: string, dialect: Dialect): boolean {
  if (dialect.width < 2 || !raw.includes(dialect.newline)) return false;
  const [, ...inner] = raw.split(dialect.newline, swallowedLinesLooked);
  return inner.some((line) => {
    const { data, errors } = Papa.parse<string[]>(line, { delimiter: dialect.separator, newline: '\n' });
    return errors.length === 0 && data[0]?.length === dialect.width;
  });
}

const swallowedLinesLooked = 30;

/** A line as it stands, quotation marks meaning nothing. */
function split(line: string, dialect: Dialect): string[] {
  return line.split(dialect.separator).map((cell) => cell.replace(/^"|"$/g, '').replaceAll('""', '"'));
}
