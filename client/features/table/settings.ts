// How somebody likes their table, kept on this device: which columns are hidden, and how wide the others are. Read as unknown.

import * as v from 'valibot';
import { type IdeaColumn, ideaColumns } from '../../lists/ideaColumns.ts';

const key = 'wallflower.table';
export const widthMin = 64;
export const widthMax = 1_200;

const schema = v.object({
  hidden: v.array(v.unknown()),
  widths: v.record(v.string(), v.pipe(v.number(), v.minValue(widthMin), v.maxValue(widthMax))),
});

export interface TableSettings {
  readonly hidden: ReadonlySet<IdeaColumn>;
  readonly widths: Readonly<Record<IdeaColumn, number>>;
}

const usualWidths: TableSettings['widths'] = {
  text: 400,
  cluster: 180,
  colour: 110,
  author: 130,
  votes: 112,
  comments: 128,
  reactions: 128,
};

export function readSettings(shelf: Pick<Storage, 'getItem'> | null): TableSettings {
  const usual: TableSettings = { hidden: new Set(), widths: usualWidths };
  try {
    const parsed = v.safeParse(schema, JSON.parse(shelf?.getItem(key) ?? 'null'));
    if (!parsed.success) return usual;
    const { hidden, widths } = parsed.output;
    const known = ideaColumns.filter((column) => column !== 'text');
    return {
      hidden: new Set(known.filter((column) => hidden.includes(column))),
      widths: Object.fromEntries(
        ideaColumns.map((column) => [column, widths[column] ?? usualWidths[column]]),
      ) as TableSettings['widths'],
    };
  } catch {
    return usual;
  }
}

export function keepSettings(
  shelf: Pick<Storage, 'setItem'> | null,
  { hidden, widths }: TableSettings,
): void {
  try {
    shelf?.setItem(key, JSON.stringify({ hidden: [...hidden], widths }));
  } catch {
    // A browser that keeps nothing forgets it with the page, and that is no error.
  }
}
