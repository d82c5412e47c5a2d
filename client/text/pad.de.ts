// German texts of private ideas: the pad, the reveal, what came too late.

import type { padEn } from './pad.en.ts';

export const padDe: Readonly<Record<keyof typeof padEn, string>> = {
  'pad.title': 'Deine privaten Ideen',
  'pad.open': 'Private Ideen schreiben',
  'pad.fold': 'Block weglegen',
  'pad.chipWrite':
    '{count, plural, =0 {Private Ideen schreiben} one {# private Idee} other {# private Ideen}}',
  'pad.chipHeld': '{count, plural, one {# private Idee} other {# private Ideen}}',
  'pad.round': 'Runde {number} von {of}',
  'pad.list': 'Deine Ideen',
  'pad.idea': 'Idee {number} von {count}',
  'pad.newIdea': 'Neue Idee',
  'pad.firstPlaceholder': 'Deine erste Idee',
  'pad.nextPlaceholder': 'Die nächste',
  'pad.delete': 'Diese Idee löschen',
  'pad.deleted': 'Idee gelöscht.',
  'pad.undo': 'Rückgängig',
  'pad.keys': '{enter} für die nächste Idee, {shift}+{enter} für eine neue Zeile',
  'pad.count': '{count, plural, =0 {Noch keine Idee} one {# Idee} other {# Ideen}}',
  'pad.countAsked': '{count} von {asked} Ideen',
  'pad.everybody': '{count, plural, one {# von allen zusammen} other {# von allen zusammen}}',

  'pad.saved': 'Gesichert',
  'pad.saving': 'Wird gespeichert …',
  'pad.offlineKept': 'Offline: auf diesem Gerät aufgehoben',
  'pad.offlineOpen': 'Offline: lass diese Seite offen',

  'pad.named': 'Nach dem Aufdecken mit deinem Namen',
  'pad.nameless': 'Ohne Namen, auch nach dem Aufdecken',
  'pad.secretMore': 'Mehr',
  'pad.secret':
    'Geheim vor allen im Raum, auch vor der Moderation; nicht vor denen, die diesen Server betreiben.',
  'pad.secretNamed': 'Nach dem Aufdecken steht dein Name an deinen Ideen.',
  'pad.secretNameless':
    'Nach dem Aufdecken steht an keiner Idee ein Name: Sie kommen gemischt, und das Board weiß nicht, von wem sie sind. An deinen Worten kann man dich vielleicht trotzdem erkennen.',
  'pad.secretCount':
    'Bis dahin sehen andere nur, wie viele Ideen es insgesamt sind, und das erst ab vier Personen.',

  'pad.fromBefore': 'Von vorher: kommt mit dem nächsten Aufdecken',
  'pad.cut': 'Beim Aufdecken hast du hier gerade geschrieben.',
  'pad.cutSheet':
    'Das Blatt ging weiter, während du das geschrieben hast: Darauf steht, was bis dahin angekommen war. Das hier kommt mit dem Aufdecken, wenn du es nicht löschst.',
  'pad.cutOnWall': 'An der Wand: „{text}“',
  'pad.cutYours': 'Bei dir jetzt: „{text}“',
  'pad.wasRevealed':
    'Die Ideen sind an der Wand. Was du jetzt hier schreibst, bleibt privat bis zum nächsten Aufdecken.',

  'pad.heldTitle': 'Noch nicht an der Wand',
  'pad.heldText':
    'Nur du siehst sie. Sie kommen mit dem nächsten Aufdecken an die Wand, wenn du nichts anderes möchtest.',
  'pad.heldBefore': '{count, plural, one {# Idee neben dem Blatt} other {# Ideen neben dem Blatt}}',
  'pad.keep': 'Fürs nächste Aufdecken behalten',
  'pad.put': 'Jetzt an die Wand',
  'pad.putSure': 'An die Wand damit',
  'pad.putNot': 'Noch nicht',
  'pad.putNamed': 'Alle sehen sie dann, mit deinem Namen daran.',
  'pad.putNameless':
    'Alle sehen sie dann. Dein Name steht nicht daran, aber sie erscheint allein, während du da bist: Andere können erraten, dass sie von dir ist.',
  'pad.putNotNow': 'Du kannst sie selbst an die Wand bringen, sobald dort wieder geschrieben wird.',
  'pad.putNever': 'Du kannst nicht selbst an die Wand schreiben: Sie kommt mit dem nächsten Aufdecken.',
  'pad.isOnWall': 'Deine Idee ist an der Wand.',
  'pad.takeBack': 'Zurücknehmen',
  'pad.wallFull': 'Die Wand ist voll: Es passt nichts mehr darauf.',

  'pad.pasted': '{count, plural, one {# Zeile} other {# Zeilen}} eingefügt',
  'pad.oneEach': 'Je eine Idee',
  'pad.keepOne': 'In einer Idee lassen',

  'pad.revealedNameless':
    '{count, plural, one {# Idee ist jetzt an der Wand, ohne Namen.} other {# Ideen sind jetzt an der Wand, ohne Namen.}}',
  'pad.revealedNamed':
    '{count, plural, one {# Idee ist jetzt an der Wand, mit dem Namen dazu.} other {# Ideen sind jetzt an der Wand, mit den Namen dazu.}}',
  'pad.revealedFew':
    'Nur sehr wenige hatten geschrieben: Vielleicht lässt sich leicht erraten, was von wem ist.',
  'pad.missed':
    '{count, plural, one {# Idee von dir kam zu spät und ist noch privat.} other {# Ideen von dir kamen zu spät und sind noch privat.}}',
  'pad.look': 'Ansehen',

  'pad.sheetTitle': 'Auf dem Blatt vor dir',
  'pad.sheetEmpty': 'Ein frisches Blatt: Du schreibst als Erstes darauf.',
  'pad.sheetRound': 'Runde {number}',
  'pad.sheetNobody': 'In dieser Runde hat niemand etwas geschrieben.',
  'pad.sheetAsk':
    '{count, plural, one {Schreib # neue Idee dazu. Lass dich von den anderen anregen: Spinn ihre Ideen weiter, verbinde sie, dreh sie um.} other {Schreib # neue Ideen dazu. Lass dich von den anderen anregen: Spinn ihre Ideen weiter, verbinde sie, dreh sie um.}}',
  'pad.sheetFirst':
    '{count, plural, one {Schreib # Idee. Dann geht das Blatt an jemand anderen weiter.} other {Schreib # Ideen. Dann geht das Blatt an jemand anderen weiter.}}',
  'pad.sheetComes': 'Dein Blatt ist auf dem Weg zu dir …',
  'pad.sheetSecret':
    'Wer das Blatt nach dir bekommt, sieht es ohne Namen; geheim vor allen anderen im Raum, auch vor der Moderation; nicht vor denen, die diesen Server betreiben.',

  'pad.neutral':
    'Gerade schreiben alle für sich. Du bist in dieser Sitzung unparteiisch und hast deshalb keinen Block; auch dir werden die Ideen vor dem Aufdecken nicht gezeigt.',
  'pad.viewer':
    'Gerade schreiben alle für sich. Du schaust zu: Die Ideen erscheinen an der Wand, sobald sie aufgedeckt werden.',
};
