import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { findEmoji, mergeNames } from '../../../client/features/writing/emojiNames.ts';
import { emojiQuery } from '../../../client/features/writing/emojiQuery.ts';

const require = createRequire(import.meta.url);
const names = mergeNames(
  require('emojibase-data/en/compact.json'),
  require('emojibase-data/de/compact.json'),
  'de',
);

describe('Emoji', () => {
  it('are found by English and German names, with and without accents, the named ones first', () => {
    const best = ['rocket', 'rakete', 'thumbs_up', '+1', 'Daumen', 'fröhlich', 'frohlich', 'sunfl'].map(
      (query) => findEmoji(names, query)[0]?.sign.replace('\u{fe0f}', ''),
    );
    expect(best).toEqual(['🚀', '🚀', '👍', '👍', '👍', '😀', '😀', '🌻']);
  });

  it('that are usual stand ready without a name, and nothing stands for nonsense', () => {
    const usual = findEmoji(names, '');
    expect([usual[0]?.name, usual.length > 24, findEmoji(names, 'qqqq')]).toEqual(['Daumen hoch', true, []]);
  });

  it('are asked for by a colon and letters, not by times, smileys and addresses', () => {
    const asked = [':ro', 'a :ro', '(:ro', 'a:ro', '10:30', ':r', ':-)', 'http://ro', ': ro', 'x\n:schön'];
    expect(asked.map((text) => emojiQuery(text, text.length, null)?.query ?? null)).toEqual([
      'ro',
      'ro',
      'ro',
      null,
      null,
      null,
      null,
      null,
      null,
      'schön',
    ]);
  });

  it('asked for by the button need no letters and end with a space', () => {
    expect([
      emojiQuery('a:', 2, 1),
      emojiQuery('a:r', 3, 1),
      emojiQuery('a: ', 3, 1),
      emojiQuery('a', 1, 1),
    ]).toEqual([{ from: 1, query: '' }, { from: 1, query: 'r' }, null, null]);
  });
});
