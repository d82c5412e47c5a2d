// Everything about attention that has a key or stands in a menu.

import { limits } from '../../../shared/board/limits.ts';
import type { Action } from '../../editor/actions.ts';
import type { Editor } from '../../editor/editor.ts';
import type { FeatureView } from '../feature.ts';
import {
  celebrate,
  myHandIsUp,
  park,
  raiseHand,
  setSpotlight,
  summonEverybody,
  toggleLight,
} from './deeds.ts';
import { guideOf, winsPanel } from './guideHere.ts';
import { laserKey } from './laserKey.ts';
import { handsAreHidden, maySteer, mayTakePart } from './lead.ts';
import { parkable } from './park.ts';

export const guideKeys = {
  hand: 'q',
  react: 'r',
  laser: laserKey,
  summon: 'shift+s',
  spotlight: 'shift+f',
  park: 'shift+p',
  celebrate: 'shift+w',
} as const;

export function guideActions(view: FeatureView): readonly Action[] {
  return [...ofEverybody(view), ...ofThoseWhoSteer(view), ...onNotes(view)];
}

function ofEverybody(view: FeatureView): readonly Action[] {
  const { board } = view;
  return [
    {
      id: 'guide.hand',
      label: 'guide.hand',
      keys: [guideKeys.hand],
      group: 'people',
      icon: 'RaisedHand',
      enabled: () => mayTakePart(board),
      run: () => void raiseHand(board, !myHandIsUp(board)),
    },
    {
      id: 'guide.react',
      label: 'guide.react',
      keys: [guideKeys.react],
      group: 'people',
      icon: 'Smile',
      enabled: () => mayTakePart(board) && !handsAreHidden(board),
      run: () => guideOf(view).open.set(true),
    },
    {
      id: 'guide.laser',
      label: 'guide.laser',
      keys: [guideKeys.laser],
      group: 'people',
      icon: 'Flashlight',
      enabled: () => true,
      run: () => toggleLight(view),
    },
    {
      id: 'guide.back',
      label: 'guide.backAgain',
      keys: [],
      group: 'people',
      icon: 'Undo2',
      enabled: () => (guideOf(view).summons.call.get()?.back ?? null) !== null,
      run: () => guideOf(view).summons.goBack(),
    },
    {
      id: 'guide.winsShow',
      label: 'guide.winsShow',
      keys: [],
      group: 'people',
      icon: 'PartyPopper',
      enabled: () => true,
      run: () => board.panel.set(winsPanel),
    },
  ];
}

function ofThoseWhoSteer(view: FeatureView): readonly Action[] {
  const { board } = view;
  const isOn = () => board.session.state().spotlight !== null;
  return [
    {
      id: 'guide.summon',
      label: 'guide.summon',
      keys: [guideKeys.summon],
      group: 'people',
      icon: 'Megaphone',
      where: ['palette', 'canvas'],
      enabled: () => maySteer(board),
      run: () => void summonEverybody(view),
    },
    {
      id: 'guide.spotlight',
      label: 'guide.spotlightMe',
      keys: [guideKeys.spotlight],
      group: 'people',
      icon: 'Spotlight',
      enabled: () => maySteer(board),
      run: () => void setSpotlight(board, isOn() ? null : board.me.id),
    },
    {
      id: 'guide.lowerAll',
      label: 'guide.lowerAllHands',
      keys: [],
      group: 'people',
      icon: 'RaisedHand',
      enabled: () => maySteer(board) && board.session.state().hands.length > 0,
      run: () => void board.runCommand('hand.lower', {}),
    },
  ];
}

function onNotes(view: FeatureView): readonly Action[] {
  const { board } = view;
  return [
    {
      id: 'guide.park',
      label: 'guide.park',
      keys: [guideKeys.park],
      group: 'cluster',
      icon: 'SquareParking',
      where: ['palette', 'items'],
      enabled: (editor) => parkable(editor, board.session.state().park).length > 0,
      run: () => void park(view),
    },
    {
      id: 'guide.celebrate',
      label: 'guide.celebrate',
      keys: [guideKeys.celebrate],
      group: 'people',
      icon: 'PartyPopper',
      where: ['palette', 'items'],
      enabled: (editor) => mayTakePart(board) && editor.selection.size <= 1,
      run: (editor) => celebrateChosen(view, editor),
    },
  ];
}

/** A note that says something is the win; else the panel asks what it is. */
function celebrateChosen({ board }: FeatureView, editor: Editor): void {
  const item = editor.selection.only === null ? undefined : editor.scene.get(editor.selection.only)?.item;
  const text = item?.kind === 'unreadable' ? '' : (item?.text.trim().slice(0, limits.commentCharsMax) ?? '');
  if (item === undefined || text === '') board.panel.set(winsPanel);
  else void celebrate(board, text, item.id);
}
