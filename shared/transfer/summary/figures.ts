// Numbers and times as the readers of one language and one place of the world write them.

import type { Words } from './words.ts';

export class Writing {
  readonly words: Words;
  private readonly timeZone: string;

  /** `timeZone` as IANA names it; one that this machine does not know is UTC. */
  constructor(words: Words, timeZone: string) {
    this.words = words;
    this.timeZone = knownZone(timeZone);
  }

  /** With its zone where that is nobody's own. */
  moment(at: number): string {
    const text = this.format(at, { dateStyle: 'long', timeStyle: 'short' });
    return this.timeZone === 'UTC' ? `${text} UTC` : text;
  }

  date(at: number): string {
    return this.format(at, { dateStyle: 'long' });
  }

  time(at: number): string {
    return this.format(at, { timeStyle: 'short' });
  }

  /** From, to: the date is said once where both are on one day. */
  span(from: number, to: number): string {
    const start = this.moment(from).replace(/ UTC$/, '');
    const end = this.date(from) === this.date(to) ? this.time(to) : this.moment(to).replace(/ UTC$/, '');
    return `${start} – ${end}${this.timeZone === 'UTC' ? ' UTC' : ''}`;
  }

  percent(share: number): string {
    return new Intl.NumberFormat(this.words.locale, { style: 'percent' }).format(share);
  }

  number(value: number, digits = 0): string {
    return new Intl.NumberFormat(this.words.locale, { maximumFractionDigits: digits }).format(value);
  }

  /** With a sign, whatever it is. */
  difference(share: number): string {
    return new Intl.NumberFormat(this.words.locale, { style: 'percent', signDisplay: 'exceptZero' }).format(
      share,
    );
  }

  /** A few names in one line. */
  names(names: readonly string[]): string {
    return names.join(', ');
  }

  private format(at: number, how: Intl.DateTimeFormatOptions): string {
    const inRange = Math.abs(at) <= 8.64e15 ? at : 0;
    return new Intl.DateTimeFormat(this.words.locale, { ...how, timeZone: this.timeZone }).format(inRange);
  }
}

/** What a browser says of itself may be anything. */
export function knownZone(asked: unknown): string {
  if (typeof asked !== 'string' || !/^[A-Za-z0-9_+/-]{1,64}$/.test(asked)) return 'UTC';
  try {
    return new Intl.DateTimeFormat('en', { timeZone: asked }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
