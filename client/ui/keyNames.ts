// How chords ("mod+shift+z") are written for people: by the signs on an Apple keyboard, by words elsewhere.

import { type MessageId, t } from '../text/catalogue.ts';

export type KeyboardKind = 'apple' | 'other';

// Not every place this runs in has a navigator.
const thisKeyboard: KeyboardKind = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '')
  ? 'apple'
  : 'other';

const everywhere: Readonly<Record<string, string>> = {
  plus: '+',
  '-': '−',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
};

const appleSigns: Readonly<Record<string, string>> = {
  mod: '⌘',
  shift: '⇧',
  alt: '⌥',
  enter: '↩',
  escape: 'esc',
  delete: '⌦',
  backspace: '⌫',
  tab: '⇥',
};

const words: Readonly<Record<string, MessageId>> = {
  mod: 'key.mod',
  shift: 'key.shift',
  alt: 'key.alt',
  enter: 'key.enter',
  escape: 'key.escape',
  delete: 'key.delete',
  backspace: 'key.backspace',
  tab: 'key.tab',
  space: 'key.space',
  home: 'key.home',
  end: 'key.end',
  pageup: 'key.pageUp',
  pagedown: 'key.pageDown',
  contextmenu: 'key.menu',
};

/** `mod+shift+z` as people of this machine read it: `Ctrl+Shift+Z`, `Strg+Umschalt+Z`, `⇧⌘Z`. */
export function keysText(keys: string, keyboard: KeyboardKind = thisKeyboard): string {
  const parts = keys.split('+');
  if (keyboard === 'other') return parts.map((key) => nameOf(key, keyboard)).join('+');
  // Apple writes its modifiers in this order, and no plus between signs.
  const modifiers = ['alt', 'shift', 'mod'].filter((key) => parts.includes(key));
  const others = parts.filter((key) => !modifiers.includes(key));
  return [...modifiers, ...others].map((key) => nameOf(key, keyboard)).join('');
}

function nameOf(key: string, keyboard: KeyboardKind): string {
  const sign = everywhere[key] ?? (keyboard === 'apple' ? appleSigns[key] : undefined);
  if (sign !== undefined) return sign;
  const word = words[key];
  if (word !== undefined) return t(word);
  // What is left is printed on the key as it is: letters, digits, F2.
  return key.toUpperCase();
}
