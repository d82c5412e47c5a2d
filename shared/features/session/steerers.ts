// The rule for when nobody who may steer is here. Pure.

/** A session without anybody who steers waits this long before somebody else may take the wheel in trust. */
export const wheelFreeAfterMs = 3 * 60_000;

/**
 * Whether anybody who takes part may steer in trust now: a phase is under way, and nobody who steers was here for a while.
 * `lastHereAt` is when the last of them left; null while one is here.
 */
export function wheelIsFree(of: {
  readonly phaseUnderWay: boolean;
  readonly lastHereAt: number | null;
  readonly now: number;
}): boolean {
  return of.phaseUnderWay && of.lastHereAt !== null && of.now - of.lastHereAt >= wheelFreeAfterMs;
}
