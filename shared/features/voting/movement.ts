// What a discussion moved: two results over the same options, before and after, side by side. Pure.

import type { ItemId } from '../../lib/ids.ts';
import { type Result, standings } from './result.ts';

export interface Movement {
  readonly option: ItemId;
  readonly rankBefore: number;
  readonly rankAfter: number;
  readonly totalBefore: number;
  readonly totalAfter: number;
  /** Places won; below 0 for places lost. */
  readonly ranksUp: number;
  readonly totalUp: number;
}

export interface Moved {
  /** In the order of the result after; only options that stand in both. */
  readonly options: readonly Movement[];
  /** Of all pairs of options, the share whose order is another than before (a tie that broke, or came, is half of one); 0 to 1. */
  readonly reordered: number;
}

/**
 * `options` are those that both ballots asked about. Ranks are among these alone, so that an option that is gone moves nobody.
 * Totals of two methods cannot be compared: null then.
 */
export function movementOf(before: Result, after: Result, options: readonly ItemId[]): Moved | null {
  if (before.method !== after.method) return null;
  const shared = options.filter((option) => before.tally.has(option) && after.tally.has(option));
  const then = new Map(standings(before, shared).map((standing) => [standing.option, standing]));
  const moved: Movement[] = [];
  for (const { option, rank, total } of standings(after, shared)) {
    const known = then.get(option);
    if (known === undefined) continue;
    moved.push({
      option,
      rankBefore: known.rank,
      rankAfter: rank,
      totalBefore: known.total,
      totalAfter: total,
      ranksUp: known.rank - rank,
      totalUp: rounded(total - known.total),
    });
  }
  return { options: moved, reordered: reorderedShare(moved) };
}

function reorderedShare(moved: readonly Movement[]): number {
  let [pairs, turned] = [0, 0];
  for (const [index, a] of moved.entries())
    for (const b of moved.slice(index + 1)) {
      pairs++;
      const [then, now] = [Math.sign(a.rankBefore - b.rankBefore), Math.sign(a.rankAfter - b.rankAfter)];
      turned += Math.abs(then - now) / 2;
    }
  return pairs === 0 ? 0 : turned / pairs;
}

/** Equal differences stay equal, whatever the floating point makes of them. */
function rounded(difference: number): number {
  return Math.round(difference * 1e9) / 1e9;
}
