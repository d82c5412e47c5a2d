import { describe, expect, it } from 'vitest';
import { findLinks, safeHref } from '../../../shared/lettering/links.ts';

describe('Web addresses in a text', () => {
  it('are http and https and nothing else', () => {
    const text =
      'https://a.org javascript://x/%0aalert(1) ftp://b.org data:text/html,x HTTP://C.org http:// mailto:a@b.c';
    expect(findLinks(text).map(({ href }) => href)).toEqual(['https://a.org/', 'http://c.org/']);
  });

  it('end before what ends the sentence, and keep a bracket that they opened', () => {
    const texts = [
      '(see http://a.org/x).',
      'http://a.org/x_(y)',
      'Really http://a.org?!',
      '“http://a.org/x”',
      'http://a.org/x, y',
    ];
    expect(texts.map((text) => findLinks(text).map(({ start, end }) => text.slice(start, end)))).toEqual([
      ['http://a.org/x'],
      ['http://a.org/x_(y)'],
      ['http://a.org'],
      ['http://a.org/x'],
      ['http://a.org/x'],
    ]);
  });

  it('are never markup', () => {
    expect(findLinks('http://a.org/"onclick=alert(1) http://a.org/<b>').map(({ href }) => href)).toEqual([
      'http://a.org/',
      'http://a.org/',
    ]);
  });

  it('are looked for no further than anybody reads', () => {
    expect([
      findLinks('http://a.org '.repeat(1_500)).length,
      safeHref(`http://a.org/${'x'.repeat(3_000)}`),
    ]).toEqual([20, null]);
  });
});
