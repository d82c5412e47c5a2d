// Where a word that is wider than a page may be broken. Typesetters break lines between words only.

const runMax = 48;
const piece = 24;

/** With invisible chances of a break inside very long words; whole signs stay whole. */
export function withBreaks(text: string): string {
  if (text.length <= runMax) return text;
  return text.replaceAll(/\S{49,}/gu, (word) => {
    if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(word)) return word;
    const signs = [...signsOf.segment(word)].map(({ segment }) => segment);
    let broken = '';
    signs.forEach((sign, index) => {
      broken += index > 0 && index % piece === 0 ? `\u200b${sign}` : sign;
    });
    return broken;
  });
}

const signsOf = new Intl.Segmenter('en', { granularity: 'grapheme' });
