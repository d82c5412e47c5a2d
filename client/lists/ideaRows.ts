// Ideas as the rows of a table: what each says and what is known about it, as plain values. Rows that did not change stay the
// same objects. Knows no screen and asks nobody: whoever has the board, the votes and the comments hands them in.

import type { Said } from '../../shared/features/talk.ts';
import type { Result } from '../../shared/features/voting/result.ts';
import type { Colour } from '../../shared/items/colour.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import type { ListRow } from './boardRows.ts';

export interface IdeaRow {
  readonly id: ItemId;
  readonly text: string;
  /** The cluster it is directly inside of. */
  readonly cluster: ItemId | null;
  /** Its title as it is written; empty outside of all. */
  readonly clusterTitle: string;
  readonly colour: Colour;
  /** Empty where nobody is to know. */
  readonly author: string;
  /** What the last closed ballot gave it; null where it was not voted on. */
  readonly votes: number | null;
  readonly comments: number;
  readonly reactions: number;
  readonly locked: boolean;
}

export interface AboutIdeas {
  readonly authorOf: (id: ItemId) => string;
  readonly votes: ReadonlyMap<ItemId, number>;
  readonly said: ReadonlyMap<ItemId, Said>;
}

/** The notes of a board, in its order. `before` are the rows of the last time, by id. */
export function ideaRows(
  rows: readonly ListRow[],
  about: AboutIdeas,
  before: ReadonlyMap<string, IdeaRow>,
): readonly IdeaRow[] {
  const titles = new Map(
    rows.flatMap(({ id, item }) => (item.kind === 'cluster' ? [[id, item.text] as const] : [])),
  );
  return rows.flatMap(({ id, item, parent }) => {
    if (item.kind !== 'note') return [];
    const said = about.said.get(id);
    const row: IdeaRow = {
      id,
      text: item.text,
      cluster: parent,
      clusterTitle: parent === null ? '' : (titles.get(parent) ?? ''),
      colour: item.colour,
      author: about.authorOf(id),
      votes: about.votes.get(id) ?? null,
      comments: said?.comments ?? 0,
      reactions: said?.reactions ?? 0,
      locked: item.locked,
    };
    const known = before.get(id);
    return known !== undefined && sameIdea(known, row) ? known : row;
  });
}

function sameIdea(a: IdeaRow, b: IdeaRow): boolean {
  return (Object.keys(b) as (keyof IdeaRow)[]).every((key) => a[key] === b[key]);
}

/** Of several results, what the last ballot that is closed and was no practice gave. */
export function lastVotes(results: Iterable<Result | null>): ReadonlyMap<ItemId, number> {
  let last: Result | null = null;
  for (const result of results) {
    if (result === null || result.closedAt === null || result.practice) continue;
    if (last === null || result.closedAt >= (last.closedAt ?? 0)) last = result;
  }
  return last?.tally ?? new Map();
}
