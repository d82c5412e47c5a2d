// Words that the server writes for people: in the language they read, and problems that any client can say in its own.

import { describe, expect, it } from 'vitest';
import { transferDe } from '../../../client/text/transfer.de.ts';
import { transferEn } from '../../../client/text/transfer.en.ts';
import { outlineToMarkdown } from '../../../shared/transfer/markdown.ts';
import { problem, problemTexts } from '../../../shared/transfer/problems.ts';
import { summaryLanguage } from '../../../shared/transfer/summaryWords.ts';

describe('the language of the summary', () => {
  it('is the one asked for, then what the browser accepts, the dearest first, then English', () => {
    expect([
      summaryLanguage('de-AT', 'en'),
      summaryLanguage(undefined, 'fr;q=0.9, de;q=0.4, en;q=0.8'),
      summaryLanguage('toString', 'de;q=0'),
      summaryLanguage(['de'], undefined),
    ]).toEqual(['de', 'en', 'en', 'en']);
  });

  it('is German from the first heading to the last word', () => {
    const counts = { notes: 1, clusters: 0, people: 1 };
    const note = { id: 'n' as never, text: '', colour: 'yellow' as const, author: null };
    const people = [{ name: 'Ada', role: 'editor' as const }];
    const outline = {
      title: '',
      exportedAt: 0,
      people,
      clusters: [],
      loose: [note],
      parked: null,
      wins: [],
      counts,
    };
    expect(outlineToMarkdown(outline, 'de').split('\n')).toEqual([
      '# *Board ohne Namen*',
      '',
      '- Datum: 1970-01-01 00:00 UTC',
      '- Ideen: 1',
      '- Cluster: 0',
      '- Teilnehmende: 1',
      '',
      '## Teilnehmende',
      '',
      '- Ada (schreibt mit)',
      '',
      '## Ideen',
      '',
      '- *(leer)*',
      '',
    ]);
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
    expect(codes.filter((id) => !(id in transferEn) || !(id in transferDe))).toEqual([]);
  });
});
