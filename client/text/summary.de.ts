// German texts of the window that shows the summary.

import type { summaryEn } from './summary.en.ts';

export const summaryDe: Readonly<Record<keyof typeof summaryEn, string>> = {
  'summary.title': 'Zusammenfassung',
  'summary.preview': 'Vorschau der Zusammenfassung',
  'summary.foreword': 'Vorwort',
  'summary.forewordExample': 'Was soll jemand wissen, der nicht dabei war?',
  'summary.forewordHint': 'Steht vor allem anderen, in jeder Datei. Alle auf dem Board sehen es.',
  'summary.notKept': 'Das Vorwort wurde nicht behalten. {why}',
  'summary.print': 'Drucken oder PDF',
  'summary.markdown': 'Markdown',
  'summary.page': 'Webseite',
};
