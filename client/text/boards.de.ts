// German texts about many boards: the start page, the trash, the workspace, and one's own name.

import type { boardsEn } from './boards.en.ts';

export const boardsDe: Readonly<Record<keyof typeof boardsEn, string>> = {
  'boards.inviteTitle': 'Eine Wand für die Ideen aller',
  'boards.inviteText':
    'Fang eine an, schreib die erste Notiz und schick den anderen den Link. Niemand braucht ein Konto.',
  'boards.dateTitle': 'Ideen, {day}',
  'boards.paste': 'Liste einfügen',
  'boards.pasteTitle': 'Ein Board aus einer Liste',
  'boards.pasteText': 'Jede Zeile wird eine Notiz.',
  'boards.pasteLabel': 'Deine Liste',
  'boards.pasteMake':
    '{count, plural, =0 {Board anlegen} one {Board mit # Notiz anlegen} other {Board mit # Notizen anlegen}}',
  'boards.pasteTooMany':
    'Das sind mehr als {max} Zeilen. Leg erst ein Board an und importiere die Liste dort als Datei.',
  'boards.joinCode': 'Hast du einen Code?',
  'boards.search': 'Boards suchen',
  'boards.sort': 'Sortiert nach',
  'boards.order.opened': 'Zuletzt geöffnet',
  'boards.order.name': 'Name',
  'boards.order.changed': 'Zuletzt geändert',
  'boards.order.trashed': 'Zuletzt weggelegt',
  'boards.noneFound': 'Kein Board heißt so ähnlich wie „{search}“.',
  'boards.found': '{count, plural, one {# Board} other {# Boards}}',
  'boards.clear': 'Alle zeigen',
  'boards.openTab': 'In neuem Tab öffnen',
  'boards.rename': 'Umbenennen',
  'boards.newName': 'Neuer Name für {title}',
  'boards.renameFailed': 'Der Name konnte nicht geändert werden.',
  'boards.duplicate': 'Duplizieren',
  'boards.duplicated': '„{title}“ ist eine Kopie mit denselben Notizen.',
  'boards.duplicateFailed': 'Das Board konnte nicht kopiert werden.',
  'boards.open': 'Öffnen',
  'boards.copyLink': 'Einladung kopieren',
  'boards.linkCopied': 'Einladung zu „{title}“ kopiert.',
  'boards.linkNotCopied':
    'Dieser Browser lässt Seiten nicht kopieren. Öffne das Board und teile es von dort.',
  'boards.memory.full':
    'In diesem Browser ist kein Platz mehr: Neue Boards stehen nur in dieser Liste, bis du die Seite schließt. Heb ihre Links auf.',
  'boards.memory.blocked':
    'Dieser Browser merkt sich nichts für diese Seite (privates Fenster oder gesperrter Speicher): Wenn du sie schließt, ist die Liste weg. Heb die Links zu deinen Boards auf.',

  'trash.title': 'Papierkorb',
  'trash.open': 'Papierkorb ({count})',
  'trash.back': 'Alle Boards',
  'trash.text':
    'Boards, die du von diesem Gerät aus hierher gelegt hast. Du kannst sie mit allem zurückholen, was darauf steht.',
  'trash.all': 'Mit dem Schlüssel des Arbeitsbereichs siehst du auch, was andere hierher gelegt haben.',
  'trash.empty': 'Der Papierkorb ist leer.',
  'trash.since': 'Hier seit: {when}',
  'trash.restore': 'Zurückholen',
  'trash.restored': '„{title}“ ist wieder da.',
  'trash.erase': 'Endgültig löschen',
  'trash.eraseTitle': '„{title}“ endgültig löschen?',
  'trash.eraseText':
    'Danach sind die Notizen, die Leute und die Links weg, und niemand kann sie zurückholen.',
  'trash.eraseNo': 'Behalten',
  'trash.erased': '„{title}“ ist gelöscht.',
  'trash.eraseFailed': 'Das Board konnte nicht gelöscht werden.',
  'trash.alreadyGone': '„{title}“ ist nicht mehr auf dem Server.',

  'workspace.title': 'Alle Boards auf diesem Server',
  'workspace.open': 'Ganzer Server',
  'workspace.ask':
    'Der Schlüssel des Arbeitsbereichs öffnet jedes Board auf diesem Server. Er steht dort, wo der Server gestartet wurde.',
  'workspace.key': 'Schlüssel des Arbeitsbereichs',
  'workspace.keep': 'Den Schlüssel auf diesem Gerät behalten',
  'workspace.enter': 'Alle Boards zeigen',
  'workspace.wrongKey': 'Das ist nicht der Schlüssel dieses Servers.',
  'workspace.forget': 'Schlüssel vergessen',
  'workspace.facts': '{people, plural, =0 {Noch niemand} one {# Person} other {# Personen}} · {when}',
  'workspace.changed': 'geändert {when}',
  'workspace.created': 'angelegt {when}',
  'workspace.empty': 'Auf diesem Server gibt es noch keine Boards.',
  'workspace.loading': 'Der Server wird gefragt…',
  'workspace.refresh': 'Neu laden',

  'share.reach.network': 'Alle im selben Netz wie dieser Server ({host}) können es öffnen.',
  'share.reach.anywhere': 'Das geht überall, wo {host} erreichbar ist.',

  'trouble.inTrash.title': 'Dieses Board liegt im Papierkorb',
  'trouble.inTrash.text': 'Nichts davon ist verloren. Wer es moderiert, kann es zurückholen.',
  'trouble.retrying': 'Versucht es von selbst noch einmal.',

  'name.yours': 'Dein Name',
  'name.ask': 'Wie sollen die anderen dich nennen?',
  'name.now': 'Bis dahin heißt du „{name}“.',
  'name.save': 'Speichern',
  'name.later': 'Später',
  'name.failed': 'Dein Name konnte nicht geändert werden. Versuch es noch einmal, wenn du verbunden bist.',
};
