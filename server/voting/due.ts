// When something about a ballot is to happen by itself, and what. Pure: the clock is somebody else's.

import {
  type Ballot,
  countedAt,
  isAnnounced,
  remindsAt,
  votingLimits,
} from '../../shared/features/voting/ballot.ts';
import type { BoardId } from '../../shared/lib/ids.ts';
import type { Key } from '../storage/storage.ts';

/**
 * `open`: its announced time has come. `remind`: it ends soon. `end`: its time is up, but late votes are waited for, and from
 * now on nobody new may vote. `count`: it is over.
 */
export type Due = 'open' | 'remind' | 'end' | 'count';

/** What is to happen next with a ballot that is not counted yet, if its time has come. `phase`: the one under way. */
export function dueNow(ballot: Ballot, phase: string | null, now: number): Due | null {
  return timesOf(ballot, phase).find(({ at }) => at <= now)?.due ?? null;
}

/** When the next thing is to happen with any of them, of those after `after`; null when nothing is. */
export function nextDue(
  ballots: readonly Ballot[],
  phase: string | null,
  after = Number.NEGATIVE_INFINITY,
): number | null {
  const times = ballots.flatMap((ballot) => timesOf(ballot, phase).map(({ at }) => at));
  const next = Math.min(...times.filter((at) => at > after));
  return Number.isFinite(next) ? next : null;
}

/** Where it is kept when the next thing is due on a board: `{at}`, or null in the place of the time. */
export function dueKey(board: BoardId): Key {
  return ['due', board];
}

/** Milliseconds since 1970; null for what is no such record. */
export function readDue(value: unknown): number | null {
  const at = typeof value === 'object' && value !== null && 'at' in value ? value.at : null;
  return typeof at === 'number' && Number.isFinite(at) ? at : null;
}

/** What is still to come, the most pressing first: one that is over opens no more, and nobody is reminded of it. */
function timesOf(ballot: Ballot, phase: string | null): { readonly due: Due; readonly at: number }[] {
  const { opensAt, closesAt, closedAt, who, voters, graceHours, remindedAt } = ballot;
  if (closedAt !== null) return [];
  // It ended with the phase it belongs to, whenever that was: long enough ago.
  if (ballot.phase !== null && ballot.phase !== phase) return [{ due: 'count', at: ballot.openedAt }];
  if (opensAt !== null && isAnnounced(ballot)) return [{ due: 'open', at: opensAt }];
  const times: { due: Due; at: number }[] = [];
  const counted = countedAt(ballot);
  if (counted !== null) times.push({ due: 'count', at: counted });
  const hasEnded = who === 'link' && voters !== null;
  if (closesAt !== null && who === 'link' && graceHours > 0 && !hasEnded)
    times.push({ due: 'end', at: closesAt });
  const reminds = remindsAt(ballot);
  const isReminded =
    reminds !== null && remindedAt !== null && remindedAt > reminds - votingLimits.remindEveryMs;
  if (reminds !== null && !isReminded && !hasEnded) times.push({ due: 'remind', at: reminds });
  return times;
}
