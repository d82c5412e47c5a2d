// German texts of the list of all items, and of what is said aloud about deeds on the board.

import type { outlineEn } from './outline.en.ts';

export const outlineDe: Readonly<Record<keyof typeof outlineEn, string>> = {
  'outline.open': 'Liste aller Ideen',
  'table.open': 'Alle Ideen als Tabelle',
  'outline.title': 'Alle Ideen',
  'outline.total': '{count, plural, one {# Element} other {# Elemente}}',
  'outline.empty': 'Auf diesem Board ist noch nichts.',
  'outline.emptyNote': 'Leere Notiz',
  'outline.cluster': '{count, plural, one {{title}, # Notiz, Cluster} other {{title}, # Notizen, Cluster}}',
  'outline.keys':
    'Pfeiltasten wählen, Eingabe schreibt, N macht eine neue Notiz, M verschiebt in einen Cluster und mehr, Entf löscht, die Leertaste nimmt zur Auswahl dazu, Escape geht zurück zur Fläche.',
  'outline.keysReadOnly': 'Pfeiltasten wählen, Escape geht zurück zur Fläche.',
  'outline.more': 'Was mit {title} geschehen soll',
  'outline.moveInto': 'In „{title}“ verschieben',
  'outline.moveOut': 'Aus dem Cluster nehmen',

  'announce.deleted': '{count, plural, one {# Element gelöscht} other {# Elemente gelöscht}}',
  'announce.restored': '{count, plural, one {# Element ist wieder da} other {# Elemente sind wieder da}}',
  'announce.added': '{count, plural, one {# Element hinzugefügt} other {# Elemente hinzugefügt}}',
  'announce.movedInto':
    '{count, plural, one {In {title} verschoben} other {# Elemente in {title} verschoben}}',
  'announce.movedOut':
    '{count, plural, one {Aus dem Cluster genommen} other {# Elemente aus dem Cluster genommen}}',
};
