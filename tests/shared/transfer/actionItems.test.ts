// Action items for Trello, Asana, Jira and calendars: the exact files, also when people wrote hostile things.

import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { wellFormed } from '../../../shared/board/textDiff.ts';
import { readActionItems } from '../../../shared/features/actionItems/actionItems.ts';
import type { ItemId, ParticipantId } from '../../../shared/lib/ids.ts';
import { type ActionTool, actionsToCsv } from '../../../shared/transfer/actionItems/csv.ts';
import { actionsToIcs } from '../../../shared/transfer/actionItems/ics.ts';
import { tellActions } from '../../../shared/transfer/actionItems/told.ts';
import { actionFileWords } from '../../../shared/transfer/actionItems/words.ts';

const words = actionFileWords.en;
const people = [{ id: 'ada' as ParticipantId, name: '@Ada, "the boss"' }];
const told = (entries: readonly (readonly [string, object])[]) =>
  tellActions({
    items: readActionItems(entries.map(([id, value], at) => [id, { at, ...value }])),
    people,
    wall: [{ id: 'note1' as ItemId, text: ' Free; drinks, for\nall ' }],
    linkTo: (id) => `https://board.test/b/x?action=${id}`,
  });

const actions = told([
  ['one', { text: '=cmd|"/c calc"', owner: { person: 'ada' }, due: '2026-11-27', item: 'note1' }],
  [
    'two',
    { text: 'Two lines\nof text', owner: { name: 'kim@example.org' }, status: 'doing', due: '2027-01-05' },
  ],
  ['tri', { text: `Long ${'x'.repeat(300)}`, status: 'done', owner: { person: 'gone' } }],
  ['out', { text: 'Carried over', to: 'next' }],
]);
const title = 'Retro; week, 48';
const csv = (tool: ActionTool) => actionsToCsv(actions, { tool, words, title });
const rows = (tool: ActionTool) =>
  Papa.parse<string[]>(csv(tool).slice(1).trimEnd(), { newline: '\r\n' }).data;
const link = (id: string) => `https://board.test/b/x?action=${id}`;
const board = `Board: ${title}`;
const idea = 'From the idea: Free; drinks, for\nall';

describe('a table of action items', () => {
  it('has the columns of Trello, with lists by status and dates as ISO has them', () => {
    expect(rows('trello')).toEqual([
      ['List Name', 'Card Name', 'Card Description', 'Labels', 'Members', 'Due Date'],
      [
        'To do',
        `'=cmd|"/c calc"`,
        `${idea}\n${board}\n${link('one')}`,
        '',
        `'@Ada, "the boss"`,
        '2026-11-27',
      ],
      [
        'Doing',
        'Two lines of text',
        `Two lines\nof text\n\n${board}\n${link('two')}`,
        '',
        'kim@example.org',
        '2027-01-05',
      ],
      ['Done', `Long ${'x'.repeat(300)}`, `${board}\n${link('tri')}`, '', '', ''],
    ]);
  });

  it('has the columns of Asana, the name leftmost, an assignee only where it is an address, American dates', () => {
    expect(rows('asana')).toEqual([
      ['Name', 'Description', 'Assignee', 'Collaborators', 'Due Date', 'Section'],
      [
        `'=cmd|"/c calc"`,
        `Owner: @Ada, "the boss"\n${idea}\n${board}\n${link('one')}`,
        '',
        '',
        '11/27/2026',
        'To do',
      ],
      [
        'Two lines of text',
        `Two lines\nof text\n\n${board}\n${link('two')}`,
        'kim@example.org',
        '',
        '01/05/2027',
        'Doing',
      ],
      [`Long ${'x'.repeat(300)}`, `${board}\n${link('tri')}`, '', '', '', 'Done'],
    ]);
  });

  it('has the columns of Jira, no summary longer than 255 and nothing of the text lost', () => {
    const long = `Long ${'x'.repeat(300)}`;
    expect(rows('jira')).toEqual([
      ['Summary', 'Issue Type', 'Description', 'Priority', 'Labels'],
      [
        `'=cmd|"/c calc"`,
        'Task',
        `Owner: @Ada, "the boss"\nDue: 2026-11-27\nStatus: To do\n${idea}\n${board}\n${link('one')}`,
        ...['', 'action-item'],
      ],
      [
        'Two lines of text',
        'Task',
        `Two lines\nof text\n\nOwner: kim@example.org\nDue: 2027-01-05\nStatus: Doing\n${board}\n${link('two')}`,
        ...['', 'action-item'],
      ],
      [
        `${long.slice(0, 254)}…`,
        'Task',
        `${long}\n\nStatus: Done\n${board}\n${link('tri')}`,
        '',
        'action-item',
      ],
    ]);
  });

  it('begins with a byte order mark, ends rows with CR LF, and lets no cell run as a formula', () => {
    const hostile = ['=1+1', '+1', '-1', '@SUM(A1)', "'=1", '\t=1', ' =1'].map(
      (text, at) => [`h${at}`, { text }] as const,
    );
    const file = actionsToCsv(told(hostile), { tool: 'asana', words, title: '' });
    const names = Papa.parse<string[]>(file.slice(1).trimEnd(), { newline: '\r\n' })
      .data.slice(1)
      .map(([name]) => name);
    expect([file.codePointAt(0), file.endsWith('\r\n'), names]).toEqual([
      0xfeff,
      true,
      // Blanks around a text are not kept, so what was hidden behind one begins with its sign as well.
      ["'=1+1", "'+1", "'-1", "'@SUM(A1)", "''=1", "'=1", "'=1"],
    ]);
  });
});

describe('the calendar of action items', () => {
  const at = Date.UTC(2026, 10, 22, 7, 5, 9);
  const file = actionsToIcs(actions, { title, words, at });

  it('has a day for each that is due, with everything escaped', () => {
    expect(file.replaceAll('\r\n ', '').split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Wallflower//Action items//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:Retro\\; week\\, 48',
      'BEGIN:VEVENT',
      'UID:one@action-items.wallflower',
      'DTSTAMP:20261122T070509Z',
      'DTSTART;VALUE=DATE:20261127',
      'DTEND;VALUE=DATE:20261128',
      'SUMMARY:=cmd|"/c calc" (@Ada\\, "the boss")',
      `DESCRIPTION:Owner: @Ada\\, "the boss"\\nStatus: To do\\nFrom the idea: Free\\; drinks\\, for\\nall\\nBoard: Retro\\; week\\, 48\\n${link('one')}`,
      `URL:${link('one')}`,
      'STATUS:CONFIRMED',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:two@action-items.wallflower',
      'DTSTAMP:20261122T070509Z',
      'DTSTART;VALUE=DATE:20270105',
      'DTEND;VALUE=DATE:20270106',
      'SUMMARY:Two lines of text (kim@example.org)',
      `DESCRIPTION:Two lines\\nof text\\nOwner: kim@example.org\\nStatus: Doing\\nBoard: Retro\\; week\\, 48\\n${link('two')}`,
      `URL:${link('two')}`,
      'STATUS:CONFIRMED',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('has no line over 75 octets, none broken inside a letter, and no way to smuggle a line in', () => {
    const nasty = 'ä€😀\r\nEND:VCALENDAR\u2028\u0000\\;,"'.repeat(20);
    const hostile = actionsToIcs(told([['h', { text: nasty, due: '2026-12-31' }]]), {
      title: nasty,
      words,
      at,
    });
    const lines = hostile.split('\r\n');
    const octets = lines.map((line) => new TextEncoder().encode(line).length);
    expect([
      Math.max(...octets),
      /[\r\n]/.test(lines.join('')),
      wellFormed(hostile) === hostile,
      lines.filter((line) => line === 'END:VCALENDAR').length,
      hostile.replaceAll('\r\n ', '').includes('ä€😀\\nEND:VCALENDAR\u2028 \\\\\\;\\,"ä€😀'),
    ]).toEqual([75, false, true, 1, true]);
  });
});
