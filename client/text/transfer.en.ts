// English texts of import and export.

export const transferEn = {
  'webhook.open': 'Webhook…',
  'import.open': 'Import ideas…',
  'import.forbidden': 'You may not write on this board right now. Nothing was imported.',
  'import.again': 'Try again',
  'summary.open': 'Summary…',
  'export.summary': 'Export summary (Markdown)',
  'export.notes': 'Export notes (CSV)',
  'export.board': 'Export whole board (JSON)',
  'export.failed': 'The file could not be made.',
} as const;
