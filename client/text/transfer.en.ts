// English texts of import and export.

export const transferEn = {
  'webhook.open': 'Webhook…',
  'feed.open': 'Live feed…',
  'export.open': 'Take it along…',
  'export.picture': 'Picture of the selection…',
  'import.open': 'Import ideas…',
  'import.forbidden': 'You may not write on this board right now. Nothing was imported.',
  'import.noPictures': 'The wall takes no pictures. Nothing was imported.',
  'import.again': 'Try again',
  'summary.open': 'Summary…',
} as const;
