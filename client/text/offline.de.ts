// German texts about working without the network.

import type { offlineEn } from './offline.en.ts';

export const offlineDe: Readonly<Record<keyof typeof offlineEn, string>> = {
  'offline.safe':
    'Du bist offline. Schreib ruhig weiter: es bleibt auf diesem Gerät und wird gesendet, wenn die Verbindung zurück ist.',
  'offline.noReload':
    'Du bist offline. Schreib ruhig weiter: es bleibt auf diesem Gerät. Lass diesen Tab offen: ohne https lässt sich die Seite erst neu laden, wenn die Verbindung zurück ist.',
  'offline.full':
    'Du bist offline, und auf diesem Gerät ist kein Platz mehr. Schreib ruhig weiter, und lass diesen Tab offen, bis die Verbindung zurück ist.',
  'offline.overHttp':
    'Unter dieser Adresse lässt sich die Seite offline nicht neu laden: das erlauben Browser nur mit https. Alles andere geht.',

  'offline.kept': 'Nicht angekommene Änderungen',
  'offline.keptText':
    'Sie bleiben auf diesem Gerät, bis du sie noch einmal machst oder verwirfst. Alle anderen sehen das Board ohne sie.',
  'offline.keptAt': '{when}: {why}',
  'offline.none': 'Es gibt keine mehr.',
  'offline.look': 'Ansehen',
  'offline.deleted':
    '{count, plural, one {Andere haben eine Notiz gelöscht, die du offline geändert hast.} other {Andere haben # Notizen gelöscht, die du offline geändert hast.}}',
  'offline.whyDeleted': 'andere haben sie inzwischen gelöscht',
  'offline.makeAnew': 'Als neue Notizen anlegen',
  'offline.noText': '(ohne Text)',
  'offline.cluster': 'Gruppe: {title}',
  'offline.removed': 'Gelöscht: {text}',
  'offline.readOnly':
    'Du darfst hier gerade nicht schreiben. Kopier sie, oder versuch es später noch einmal.',
  'offline.copyText': 'Als Text kopieren',
  'offline.letGo': 'Verwerfen',
  'offline.letGoSure': 'Endgültig verwerfen?',
  'offline.stillHere':
    '{count, plural, one {Eine deiner Änderungen hat dieses Board nicht erreicht. Sie liegt auf diesem Gerät.} other {# deiner Änderungen haben dieses Board nicht erreicht. Sie liegen auf diesem Gerät.}}',

  'offline.forget': 'Board auf diesem Gerät vergessen',
  'offline.forgetTitle': 'Hier keine Spur lassen?',
  'offline.forgetText':
    'Die Kopie dieses Boards auf diesem Gerät wird gelöscht, mit seinem Bild und seinem Link auf der Startseite. Das Board selbst bleibt für alle, wie es ist; um zurückzukommen, brauchst du den Link.',
  'offline.forgetUnsaved':
    '{count, plural, one {Eine Änderung ist noch nicht beim Server und ginge verloren.} other {# Änderungen sind noch nicht beim Server und gingen verloren.}}',
  'offline.forgetKeep': 'Behalten',
  'offline.forgetYes': 'Hier vergessen',
  'offline.forgotten': 'Auf diesem Gerät ist nichts mehr von diesem Board.',
  'offline.forgetFailed':
    'Der Browser hat nicht alles hergegeben. Lösch die Daten dieser Seite in seinen Einstellungen.',
};
