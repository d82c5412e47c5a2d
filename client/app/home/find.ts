// Finding one board among many: search that does not mind accents, and the orders to look through them.

import type { BoardOrder } from '../localStore.ts';

export interface Findable {
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly latest: number;
}

/** Letters that are not a plain letter with a mark on it, and how people type them. */
const typedAs: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
};

/** Without accents, case and width: `Café` and `CAFE` are the same. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđłı]/g, (letter) => typedAs[letter] ?? letter);
}

/** Every word of the search is somewhere in the title. Nothing typed finds everything. */
export function found<Board extends Findable>(boards: readonly Board[], search: string): readonly Board[] {
  const words = plain(search)
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return boards;
  return boards.filter(({ title }) => {
    const where = plain(title);
    return words.every((word) => where.includes(word));
  });
}

/** `locales` as `Intl` takes them. Numbers in names count as numbers: `Plan 2` comes before `Plan 10`. */
export function inOrder<Board extends Findable>(
  boards: readonly Board[],
  order: BoardOrder,
  locales: readonly string[],
): readonly Board[] {
  const latestFirst = (a: Board, b: Board) => b.latest - a.latest;
  if (order === 'opened') return [...boards].sort(latestFirst);
  const names = new Intl.Collator([...locales], { numeric: true, sensitivity: 'base' });
  return [...boards].sort((a, b) => names.compare(a.title, b.title) || latestFirst(a, b));
}

/** A title that none of these has, with a number where it is needed. */
export function freshTitle(wanted: string, taken: readonly string[]): string {
  const isTaken = (title: string) => taken.includes(title);
  let title = wanted;
  for (let number = 2; isTaken(title); number++) title = `${wanted} (${number})`;
  return title;
}
