// Text as it is compared when somebody searches: without case, accents, points and whatever else keyboards leave out.

/** Marks that are written or left out at will: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowels. */
const marks = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670]/g;
/** Soft hyphens, joiners and marks of direction, and the stroke that only lengthens Arabic words. */
const unseen = /[\u00ad\u0640\u061c\u2060\u2066-\u2069\ufeff]|[\u200b-\u200f]|[\ufe00-\ufe0f]/g;
/** Letters that Unicode does not take apart. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
};
const whole = new RegExp(`[${Object.keys(letters).join('')}]`, 'g');

export function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(marks, '')
    .replace(unseen, '')
    .replace(whole, (letter) => letters[letter] ?? letter)
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether a folded text has every word that was typed, in any order and anywhere; nothing typed finds everything. */
export function finder(typed: string): (foldedText: string) => boolean {
  const words = folded(typed)
    .split(' ')
    .filter((word) => word !== '');
  return (text) => words.every((word) => text.includes(word));
}
