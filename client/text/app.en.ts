// English texts around the canvas: home, joining, dialogs, sync state, import and export.

export const appEn = {
  'app.name': 'Wallflower',
} as const;
