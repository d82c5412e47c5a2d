// summary.pdf, read back by a program that others wrote.

import { beforeAll, describe, expect, it } from 'vitest';
import { missingScripts } from '../../../../server/documents/missing.ts';
import { writeDocument } from '../../../../server/documents/write.ts';
import type { BoardSnapshot } from '../../../../shared/transfer/snapshot.ts';
import { pdfText } from '../../../support/poppler.mjs';
import { cluster, note, person, snapshot } from '../../../support/snapshots.ts';
import { cjk, hostile, sentences, toldBoard } from '../../../support/toldBoard.ts';

const reader = { language: 'en', timeZone: 'UTC' } as const;

/** Words in their order, without the marks that say where a text turns round. */
const plain = (text: string) =>
  text
    .replaceAll(/[\u200b\u200c\u202a-\u202e\u2066-\u2069]/gu, '')
    .normalize('NFC')
    .replaceAll(/\s+/gu, ' ');

/** A bracket or a space at a turn is put on either side by readers: letters and digits count. */
const lettersOf = (text: string) => plain(text).replaceAll(/[^\p{L}\p{M}\p{N}\p{S}]/gu, '');

async function pdfOf(board: BoardSnapshot, language: 'en' | 'de' = 'en') {
  const { bytes, missing } = await writeDocument({
    format: 'summary.pdf',
    snapshot: board,
    reader: { ...reader, language },
  });
  return { pages: pdfText(bytes).split('\f').slice(0, -1), missing };
}

describe('summary.pdf', () => {
  let pages: string[];
  beforeAll(async () => {
    const numbered = Array.from({ length: 300 }, (_, at) => `Idea number ${at + 1} is unlike any other.`);
    ({ pages } = await pdfOf(toldBoard(numbered)));
  });

  it('has every sentence of every script that comes along, exactly once', () => {
    const text = plain(pages.join(' '));
    const counts = Object.entries(sentences).map(([script, sentence]) => [
      script,
      text.split(plain(sentence)).length - 1,
    ]);
    // One of them is in a ranking too.
    expect(Object.fromEntries(counts)).toEqual({
      ...Object.fromEntries(Object.keys(sentences).map((script) => [script, 1])),
      arabic: 2,
    });
  });

  it('has every one of three hundred ideas exactly once', () => {
    const found = [...plain(pages.join(' ')).matchAll(/Idea number (\d+) is unlike any other\./g)];
    expect(found.map(([, number]) => Number(number)).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 300 }, (_, at) => at + 1),
    );
  });

  it('sets markup of any language as the signs it is made of', () => {
    const all = lettersOf(pages.join(''));
    const text = plain(pages.join(' '));
    const signs = [
      '#set text(red)',
      '$x^2 + 1$',
      'a \\ b \\u{41}',
      '@someone <label> and @ref',
      '= No heading',
    ];
    expect({
      lost: hostile.filter((said) => !/\u202e|W{9}/.test(said) && !all.includes(lettersOf(said))),
      changed: signs.filter((said) => !text.includes(said)),
      wide: text.match(/W{9,}/g)?.join('').length,
    }).toEqual({ lost: [], changed: [], wide: 180 });
  });

  it('begins with a digest on a page of its own and ends each page with title, date and number', () => {
    const [first = '', second = ''] = pages;
    expect({
      digest: [
        'What would make the river ours?',
        'What was decided',
        'We begin with the lanterns.',
        'Top ideas',
      ].filter((line) => !first.includes(line)),
      noIdeas: first.includes('How it went'),
      next: second.trimStart().startsWith('How it went'),
      footers: pages.filter(
        (page, at) =>
          !(
            page.includes('A river for everybody') &&
            page.includes('20 November 2026') &&
            page.includes(`${at + 1} / ${pages.length}`)
          ),
      ),
    }).toEqual({ digest: [], noIdeas: false, next: true, footers: [] });
  });

  it('says in its own words, and to whoever asked, which letters it could not set', async () => {
    const board = snapshot([
      note({ id: 'a', text: '\u{16A40}\u{16A41} \u{10A00}' }),
      note({ id: 'b', text: 'Fine' }),
    ]);
    const isThere = missingScripts(['\u{16A40}\u{16A41} \u{10A00}']).length === 0;
    const { pages: told, missing } = await pdfOf(board, 'de');
    const said = /Leere Kästchen stehen/.test(told.join(''));
    expect([said, missing.length > 0]).toEqual(isThere ? [false, false] : [true, true]);
    expect([
      missingScripts([...Object.values(cjk), ...Object.values(sentences)], () => []),
      missingScripts(Object.values(sentences), () => []),
    ]).toEqual([['Hani', 'Jpan', 'Kore'], []]);
  });

  it('lets nothing that people wrote stop it, whatever they wrote and however deep it lies', async () => {
    const deep = Array.from({ length: 9 }, (_, at) =>
      cluster({ id: `k${at}`, text: `"#{${at}`, ...(at > 0 && { parent: `k${at - 1}` }) }),
    );
    const words = '"; #panic() \\" \u0000\u0001 {{ }} \ufeff \ufffe';
    const { pages: told } = await pdfOf(
      snapshot([...deep, note({ id: 'n', text: words, parent: 'k8' }), note({ id: 'e', text: '' })], {
        title: words.repeat(4),
        people: [person('p', words)],
        exportedAt: -1,
      }),
    );
    expect(plain(told.join(''))).toContain('"#{8');
  });
});
