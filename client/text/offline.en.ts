// English texts about working without the network: what is kept on this device, and changes that did not get through.

export const offlineEn = {
  'offline.safe':
    'You are offline. Go on writing: it is kept on this device and sent when the connection is back.',
  'offline.noReload':
    'You are offline. Go on writing: it is kept on this device. Leave this tab open: without https the page cannot be loaded anew until the connection is back.',
  'offline.full':
    'You are offline, and this device has no room left. Go on writing, and keep this tab open until the connection is back.',
  'offline.overHttp':
    'At this address a page cannot be loaded anew while offline: browsers allow that with https only. Everything else works.',

  'offline.kept': 'Changes that did not get through',
  'offline.keptText':
    'They are kept on this device until you make them again or let them go. Everybody else sees the board without them.',
  'offline.keptAt': '{when}: {why}',
  'offline.none': 'There are none any more.',
  'offline.look': 'Look at them',
  'offline.deleted':
    '{count, plural, one {Others deleted a note that you changed while you were offline.} other {Others deleted # notes that you changed while you were offline.}}',
  'offline.whyDeleted': 'others deleted them meanwhile',
  'offline.makeAnew': 'Make as new notes',
  'offline.noText': '(no text)',
  'offline.cluster': 'Cluster: {title}',
  'offline.removed': 'Deleted: {text}',
  'offline.readOnly': 'You may not write here at the moment. Copy them, or try again later.',
  'offline.copyText': 'Copy as text',
  'offline.letGo': 'Let go',
  'offline.letGoSure': 'Let go for good?',
  'offline.stillHere':
    '{count, plural, one {One change of yours did not reach this board. It is kept on this device.} other {# changes of yours did not reach this board. They are kept on this device.}}',

  'offline.forget': 'Forget this board on this device',
  'offline.forgetTitle': 'Leave no trace here?',
  'offline.forgetText':
    'The copy of this board on this device goes, with its picture and its link on the start page. The board itself stays as it is for everybody; to come back you need its link.',
  'offline.forgetUnsaved':
    '{count, plural, one {One change has not reached the server yet, and would be lost.} other {# changes have not reached the server yet, and would be lost.}}',
  'offline.forgetKeep': 'Keep it',
  'offline.forgetYes': 'Forget it here',
  'offline.forgotten': 'Nothing of this board is left on this device.',
  'offline.forgetFailed': 'The browser did not let go of everything. Clear this site’s data in its settings.',
} as const;
