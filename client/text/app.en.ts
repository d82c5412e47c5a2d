// English texts around the canvas: home, joining, dialogs, sync state, import and export.

export const appEn = {
  'app.name': 'Wallflower',

  'ui.close': 'Close',
  'ui.dismiss': 'Dismiss',
  'ui.news': 'Messages',
} as const;
