// Keys as chords ("mod+shift+z"), the same on every keyboard layout. Knows nothing of what they do.

import type { RawKey } from './intents.ts';

const names: Readonly<Record<string, string>> = {
  ' ': 'space',
  Spacebar: 'space',
  Escape: 'escape',
  Esc: 'escape',
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Del: 'delete',
  '+': 'plus',
};

const codeNames: Readonly<Record<string, string>> = {
  Minus: '-',
  Equal: '=',
  NumpadAdd: 'plus',
  NumpadSubtract: '-',
  BracketLeft: '[',
  BracketRight: ']',
  Slash: '/',
};

// Keyboards hide these in different places, some behind Shift: what counts is the sign that was typed.
const signs = new Set(['/', '?', '-', '=', '[', ']']);
const signsWithoutShift = new Set(['/', '?']);

/**
 * `mod`, `shift` and `alt` in this order, then the key in lower case: `n`, `1`, `mod+z`, `shift+up`, `f2`. Letters go by
 * what is printed on the key where that is Latin, and by the key's position where it is not (Cyrillic, Greek, Hebrew).
 */
export function chordOf(raw: Pick<RawKey, 'key' | 'code' | 'modifiers'>): string {
  const { mod, alt } = raw.modifiers;
  const shift = raw.modifiers.shift && !signsWithoutShift.has(raw.key);
  return `${mod ? 'mod+' : ''}${shift ? 'shift+' : ''}${alt ? 'alt+' : ''}${keyName(raw)}`;
}

function keyName({ key, code }: Pick<RawKey, 'key' | 'code'>): string {
  const named = names[key];
  if (named !== undefined) return named;
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  if (signs.has(key)) return key;
  // Digits by position, so that layouts with digits on the shifted row have them too.
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (digit !== undefined) return digit;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return letter.toLowerCase();
  if (key.length > 1) return key.toLowerCase();
  return codeNames[code] ?? key.toLowerCase();
}
