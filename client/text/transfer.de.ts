// German texts of import and export.

import type { transferEn } from './transfer.en.ts';

export const transferDe: Readonly<Record<keyof typeof transferEn, string>> = {
  'webhook.open': 'Webhook…',
  'import.open': 'Ideen importieren…',
  'import.forbidden': 'Du darfst auf diesem Board gerade nicht schreiben. Es wurde nichts importiert.',
  'import.again': 'Noch einmal versuchen',
  'summary.open': 'Zusammenfassung…',
  'export.summary': 'Zusammenfassung exportieren (Markdown)',
  'export.notes': 'Notizen exportieren (CSV)',
  'export.board': 'Ganzes Board exportieren (JSON)',
  'export.failed': 'Die Datei konnte nicht erstellt werden.',
};
