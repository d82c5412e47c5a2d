// The time that is left, in digits and in moments worth saying. Pure arithmetic; whoever calls brings the server's time.

import { isPaused, type Phase, timeLeft } from '../../../shared/features/session/phase.ts';

/** How a timer stands: `last` is the warm end of a running one, `up` the calm after it. */
export type TimerLook = 'none' | 'running' | 'last' | 'up' | 'paused';

export interface TimerState {
  readonly look: TimerLook;
  /** Whole seconds as they are shown, never below 0; 0 without a timer. */
  readonly seconds: number;
}

/** From here on the time is warm. */
const lastSeconds = 10;

/** Seconds left at which it is said aloud how much is left. */
const saidAt = [60, lastSeconds, 0] as const;

export function timerOf(phase: Phase, now: number): TimerState {
  const left = timeLeft(phase, now);
  if (left === null) return { look: 'none', seconds: 0 };
  // A clock that is a moment behind the server's shows no more than there was.
  const most = phase.endsAt === null ? left : phase.endsAt - phase.startedAt;
  const seconds = Math.max(0, Math.ceil(Math.min(left, most) / 1000));
  if (isPaused(phase)) return { look: 'paused', seconds };
  if (seconds === 0) return { look: 'up', seconds };
  return { look: seconds <= lastSeconds ? 'last' : 'running', seconds };
}

/** Until the digits change, in milliseconds; null when they do not. */
export function nextTickMs(phase: Phase, now: number): number | null {
  const left = timeLeft(phase, now);
  if (left === null || left <= 0 || isPaused(phase)) return null;
  return left % 1000 || 1000;
}

/** `4:05`, `1:04:05`, `27:04:05`: digits and colons only, so that it means the same in every language. */
export function clockText(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const [s, m, h] = [seconds % 60, Math.floor(seconds / 60) % 60, Math.floor(seconds / 3600)];
  return h === 0 ? `${m}:${two(s)}` : `${h}:${two(m)}:${two(s)}`;
}

/**
 * The one moment among `saidAt` that was passed between two looks at a running timer, the latest of them; null for none. A
 * timer that was longer at the second look was given time: nothing was passed.
 */
export function momentPassed(before: TimerState, after: TimerState): number | null {
  const runs = ({ look }: TimerState) => look === 'running' || look === 'last';
  if (!runs(before) || !(runs(after) || after.look === 'up')) return null;
  const passed = saidAt.filter((moment) => before.seconds > moment && after.seconds <= moment);
  return passed.at(-1) ?? null;
}
