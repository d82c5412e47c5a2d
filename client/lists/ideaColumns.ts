// The columns of a table of ideas: what stands in each, how it is compared, what it can be narrowed to. Pure; words of a
// language are handed in.

import { type Colour, colours } from '../../shared/items/colour.ts';
import { finder, folded } from './folded.ts';
import type { IdeaRow } from './ideaRows.ts';

export const ideaColumns = ['text', 'cluster', 'colour', 'author', 'votes', 'comments', 'reactions'] as const;
export type IdeaColumn = (typeof ideaColumns)[number];

/** What can be changed in place; the rest is told. */
const editableColumns = ['text', 'cluster', 'colour'] as const;
export type EditableColumn = (typeof editableColumns)[number];

export function isEditable(column: IdeaColumn): column is EditableColumn {
  return editableColumns.some((each) => each === column);
}

export function isNumeric(column: IdeaColumn): boolean {
  return column === 'votes' || column === 'comments' || column === 'reactions';
}

export interface ColumnWords {
  readonly colourName: (colour: Colour) => string;
  /** Alphabetical, as the reader's language has it, numbers by their value. */
  readonly compare: (a: string, b: string) => number;
}

/** As it is shown and copied. */
export function cellText(row: IdeaRow, column: IdeaColumn, words: ColumnWords): string {
  switch (column) {
    case 'text':
      return row.text;
    case 'cluster':
      return row.clusterTitle;
    case 'colour':
      return words.colourName(row.colour);
    case 'author':
      return row.author;
    case 'votes':
      return row.votes === null ? '' : String(Math.round(row.votes * 100) / 100);
    case 'comments':
    case 'reactions':
      return String(row[column]);
  }
}

export interface Sorting {
  readonly column: IdeaColumn;
  readonly descending: boolean;
}

/** Cells with nothing in them come last, whichever way round. */
export function comparing(
  { column, descending }: Sorting,
  words: ColumnWords,
): (a: IdeaRow, b: IdeaRow) => number {
  const way = descending ? -1 : 1;
  return (a, b) => {
    if (column === 'colour') return way * (colours.indexOf(a.colour) - colours.indexOf(b.colour));
    if (isNumeric(column)) return byNumber(numberIn(a, column), numberIn(b, column), way);
    const [left, right] = [cellText(a, column, words), cellText(b, column, words)];
    if (left === '' || right === '') return Number(left === '') - Number(right === '');
    return way * words.compare(left, right);
  };
}

function byNumber(a: number | null, b: number | null, way: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return way * (a - b);
}

function numberIn(row: IdeaRow, column: IdeaColumn): number | null {
  return column === 'votes' || column === 'comments' || column === 'reactions' ? row[column] : null;
}

/** What one column is narrowed to: words it has, one of these values, or at least so many. */
export type ColumnFilter =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'values'; readonly values: ReadonlySet<string> }
  | { readonly kind: 'least'; readonly least: number };

export type Filters = Readonly<Partial<Record<IdeaColumn, ColumnFilter>>>;

export function isNarrowed(filter: ColumnFilter | undefined): filter is ColumnFilter {
  if (filter === undefined) return false;
  if (filter.kind === 'words') return folded(filter.words) !== '';
  return filter.kind === 'least' || filter.values.size > 0;
}

/** By what a value is told apart: colours by their name in the documents, not by that of a language. */
function valueIn(row: IdeaRow, column: IdeaColumn): string {
  if (column === 'cluster') return row.clusterTitle;
  if (column === 'colour') return row.colour;
  return column === 'author' ? row.author : '';
}

/** Every value a column has, each once, with how many rows have it, in the order in which they come. */
export function valuesIn(rows: readonly IdeaRow[], column: IdeaColumn): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  for (const row of rows) {
    const value = valueIn(row, column);
    values.set(value, (values.get(value) ?? 0) + 1);
  }
  return values;
}

export function keeping(filters: Filters): (row: IdeaRow) => boolean {
  const tests = ideaColumns.flatMap((column) => {
    const filter = filters[column];
    return isNarrowed(filter) ? [testOf(column, filter)] : [];
  });
  return (row) => tests.every((test) => test(row));
}

function testOf(column: IdeaColumn, filter: ColumnFilter): (row: IdeaRow) => boolean {
  if (filter.kind === 'values') return (row) => filter.values.has(valueIn(row, column));
  if (filter.kind === 'least') return (row) => (numberIn(row, column) ?? 0) >= filter.least;
  const finds = finder(filter.words);
  return (row) => finds(folded(row.text));
}
