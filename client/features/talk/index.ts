// Comments: on items and on the board, in threads, with mentions, reactions and what is new.

import { can } from '../../../shared/board/roles.ts';
import type { Action } from '../../editor/actions.ts';
import { later } from '../../ui/later.tsx';
import type { Feature, FeatureView } from '../feature.ts';
import { TalkButton } from './TalkButton.tsx';
import { TalkNews } from './TalkNews.tsx';
import { closeTalk, panelId, talkKey, talkOf } from './talkHere.ts';

export const talk: Feature = {
  name: 'talk',
  actions,
  corners: [{ place: 'people', view: TalkButton }],
  panels: [{ id: panelId, view: later(() => import('./TalkPanel.tsx')) }],
  badges: ({ board }) => talkOf(board).badges,
  overlays: [TalkNews],
  onBoardOpen({ board }) {
    talkOf(board);
    return () => closeTalk(board);
  },
};

function actions({ board }: FeatureView): readonly Action[] {
  return [
    {
      id: 'talk.comment',
      label: 'talk.comment',
      keys: [talkKey, 'mod+alt+m'],
      group: 'talk',
      icon: 'MessageCircle',
      where: ['palette', 'items', 'canvas'],
      enabled: () => can(board.role.get(), 'takePart') || board.talk.get().threads.length > 0,
      run: () => talkOf(board).open(),
    },
    {
      id: 'talk.showOpen',
      label: 'talk.showOpen',
      keys: [`shift+${talkKey}`],
      group: 'talk',
      icon: 'MessageCircle',
      enabled: () => true,
      run: () => talkOf(board).show('open'),
    },
  ];
}
