// German texts around the canvas: home, joining, dialogs, sync state.

import type { appEn } from './app.en.ts';

export const appDe: Readonly<Record<keyof typeof appEn, string>> = {
  'app.name': 'Wallflower',

  'missing.newer':
    'Dieser Teil konnte nicht geladen werden: Auf dem Server ist wohl eine neuere Version von Wallflower. Lade die Seite neu, um sie zu bekommen; das Board kommt so wieder, wie es ist.',
  'missing.away':
    'Dieser Teil wurde noch nicht geladen, und der Server ist nicht zu erreichen. Er kommt von selbst, wenn die Verbindung wieder da ist; das Board geht weiter.',
  'ui.close': 'Schließen',
  'ui.dismiss': 'Ausblenden',
  'ui.news': 'Meldungen',
  'ui.language': 'Sprache',
  'ui.languageFailed': 'Diese Sprache ließ sich nicht laden. Prüf die Verbindung und versuch es noch einmal.',

  'home.tagline': 'Wo auch die leisen Ideen gehört werden.',
  'home.create': 'Neues Board',
  'home.defaultName': 'Gastgeber',
  'home.workspaceKeyHint':
    'Auf diesem Server braucht ein neues Board den Schlüssel, der beim ersten Start angezeigt wurde.',
  'home.code': 'Code',
  'home.codePlaceholder': 'ABCD 1234',
  'home.codeWrong': 'Das ist kein ganzer Code: er hat acht Buchstaben und Ziffern.',
  'home.codeUnknown': 'Diesen Code hat kein Board. Codes ändern sich, wenn Links erneuert werden.',
  'home.join': 'Mitmachen',
  'home.boards': 'Boards auf diesem Gerät',
  'home.openedAt': 'Geöffnet {when}',
  'home.forget': 'Aus dieser Liste nehmen',
  'home.forgotten':
    '„{title}“ und die Kopie davon sind von diesem Gerät verschwunden. Das Board selbst ist unberührt.',
  'home.undo': 'Rückgängig',
  'home.more': 'Mehr zu {title}',
  'home.cannotCreate': 'Das Board konnte nicht angelegt werden.',
  'home.tooMany': 'Zu viele Versuche in kurzer Zeit. Warte eine Minute, dann versuch es noch einmal.',
  'home.unreachable': 'Der Server antwortet nicht. Prüf, ob er läuft und ob du im richtigen Netz bist.',

  'role.facilitator': 'Moderieren',
  'role.editor': 'Mitschreiben',
  'role.commenter': 'Kommentieren',
  'role.viewer': 'Ansehen',

  'join.title': 'Du bist zu einem Board eingeladen',
  'join.text': 'Du brauchst kein Konto. Die anderen auf diesem Board sehen deinen Namen.',
  'join.name': 'Dein Name',
  'join.enter': 'Auf das Board',
  'join.nameMissing': 'Schreib irgendeinen Namen, ein Vorname reicht.',

  'trouble.home': 'Zur Startseite',
  'trouble.again': 'Noch einmal versuchen',
  'trouble.reload': 'Neu laden',
  'trouble.gone.title': 'Dieses Board ist nicht mehr hier',
  'trouble.gone.text': 'Vielleicht liegt es im Papierkorb. Wer es angelegt hat, kann es zurückholen.',
  'trouble.wrongKey.title': 'Dieser Link öffnet das Board nicht mehr',
  'trouble.wrongKey.text':
    'Links lassen sich erneuern, dann gelten die alten nicht mehr. Frag nach einem neuen.',
  'trouble.needsLink.title': 'Für dieses Board brauchst du eine Einladung',
  'trouble.needsLink.text':
    'Öffne den ganzen Link, den du bekommen hast, mit allem hinter dem #. Wenn du keinen hast, bitte jemanden auf dem Board darum.',
  'trouble.noLongerAllowed.title': 'Du wurdest von diesem Board genommen',
  'trouble.noLongerAllowed.text':
    'Was du geschrieben hast, bleibt dort. Wer das Board moderiert, kann dich wieder einladen.',
  'trouble.full.title': 'Gerade ist viel los',
  'trouble.full.text': 'Der Server wird zu oft gefragt. Warte eine Minute, dann versuch es noch einmal.',
  'trouble.unreachable.title': 'Der Server antwortet nicht',
  'trouble.unreachable.text':
    'Prüf, ob er läuft und ob du im richtigen Netz bist. Was gesichert war, ist nicht verloren.',
  'trouble.outdated.title': 'Es gibt eine neuere Version',
  'trouble.outdated.text': 'Der Server wurde aktualisiert. Lade diese Seite neu, dann geht es weiter.',
  'trouble.failed.title': 'Etwas ist schiefgegangen',
  'trouble.failed.text':
    'Das sollte nicht passieren. Was gesichert war, ist nicht verloren; ein zweiter Versuch hilft meistens.',
  'trouble.notFound.title': 'An dieser Adresse ist nichts',
  'trouble.notFound.text': 'Vielleicht ist der Link nicht vollständig.',
  'trouble.crash.title': 'Die Seite ist gestolpert',
  'trouble.crash.text': 'Was gesichert war, liegt sicher auf dem Server. Lade neu, dann geht es weiter.',

  'board.loading': 'Das Board wird geöffnet…',
  'board.name': 'Name des Boards',
  'board.renameFailed': 'Der Name konnte nicht geändert werden.',
  'board.menu': 'Menü',
  'board.home': 'Alle Boards',
  'board.trash': 'In den Papierkorb legen',
  'board.trashed': '„{title}“ liegt im Papierkorb.',
  'board.trashFailed': 'Das Board konnte nicht in den Papierkorb gelegt werden.',
  'board.restoreFailed': 'Das Board konnte nicht zurückgeholt werden.',
  'board.theme': 'Dunkles Design',
  'board.toolbar': 'Werkzeuge',
  'board.zoom': 'Zoom',
  'board.zoomPercent': '{percent} %',
  'board.colours': 'Farbe',
  'board.selection': 'Auswahl',
  'board.chrome': 'Board',
  'board.people': 'Leute und Teilen',
  'board.emptyTitle': 'Eine Wand voller Platz',
  'board.emptyText': 'Doppelklick irgendwo, oder drück N, und schreib die erste Idee.',
  'board.emptyWrite': 'Eine Idee schreiben',
  'board.emptyTemplate': 'Mit einer Vorlage beginnen',
  'templates.open': 'Vorlage nehmen…',
  'templates.save': 'Als Vorlage sichern…',
  'board.emptyPaste': 'Schon eine Liste? Füg sie mit {keys} ein: aus jeder Zeile wird eine Notiz.',
  'board.emptyReadOnly': 'Noch keine Ideen. Sie erscheinen hier, sobald andere sie schreiben.',
  'board.offline':
    'Du bist offline. Schreib ruhig weiter: es wird gesendet, wenn die Verbindung zurück ist. Lass diesen Tab offen.',
  'board.readOnly': 'Hier kannst du dich umsehen. Zum Schreiben brauchst du einen Link zum Mitschreiben.',
  'board.readOnlyPhase': 'Im Moment schreibt niemand an die Wand.',

  'touch.start': 'Doppelt tippen: eine Idee aufschreiben',
  'touch.selectedOne': 'Ziehen verschiebt, doppelt tippen schreibt',
  'touch.selectedMany': 'Ziehen verschiebt alle',
  'touch.brush': 'Ziehen wählt aus',
  'touch.translating': 'Auf einem Cluster loslassen legt es hinein',
  'touch.editing': 'Tipp neben die Notiz, wenn du fertig bist',
  'touch.editingTitle': 'Tipp neben den Titel, wenn du fertig bist',
  'touch.hand': 'Ziehen verschiebt die Ansicht',
  'touch.placeNote': 'Tipp dorthin, wo die Notiz hinsoll',

  'save.loading': 'Wird geöffnet…',
  'save.saved': 'Gesichert',
  'save.saving': 'Wird gesichert…',
  'save.offline': 'Offline',
  'save.offlineUnsaved':
    '{count, plural, one {Offline, # Änderung nicht gesichert} other {Offline, # Änderungen nicht gesichert}}',
  'save.offlineKept':
    '{count, plural, one {Offline, # Änderung auf diesem Gerät} other {Offline, # Änderungen auf diesem Gerät}}',
  'save.readOnly': 'Nur ansehen',
  'save.refused': '{count, plural, one {# Änderung abgelehnt} other {# Änderungen abgelehnt}}',

  'paste.tooMany':
    'Das sind mehr als {max} Zeilen. Importiere sie als Datei, dann siehst du vorher, was daraus wird.',

  'leftovers.text':
    '{count, plural, one {# Änderung konnte nicht übernommen werden: {why}.} other {# Änderungen konnten nicht übernommen werden: {why}.}}',
  'leftovers.again': 'Noch einmal versuchen',
  'leftovers.copied': 'Kopiert. Füg es ein, wo du magst.',
  'leftovers.carried':
    '{count, plural, one {# Änderung wurde mitgenommen.} other {# Änderungen wurden mitgenommen.}}',
  'leftovers.why.readOnly': 'du darfst hier nicht schreiben',
  'leftovers.why.full': 'das Board ist voll',
  'leftovers.why.tooLarge': 'es war zu viel auf einmal',
  'leftovers.why.notYours': 'der Server konnte nicht erkennen, dass sie von dir sind',
  'leftovers.why.other': 'der Server hat sie nicht verstanden',
  'leftovers.why.removed': 'du wurdest vom Board entfernt',
  'leftovers.why.replaced': 'das Board wurde inzwischen ersetzt',

  'announce.joined': '{name} ist dazugekommen',
  'announce.left': '{name} ist gegangen',
  'announce.offline': 'Verbindung verloren. Deine Änderungen bleiben hier, bis sie zurück ist.',
  'announce.online': 'Wieder verbunden.',

  'people.here': '{count, plural, one {# Person hier} other {# Personen hier}}',
  'people.you': '{name} (du)',
  'people.sameName': '{name} ({number})',
  'people.tabs': '{count, plural, one {# Tab} other {# Tabs}}',

  'share.open': 'Teilen',
  'share.title': 'Dieses Board teilen',
  'share.text': 'Wer einen Link hat, kann ohne Konto hereinkommen.',
  'share.copy': 'Link kopieren',
  'share.copied': 'Link kopiert',
  'share.copyByHand': 'Gedrückt halten, um diesen Link zu kopieren:',
  'share.link': 'Link zum {role}',
  'share.as': 'Wer ihn öffnet, darf',
  'share.may.facilitator': 'alles, auch Rollen, Links, Namen und Papierkorb',
  'share.may.editor': 'Notizen schreiben, verschieben und ordnen, importieren, kommentieren',
  'share.may.commenter': 'sich umsehen, kommentieren und reagieren, keine Notizen ändern',
  'share.may.viewer': 'sich umsehen und exportieren',
  'share.code': 'Oder diesen Code auf der Startseite eingeben',
  'share.qr': 'QR-Code des Links',
  'share.loopback': 'Im Moment kann nur dieser Rechner mitmachen.',
  'share.loopbackHow':
    'Damit andere in deinem Netz hereinkommen, beende den Server und starte ihn mit <c>npm start -- --lan</c>; er zeigt dann die Adresse zum Öffnen.',
  'share.renew': 'Diesen Link erneuern',
  'share.renewSure':
    'Der alte Link gilt dann für niemanden mehr, der noch nicht dabei ist. Wirklich erneuern?',
  'share.renewYes': 'Erneuern',
  'share.renewNo': 'Behalten',
  'share.renewed': 'Das ist der neue Link; der alte gilt nicht mehr.',
  'share.renewFailed': 'Der Link konnte nicht erneuert werden.',
  'share.none': 'Bitte die Moderation um einen Link: in deiner Rolle kannst du niemanden einladen.',
  'lobby.title': 'Du wartest auf Einlass',
  'lobby.text': 'Wer die Sitzung leitet, sieht, dass du da bist, {name}. Das Board öffnet sich von selbst.',
  'lobby.away': 'Der Server antwortet gerade nicht. Wir fragen weiter.',
  'lobby.leave': 'Gehen',
  'trouble.notLetIn.title': 'Du wurdest nicht eingelassen',
  'trouble.notLetIn.text':
    'Wer die Sitzung leitet, hat dich nicht eingelassen. Wenn das ein Versehen ist, frag nach.',
};
