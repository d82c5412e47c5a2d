// German words for what a server answers when it does not do something.

import type { refusalsEn } from './refusals.en.ts';

export const refusalsDe: Record<keyof typeof refusalsEn, string> = {
  'refusal.unreachable': 'Es gibt keine Verbindung zum Server.',
  'refusal.unreadable': 'Die Antwort des Servers war nicht zu lesen.',
  'refusal.internal': 'Auf dem Server ist etwas schiefgegangen. Versuch es noch einmal.',
  'refusal.restarting': 'Der Server startet neu. Versuch es gleich noch einmal.',
  'refusal.busy': 'Das war zu viel auf einmal. Versuch es gleich noch einmal.',
  'refusal.rate': 'Das war zu oft in kurzer Zeit. Warte einen Moment und versuch es dann noch einmal.',
  'refusal.timeout': 'Es hat zu lange gedauert. Versuch es noch einmal.',
  'refusal.forbidden': 'Deine Rolle auf diesem Board erlaubt das nicht.',
  'refusal.removed': 'Du wurdest aus diesem Board entfernt.',
  'refusal.yourself': 'Das geht nicht bei dir selbst.',
  'refusal.workspace-key': 'Dafür braucht es den Schlüssel des Arbeitsbereichs.',
  'refusal.bad-time': 'Eine Abstimmung endet später als jetzt und innerhalb eines Jahres.',
  'refusal.ballot-closed': 'Diese Abstimmung ist geschlossen und bleibt es.',
  'refusal.ballot-open': 'Im Raum läuft schon eine Abstimmung. Schließ sie zuerst.',
  'refusal.few-options': 'Es gibt nichts zu wählen.',
  'refusal.no-voters': 'Niemand, der abstimmen darf, ist da.',
  'refusal.too-many-ballots': 'Mehr Abstimmungen kann dieses Board nicht haben.',
  'refusal.too-many-options': 'Das ist mehr, als auf einmal zur Wahl stehen kann.',
  'refusal.no-such-template': 'Der Server kennt diese Vorlage nicht.',
  'refusal.not-found': 'Es ist nicht mehr da.',
  'refusal.no-such-board': 'Das Board ist nicht mehr da, oder du machst nicht mehr mit.',
  'refusal.in-trash': 'Das Board liegt im Papierkorb.',
  'refusal.not-in-trash': 'Das Board liegt nicht im Papierkorb.',
  'refusal.board-full': 'Auf dem Board ist nicht genug Platz für so viel.',
  'refusal.doc-full': 'Das Board ist so groß, wie es werden kann.',
  'refusal.too-large': 'Es ist größer, als dieser Server annimmt.',
  'refusal.too-late': 'Es ist zu lange her.',
  'refusal.disk-full':
    'Der Speicher des Servers ist voll: bis wieder Platz ist, kann nichts geändert werden.',
  'refusal.quarantined':
    'Das Board ist auf dem Server beschädigt. Wer ihn betreibt, kann eine Sicherung zurückholen.',
  'refusal.moved-on': 'Jemand anders ist gerade zu einem anderen Schritt gegangen.',
  'refusal.no-phase': 'Gerade läuft kein Schritt.',
  'refusal.no-step': 'Der Plan hat diesen Schritt nicht mehr.',
  'refusal.bad-agenda': 'Ein Schritt dieses Plans ist nicht zu lesen.',
  'refusal.promise-holds':
    'Ideen wurden unter dem Versprechen geschrieben, dass sie namenlos bleiben. Es lässt sich zwischen zwei Schritten zurücknehmen, wenn sie aufgedeckt sind.',
  'refusal.few-authors': 'Weniger als drei Leute haben geschrieben.',
  'refusal.nothing-to-reveal': 'Noch hat niemand etwas geschrieben.',
  'refusal.ended': 'Die Sitzung ist zu Ende. Öffne sie erst wieder.',
  'refusal.not-now': 'Mit deiner Rolle schreibt gerade niemand an die Wand.',
  'refusal.wheel-taken': 'Jemand, der leitet, ist hier oder war es eben noch.',
  'refusal.other': 'Der Server hat es nicht angenommen.',
};
