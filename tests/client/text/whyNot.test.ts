// What the server answers with a code is said in the reader's language; its own sentence only where there is none.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { speak } from '../../../client/text/catalogue.ts';
import { refusalsEn } from '../../../client/text/refusals.en.ts';
import { whyNot } from '../../../client/text/whyNot.ts';

const server = path.join(import.meta.dirname, '..', '..', '..', 'server');

/** What only a program can bring about, or the part that asks has words of its own for. */
const saidElsewhere = [
  'bad-request',
  'carried-over',
  'empty',
  'id-reused',
  'id-taken',
  'no-next',
  'no-quorum',
  'no-such-code',
  'no-such-format',
  'no-such-item',
  'no-votes-now',
  'not-counted',
  'nothing-there',
  'origin',
  'park-taken',
  'talk-full',
  'too-long',
  'too-slow',
  'too-soon',
  'took-too-long',
  'unknown-command',
];

/** Every code that the server's sources give to an answer. */
function codesOfServer(): Set<string> {
  const sources = readdirSync(server, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(path.join(server, name), 'utf8'));
  return new Set(
    sources.flatMap((text) => {
      const thrown = [...text.matchAll(/new (?:ApiError|Refused)\(\s*\d+,\s*'([\w-]+)'/g)];
      const refused = [...text.matchAll(/NotWritableError\(\s*'([\w-]+)'/g)];
      const answered = [...text.matchAll(/refusal\('([\w-]+)'/g)];
      return [...thrown, ...refused, ...answered].map(([, code = '']) => code);
    }),
  );
}

describe('what the server refuses', () => {
  afterEach(() => speak('en', []));

  it('has a sentence for each of its codes', () => {
    const unsaid = [...codesOfServer()].filter((code) => !Object.hasOwn(refusalsEn, `refusal.${code}`));
    expect(unsaid.sort()).toEqual(saidElsewhere);
  });

  it('is said in German by its code, in the words of the server when it is newer than the page', async () => {
    await speak('de', []);
    expect([
      whyNot({ code: 'forbidden', message: 'Your role on this board does not allow this.' }),
      whyNot({ code: 'too-purple', message: 'This is too purple.' }),
      whyNot({ code: 'toString' }),
      whyNot({}),
    ]).toEqual([
      'Deine Rolle auf diesem Board erlaubt das nicht.',
      'This is too purple.',
      'Der Server hat es nicht angenommen.',
      'Der Server hat es nicht angenommen.',
    ]);
  });
});
