// One typed line: who, until when, and the rest of the words.

import { describe, expect, it } from 'vitest';
import { type Day, dayAt, daysLater, isDay } from '../../../../shared/features/actionItems/day.ts';
import { readDay, readTyped, wantedAt } from '../../../../shared/features/actionItems/typed.ts';
import type { ParticipantId } from '../../../../shared/lib/ids.ts';

/** A Sunday. */
const today = '2026-11-22' as Day;
const people = [
  { id: 'ada' as ParticipantId, name: 'Ada' },
  { id: 'lee' as ParticipantId, name: 'Ada Lee' },
  { id: 'zoe' as ParticipantId, name: 'Zoë' },
];
const read = (line: string) => readTyped(line, { people, today });

describe('a typed line', () => {
  it('gives its owner and its day, and keeps every other word', () => {
    expect([
      read('Ask for three offers @Ada due friday'),
      read('@ada lee: call the printer by 1 Dec'),
      read('Angebot einholen @Zoë bis morgen, dringend'),
      read('Write to @marta.k due in 2 weeks'),
      read('Mail ada@example.org what is due soon'),
      read('Pay by card until it is due'),
      read('  plain   words '),
    ]).toEqual([
      { text: 'Ask for three offers', owner: { person: 'ada' }, due: '2026-11-27' },
      { text: ': call the printer', owner: { person: 'lee' }, due: '2026-12-01' },
      { text: 'Angebot einholen dringend', owner: { person: 'zoe' }, due: '2026-11-23' },
      { text: 'Write to', owner: { name: 'marta.k' }, due: '2026-12-06' },
      { text: 'Mail ada@example.org what is due soon', owner: null, due: null },
      { text: 'Pay by card until it is due', owner: null, due: null },
      { text: 'plain words', owner: null, due: null },
    ]);
  });

  it('knows the days people say, from the day it is on', () => {
    const said = {
      today: '2026-11-22',
      heute: '2026-11-22',
      tomorrow: '2026-11-23',
      übermorgen: '2026-11-24',
      sunday: '2026-11-29',
      'next sunday': '2026-11-29',
      'next Mon': '2026-11-23',
      Freitag: '2026-11-27',
      'nächsten Freitag': '2026-11-27',
      'in 10 days': '2026-12-02',
      'in 3 Wochen': '2026-12-13',
      '2027-02-28': '2027-02-28',
      '1.12.': '2026-12-01',
      '21.11.': '2027-11-21',
      '1. Dezember 2026': '2026-12-01',
      'Dec 1st': '2026-12-01',
      '2027-02-29': null,
      '31.4.': null,
      'next year': null,
      constructor: null,
      '': null,
    };
    expect(Object.fromEntries(Object.keys(said).map((each) => [each, readDay(each, today)]))).toEqual(said);
  });

  it('on a Monday means this week by a weekday and the week after by "next"', () => {
    const monday = daysLater(today, 1);
    expect([readDay('friday', monday), readDay('next friday', monday), readDay('monday', monday)]).toEqual([
      '2026-11-27',
      '2026-12-04',
      '2026-11-30',
    ]);
  });

  it('says what is being written where the caret stands', () => {
    const at = (line: string) => wantedAt(line, line.length);
    expect([
      at('Call @'),
      at('Call @ad'),
      at('Call due '),
      at('Call due fr'),
      at('a@b'),
      at('Call @a b c'),
      at('x'),
    ]).toEqual([
      { kind: 'owner', start: 5, query: '' },
      { kind: 'owner', start: 5, query: 'ad' },
      { kind: 'due', start: 5, query: '' },
      { kind: 'due', start: 5, query: 'fr' },
      null,
      null,
      null,
    ]);
  });
});

describe('a day', () => {
  it('is one that calendars have, and the one it is here', () => {
    const late = Date.parse('2026-11-22T23:30:00Z');
    expect([isDay('2028-02-29'), isDay('2026-02-29'), isDay('2026-1-1'), isDay(20261101)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect([dayAt(late, 0), dayAt(late, -60), dayAt(late, 720), daysLater('2026-12-31' as Day, 1)]).toEqual([
      '2026-11-22',
      '2026-11-23',
      '2026-11-22',
      '2027-01-01',
    ]);
  });
});
