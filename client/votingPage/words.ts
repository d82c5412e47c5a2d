// What the voting page says of times and budgets.

import type { Ballot } from '../../shared/features/voting/ballot.ts';
import { t, textLocales } from '../text/votingPageWords.ts';

const dayMs = 24 * 60 * 60_000;

/** A time of the server's clock as the clock of whoever reads it shows it: near ones by the day of the week. */
export function whenText(at: number, now: number): string {
  const isNear = Math.abs(at - now) < 6 * dayMs;
  return new Intl.DateTimeFormat(textLocales(), {
    weekday: isNear ? 'long' : 'short',
    ...(isNear ? {} : { day: 'numeric', month: 'short' }),
    hour: 'numeric',
    minute: '2-digit',
  }).format(at);
}

/** What there is to give, in a few words; empty where the method says it all. */
export function sizeText({ method, votes, maxPerOption }: Ballot): string {
  if (method === 'dots') return t('votingPage.each', { votes, most: maxPerOption });
  return method === 'quadratic' ? t('votingPage.credits', { votes }) : '';
}
