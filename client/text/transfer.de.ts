// German texts of import and export.

import type { transferEn } from './transfer.en.ts';

export const transferDe: Readonly<Record<keyof typeof transferEn, string>> = {
  'webhook.open': 'Webhook…',
  'feed.open': 'Live-Feed…',
  'export.open': 'Mitnehmen…',
  'export.picture': 'Bild der Auswahl…',
  'import.open': 'Ideen importieren…',
  'import.forbidden': 'Du darfst auf diesem Board gerade nicht schreiben. Es wurde nichts importiert.',
  'import.noPictures': 'Die Wand nimmt keine Bilder. Es wurde nichts importiert.',
  'import.again': 'Noch einmal versuchen',
  'summary.open': 'Zusammenfassung…',
};
