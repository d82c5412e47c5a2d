// What decisions say beside their own words: days, names, the vote they come from.

import { ballotTitle, readBallot } from '../../../shared/features/voting/ballot.ts';
import type { ParticipantId } from '../../../shared/lib/ids.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { textLocales } from '../../text/catalogue.ts';
import { t } from '../../text/resultWords.ts';

/** More names than this are a number. */
const namesMax = 4;

/** For a field of a day: `2026-11-22`; empty for none. */
export function dayField(at: number | null): string {
  if (at === null) return '';
  const day = new Date(at);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${String(day.getFullYear()).padStart(4, '0')}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** Noon of that day on this clock, so that it is the same day nearly everywhere; null for none. */
export function dayOf(field: string): number | null {
  const at = new Date(`${field}T12:00`).getTime();
  return Number.isNaN(at) || at < 0 ? null : at;
}

export function dayText(at: number): string {
  return new Intl.DateTimeFormat(textLocales(), { dateStyle: 'medium' }).format(at);
}

/** null for a ballot that is not there. */
export function ballotTitleOf({ docs }: OpenBoard, id: string): string | null {
  const ballot = readBallot(id, docs.session.getMap('ballots').get(id));
  if (ballot === null) return null;
  return ballotTitle(ballot.title) || t('voting.untitled');
}

/** "Ada, Ben and Cleo", "Ada, Ben, Cleo, Dan and 3 more". */
export function namesText({ session }: OpenBoard, ids: readonly ParticipantId[]): string {
  const names = ids.flatMap((id) => session.person(id)?.name ?? []);
  const more = ids.length - Math.min(namesMax, names.length);
  if (more <= 0) return new Intl.ListFormat(textLocales(), { type: 'conjunction' }).format(names);
  return t('decision.more', { names: names.slice(0, namesMax).join(', '), count: more });
}
