// German texts of the import dialog.

import type { importEn } from './import.en.ts';

export const importDe: Readonly<Record<keyof typeof importEn, string>> = {
  'import.title': 'Ideen importieren',
  'import.text':
    'Füge eine Liste oder Zellen aus einer Tabelle ein, oder nimm eine Datei. Du siehst, was daraus wird, bevor etwas geschrieben wird.',
  'import.paste': 'Ideen',
  'import.pastePlaceholder': 'Mehr Bäume an der Hauptstraße\nEin Nachtbus am Wochenende\n…',
  'import.pasteHint': 'Aus jeder Zeile wird eine Notiz. Aufzählungszeichen und Nummern davor fallen weg.',
  'import.choose': 'Datei wählen',
  'import.files':
    'CSV, Excel, Markdown, Text, Boards aus Mural, Miro, Excalidraw oder tldraw oder ein hier gesichertes Board oder Archiv (ZIP); bis {size} MB. Du kannst eine Datei auch hierher ziehen.',
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
  'import.rate':
    'Zu viele Versuche in kurzer Zeit. Warte einen Moment, dann ändere etwas oder versuch es noch einmal.',
  'import.cannotRead': 'Diese Datei ließ sich nicht öffnen. Ordner können nicht importiert werden.',
  'import.why.workbook':
    'Diese Arbeitsmappe ließ sich nicht öffnen. Speichere sie als XLSX oder das Blatt als CSV und importiere das.',
  'import.why.binary':
    'Dateien dieser Art können nicht importiert werden. Nimm CSV, XLSX, Markdown, Text oder ein Board aus einem anderen Werkzeug.',
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
  'import.refused.not-text':
    'Diese Datei kann nicht gelesen werden. Nimm CSV, XLSX, Markdown, Text oder ein Board aus einem anderen Werkzeug.',
  'import.refused.not-a-board':
    'Diese JSON-Datei ist kein Board, das hier gelesen werden kann, oder sie ist beschädigt.',
  'import.refused.too-many': 'Das sind mehr Ideen, als auf ein Board passen. Teile sie auf.',
  'import.refused.too-large': 'Diese Datei ist zu groß. Teile sie auf.',
  'import.refused.no-such-column': 'Diese Spalte gibt es nicht.',
  'import.refused.board-full': 'Auf diesem Board ist nicht mehr genug Platz für all das.',
  'import.why.oldWorkbook':
    'Das ist eine Arbeitsmappe älterer Art. Speichere sie als XLSX oder CSV und importiere das.',
  'import.why.inflates':
    'Was in dieser Datei verpackt ist, ist größer als {megabytes, number} MB; sie wurde nicht geöffnet.',
  'import.why.boardFull':
    'Auf ein Board passen höchstens {max, number} Elemente: {there, number} sind da, {coming, number} kämen dazu.',
  'import.why.tooManyRows': 'Mehr als {max, number} Zeilen. Teile sie auf.',
  'import.why.tooWide':
    'Das Blatt „{sheet}“ reicht zu weit. Lösche, was weit vom Rest entfernt steht, und versuch es noch einmal.',
  'import.why.tooMuchText': 'Mehr Text, als auf ein Board passt. Teile ihn auf.',
  'import.why.noSuchSheet': 'Kein Blatt heißt „{sheet}“.',
  'import.why.brokenCell': 'Die Zelle {cell} ergibt keinen Sinn; sie wurde als leer gelesen.',
  'import.why.aboveTable': 'Steht über der Tabelle; ausgelassen.',
  'import.why.noPlace': 'Nichts sagt, wo es lag; es kommt neben die anderen.',
  'import.why.brokenJson': 'Diese JSON-Datei ist abgeschnitten oder beschädigt.',
  'import.why.brokenArchive':
    'Dieses Archiv ist beschädigt oder abgeschnitten. Sichere das Board noch einmal und nimm diese Datei.',
  'import.why.unknownJson': 'Diese JSON-Datei ist kein Board, das hier gelesen werden kann.',
  'import.why.notNotes':
    '{count, plural, one {# Ding ohne eigenen Text (Linie, Bild, Zeichnung) wurde ausgelassen.} other {# Dinge ohne eigenen Text (Linien, Bilder, Zeichnungen) wurden ausgelassen.}}',
  'import.why.notAnIdea': 'Kein Text darin; ausgelassen.',
  'import.refused.no-such-sheet': 'Dieses Blatt gibt es nicht.',
  'import.refused.took-too-long':
    'Diese Datei zu lesen hat zu lange gedauert oder zu viel Speicher gebraucht. Teile sie auf.',
  'import.sheet': 'Blatt',
  'import.everyCell': 'Jede Zelle ist eine Idee',
  'import.clusters': '{count, plural, one {in # Cluster} other {in # Clustern}}',
  'import.kind': 'Erkannt: {kind}',
  'import.kinds.lines': 'eine Liste',
  'import.kinds.table': 'eine Tabelle',
  'import.kinds.workbook': 'eine Excel-Arbeitsmappe',
  'import.kinds.mural': 'Haftnotizen aus Mural',
  'import.kinds.markdown': 'eine Gliederung in Markdown',
  'import.kinds.opml': 'eine OPML-Gliederung',
  'import.kinds.mindmap': 'eine Mermaid-Mindmap',
  'import.kinds.miro': 'ein Miro-Board',
  'import.kinds.excalidraw': 'eine Excalidraw-Zeichnung',
  'import.kinds.tldraw': 'eine tldraw-Zeichnung',
  'import.kinds.board': 'ein hier gesichertes Board',
};
