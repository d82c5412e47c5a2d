// German names of keys, as they are printed on keyboards that have words on them.

import type { keysEn } from './keys.en.ts';

export const keysDe: Record<keyof typeof keysEn, string> = {
  'key.mod': 'Strg',
  'key.shift': 'Umschalt',
  'key.alt': 'Alt',
  'key.enter': 'Enter',
  'key.escape': 'Esc',
  'key.delete': 'Entf',
  'key.backspace': 'Rücktaste',
  'key.tab': 'Tab',
  'key.space': 'Leertaste',
  'key.home': 'Pos 1',
  'key.end': 'Ende',
  'key.pageUp': 'Bild auf',
  'key.pageDown': 'Bild ab',
  'key.menu': 'Menütaste',
};
