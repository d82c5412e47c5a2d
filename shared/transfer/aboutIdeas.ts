// What a table says of an idea beside its text: the votes it got, what is to be done about it.

import { type ActionItem, ownerName } from '../features/actionItems/actionItems.ts';
import type { Summary, SummaryBallot } from '../features/summary/summary.ts';
import type { ItemId } from '../lib/ids.ts';
import type { BoardSnapshot } from './snapshot.ts';

export interface IdeaVote {
  readonly total: number;
  readonly voters: number;
  readonly rank: number;
  readonly ballot: string;
}

/** Of the last ballot that was about an idea; nothing where a matrix gave it a place and no votes. */
export function lastVotes(ballots: readonly SummaryBallot[]): Map<ItemId, IdeaVote> {
  const found = new Map<ItemId, IdeaVote>();
  for (const { title, method, state, standings } of ballots) {
    if (state !== 'counted' || method === 'matrix') continue;
    for (const { option, total, voters, rank } of standings)
      found.set(option.id, { total, voters, rank, ballot: title });
  }
  return found;
}

/** The action item made of an idea, the latest of several; without the names of participants where nobody is named. */
export function actionsOf(snapshot: BoardSnapshot, { isAnonymous }: Pick<Summary, 'isAnonymous'>) {
  const names = new Map(snapshot.people.map(({ id, name }) => [id, name]));
  const found = new Map<ItemId, Pick<ActionItem, 'due' | 'status'> & { readonly owner: string | null }>();
  for (const { item, owner, due, status, to } of snapshot.story?.actionItems ?? []) {
    if (item === null || to !== null) continue;
    const name = ownerName(owner, (id) => (isAnonymous ? null : (names.get(id) ?? null)));
    found.set(item, { owner: name, due, status });
  }
  return found;
}
