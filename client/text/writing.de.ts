// German texts of what stands beside the caret: emoji, pasted lines, web addresses.

import type { writingEn } from './writing.en.ts';

export const writingDe: Readonly<Record<keyof typeof writingEn, string>> = {
  'writing.emoji': 'Emoji',
  'writing.emojiKeys': 'Emoji ({keys}, oder : und ein Name)',
  'writing.emojiSearch': 'Schreib einen Namen, zum Beispiel „Rakete“',
  'writing.emojiNone': 'So heißt kein Emoji',
  'writing.emojiFailed': 'Die Emoji konnten nicht geladen werden',
  'writing.pasted': '{count, plural, one {# Zeile} other {# Zeilen}} eingefügt',
  'writing.oneEach': 'Je eine Notiz',
  'writing.keepOne': 'In einer Notiz lassen',
  'writing.links': 'Links in der Notiz',
  'writing.openLink': '{address} in einem neuen Tab öffnen',
  'action.openLink': 'Den Link in der Notiz öffnen',
};
