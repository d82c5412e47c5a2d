// What menus, the palette and the sheet of keys say about action items and the next session, in German.

import type { actionMenuEn } from './actionMenu.en.ts';

export const actionMenuDe: Readonly<Record<keyof typeof actionMenuEn, string>> = {
  'actionItems.show': 'Aufgaben',
  'actionItems.make': 'Aufgaben daraus machen',
  'series.make': 'Nächste Sitzung …',
  'series.goNext': 'Zur nächsten Sitzung',
  'series.goPrevious': 'Zur Sitzung davor',
};
