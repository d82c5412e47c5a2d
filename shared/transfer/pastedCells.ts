// Cells as a spreadsheet puts them on the clipboard: tabs between them, and quotation marks only round those that hold a tab,
// a line break or a quotation mark. Stricter than files are, so nothing is guessed here.

/** Rows of cells, empty ones included. Total: any text is a table. */
export function readPastedCells(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quoted = quotedCell(text, at);
    const end = quoted?.end ?? plainEnd(text, at);
    row.push(quoted?.cell ?? text.slice(at, end));
    at = end;
    if (text[at] === '\t') {
      at++;
      if (at === text.length) row.push('');
      continue;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

function plainEnd(text: string, from: number): number {
  const found = text.slice(from).search(/[\t\r\n]/);
  return found < 0 ? text.length : from + found;
}

/** null for a cell that only begins with a quotation mark. */
function quotedCell(text: string, from: number): { cell: string; end: number } | null {
  if (text[from] !== '"') return null;
  for (let at = from + 1; ; at++) {
    at = text.indexOf('"', at);
    if (at < 0) return null;
    if (text[at + 1] === '"') at++;
    else {
      const next = text[at + 1];
      const closes = next === undefined || next === '\t' || next === '\r' || next === '\n';
      const cell = text
        .slice(from + 1, at)
        .replaceAll('""', '"')
        .replaceAll(/\r\n?/g, '\n');
      return closes ? { cell, end: at + 1 } : null;
    }
  }
}
