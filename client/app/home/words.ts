// Times as people say them.

import { textLocales } from '../../text/catalogue.ts';

const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** Says how long ago something was, in the language of the texts. All in milliseconds since 1970. */
export function agoFrom(now: number): (then: number) => string {
  const words = new Intl.RelativeTimeFormat(textLocales(), { numeric: 'auto' });
  return (then) => {
    const seconds = Math.max(0, (now - then) / 1000);
    const [unit, size] = units.find(([, least]) => seconds >= least) ?? ['second', 1];
    return words.format(unit === 'second' ? 0 : -Math.floor(seconds / size), unit);
  };
}

/** `22 November`. */
export function dayOf(time: number): string {
  return new Intl.DateTimeFormat(textLocales(), { day: 'numeric', month: 'long' }).format(time);
}
