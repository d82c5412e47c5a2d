// English texts of clusters as wholes and of putting things in order: actions, hints, what the canvas shows of them.

export const arrangeEn = {
  'canvas.noteCount': '{count, plural, =0 {no notes} one {# note} other {# notes}}',

  'action.cluster.collapse': 'Collapse or open',
  'action.cluster.close': 'Collapse',
  'action.cluster.open': 'Open',
  'action.cluster.merge': 'Merge the clusters',
  'action.cluster.split': 'Split off into a new cluster',
  'action.cluster.tidy': 'Tidy inside',
  'action.cluster.deleteAll': 'Delete with its notes',
  'action.bringForward': 'Bring forward',
  'action.sendBackward': 'Send backward',
  'action.sendToBack': 'Send to back',
  'action.align.left': 'Align left',
  'action.align.centre': 'Align centre',
  'action.align.right': 'Align right',
  'action.align.top': 'Align top',
  'action.align.middle': 'Align middle',
  'action.align.bottom': 'Align bottom',
  'action.distribute.across': 'Spread evenly across',
  'action.distribute.down': 'Spread evenly down',
  'action.arrange.tidy': 'Tidy up',
  'action.lock': 'Lock or unlock',
  'action.lock.on': 'Lock',
  'action.lock.off': 'Unlock',

  'bar.align': 'Align and spread',
  'bar.more': 'More',

  'hint.gathering': 'Let go to gather these notes into a cluster',
  'hint.locked': 'Locked: unlock to move or change',
  'hint.collapsed': 'Double-click or press O to open it; drop notes on it to put them in',
  'touch.collapsed': 'Double-tap to open it; drop notes on it to put them in',
} as const;
