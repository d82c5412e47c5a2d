// When a ballot opens and closes, as people choose it: by a word, or by a date and a time on their own clock. Pure: time is handed
// in, and the zone is the one of this device.

import { textLocales } from '../../text/catalogue.ts';

/** `now` and `byHand` are no time at all; `week` is the same time of day in seven days. */
export type WhenChoice = 'now' | 'byHand' | 'in10' | 'tomorrow9' | 'tomorrow18' | 'week' | 'set';

export interface When {
  readonly choice: WhenChoice;
  /** What stands in the two fields, as the browser has it: `2026-11-22` and `18:00`; empty for nothing. Only `set` reads it. */
  readonly date: string;
  readonly time: string;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** A choice, with the next full hour but one in the fields. */
export function whenOf(choice: WhenChoice, now: number): When {
  const at = Math.ceil((now + hourMs) / hourMs) * hourMs;
  return { choice, date: dateField(at), time: timeField(at) };
}

/** In milliseconds since 1970, counted from `from`; null for no time, NaN for fields that say none. */
export function timeOf({ choice, date, time }: When, from: number): number | null {
  switch (choice) {
    case 'now':
    case 'byHand':
      return null;
    case 'in10':
      return Math.ceil((from + 10 * minuteMs) / minuteMs) * minuteMs;
    case 'tomorrow9':
      return onDay(from, 1, 9);
    case 'tomorrow18':
      return onDay(from, 1, 18);
    case 'week':
      return onDay(from, 7);
    case 'set':
      return date === '' || time === '' ? Number.NaN : new Date(`${date}T${time}`).getTime();
  }
}

function dateField(at: number): string {
  const day = new Date(at);
  return `${String(day.getFullYear()).padStart(4, '0')}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

function timeField(at: number): string {
  const day = new Date(at);
  return `${two(day.getHours())}:${two(day.getMinutes())}`;
}

/** "today, 18:00", "tomorrow, 18:00", "Mon, 23 Nov, 18:00": on this device's clock. */
export function whenText(at: number, now: number): string {
  const time = clockText(at);
  const days = dayNumber(at) - dayNumber(now);
  if (Math.abs(days) <= 1)
    return `${new Intl.RelativeTimeFormat(textLocales(), { numeric: 'auto' }).format(days, 'day')}, ${time}`;
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const day = new Intl.DateTimeFormat(textLocales(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  });
  return `${day.format(at)}, ${time}`;
}

/** Hours and minutes. */
export function clockText(at: number): string {
  return new Intl.DateTimeFormat(textLocales(), { hour: 'numeric', minute: '2-digit' }).format(at);
}

/** What this device's time zone is called at that time: "Central European Summer Time". */
export function zoneName(at: number): string {
  const parts = new Intl.DateTimeFormat(textLocales(), { timeZoneName: 'long' }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'UTC';
}

/** So many days later, at the same time of day or at that hour: by the calendar, so that clocks may change between. */
function onDay(from: number, days: number, hour?: number): number {
  const day = new Date(from);
  day.setDate(day.getDate() + days);
  if (hour === undefined) day.setSeconds(0, 0);
  else day.setHours(hour, 0, 0, 0);
  return day.getTime();
}

/** Which day of this device's calendar it is, counted. */
function dayNumber(at: number): number {
  const day = new Date(at);
  return Math.round(Date.UTC(day.getFullYear(), day.getMonth(), day.getDate()) / (24 * hourMs));
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
