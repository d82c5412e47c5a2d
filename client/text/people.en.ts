// English texts about the people on a board: their card, following, roles.

export const peopleEn = {
  'people.jump': 'Jump to',
  'people.follow': 'Follow',
  'people.stopFollowing': 'Stop following',
  'people.following': 'Following {name}',
  'people.followingHint': 'Your view goes where theirs goes, until you move it.',
  'people.role': 'Role',
  'people.roleChanged': '{name} is now: {role}.',
  'people.roleFailed': 'The role could not be changed.',
  'people.remove': 'Remove from this board',
  'people.removeSure':
    '{name} goes off this board at once and cannot come back in this browser. What they wrote stays. To keep the link from being used again, renew it under “Share”.',
  'people.removeYes': 'Remove',
  'people.removeNo': 'Keep',
  'people.removed': '{name} was removed from this board.',
  'people.removeFailed': '{name} could not be removed.',
  'people.readmitted': '{name} may come back with the link.',
  'people.readmitFailed': 'That could not be undone.',
  'people.undo': 'Undo',
  'people.spotlight': 'You see what {name} sees',
  'people.lookAway': 'Look away',
  'people.giveSpotlight': 'Spotlight for everybody',
  'people.endSpotlight': 'End the spotlight',
  'people.neutralRole': 'Facilitator, neutral',
  'people.neutral': 'neutral',
  'people.neutralMe':
    'You are neutral: you lead the session, but write no private ideas, cast no votes and do not see who wrote what.',
  'people.handOver': 'Hand over to {name}',
  'people.handOverSure':
    '{name} leads from now on, and you go on as an editor. Only {name} can give it back to you.',
  'people.handOverYes': 'Hand over',
  'people.handOverNo': 'Keep leading',
  'people.handedOver': '{name} leads the session now.',
  'people.handOverFailed': 'You still lead the session.',
  'people.handUp': '{name}, hand raised',
  'people.back': 'Everybody here',
} as const;
