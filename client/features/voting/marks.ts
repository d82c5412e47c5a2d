// What voting shows on the wall: my own dots while a ballot is open, and the totals once they are told: at the end, or as votes
// come in. When it has just been counted they rise one after another, the best last, so that everybody can follow. Plain values;
// knows no clock.

import { standings, winners } from '../../../shared/features/voting/result.ts';
import type { Vote } from '../../../shared/features/voting/votes.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import type { Badge, BadgesOf } from '../../editor/badges.ts';
import type { BallotNow } from '../../sync/votes.ts';
import { totalText } from '../../votes/words.ts';

/** How long one total climbs. */
const climbMs = 450;
/** Between one and the next; all of them have set out within the second. */
const [betweenMs, setOutMs] = [140, 1_400];
/** The first waits this long: who stands first is worth it. */
const holdMs = 250;

/** How long it takes until so many stand as they are. */
export function riseMs(totals: number): number {
  return totals === 0 ? 0 : (totals - 1) * stepMs(totals) + holdMs + climbMs;
}

export function dotsOf(vote: Vote): BadgesOf {
  const marks = new Map<ItemId, Badge>();
  for (const [id, count] of vote.counts) if (count > 0) marks.set(id, { look: 'dots', count, isNew: false });
  for (const [index, id] of vote.ranking.entries())
    marks.set(id, { look: 'dots', count: index + 1, label: `${index + 1}.`, isNew: false });
  for (const id of vote.spots.keys()) marks.set(id, { look: 'dots', count: 1, isNew: false });
  return marks;
}

/** As they stand `sinceMs` after they were counted; as they stay when it says nothing. */
export function totalsOf({ ballot, result }: BallotNow, sinceMs = Number.POSITIVE_INFINITY): BadgesOf {
  const marks = new Map<ItemId, Badge>();
  if (result === null) return marks;
  // Nobody has won before it is counted.
  const first = new Set(result.practice || result.closedAt === null ? [] : winners(result, ballot.options));
  const named = standings(result, ballot.options).filter(({ voters }) => voters > 0);
  for (const [index, standing] of named.entries()) {
    const { option, rank } = standing;
    const isBest = index === 0 && named.length > 1;
    const setsOut = (named.length - 1 - index) * stepMs(named.length) + (isBest ? holdMs : 0);
    const risen = Math.min(1, (sinceMs - setsOut) / climbMs);
    if (risen < 0) continue;
    const label = totalText(result, risen < 1 ? climbing(standing, risen) : standing);
    marks.set(option, {
      look: 'total',
      count: rank,
      label,
      crowned: risen === 1 && first.has(option),
      isNew: false,
    });
  }
  return marks;
}

function climbing<Standing extends { readonly total: number }>(standing: Standing, risen: number): Standing {
  const eased = 1 - (1 - risen) ** 3;
  const total = standing.total * eased;
  return { ...standing, total: Number.isInteger(standing.total) ? Math.floor(total) : total };
}

function stepMs(totals: number): number {
  return Math.min(betweenMs, setOutMs / Math.max(1, totals));
}
