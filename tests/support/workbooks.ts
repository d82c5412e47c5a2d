// Workbooks for tests, written part by part, so that they can be wrong in every way.

import { strToU8, zipSync } from 'fflate';

export interface TestSheet {
  readonly name: string;
  /** The rows' XML; see `cellsOf`. */
  readonly rows: string;
  readonly hidden?: boolean;
  /** After the cells: `<mergeCells>`. */
  readonly after?: string;
}

export function workbookOf(sheets: readonly TestSheet[], extra: Record<string, Uint8Array> = {}): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets
      .map(
        ({ name, hidden }, i) =>
          `<sheet name="${name}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets
      .map(
        (_, i) =>
          `<Relationship Id="rId${i + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
      )
      .join('')}</Relationships>`,
  };
  sheets.forEach(({ rows, after = '' }, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`;
  });
  const files = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
  return zipSync({ ...files, ...extra });
}

/** Rows of inline texts and numbers from A1 on; an empty text is no cell. */
export function cellsOf(rows: readonly (readonly (string | number)[])[], firstRow = 1): string {
  return rows
    .map((cells, r) => {
      const row = firstRow + r;
      const inside = cells.map((cell, c) => {
        const at = `r="${String.fromCharCode(65 + c)}${row}"`;
        if (cell === '') return '';
        return typeof cell === 'number'
          ? `<c ${at}><v>${cell}</v></c>`
          : `<c ${at} t="inlineStr"><is><t>${cell}</t></is></c>`;
      });
      return `<row r="${row}">${inside.join('')}</row>`;
    })
    .join('');
}
