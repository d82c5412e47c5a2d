import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../shared/board/limits.ts';
import { planImport } from '../../../shared/transfer/import.ts';
import type { ImportPlan } from '../../../shared/transfer/plan.ts';
import { problem } from '../../../shared/transfer/problems.ts';
import { bytesOf } from '../../support/snapshots.ts';

const brainstorm = readFileSync(new URL('../../fixtures/bg2050/comments.csv', import.meta.url));

describe('a real brainstorm', () => {
  it('comes in whole, its text column found among ids, times and counts', () => {
    const { columns, notes, problems, skipped } = planImport({ bytes: brainstorm, contentType: 'text/csv' });
    expect({
      guess: columns.filter((column) => column.guess).map(({ name }) => name),
      columns: columns.length,
      notes: notes.length,
      second: notes[1],
      problems,
      skipped,
    }).toEqual({
      guess: ['comment-body'],
      columns: 10,
      notes: 40,
      second: {
        text: 'I want BG to feel welcoming to all who come here, including those who may not feel welcome now',
      },
      problems: [],
      skipped: 0,
    });
  });

  it('gives the same notes whatever encoding, separator or line end it was saved with', () => {
    const text = new TextDecoder().decode(brainstorm);
    const expected = textsOf(plan(text));
    const utf16 = new Uint8Array(Uint16Array.from(`\ufeff${text}`, (c) => c.charCodeAt(0)).buffer);
    const turned = utf16.map((_, index) => utf16[index ^ 1] ?? 0);
    const variants: Record<string, ImportPlan> = {
      'UTF-8 with a mark': plan(`\ufeff${text}`),
      'UTF-16, little end first': planImport({ bytes: utf16, contentType: 'text/csv' }),
      'UTF-16, big end first': planImport({ bytes: turned, contentType: 'text/csv' }),
      'UTF-16 without a mark': planImport({ bytes: utf16.slice(2), contentType: 'text/csv' }),
      'CR LF': plan(text.replaceAll('\n', '\r\n')),
      'CR alone': plan(text.replaceAll('\n', '\r')),
      'pasted as text': plan(text, 'text/plain'),
    };
    for (const [how, variant] of Object.entries(variants))
      expect([how, textsOf(variant)]).toEqual([how, expected]);
  });
});

describe('a table', () => {
  it('may be German, with semicolons, groups and colours, in an old Windows encoding', () => {
    const text =
      'Gruppe;Idee;Farbe\r\nGr\xfcn;B\xe4ume \x80 5;gr\xfcn\r\nVerkehr;Busse;#ff2020\r\n;Lose Idee;\r\n';
    const bytes = Uint8Array.from(text, (c) => c.charCodeAt(0));
    expect(planImport({ bytes, contentType: 'text/csv' }).notes).toEqual([
      { text: 'Bäume € 5', cluster: 'Grün', colour: 'green' },
      { text: 'Busse', cluster: 'Verkehr', colour: 'pink' },
      { text: 'Lose Idee' },
    ]);
  });

  it('is read from the column that is named for ideas, though another has longer texts', () => {
    const why = 'a long explanation of why this would be good for everybody in town';
    const text = `Nr\tWhy\tCard Name\tList Name\n1\t${why} one\tBuses\tTraffic\n2\t${why} two\tTrees\tGreen\n`;
    expect(plan(text, 'text/tab-separated-values').notes).toEqual([
      { text: 'Buses', cluster: 'Traffic' },
      { text: 'Trees', cluster: 'Green' },
    ]);
  });

  it('without a header is told by its longest text, and another column may be chosen', () => {
    const text = '1,2024-01-03,Better roads,ann\n2,2024-01-04,"More trees, please",bob\n';
    const chosen = planImport({ bytes: bytesOf(text), contentType: 'text/csv', column: 'Column D' });
    expect([plan(text).columns, textsOf(plan(text)), textsOf(chosen)]).toEqual([
      [
        { name: 'Column A', samples: ['1', '2'], guess: false },
        { name: 'Column B', samples: ['2024-01-03', '2024-01-04'], guess: false },
        { name: 'Column C', samples: ['Better roads', 'More trees, please'], guess: true },
        { name: 'Column D', samples: ['ann', 'bob'], guess: false },
      ],
      ['Better roads', 'More trees, please'],
      ['ann', 'bob'],
    ]);
  });

  it('of one column keeps the commas in its sentences', () => {
    const text = 'Better roads, and parks\nMore trees\nFree buses, every day, for all\n"Quoted, ""twice"""\n';
    expect(textsOf(plan(text))).toEqual([
      'Better roads, and parks',
      'More trees',
      'Free buses, every day, for all',
      'Quoted, "twice"',
    ]);
  });

  it('with broken quotation marks loses no row to its neighbours, and names the broken ones', () => {
    const text = 'id,idea\n1,"never closed\n2,fine\n3,"also ""fine"""\n4,"stray "marks" here"\n5,a, b\n';
    const { notes, problems } = plan(text);
    expect({ texts: notes.map((note) => note.text), problems }).toEqual({
      texts: ['never closed', 'fine', 'also "fine"', 'stray "marks" here', 'a, b'],
      problems: [
        { row: 2, ...problem('neverClosed') },
        { row: 5, ...problem('strayQuotes') },
        { row: 6, ...problem('joinedCells', { count: 3, width: 2 }) },
      ],
    });
  });

  it('numbers rows as a spreadsheet does, passing over blank ones', () => {
    const long = 'x'.repeat(limits.textCharsMax + 5);
    const { notes, problems, skipped } = plan(`id,text\n\n1,"two\nlines"\n,,\n2,\n3,${long}\n`);
    expect({ lengths: notes.map(({ text }) => text.length), problems, skipped }).toEqual({
      lengths: [9, limits.textCharsMax],
      problems: [
        { row: 5, ...problem('nothingInColumn', { column: 'text' }) },
        { row: 6, ...problem('tooLong', { max: 20_000 }) },
      ],
      skipped: 1,
    });
  });

  it('has its entities decoded only where all of it is written that way', () => {
    const encoded = 'Text,Area\nTom &amp; Jerry&#39;s,Left\n&lt;b&gt; &amp;amp; co,Left\n';
    const plain = 'Text,Area\nR&D &amp; more,Left\n';
    expect([textsOf(plan(encoded)), textsOf(plan(plain))]).toEqual([
      ["Tom & Jerry's", '<b> &amp; co'],
      ['R&D &amp; more'],
    ]);
  });

  it('without anything like ideas asks for the column instead of guessing', () => {
    const { columns, notes, problems } = plan(
      'timestamp,voter-id,vote\n1726860583813,4,-1\n1726860583999,5,1\n',
    );
    expect({ guesses: columns.filter(({ guess }) => guess), notes, problems }).toEqual({
      guesses: [],
      notes: [],
      problems: [{ row: 0, ...problem('noText') }],
    });
  });
});

describe('what cannot be taken', () => {
  it('is refused with a reason', () => {
    const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]);
    const workbook = Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 8]);
    const rows = Array.from({ length: 50_000 }, (_, i) => `${i},Idea ${i}`).join('\n');
    const codes = {
      empty: plan('').refused?.code,
      blank: plan('\ufeff \n\n').refused?.code,
      picture: planImport({ bytes: picture, contentType: 'text/csv' }).refused?.code,
      workbook: planImport({ bytes: workbook, contentType: 'text/csv' }).refused?.why.message,
      rows: plan(`id,text\n${rows}`).refused,
      lines: plan('a\n'.repeat(20_001), 'text/plain').refused?.code,
      column: planImport({ bytes: bytesOf('id,text\n1,a'), contentType: 'text/csv', column: 'idea' }).refused
        ?.why.message,
      json: plan('{"a":1}', 'application/json').refused?.code,
    };
    expect(codes).toEqual({
      empty: 'empty',
      blank: 'empty',
      picture: 'not-text',
      workbook: 'Files of this kind cannot be imported.',
      rows: { code: 'too-many', why: problem('tooMany', { max: 20_000 }) },
      lines: 'too-many',
      column: 'No column is called “idea”.',
      json: 'not-a-board',
    });
  });

  it('is what only a program reads: no page, drawing, calendar or letter becomes a heap of lines', () => {
    const files = [
      '<!DOCTYPE html>\n<html><body><p>Idea</p></body></html>',
      '<?xml version="1.0" encoding="UTF-8"?>\n<!-- drawn -->\n<svg xmlns="http://www.w3.org/2000/svg"><text>Idea</text></svg>',
      'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n',
      '{\\rtf1\\ansi Idea}',
      // What people write about such things is theirs.
      '<3 more trees\nhtml for everybody\n',
    ];
    expect(
      files
        .map((file) => plan(file, 'text/plain'))
        .map(({ refused, notes }) => refused?.code ?? notes.length),
    ).toEqual(['not-text', 'not-text', 'not-text', 'not-text', 2]);
  });

  it('never throws, whatever the bytes', () => {
    const types = fc.constantFrom(
      'text/csv',
      'text/plain',
      'application/json',
      '',
      'text/tab-separated-values',
    );
    const texts = fc.array(fc.constantFrom(...'",;\t|\n\r\\ab1&=', '\n"', '",', 'text', '\ufeff'), {
      maxLength: 40,
    });
    const bytes = fc.oneof(
      fc.uint8Array(),
      texts.map((parts) => bytesOf(parts.join(''))),
    );
    fc.assert(
      fc.property(bytes, types, (given, contentType) => {
        const { notes, refused } = planImport({ bytes: given, contentType });
        expect(refused === null || notes.length === 0).toBe(true);
      }),
      { seed: 2050, numRuns: 500 },
    );
  });
});

describe('pasted text', () => {
  it('is one note a line, without bullets and numbers', () => {
    const text = [
      '- one',
      '* two',
      '  and more of two',
      '',
      '1. three',
      '12) four',
      '• five',
      '- [x] six',
      '2024 was good',
      '3.5 percent',
      '-5 degrees',
      '  indented',
      'one',
    ].join('\r\n');
    const { kind, notes, problems } = plan(text, 'text/plain; charset=utf-8');
    expect({ kind, texts: notes.map((note) => note.text), problems }).toEqual({
      kind: 'lines',
      texts: [
        ...['one', 'two\nand more of two', 'three', 'four', 'five', 'six'],
        ...['2024 was good', '3.5 percent', '-5 degrees', 'indented', 'one'],
      ],
      problems: [],
    });
  });

  it('from a spreadsheet is a table where a first cell is empty, too', () => {
    const { kind, notes } = plan('Group\tIdea\nTraffic\tMore buses\n\tNight trams\n', 'text/plain');
    expect([kind, notes.map(({ text }) => text)]).toEqual(['table', ['More buses', 'Night trams']]);
  });

  it('from a spreadsheet is a table', () => {
    const { kind, notes } = plan('Idea\tGroup\nMore buses\tTraffic\n"Two\nlines"\tTraffic\n', 'text/plain');
    expect({ kind, notes }).toEqual({
      kind: 'table',
      notes: [
        { text: 'More buses', cluster: 'Traffic' },
        { text: 'Two\nlines', cluster: 'Traffic' },
      ],
    });
  });
});

function plan(text: string, contentType = 'text/csv'): ImportPlan {
  return planImport({ bytes: bytesOf(text), contentType });
}

function textsOf({ notes }: ImportPlan): string[] {
  return notes.map((note) => note.text);
}
