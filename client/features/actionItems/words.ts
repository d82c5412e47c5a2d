// What action items say beside their own words: days, owners.

import { foldedName, type Owner, ownerName } from '../../../shared/features/actionItems/actionItems.ts';
import { type Day, daysLater, noonOf } from '../../../shared/features/actionItems/day.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { t } from '../../text/actionItemWords.ts';
import { textLocales } from '../../text/catalogue.ts';

/** With its year where that is another. */
export function dayText(day: Day, today: Day): string {
  const isOfThisYear = day.slice(0, 4) === today.slice(0, 4);
  const rest = isOfThisYear ? ({ weekday: 'short' } as const) : ({ year: 'numeric' } as const);
  const how = { ...rest, day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(textLocales(), how).format(noonOf(day));
}

export function dueText(due: Day, today: Day, isOverdue: boolean): string {
  if (isOverdue) return t('actionItem.overdue', { date: dayText(due, today) });
  if (due === today) return t('actionItem.dueToday');
  if (due === daysLater(today, 1)) return t('actionItem.dueTomorrow');
  return t('actionItem.dueAt', { date: dayText(due, today) });
}

export function ownerText({ session }: OpenBoard, owner: Owner | null): string {
  return ownerName(owner, (id) => session.person(id)?.name ?? null) ?? '';
}

/** Somebody of this board where one is called that, else a name; null for nothing. */
export function ownerNamed({ session }: OpenBoard, typed: string): Owner | null {
  const name = typed.trim();
  if (name === '') return null;
  const known = [...session.people().values()].find((person) => foldedName(person.name) === foldedName(name));
  return known === undefined ? { name } : { person: known.id };
}
