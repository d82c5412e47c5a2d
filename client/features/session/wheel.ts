// Whether to offer somebody the wheel. The server decides; this only keeps from offering what it would refuse. Pure.

import { wheelFreeAfterMs } from '../../../shared/features/session/steerers.ts';

/** Somebody who reloads the page is back by then. */
const settleMs = 5_000;
const askAgainMs = 20_000;

export interface WheelView {
  readonly phaseUnderWay: boolean;
  readonly takesPart: boolean;
  /** Since when nobody who steers is here, as far as seen from here; null while somebody is. */
  readonly aloneSince: number | null;
  /** Whether they were seen leaving. If not, they may have been gone for long: the server knows. */
  readonly sawThemLeave: boolean;
  /** When the server last said that it is too early; null when it has not. */
  readonly refusedAt: number | null;
  readonly now: number;
}

export interface WheelOffer {
  readonly kind: 'nothing' | 'soon' | 'offered';
  /** Until that may be otherwise, in milliseconds; null when only news changes it. */
  readonly lookAgainMs: number | null;
}

export function wheelOffer(view: WheelView): WheelOffer {
  const { phaseUnderWay, takesPart, aloneSince, sawThemLeave, refusedAt, now } = view;
  if (!phaseUnderWay || !takesPart || aloneSince === null) return { kind: 'nothing', lookAgainMs: null };
  const settledIn = aloneSince + settleMs - now;
  if (settledIn > 0) return { kind: 'nothing', lookAgainMs: settledIn };
  const freeAt = Math.max(
    sawThemLeave ? aloneSince + wheelFreeAfterMs : 0,
    refusedAt === null ? 0 : refusedAt + askAgainMs,
  );
  return freeAt > now ? { kind: 'soon', lookAgainMs: freeAt - now } : { kind: 'offered', lookAgainMs: null };
}
