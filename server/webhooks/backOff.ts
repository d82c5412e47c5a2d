// When to try again: soon at first, then ever more rarely, for a day. Pure.

import type { Random } from '../../shared/lib/env.ts';

const firstMs = 5_000;
const mostMs = 60 * 60_000;
/** News of yesterday is none. */
const giveUpAfterMs = 24 * 60 * 60_000;

/**
 * @param attempts how often it was tried, from 1.
 * @param waitMs what the other end asked for.
 * @returns the time of the next attempt, null when there is none.
 */
export function retryAt(of: {
  readonly happenedAt: number;
  readonly now: number;
  readonly attempts: number;
  readonly waitMs: number | null;
  readonly random: Random;
}): number | null {
  const doubled = Math.min(mostMs, firstMs * 2 ** Math.min(30, of.attempts - 1));
  // Many boards that write to one place should not all come back in the same second.
  const spread = doubled * (0.8 + 0.4 * of.random.next());
  const at = Math.round(of.now + Math.max(spread, of.waitMs ?? 0));
  return at > of.happenedAt + giveUpAfterMs ? null : at;
}
