// Who gets which language.

import { describe, expect, it } from 'vitest';
import { languageFor, numberLocales } from '../../../client/text/language.ts';

const nobody = { address: null, chosen: null, browser: [] };

describe('the language somebody gets', () => {
  it('is what the address asks for, then what was chosen here, then what the browser likes best', () => {
    expect([
      languageFor({ address: 'de', chosen: 'en', browser: ['en'] }, false),
      languageFor({ address: null, chosen: 'de', browser: ['en'] }, false),
      languageFor({ address: 'fr', chosen: null, browser: ['fr-CA', 'DE-at', 'en'] }, false),
    ]).toEqual(['de', 'de', 'de']);
  });

  it('is English when nobody asks for one there is', () => {
    expect(languageFor({ ...nobody, browser: ['fr', 'ja'] }, false)).toBe('en');
  });

  it('is the made-up one only where that is allowed', () => {
    const asked = { ...nobody, address: 'xx-pseudo' };
    expect([languageFor(asked, true), languageFor(asked, false)]).toEqual(['xx-pseudo', 'en']);
  });

  it('comes with numbers as its reader writes them', () => {
    expect([numberLocales('de', ['en-GB', 'de-CH']), numberLocales('en', ['de'])]).toEqual([
      ['de-CH', 'de'],
      ['en'],
    ]);
  });
});
