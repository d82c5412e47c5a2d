// English names of keys, as they are printed on keyboards that have words on them.

export const keysEn = {
  'key.mod': 'Ctrl',
  'key.shift': 'Shift',
  'key.alt': 'Alt',
  'key.enter': 'Enter',
  'key.escape': 'Esc',
  'key.delete': 'Del',
  'key.backspace': 'Backspace',
  'key.tab': 'Tab',
  'key.space': 'Space',
  'key.home': 'Home',
  'key.end': 'End',
  'key.pageUp': 'Page Up',
  'key.pageDown': 'Page Down',
  'key.menu': 'Menu key',
} as const;
