// What of many rows a list shows, and in which order: filtered, searched, sorted, in groups that can be folded away. A pure
// function of the rows and of what is wished; rows are anything that has an id.

import { finder, folded } from './folded.ts';

export interface Row {
  readonly id: string;
}

export interface Wish<Of extends Row> {
  /** What somebody typed to find some of them; empty for all. */
  readonly search?: string;
  /** What is searched. Asked once for each row as long as the same row object is given. */
  readonly textOf: (row: Of) => string;
  readonly keeps?: (row: Of) => boolean;
  /** Without it the order of the rows stays; rows that are alike keep theirs. */
  readonly compare?: (a: Of, b: Of) => number;
  /** The group of a row by its id; null for none: those come last, without a heading where there are no others. */
  readonly groupOf?: (row: Of) => string | null;
  /** Groups of which only the heading is shown. Nothing is hidden from a search. */
  readonly closed?: ReadonlySet<string>;
}

/** One line of the list: a heading with the number of rows below it, or a row. */
export type Line<Of extends Row> =
  | { readonly kind: 'group'; readonly key: string; readonly group: string | null; readonly count: number }
  | { readonly kind: 'row'; readonly key: string; readonly row: Of };

const texts = new WeakMap<Row, { readonly text: string; readonly folded: string }>();

/** Groups stand in the order of their first rows. */
export function linesOf<Of extends Row>(rows: readonly Of[], wish: Wish<Of>): readonly Line<Of>[] {
  const { search = '', keeps, compare, groupOf, closed } = wish;
  const finds = finder(search);
  const isSearched = folded(search) !== '';
  const found = rows.filter(
    (row) => (keeps?.(row) ?? true) && (!isSearched || finds(foldedText(row, wish.textOf))),
  );
  const sorted = compare === undefined ? found : [...found].sort(compare);
  if (groupOf === undefined) return sorted.map(lineOf);
  const groups = new Map<string | null, Of[]>();
  for (const row of sorted) {
    const group = groupOf(row);
    const inside = groups.get(group);
    if (inside) inside.push(row);
    else groups.set(group, [row]);
  }
  const loose = groups.get(null) ?? [];
  groups.delete(null);
  if (groups.size === 0) return loose.map(lineOf);
  if (loose.length > 0) groups.set(null, loose);
  return [...groups].flatMap(([group, inside]): Line<Of>[] => {
    const heading: Line<Of> = { kind: 'group', key: `group ${group ?? ''}`, group, count: inside.length };
    const isClosed = !isSearched && closed?.has(group ?? '') === true;
    return isClosed ? [heading] : [heading, ...inside.map(lineOf)];
  });
}

function lineOf<Of extends Row>(row: Of): Line<Of> {
  return { kind: 'row', key: row.id, row };
}

function foldedText<Of extends Row>(row: Of, textOf: (row: Of) => string): string {
  const text = textOf(row);
  const known = texts.get(row);
  if (known?.text === text) return known.folded;
  const made = folded(text);
  texts.set(row, { text, folded: made });
  return made;
}
