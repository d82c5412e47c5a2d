// German texts about a board's live feed.

import type { feedEn } from './feed.en.ts';

export const feedDe: Readonly<Record<keyof typeof feedEn, string>> = {
  'feed.title': 'Live-Feed',
  'feed.text':
    'Ein Link, den eine Tabelle oder ein Dashboard immer wieder liest: Dort stehen stets die Ideen dieses Boards.',
  'feed.loading': 'Einen Moment…',
  'feed.none':
    'Wer den Link hat, sieht die Ideen an der Wand, ihre Cluster, und Namen, wenn das Board nicht anonym ist. Nie private Ideen, Stimmen oder Kommentare. Du kannst ihn jederzeit widerrufen.',
  'feed.create': 'Link erstellen',
  'feed.exists': 'Es gibt einen Link. Er endet auf …\u2060{ending}',
  'feed.made': 'Erstellt am {when}.',
  'feed.used': 'Zuletzt gelesen am {when}.',
  'feed.unused': 'Noch hat ihn niemand gelesen.',
  'feed.forgotten':
    'Er wurde einmal gezeigt und lässt sich nicht noch einmal zeigen. Ist er weg, erstelle einen neuen.',
  'feed.once': 'Kopiere ihn jetzt: Er wird nur dieses eine Mal gezeigt. Wer ihn hat, kann die Ideen lesen.',
  'feed.sheets': 'Google Tabellen',
  'feed.sheetsHow': 'Füge das in eine Zelle ein. Google liest es etwa einmal pro Stunde neu.',
  'feed.sheetsLabel': 'Formel für Google Tabellen',
  'feed.excel': 'Excel',
  'feed.excelHow': 'Daten → Aus dem Web, dann diese Adresse einfügen. „Alle aktualisieren“ holt Neues.',
  'feed.excelLabel': 'Adresse für Excel',
  'feed.programs': 'Dashboards und Skripte',
  'feed.programsHow':
    'Dasselbe als JSON, auch für Webseiten, und als Markdown. Höchstens eine Anfrage pro Sekunde.',
  'feed.jsonLabel': 'Adresse des JSON',
  'feed.mdLabel': 'Adresse des Markdown',
  'feed.renew': 'Neuer Link',
  'feed.renewSure': 'Der jetzige Link hört sofort auf zu gelten, wo immer er benutzt wird.',
  'feed.renewYes': 'Neuen Link erstellen',
  'feed.revoke': 'Widerrufen',
  'feed.revokeSure': 'Der Link gilt sofort nicht mehr. Was andere gelesen haben, bleibt bei ihnen.',
  'feed.revokeYes': 'Ja, widerrufen',
  'feed.keep': 'Behalten',
  'feed.revoked': 'Der Link ist widerrufen.',
};
