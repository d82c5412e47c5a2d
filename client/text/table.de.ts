// German texts of the table of ideas.

import type { tableEn } from './table.en.ts';

export const tableDe: Readonly<Record<keyof typeof tableEn, string>> = {
  'table.title': 'Ideen als Tabelle',
  'table.count': '{count, plural, =0 {Keine Ideen} one {# Idee} other {# Ideen}}',
  'table.countOf': '{count} von {all}',
  'table.search': 'Ideen suchen',
  'table.found': '{count, plural, =0 {Nichts gefunden} one {# Idee gefunden} other {# Ideen gefunden}}',
  'table.columns': 'Spalten',
  'table.sortBy': 'Sortieren',
  'table.again': 'Neu sortieren',
  'table.boardOrder': 'Wie an der Wand',
  'table.deleteRows': '{count, plural, one {Diese Idee löschen} other {# Ideen löschen}}',
  'table.showOnWall': 'An der Wand zeigen',
  'table.keys':
    'Pfeiltasten gehen von Zelle zu Zelle, Eingabe oder F2 schreibt, Tippen ersetzt, Escape nimmt zurück. Umschalt und Pfeile wählen mehrere Zellen; Kopieren und Einfügen gehen mit Tabellenprogrammen. Escape schließt die Tabelle.',
  'table.keysReadOnly':
    'Pfeiltasten gehen von Zelle zu Zelle, Umschalt und Pfeile wählen mehrere, Kopieren geht in Tabellenprogramme. Escape schließt die Tabelle.',
  'table.empty': 'Noch nichts auf diesem Board.',
  'table.nothingFound': 'Mit dieser Suche und diesen Filtern bleibt keine Idee übrig.',
  'table.showAll': 'Alle Ideen zeigen',
  'table.new': 'Neue Idee',
  'table.newHint': 'Hier eine neue Idee tippen',
  'table.locked': 'Gesperrt',
  'table.noCluster': 'In keinem Cluster',
  'table.noName': 'Ohne Namen',
  'table.untitled': 'Ohne Titel',

  'table.column.number': 'Zeile',
  'table.column.text': 'Idee',
  'table.column.cluster': 'Cluster',
  'table.column.colour': 'Farbe',
  'table.column.author': 'Von',
  'table.column.votes': 'Stimmen',
  'table.column.comments': 'Kommentare',
  'table.column.reactions': 'Reaktionen',

  'table.sortColumn': 'Nach {column} sortieren',
  'table.filterColumn': 'Filter und Breite von {column}',
  'table.filterWords': 'Enthält die Wörter',
  'table.filterLeast': 'Mindestens',
  'table.filterValues': 'Nur diese',
  'table.clearFilter': 'Filter aufheben',
  'table.hideColumn': 'Spalte ausblenden',
  'table.width': 'Breite',

  'table.editText': 'Text der Idee in Zeile {row}',
  'table.editCluster': 'Cluster der Idee in Zeile {row}',
  'table.editColour': 'Farbe der Idee in Zeile {row}',

  'table.said.sorted': 'Nach {column} sortiert, {way, select, down {absteigend} other {aufsteigend}}',
  'table.said.unsorted': 'Wie an der Wand',
  'table.said.chosen': '{rows} × {columns} Zellen gewählt',
  'table.said.copied': '{count, plural, one {# Zelle kopiert} other {# Zellen kopiert}}',
  'table.said.cleared':
    '{count, plural, =0 {Nichts zu leeren} one {# Zelle geleert} other {# Zellen geleert}}',
  'table.said.changed': '{count, plural, one {# Zelle geändert} other {# Zellen geändert}}',
  'table.said.added': '{count, plural, one {# Idee hinzugefügt} other {# Ideen hinzugefügt}}',
  'table.said.refused':
    '{count, plural, one {# Zelle ließ sich nicht ändern} other {# Zellen ließen sich nicht ändern}}',
  'table.said.nothing': 'Nichts zu ändern',
  'table.said.takenBack': 'Zurückgenommen',
  'table.said.goneByOthers':
    '{count, plural, one {Jemand hat „{text}“ gelöscht} other {Jemand hat # Ideen gelöscht}}',
  'table.goneWhileWriting': 'Jemand hat die Idee gelöscht, an der du schreibst.',
  'table.bringBack': 'Zurückholen',
  'table.lockedWhy': 'Diese Idee ist gesperrt. An der Wand lässt sie sich entsperren.',
  'table.toldWhy': '{column} lässt sich hier nicht ändern.',
  'table.full': 'Das Board ist voll.',
};
