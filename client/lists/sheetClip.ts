// Cells on the clipboard, to a spreadsheet and back without loss. As text: tabs between cells, quotation marks round what needs
// them, formulas neutralised. As HTML: a table whose cells say that they are text, with the exact cells hidden in it for our
// own table. Pure; a browser reads the HTML of others (`TableReader`).

import { withApostrophe, withoutApostrophe } from '../../shared/transfer/cells.ts';
import { readPastedCells } from '../../shared/transfer/pastedCells.ts';

/** Rows of cells, all of one length. */
export type Cells = readonly (readonly string[])[];

/** The cells of the first table in a piece of HTML, white space as HTML has it; null where there is none. */
export type TableReader = (html: string) => Cells | null;

const attribute = 'data-wallflower-cells';

/** Every row ends in a line break, as spreadsheets write it, but not a single cell: that is pasted into sentences, too. */
export function cellsToText(cells: Cells): string {
  const rows = cells.map((row) => row.map(quoted).join('\t'));
  const isSingle = rows.length === 1 && cells[0]?.length === 1;
  return isSingle ? (rows[0] ?? '') : rows.map((row) => `${row}\r\n`).join('');
}

/** Turns `cellsToText` back exactly, and reads what spreadsheets write. */
export function textToCells(text: string): Cells {
  const rows = readPastedCells(text);
  if (rows.length === 0) return [['']];
  return evened(rows.map((row) => row.map(withoutApostrophe)));
}

function quoted(cell: string): string {
  const safe = withApostrophe(cell);
  return /["\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function cellsToHtml(cells: Cells): string {
  const rows = cells.map((row) => `<tr>${row.map(htmlCell).join('')}</tr>`).join('');
  return `<table ${attribute}="${escaped(JSON.stringify(cells))}">${rows}</table>`;
}

/** Three spreadsheets, three ways of saying "this is text, do not calculate it". */
function htmlCell(cell: string): string {
  const isNumber = /^\d+(?:\.\d+)?$/.test(cell);
  const words = escaped(cell).replaceAll('\n', '<br style="mso-data-placement:same-cell">');
  if (isNumber) return `<td>${words}</td>`;
  const sheets = escaped(JSON.stringify({ 1: 2, 2: cell }));
  return `<td style="mso-number-format:'\\@';white-space:pre-wrap" sdnum="1033;0;@" data-sheets-value="${sheets}">${words}</td>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\r', '&#13;');
}

/** What was pasted, as cells: our own exactly; of others the text, corrected by their HTML where the text says too little. */
export function readClipCells(
  clip: { readonly html: string; readonly text: string },
  readTable: TableReader,
): Cells {
  const own = ownCells(clip.html);
  if (own !== null) return own;
  const typed = textToCells(clip.text.replaceAll('\u0000', ''));
  const table = /<table\b/i.test(clip.html) ? readTable(clip.html) : null;
  if (table === null || table.length === 0) return typed;
  const even = evened(table);
  if (clip.text === '' || !sameShape(even, typed)) return even;
  // Text keeps every space, HTML every quotation mark and apostrophe.
  return typed.map((row, y) =>
    row.map((cell, x) => {
      const shown = even[y]?.[x] ?? '';
      return inOneLine(cell) === inOneLine(shown) ? cell : shown;
    }),
  );
}

function ownCells(html: string): Cells | null {
  const start = html.indexOf(`${attribute}="`);
  if (start < 0) return null;
  const from = start + attribute.length + 2;
  const end = html.indexOf('"', from);
  try {
    const read: unknown = JSON.parse(unescaped(html.slice(from, end < 0 ? undefined : end)));
    if (!Array.isArray(read) || read.length === 0) return null;
    const rows = read.map((row: unknown) =>
      Array.isArray(row) ? row.filter((cell) => typeof cell === 'string') : [],
    );
    return evened(rows);
  } catch {
    return null;
  }
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
  '&apos;': "'",
  '&nbsp;': '\u00a0',
  '&#9;': '\t',
  '&#13;': '\r',
};

function unescaped(html: string): string {
  return html.replaceAll(
    /&(?:amp|lt|gt|quot|apos|nbsp|#34|#39|#9|#13);/g,
    (entity) => entities[entity] ?? entity,
  );
}

function evened(rows: Cells): Cells {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 1);
  return rows.map((row) =>
    row.length === columns ? row : [...row, ...Array.from({ length: columns - row.length }, () => '')],
  );
}

function sameShape(a: Cells, b: Cells): boolean {
  return a.length === b.length && a[0]?.length === b[0]?.length;
}

function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
