// A day of the calendar as `2026-11-27`, the same for everybody wherever they are. Knows no clock and no time zone.

declare const brand: unique symbol;
export type Day = string & { readonly [brand]: 'day' };

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayMs = 24 * 60 * 60 * 1000;

/** A day that calendars have: not the 30th of February. */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string') return false;
  const [, year, month, day] = pattern.exec(value) ?? [];
  return year !== undefined && dayOf(Number(year), Number(month), Number(day)) === value;
}

/** Months and days from 1; null for what no calendar has, and before the year 1000. */
export function dayOf(year: number, month: number, day: number): Day | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  const isThere =
    at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day && year >= 1000;
  return isThere ? (at.toISOString().slice(0, 10) as Day) : null;
}

/** The day it is at a moment, by the clock whose offset from UTC in minutes `getTimezoneOffset` gives. */
export function dayAt(ms: number, offsetMinutes: number): Day {
  return new Date(ms - offsetMinutes * 60_000).toISOString().slice(0, 10) as Day;
}

export function daysLater(day: Day, days: number): Day {
  return new Date(noonOf(day) + days * dayMs).toISOString().slice(0, 10) as Day;
}

/** 0 is Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(noonOf(day)).getUTCDay();
}

/** Noon in UTC, milliseconds since 1970: for `Intl` with `timeZone: 'UTC'`. */
export function noonOf(day: Day): number {
  return Date.parse(`${day}T12:00:00Z`);
}
