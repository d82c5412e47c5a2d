// English texts of what stands beside the caret: emoji, pasted lines, web addresses.

export const writingEn = {
  'writing.emoji': 'Emoji',
  'writing.emojiKeys': 'Emoji ({keys}, or : and a name)',
  'writing.emojiSearch': 'Type a name, for example “rocket”',
  'writing.emojiNone': 'No emoji is called that',
  'writing.emojiFailed': 'The emoji could not be loaded',
  'writing.pasted': '{count, plural, one {# line} other {# lines}} pasted',
  'writing.oneEach': 'One note each',
  'writing.keepOne': 'Keep in one note',
  'writing.links': 'Links in the note',
  'writing.openLink': 'Open {address} in a new tab',
  'action.openLink': 'Open the link in the note',
} as const;
