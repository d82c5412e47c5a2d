// How long ago something was, as people say it; after a week, the date.

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];
const weekMs = 7 * 86_400_000;

/** Times in milliseconds since 1970. What lies ahead, by a clock that is wrong, is now. */
export function relativeTime(at: number, now: number, locales: string[]): string {
  const ago = Math.max(0, now - at);
  if (ago >= weekMs) return new Intl.DateTimeFormat(locales, { dateStyle: 'medium' }).format(at);
  const format = new Intl.RelativeTimeFormat(locales, { numeric: 'auto', style: 'short' });
  for (const [unit, ms] of units) if (ago >= ms) return format.format(-Math.floor(ago / ms), unit);
  return format.format(0, 'second');
}

export function wholeTime(at: number, locales: string[]): string {
  return new Intl.DateTimeFormat(locales, { dateStyle: 'full', timeStyle: 'short' }).format(at);
}
