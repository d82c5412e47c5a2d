// The cells of a table in pasted HTML, read by the browser in a document of its own: nothing in it runs, loads or is shown.

import type { Cells } from '../../lists/sheetClip.ts';

const cellsMax = 200_000;

export function readTable(html: string): Cells | null {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (table === null) return null;
  const rows: string[][] = [];
  let count = 0;
  for (const row of table.rows) {
    const cells: string[] = [];
    for (const cell of row.cells) {
      cells.push(textOf(cell));
      // A cell over several columns leaves the others empty, as spreadsheets paste it.
      for (let more = 1; more < cell.colSpan; more++) cells.push('');
      count += cell.colSpan;
      if (count > cellsMax) return null;
    }
    rows.push(cells);
  }
  return rows;
}

function textOf(cell: HTMLElement): string {
  const kept = /pre/.test(cell.style.whiteSpace);
  let text = '';
  const read = (node: Node): void => {
    if (node instanceof Text || node.nodeType === Node.TEXT_NODE) {
      const words = node.nodeValue ?? '';
      text += kept ? words : words.replaceAll(/[ \t\r\n]+/g, ' ');
    } else if (node.nodeName === 'BR') text = `${kept ? text : text.trimEnd()}\n`;
    else if (!['STYLE', 'SCRIPT'].includes(node.nodeName)) {
      const isBlock = ['P', 'DIV', 'LI'].includes(node.nodeName);
      if (isBlock && text.trim() !== '' && !text.endsWith('\n')) text = `${text.trimEnd()}\n`;
      for (const child of node.childNodes) read(child);
    }
  };
  for (const child of cell.childNodes) read(child);
  return kept ? text : text.replaceAll(/\n +/g, '\n').replaceAll('\u00a0', ' ').trim();
}
