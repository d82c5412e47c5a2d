// What menus, the palette and the sheet of keys say about action items and the next session.

export const actionMenuEn = {
  'actionItems.show': 'Action items',
  'actionItems.make': 'Make action items of it',
  'series.make': 'Next session…',
  'series.goNext': 'Go to the next session',
  'series.goPrevious': 'Go to the session before',
} as const;
