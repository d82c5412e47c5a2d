// German texts of what is fed by the list of actions: the palette, the sheet of keys, the context menu; and of the clipboard.

import type { commandsEn } from './commands.en.ts';

export const commandsDe: Readonly<Record<keyof typeof commandsEn, string>> = {
  'action.palette.open': 'Befehl, Person oder Notiz finden…',
  'action.keys.open': 'Alle Tasten',
  'action.menu.open': 'Kontextmenü',
  'action.copy': 'Kopieren',
  'action.cut': 'Ausschneiden',
  'action.paste': 'Einfügen',

  'group.write': 'Schreiben',
  'group.clipboard': 'Kopieren und entfernen',
  'group.arrange': 'Anordnen',
  'group.cluster': 'Cluster',
  'group.colour': 'Farbe',
  'group.talk': 'Gespräch',
  'group.session': 'Sitzung',
  'group.history': 'Vor und zurück',
  'group.tools': 'Werkzeuge',
  'group.view': 'Ansicht',
  'group.go': 'Wege',
  'group.people': 'Leute',
  'group.board': 'Board',
  'group.help': 'Hilfe',

  'commands.failed':
    'Dieser Teil konnte nicht geladen werden. Versuch es noch einmal, wenn die Verbindung wieder da ist.',

  'palette.title': 'Befehle',
  'palette.placeholder': 'Was möchtest du tun oder finden?',
  'palette.results': 'Treffer',
  'palette.recent': 'Zuletzt benutzt',
  'palette.notes': 'Notizen',
  'palette.found': '{count, plural, =0 {Nichts gefunden} one {# Treffer} other {# Treffer}}',
  'palette.nothing': 'Diese Wörter kommen hier nirgends vor.',
  'palette.hintRun': 'ausführen',
  'palette.hintMove': 'bewegen',
  'palette.hintClose': 'schließen',
  'palette.jumpTo': 'Zu {name} springen',
  'palette.follow': '{name} folgen',
  'palette.unfollow': '{name} nicht mehr folgen',

  'keys.title': 'Tasten',
  'keys.text': 'Buchstaben wirken auf der Wand, nicht während du schreibst.',
  'keys.or': 'oder',
  'keys.mouse': 'Maus und Finger',
  'keys.mouse.wheel': 'Ansicht bewegen',
  'keys.mouse.zoom': 'Beim Zeiger vergrößern und verkleinern',
  'keys.mouse.pan': 'Ansicht bewegen, auch mitten in etwas anderem',
  'keys.mouse.double': 'Neue Notiz, oder auf eine schreiben',
  'keys.mouse.add': 'Zur Auswahl dazunehmen',
  'keys.mouse.copy': 'Eine Kopie ziehen',
  'keys.mouse.straight': 'Gerade ziehen',
  'keys.mouse.fingers': 'Ansicht bewegen und vergrößern',
  'keys.mouse.long': 'Kontextmenü; auf einer weiteren Notiz: zur Auswahl dazunehmen',
  'keys.with.wheel': 'Mausrad',
  'keys.with.modWheel': '{mod} und Mausrad',
  'keys.with.space': '{space} halten und ziehen',
  'keys.with.double': 'Doppelklick',
  'keys.with.shiftClick': '{shift} und Klick',
  'keys.with.altDrag': '{alt} und ziehen',
  'keys.with.shiftDrag': '{shift} und ziehen',
  'keys.with.fingers': 'Zwei Finger',
  'keys.with.long': 'Finger halten',

  'menu.items': 'Was mit der Auswahl geschehen soll',
  'menu.canvas': 'Was hier geschehen soll',

  'clipboard.pasted':
    '{notes, select, yes {{count} Notizen eingefügt.} other {{count} Notizen und Cluster eingefügt.}}',
  'clipboard.full':
    '{room, plural, =0 {Das Board ist voll: Es fasst {max} Dinge. Nichts wurde eingefügt.} other {Es ist noch Platz für #; das wären {count}. Nichts wurde eingefügt.}}',
  'clipboard.useKeys':
    'Drücke {keys} zum Einfügen: Nur so gibt der Browser preis, was du anderswo kopiert hast.',
  'clipboard.readOnly': 'Hier kannst du schauen und kopieren, nicht einfügen.',
  'clipboard.failed': 'Der Browser hat das Kopieren nicht erlaubt. Drücke stattdessen {keys}.',
};
