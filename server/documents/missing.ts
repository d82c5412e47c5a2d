// Which scripts cannot be set on this machine. Letters only: what else there is (arrows, ticks, emoji) the typesetter brings.

import { type Range, rangesIn } from './coverage.ts';
import { ownFonts, systemFonts } from './fonts.ts';

/** Those that are told by name; the others together are "other". ISO 15924, with the name that expressions know. */
const scripts: readonly (readonly [code: string, name: string])[] = [
  ['Jpan', 'Hiragana'],
  ['Jpan', 'Katakana'],
  ['Kore', 'Hangul'],
  ['Hani', 'Han'],
  ['Thai', 'Thai'],
  ['Deva', 'Devanagari'],
  ['Beng', 'Bengali'],
  ['Taml', 'Tamil'],
  ['Telu', 'Telugu'],
  ['Gujr', 'Gujarati'],
  ['Guru', 'Gurmukhi'],
  ['Knda', 'Kannada'],
  ['Mlym', 'Malayalam'],
  ['Sinh', 'Sinhala'],
  ['Khmr', 'Khmer'],
  ['Laoo', 'Lao'],
  ['Mymr', 'Myanmar'],
  ['Tibt', 'Tibetan'],
  ['Ethi', 'Ethiopic'],
  ['Geor', 'Georgian'],
  ['Armn', 'Armenian'],
  ['Arab', 'Arabic'],
  ['Hebr', 'Hebrew'],
];
const tests = scripts.map(([code, name]) => ({ code, has: new RegExp(`\\p{Script=${name}}`, 'u') }));
const letters = /[\p{L}\p{N}]/u;
const unknown = 'Zyyy';

let known: { own: readonly Range[]; system: readonly (readonly Range[])[] | null } | null = null;

/** Codes of the scripts in which some letter has no font, each once. */
export function missingScripts(texts: Iterable<string>, fontsOfSystem = systemFonts): string[] {
  known ??= { own: ownFonts().flatMap(rangesIn), system: null };
  const { own } = known;
  const open = new Set<number>();
  for (const text of texts) {
    for (const sign of text) {
      const point = sign.codePointAt(0) ?? 0;
      if (point > 0x17f && letters.test(sign) && !isIn(own, point)) open.add(point);
    }
  }
  if (open.size === 0) return [];
  const system = fontsOfSystem === systemFonts ? known.system : null;
  const fonts = system ?? fontsOfSystem().map(rangesIn);
  if (fontsOfSystem === systemFonts) known = { own, system: fonts };
  const lost = [...open].filter((point) => !fonts.some((ranges) => isIn(ranges, point)));
  return [...new Set(lost.map(scriptOf))].sort();
}

function isIn(ranges: readonly Range[], point: number): boolean {
  return ranges.some(([first, last]) => first <= point && point <= last);
}

function scriptOf(point: number): string {
  const sign = String.fromCodePoint(point);
  return tests.find(({ has }) => has.test(sign))?.code ?? unknown;
}
