// What is due, as a calendar (RFC 5545). Days, not tasks: Google's and Outlook's calendars leave tasks (VTODO) out without a
// word, and all of them show a day. The same action item is the same entry whenever and from whichever board it is taken.

import { daysLater } from '../../features/actionItems/day.ts';
import { oneLine, type ToldAction } from './told.ts';
import type { ActionFileWords } from './words.ts';

export interface ActionCalendar {
  readonly title: string;
  readonly words: ActionFileWords;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const lineOctetsMax = 75;

/** Without what is due at no time. */
export function actionsToIcs(actions: readonly ToldAction[], calendar: ActionCalendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Wallflower//Action items//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...(calendar.title === '' ? [] : [`X-WR-CALNAME:${escaped(oneLine(calendar.title))}`]),
    ...actions.flatMap((action) => eventOf(action, calendar)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventOf(action: ToldAction, { title, words, at }: ActionCalendar): string[] {
  const { id, text, owner, due, status, idea, link } = action;
  if (due === null) return [];
  const about = [
    ...(text.includes('\n') ? [text] : []),
    ...(owner === null ? [] : [`${words.owner}: ${owner}`]),
    `${words.how}: ${words.status[status]}`,
    ...(idea === null ? [] : [`${words.idea}: ${idea}`]),
    ...(title === '' ? [] : [`${words.board}: ${title}`]),
    ...(link === null ? [] : [link]),
  ].join('\n');
  const named = owner === null ? oneLine(text) : `${oneLine(text)} (${oneLine(owner)})`;
  return [
    'BEGIN:VEVENT',
    `UID:${id}@action-items.wallflower`,
    `DTSTAMP:${utc(at)}`,
    `DTSTART;VALUE=DATE:${compact(due)}`,
    `DTEND;VALUE=DATE:${compact(daysLater(due, 1))}`,
    `SUMMARY:${escaped(status === 'done' ? `✓ ${named}` : named)}`,
    `DESCRIPTION:${escaped(about)}`,
    ...(link === null ? [] : [`URL:${link}`]),
    'STATUS:CONFIRMED',
    // Nobody is busy all day because something is due.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** `20261127T070000Z`. */
function utc(ms: number): string {
  return `${compact(new Date(ms).toISOString().slice(0, 19)).replaceAll(':', '')}Z`;
}

function compact(day: string): string {
  return day.replaceAll('-', '');
}

function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** No line longer than 75 octets, its end not counted; never inside a character. */
function folded(line: string): string {
  let [out, octets] = ['', 0];
  for (const sign of line) {
    const size = octetsOf(sign);
    if (octets + size > lineOctetsMax) {
      out += '\r\n ';
      octets = 1;
    }
    out += sign;
    octets += size;
  }
  return out;
}

function octetsOf(sign: string): number {
  const code = sign.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
