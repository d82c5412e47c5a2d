// German texts of import and export.

import type { transferEn } from './transfer.en.ts';

export const transferDe: Readonly<Record<keyof typeof transferEn, string>> = {
  'webhook.open': 'Webhook…',
  'import.open': 'Ideen importieren…',
  'import.title': 'Ideen importieren',
  'import.text':
    'Füge eine Liste oder Zellen aus einer Tabelle ein, oder nimm eine Datei. Du siehst, was daraus wird, bevor etwas geschrieben wird.',
  'import.paste': 'Ideen',
  'import.pastePlaceholder': 'Mehr Bäume an der Hauptstraße\nEin Nachtbus am Wochenende\n…',
  'import.pasteHint': 'Aus jeder Zeile wird eine Notiz. Aufzählungszeichen und Nummern davor fallen weg.',
  'import.choose': 'Datei wählen',
  'import.files':
    'CSV, Text oder ein als JSON gesichertes Board, bis {size} MB. Du kannst sie auch hierher ziehen.',
  'import.drop': 'Hier loslassen',
  'import.file': 'Datei zum Importieren',
  'import.remove': 'Andere Datei nehmen',
  'import.pasteInstead': 'Lieber Text einfügen',
  'import.kb': '{size} kB',
  'import.reading': 'Wird gelesen…',
  'import.preview': 'Was daraus wird',
  'import.ideas': '{count, plural, =0 {Keine Ideen gefunden} one {# Idee} other {# Ideen}}',
  'import.items':
    '{count, plural, =0 {Nichts gefunden} one {# Notiz oder Cluster} other {# Notizen und Cluster}}',
  'import.skipped': '{count, plural, one {# Zeile ausgelassen} other {# Zeilen ausgelassen}}',
  'import.andMore': '{count, plural, one {und # weitere} other {und # weitere}}',
  'import.column': 'Spalte mit den Ideen',
  'import.columnNone': 'Spalte wählen',
  'import.columnSample': '{name}: {sample}',
  'import.problems': '{count, plural, one {# Zeile zum Nachsehen} other {# Zeilen zum Nachsehen}}',
  'import.row': 'Zeile {row}',
  'import.go': '{count, plural, =0 {Importieren} one {# Idee importieren} other {# Ideen importieren}}',
  'import.goItems':
    '{count, plural, =0 {Importieren} one {# Element importieren} other {# Elemente importieren}}',
  'import.cancel': 'Abbrechen',
  'import.done': '{count, plural, one {# Idee importiert.} other {# Ideen importiert.}}',
  'import.doneItems': '{count, plural, one {# Element importiert.} other {# Elemente importiert.}}',
  'import.undo': 'Rückgängig',
  'import.undone': 'Der Import wurde zurückgenommen.',
  'import.undoFailed': 'Der Import konnte nicht zurückgenommen werden.',
  'import.tooLarge': 'Diese Datei hat {size} MB; höchstens {max} MB gehen. Teile sie auf.',
  'import.unreachable':
    'Der Server antwortet nicht. Es wurde nichts importiert; versuch es wieder, wenn die Verbindung zurück ist.',
  'import.unreadable': 'Der Server hat die Anfrage nicht verstanden. Es wurde nichts importiert.',
  'import.forbidden': 'Du darfst auf diesem Board gerade nicht schreiben. Es wurde nichts importiert.',
  'import.rate':
    'Zu viele Versuche in kurzer Zeit. Warte einen Moment, dann ändere etwas oder versuch es noch einmal.',
  'import.cannotRead': 'Diese Datei ließ sich nicht öffnen. Ordner können nicht importiert werden.',
  'import.again': 'Noch einmal versuchen',

  'import.why.workbook':
    'Das ist eine Arbeitsmappe, keine CSV-Datei. Speichere das Blatt als CSV und importiere das.',
  'import.why.binary': 'Das ist keine Textdatei.',
  'import.why.empty': 'Es steht nichts darin.',
  'import.why.tooLarge': 'Die Datei ist größer als {megabytes, number} MB. Teile sie auf.',
  'import.why.tooMany': 'Mehr als {max, number} Ideen; mehr passen nicht auf ein Board. Teile sie auf.',
  'import.why.noText': 'Keine Spalte sieht nach Ideen aus. Wähle die, die importiert werden soll.',
  'import.why.noSuchColumn': 'Keine Spalte heißt „{column}“.',
  'import.why.neverClosed':
    'Ein Anführungszeichen wird geöffnet und nie geschlossen; die Zeile wurde gelesen, wie sie dasteht.',
  'import.why.strayQuotes': 'In dieser Zeile stehen verirrte Anführungszeichen; bitte sieh den Text nach.',
  'import.why.extraCells':
    '{count, plural, one {# Zelle} other {# Zellen}}, wo die erste Zeile {width, number} hat; bitte sieh den Text nach.',
  'import.why.joinedCells':
    '{count, plural, one {# Zelle} other {# Zellen}}, wo die erste Zeile {width, number} hat; die letzten wurden verbunden.',
  'import.why.nothingInColumn': 'Nichts in der Spalte „{column}“; ausgelassen.',
  'import.why.tooLong': 'Länger als {max, number} Zeichen; dort abgeschnitten.',
  'import.why.notABoard': 'Diese JSON-Datei ist kein aus Wallflower exportiertes Board.',
  'import.why.newerBoard':
    'Dieses Board stammt aus einer neueren Version von Wallflower. Aktualisiere zuerst diesen Server.',
  'import.why.tooManyItems':
    'Auf ein Board passen höchstens {max, number} Elemente; die Datei hat {count, number}. Der Rest fällt weg.',
  'import.why.sameId': 'Ein zweites Element mit der Kennung {id}; ausgelassen.',
  'import.why.notAnItem': 'Kein Element; ausgelassen.',
  'import.why.badKey': '„{key}“ des Elements fehlt oder ergibt keinen Sinn; ausgelassen.',
  'import.why.moreLikeThese':
    '{count, plural, one {# weitere Zeile hat so ein Problem.} other {# weitere Zeilen haben solche Probleme.}}',

  'import.refused.empty': 'Es steht nichts darin.',
  'import.refused.not-text': 'Das ist keine Textdatei. Eine Tabelle muss zuerst als CSV gespeichert werden.',
  'import.refused.not-a-board':
    'Diese JSON-Datei ist kein aus Wallflower exportiertes Board, oder sie stammt aus einer neueren Version.',
  'import.refused.too-many': 'Das sind mehr Ideen, als auf ein Board passen. Teile sie auf.',
  'import.refused.too-large': 'Diese Datei ist zu groß. Teile sie auf.',
  'import.refused.no-such-column': 'Diese Spalte gibt es nicht.',
  'import.refused.board-full': 'Auf diesem Board ist nicht mehr genug Platz für all das.',

  'summary.open': 'Zusammenfassung…',
  'export.summary': 'Zusammenfassung exportieren (Markdown)',
  'export.notes': 'Notizen exportieren (CSV)',
  'export.board': 'Ganzes Board exportieren (JSON)',
  'export.failed': 'Die Datei konnte nicht erstellt werden.',
};
