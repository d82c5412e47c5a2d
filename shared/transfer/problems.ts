// What may be wrong with a row or a file, by code and values, so that every client says it in its own language. The English
// words go along for those who read the answer as it is.

export const problemTexts = {
  workbook: 'This workbook could not be opened. Save it as XLSX or the sheet as CSV, and import that.',
  oldWorkbook: 'This is a workbook of an older kind. Save it as XLSX or CSV and import that.',
  binary: 'Files of this kind cannot be imported.',
  inflates: 'What is packed in this file is larger than {megabytes} MB; it was not opened.',
  tooManyRows: 'More than {max} rows. Split it into parts.',
  tooWide: 'The sheet “{sheet}” reaches too far. Delete what stands far from the rest and try again.',
  tooMuchText: 'More text than a board holds. Split it into parts.',
  noSuchSheet: 'No sheet is called “{sheet}”.',
  brokenCell: 'The cell {cell} makes no sense; it was read as empty.',
  aboveTable: 'Above the table; left out.',
  noPlace: 'Nothing says where it lay; it is put beside the others.',
  brokenJson: 'This JSON file is cut off or damaged.',
  brokenArchive: 'This archive is damaged or cut off. Save the board once more and take that one.',
  unknownJson: 'This JSON file is no board that can be read here.',
  notNotes: '{count} things without a text of their own (lines, pictures, drawings) were left out.',
  notAnIdea: 'No text in it; left out.',
  empty: 'There is nothing in it.',
  tooLarge: 'The file is larger than {megabytes} MB. Split it into parts.',
  tooMany: 'More than {max} ideas; a board holds no more. Split it into parts.',
  boardFull: 'A board holds at most {max} items: {there} are there, {coming} would come.',
  noText: 'No column looks like ideas. Choose the one to import.',
  noSuchColumn: 'No column is called “{column}”.',
  neverClosed: 'A quotation mark is opened and never closed; the row was read as it stands.',
  strayQuotes: 'There are stray quotation marks in this row; please check its text.',
  extraCells: '{count} cells where the first row has {width}; please check its text.',
  joinedCells: '{count} cells where the first row has {width}; the last ones were joined.',
  nothingInColumn: 'Nothing in the column “{column}”; left out.',
  tooLong: 'Longer than {max} characters; cut there.',
  newerBoard: 'This board was exported by a newer version of Wallflower. Update this server first.',
  tooManyItems: 'A board holds at most {max} items; the file has {count}. The rest is left out.',
  sameId: 'A second item with the id {id}; left out.',
  notAnItem: 'Not an item; left out.',
  badKey: 'The item’s “{key}” is missing or makes no sense; left out.',
  moreLikeThese: '{count} more rows have problems like these.',
} as const;

export type ProblemCode = keyof typeof problemTexts;
export type ProblemValues = Readonly<Record<string, string | number>>;

export interface Problem {
  readonly code: ProblemCode;
  readonly values: ProblemValues;
  /** In English. */
  readonly message: string;
}

export interface ImportProblem extends Problem {
  /** As a spreadsheet numbers it, the first row (header or not) being 1; 0 for the file as a whole. */
  readonly row: number;
}

export function problem(code: ProblemCode, values: ProblemValues = {}): Problem {
  const message = problemTexts[code].replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? '';
    return typeof value === 'number' ? value.toLocaleString('en') : value;
  });
  return { code, values, message };
}
