// German texts of clusters as wholes and of putting things in order.

import type { arrangeEn } from './arrange.en.ts';

export const arrangeDe: Readonly<Record<keyof typeof arrangeEn, string>> = {
  'canvas.noteCount': '{count, plural, =0 {keine Notizen} one {# Notiz} other {# Notizen}}',

  'action.cluster.collapse': 'Zuklappen oder öffnen',
  'action.cluster.close': 'Zuklappen',
  'action.cluster.open': 'Öffnen',
  'action.cluster.merge': 'Cluster zusammenlegen',
  'action.cluster.split': 'In einen neuen Cluster abtrennen',
  'action.cluster.tidy': 'Innen aufräumen',
  'action.cluster.deleteAll': 'Mit seinen Notizen löschen',
  'action.bringForward': 'Eine Ebene nach vorn',
  'action.sendBackward': 'Eine Ebene nach hinten',
  'action.sendToBack': 'Ganz nach hinten',
  'action.align.left': 'Links ausrichten',
  'action.align.centre': 'Waagerecht mittig ausrichten',
  'action.align.right': 'Rechts ausrichten',
  'action.align.top': 'Oben ausrichten',
  'action.align.middle': 'Senkrecht mittig ausrichten',
  'action.align.bottom': 'Unten ausrichten',
  'action.distribute.across': 'Waagerecht gleichmäßig verteilen',
  'action.distribute.down': 'Senkrecht gleichmäßig verteilen',
  'action.arrange.tidy': 'Aufräumen',
  'action.lock': 'Sperren oder entsperren',
  'action.lock.on': 'Sperren',
  'action.lock.off': 'Entsperren',

  'bar.align': 'Ausrichten und verteilen',
  'bar.more': 'Mehr',

  'hint.gathering': 'Loslassen, um diese Notizen in einem Cluster zu sammeln',
  'hint.locked': 'Gesperrt: zum Bewegen oder Ändern erst entsperren',
  'hint.collapsed': 'Doppelklick oder O öffnet ihn; leg Notizen darauf, um sie hineinzutun',
  'touch.collapsed': 'Doppelt tippen öffnet ihn; leg Notizen darauf, um sie hineinzutun',
};
