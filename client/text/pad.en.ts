// English texts of private ideas: the pad, the reveal, what came too late.

export const padEn = {
  'pad.title': 'Your private ideas',
  'pad.open': 'Write private ideas',
  'pad.fold': 'Put the pad away',
  'pad.chipWrite': '{count, plural, =0 {Write private ideas} one {# private idea} other {# private ideas}}',
  'pad.chipHeld': '{count, plural, one {# private idea} other {# private ideas}}',
  'pad.round': 'Round {number} of {of}',
  'pad.list': 'Your ideas',
  'pad.idea': 'Idea {number} of {count}',
  'pad.newIdea': 'New idea',
  'pad.firstPlaceholder': 'Your first idea',
  'pad.nextPlaceholder': 'The next one',
  'pad.delete': 'Delete this idea',
  'pad.deleted': 'Idea deleted.',
  'pad.undo': 'Undo',
  'pad.keys': '{enter} for the next idea, {shift}+{enter} for a new line',
  'pad.count': '{count, plural, =0 {No ideas yet} one {# idea} other {# ideas}}',
  'pad.countAsked': '{count} of {asked} ideas',
  'pad.everybody': '{count, plural, one {# from everybody together} other {# from everybody together}}',

  'pad.saved': 'Saved',
  'pad.saving': 'Saving…',
  'pad.offlineKept': 'Offline: kept on this device',
  'pad.offlineOpen': 'Offline: keep this page open',

  'pad.named': 'With your name after the reveal',
  'pad.nameless': 'Without names, also after the reveal',
  'pad.secretMore': 'More',
  'pad.secret':
    'Secret from everyone in the room, including the facilitator; not from whoever runs this server.',
  'pad.secretNamed': 'After the reveal your name is on your ideas.',
  'pad.secretNameless':
    'After the reveal nobody’s name is on any idea: they come shuffled, and the board keeps no author. Your words may still sound like you.',
  'pad.secretCount':
    'Until then others only see how many ideas there are in total, and only from four people on.',

  'pad.fromBefore': 'From before: comes with the next reveal',
  'pad.cut': 'The reveal came while you were writing this.',
  'pad.cutSheet':
    'The sheet went on while you were writing this: it has what had arrived by then. This comes with the reveal, unless you delete it.',
  'pad.cutOnWall': 'On the wall: “{text}”',
  'pad.cutYours': 'Yours now: “{text}”',
  'pad.wasRevealed':
    'The ideas are on the wall. What you write here now stays private until the next reveal.',

  'pad.heldTitle': 'Not on the wall yet',
  'pad.heldText':
    'Only you see these. They come to the wall with the next reveal, unless you decide otherwise.',
  'pad.heldBefore': '{count, plural, one {# idea beside the sheet} other {# ideas beside the sheet}}',
  'pad.keep': 'Keep for the next reveal',
  'pad.put': 'Put on the wall now',
  'pad.putSure': 'Put it on the wall',
  'pad.putNot': 'Not now',
  'pad.putNamed': 'Everybody will see it now, with your name on it.',
  'pad.putNameless':
    'Everybody will see it now. Your name is not on it, but it appears alone, while you are here: others may guess that it is yours.',
  'pad.putNotNow': 'You can put it on the wall yourself when writing there is open again.',
  'pad.putNever': 'You cannot write on the wall yourself: it comes with the next reveal.',
  'pad.isOnWall': 'Your idea is on the wall.',
  'pad.takeBack': 'Take it back',
  'pad.wallFull': 'The wall is full: nothing more fits on it.',

  'pad.pasted': '{count, plural, one {# line pasted} other {# lines pasted}}',
  'pad.oneEach': 'One idea each',
  'pad.keepOne': 'Keep in one idea',

  'pad.revealedNameless':
    '{count, plural, one {# idea is on the wall now, without a name.} other {# ideas are on the wall now, without names.}}',
  'pad.revealedNamed':
    '{count, plural, one {# idea is on the wall now, with the name of who wrote it.} other {# ideas are on the wall now, with the names of who wrote them.}}',
  'pad.revealedFew': 'Only very few people had written: it may be easy to guess who wrote what.',
  'pad.missed':
    '{count, plural, one {# idea of yours came too late for it and is still private.} other {# ideas of yours came too late for it and are still private.}}',
  'pad.look': 'Look',

  'pad.sheetTitle': 'On the sheet before you',
  'pad.sheetEmpty': 'A fresh sheet: you are the first to write on it.',
  'pad.sheetRound': 'Round {number}',
  'pad.sheetNobody': 'Nobody wrote anything in this round.',
  'pad.sheetAsk':
    '{count, plural, one {Add # new idea. Let the others’ ideas inspire you: go on from them, combine them, turn them round.} other {Add # new ideas. Let the others’ ideas inspire you: go on from them, combine them, turn them round.}}',
  'pad.sheetFirst':
    '{count, plural, one {Write # idea. Then the sheet goes on to somebody else.} other {Write # ideas. Then the sheet goes on to somebody else.}}',
  'pad.sheetComes': 'Your sheet is on its way to you…',
  'pad.sheetSecret':
    'Shown without a name to whoever gets the sheet after you; secret from everyone else in the room, including the facilitator; not from whoever runs this server.',

  'pad.neutral':
    'Everybody writes privately now. You take no side in this session, so you have no pad; nobody’s ideas are shown to you before the reveal either.',
  'pad.viewer':
    'Everybody writes privately now. You are here to watch: the ideas appear on the wall as soon as they are revealed.',
} as const;
