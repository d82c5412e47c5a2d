// One typed line into an action item: `Ask for three offers @Ada due friday`. What cannot be read as a name or a day stays part
// of the text: nothing that somebody typed is lost. English and German, both always.

import { foldedName, type Owner } from './actionItems.ts';
import { type Day, dayOf, daysLater, isDay, weekdayOf } from './day.ts';

export interface TypedItem {
  readonly text: string;
  readonly owner: Owner | null;
  readonly due: Day | null;
}

export interface Known<Person extends { readonly id: string; readonly name: string }> {
  readonly people: readonly Person[];
  readonly today: Day;
}

type SomePerson = { readonly id: Extract<Owner, { person: unknown }>['person']; readonly name: string };

/** What is left of the line when its owner and its day are taken out of it, and those. */
export function readTyped(line: string, { people, today }: Known<SomePerson>): TypedItem {
  const owned = ownerIn(line, people);
  const withoutOwner = owned === null ? line : cut(line, owned.start, owned.end);
  const dated = dueIn(withoutOwner, today);
  const rest = dated === null ? withoutOwner : cut(withoutOwner, dated.start, dated.end);
  return { text: rest.replace(/\s+/gu, ' ').trim(), owner: owned?.owner ?? null, due: dated?.due ?? null };
}

/** What is being written where the caret stands, to be offered something for; null for plain words. */
export function wantedAt(
  line: string,
  caret: number,
): { readonly kind: 'owner' | 'due'; readonly start: number; readonly query: string } | null {
  const before = line.slice(0, caret);
  const owner = /(?:^|[^\p{L}\p{N}_])@([^@]{0,40})$/u.exec(before);
  if (owner !== null) {
    const query = owner[1] ?? '';
    // Two words at most: after that it is the text going on.
    if (query.split(' ').length <= 2) return { kind: 'owner', start: caret - query.length - 1, query };
  }
  const due = /(?:^|\s)((?:due|bis|fällig)\s+)(\S{0,12}(?:\s\S{0,12})?)$/iu.exec(before);
  if (due === null) return null;
  const query = due[2] ?? '';
  return { kind: 'due', start: caret - query.length - (due[1] ?? '').length, query };
}

interface Found {
  readonly start: number;
  readonly end: number;
}

/** The longest name that fits behind an `@`; a word there that nobody is called is a name all the same. */
function ownerIn(line: string, people: readonly SomePerson[]): (Found & { owner: Owner }) | null {
  for (const { index: start } of line.matchAll(/(?<![\p{L}\p{N}_])@(?=\S)/gu)) {
    const rest = line.slice(start + 1);
    const fitting = people
      .filter(({ name }) => name.trim() !== '' && beginsWith(rest, name.trim()))
      .sort((a, b) => b.name.length - a.name.length)[0];
    if (fitting !== undefined)
      return { start, end: start + 1 + fitting.name.trim().length, owner: { person: fitting.id } };
    const word = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.'-]*/u.exec(rest)?.[0].replace(/[.'-]+$/, '');
    if (word !== undefined) return { start, end: start + 1 + word.length, owner: { name: word } };
  }
  return null;
}

function beginsWith(text: string, name: string): boolean {
  if (foldedName(text.slice(0, name.length)) !== foldedName(name)) return false;
  return !/^[\p{L}\p{N}_]/u.test(text.slice(name.length));
}

/** The last that can be read as a day behind one of the words for it. */
function dueIn(line: string, today: Day): (Found & { due: Day }) | null {
  let found: (Found & { due: Day }) | null = null;
  for (const match of line.matchAll(/(?<![\p{L}\p{N}_@])(?:due|by|until|fällig|bis)(?=\s)/giu)) {
    const from = match.index + match[0].length;
    const words = [...line.slice(from).matchAll(/\S+/gu)].slice(0, 5);
    for (let count = words.length; count > 0; count--) {
      const said = words.slice(0, count);
      const due = readDay(said.map(([word]) => word).join(' '), today);
      const last = said.at(-1);
      if (due === null || last === undefined) continue;
      found = { start: match.index, end: from + last.index + last[0].length, due };
      break;
    }
  }
  return found;
}

/** A day as people say it, from today on; null for anything else. */
export function readDay(said: string, today: Day): Day | null {
  const text = said
    .toLocaleLowerCase('de')
    .replace(/[,;!]+$/, '')
    .replace(/^(?:on|am|bis|zum) /, '')
    .trim();
  if (isDay(text)) return text;
  const ahead = daysAhead[text];
  if (ahead !== undefined) return daysLater(today, ahead);
  const [, number, unit] = /^in (\d{1,3}) (days?|weeks?|tage?n?|wochen?)$/.exec(text) ?? [];
  if (number !== undefined) return daysLater(today, Number(number) * (/^w/.test(unit ?? '') ? 7 : 1));
  return weekdayIn(text, today) ?? dateIn(text, today);
}

const daysAhead: Readonly<Record<string, number>> = Object.assign(Object.create(null), {
  today: 0,
  heute: 0,
  tomorrow: 1,
  morgen: 1,
  'the day after tomorrow': 2,
  übermorgen: 2,
  'in a week': 7,
  'in einer woche': 7,
});

const weekdays = [
  ['sunday', 'sun', 'sonntag', 'so'],
  ['monday', 'mon', 'montag', 'mo'],
  ['tuesday', 'tue', 'tues', 'dienstag', 'di'],
  ['wednesday', 'wed', 'mittwoch', 'mi'],
  ['thursday', 'thu', 'thur', 'thurs', 'donnerstag', 'do'],
  ['friday', 'fri', 'freitag', 'fr'],
  ['saturday', 'sat', 'samstag', 'sonnabend', 'sa'],
] as const;

/** The next one after today; with `next` the one of the week after this, and weeks begin on Monday. */
function weekdayIn(text: string, today: Day): Day | null {
  const [, next, name = ''] =
    /^(?:(next|nächste[nrm]?)|this|diese[nrm]?|kommende[nrm]?)? ?(\p{L}+)\.?$/u.exec(text) ?? [];
  const wanted = weekdays.findIndex((names) => (names as readonly string[]).includes(name));
  if (wanted < 0) return null;
  const now = weekdayOf(today);
  if (next !== undefined) return daysLater(today, 7 - ((now + 6) % 7) + ((wanted + 6) % 7));
  return daysLater(today, ((wanted - now + 6) % 7) + 1);
}

const months = [
  ['jan', 'january', 'januar', 'jänner'],
  ['feb', 'february', 'februar'],
  ['mar', 'march', 'mär', 'märz'],
  ['apr', 'april'],
  ['may', 'mai'],
  ['jun', 'june', 'juni'],
  ['jul', 'july', 'juli'],
  ['aug', 'august'],
  ['sep', 'sept', 'september'],
  ['oct', 'october', 'okt', 'oktober'],
  ['nov', 'november'],
  ['dec', 'december', 'dez', 'dezember'],
] as const;

/** `1.12.`, `1.12.2026`, `1 Dec`, `1. Dezember 2026`, `Dec 1`. Without a year the next time it comes. */
function dateIn(text: string, today: Day): Day | null {
  const numbers = /^(\d{1,2})\.(\d{1,2})\.?(\d{4})?$/.exec(text);
  if (numbers !== null) return dated(numbers[1], Number(numbers[2]), numbers[3], today);
  const dayFirst = /^(\d{1,2})(?:\.|st|nd|rd|th)? (\p{L}+)\.?,?(?: (\d{4}))?$/u.exec(text);
  const monthFirst = /^(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,?(?: (\d{4}))?$/u.exec(text);
  const [day, name, year] =
    dayFirst === null
      ? [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]]
      : [dayFirst[1], dayFirst[2], dayFirst[3]];
  const month = months.findIndex((names) => (names as readonly string[]).includes(name ?? '')) + 1;
  return month === 0 ? null : dated(day, month, year, today);
}

function dated(day: string | undefined, month: number, year: string | undefined, today: Day): Day | null {
  if (year !== undefined) return dayOf(Number(year), month, Number(day));
  const thisYear = Number(today.slice(0, 4));
  const soon = dayOf(thisYear, month, Number(day));
  return soon !== null && soon >= today ? soon : dayOf(thisYear + 1, month, Number(day));
}

function cut(text: string, start: number, end: number): string {
  return `${text.slice(0, start)} ${text.slice(end)}`;
}
