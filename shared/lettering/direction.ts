// Which way a text runs: by its first letter that has a direction, as `dir="auto"` decides it.

const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const letter = /\p{L}/u;
// Nobody writes this many signs before the first letter; a hostile text must not make us look through all of it.
const charsLookedAt = 200;

/** By the first letter that runs one way or the other; from left to right without one. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  for (const char of text.slice(0, charsLookedAt)) {
    if (char < 'A') continue;
    if (rightToLeft.test(char)) return 'rtl';
    if (letter.test(char)) return 'ltr';
  }
  return 'ltr';
}

/** True when some of it runs from the right, so that its lines must be looked at one by one. */
export function mayMix(text: string): boolean {
  return rightToLeft.test(text);
}
