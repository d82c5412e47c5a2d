// Private ideas: a pad that nobody else is sent, the reveal as people see it, and what came too late for it.

import { can } from '../../../shared/board/roles.ts';
import type { Action } from '../../editor/actions.ts';
import type { Feature, FeatureView } from '../feature.ts';
import { PadDoor } from './PadDoor.tsx';
import { closePad, padOf } from './padHere.ts';
import { countIdeas } from './padView.ts';

export const pad: Feature = {
  name: 'pad',
  actions,
  overlays: [PadDoor],
  onBoardOpen({ board }) {
    padOf(board);
    return () => closePad(board);
  },
};

function actions({ board }: FeatureView): readonly Action[] {
  return [
    {
      id: 'pad.open',
      label: 'pad.open',
      keys: ['i'],
      group: 'write',
      icon: 'StickyNote',
      where: ['palette', 'canvas'],
      enabled() {
        const { standing, phase, ideas } = padOf(board).view.get();
        return (
          standing === 'writer' &&
          can(board.role.get(), 'takePart') &&
          (phase !== null || countIdeas(ideas) > 0)
        );
      },
      run: () => padOf(board).open(),
    },
  ];
}
