// German texts about the people on a board: their card, following, roles.

import type { peopleEn } from './people.en.ts';

export const peopleDe: Readonly<Record<keyof typeof peopleEn, string>> = {
  'people.jump': 'Hinspringen',
  'people.follow': 'Folgen',
  'people.stopFollowing': 'Nicht mehr folgen',
  'people.following': 'Du folgst {name}',
  'people.followingHint': 'Deine Ansicht geht mit, bis du sie selbst bewegst.',
  'people.role': 'Rolle',
  'people.roleChanged': '{name} ist jetzt: {role}.',
  'people.roleFailed': 'Die Rolle konnte nicht geändert werden.',
  'people.remove': 'Vom Board entfernen',
  'people.removeSure':
    '{name} muss das Board sofort verlassen und kann mit diesem Browser nicht zurück. Was geschrieben ist, bleibt. Damit der Link nicht noch einmal benutzt wird, erneuere ihn unter „Teilen“.',
  'people.removeYes': 'Entfernen',
  'people.removeNo': 'Behalten',
  'people.removed': '{name} wurde vom Board entfernt.',
  'people.removeFailed': '{name} konnte nicht entfernt werden.',
  'people.readmitted': '{name} darf mit dem Link zurückkommen.',
  'people.readmitFailed': 'Das ließ sich nicht rückgängig machen.',
  'people.undo': 'Rückgängig',
  'people.spotlight': 'Du siehst, was {name} sieht',
  'people.lookAway': 'Wegschauen',
  'people.giveSpotlight': 'Ins Rampenlicht',
  'people.endSpotlight': 'Rampenlicht ausschalten',
  'people.neutralRole': 'Moderation, neutral',
  'people.neutral': 'neutral',
  'people.neutralMe':
    'Du bist neutral: Du leitest die Sitzung, schreibst aber keine privaten Ideen, stimmst nicht ab und siehst nicht, wer was geschrieben hat.',
  'people.handOver': 'An {name} übergeben',
  'people.handOverSure':
    '{name} leitet ab jetzt, und du schreibst weiter mit. Nur {name} kann dir die Leitung zurückgeben.',
  'people.handOverYes': 'Übergeben',
  'people.handOverNo': 'Weiter leiten',
  'people.handedOver': '{name} leitet jetzt die Sitzung.',
  'people.handOverFailed': 'Du leitest weiterhin die Sitzung.',
  'people.handUp': '{name}, hat die Hand gehoben',
  'people.back': 'Alle hier',
};
