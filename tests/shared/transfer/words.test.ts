// Words that the server writes for people: in the language they read, and problems that any client can say in its own.

import { describe, expect, it } from 'vitest';
import { importDe } from '../../../client/text/import.de.ts';
import { importEn } from '../../../client/text/import.en.ts';
import { summaryOf } from '../../../shared/features/summary/outline.ts';
import { problem, problemTexts } from '../../../shared/transfer/problems.ts';
import { knownZone } from '../../../shared/transfer/summary/figures.ts';
import { blocksToMarkdown } from '../../../shared/transfer/summary/markdown.ts';
import { summaryToBlocks } from '../../../shared/transfer/summary/telling.ts';
import { summaryLanguage } from '../../../shared/transfer/summaryWords.ts';
import { note, person, snapshot } from '../../support/snapshots.ts';

describe('the language of the summary', () => {
  it('is the one asked for, then what the browser accepts, the dearest first, then English', () => {
    expect([
      summaryLanguage('de-AT', 'en'),
      summaryLanguage(undefined, 'fr;q=0.9, de;q=0.4, en;q=0.8'),
      summaryLanguage('toString', 'de;q=0'),
      summaryLanguage(['de'], undefined),
    ]).toEqual(['de', 'en', 'en', 'en']);
  });

  it('is German from the first heading to the last word, on the clock of whoever asks', () => {
    const board = snapshot([note({ id: 'n' })], { title: '', people: [person('p', 'Ada')], exportedAt: 0 });
    const reader = { language: 'de', timeZone: 'Europe/Vienna' } as const;
    expect(
      blocksToMarkdown(summaryToBlocks(summaryOf(board), reader))
        .split('\n')
        .filter(Boolean),
    ).toEqual([
      '# *Board ohne Namen*',
      '- Datum: 1. Januar 1970 um 01:00',
      '- Wer: Ada',
      '- Ideen: 1',
      '## Was entschieden wurde',
      'Es wurde keine Entscheidung festgehalten.',
      '## Die besten Ideen',
      'Es wurde über nichts abgestimmt.',
      '---',
      '## Ideen',
      '- *(leer)*',
      '## In Zahlen',
      '- Da waren: 1 Person',
      '- Ideen: 1',
      '- Kommentare: keine',
      '- Stand: 1. Januar 1970 um 01:00',
      '## Teilnehmende',
      '- Ada (schreibt mit)',
    ]);
  });

  it('knows no clock that the machine does not know', () => {
    const zones = ['Europe/Vienna', 'Mars/Olympus', '<script>', 7, undefined].map(knownZone);
    expect(zones).toEqual(['Europe/Vienna', 'UTC', 'UTC', 'UTC', 'UTC']);
  });
});

describe('problems of an import', () => {
  it('carry their code, their values and English words', () => {
    expect(problem('tooLong', { max: 20_000 })).toEqual({
      code: 'tooLong',
      values: { max: 20_000 },
      message: 'Longer than 20,000 characters; cut there.',
    });
  });

  it('have words in every language of the client', () => {
    const codes = Object.keys(problemTexts).map((code) => `import.why.${code}`);
    expect(codes.filter((id) => !(id in importEn) || !(id in importDe))).toEqual([]);
  });
});
