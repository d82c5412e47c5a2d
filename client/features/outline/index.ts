// Everything on the board as a list: an outline for those who hear the page, for keyboards, and for small screens.

import type { Feature } from '../feature.ts';
import { OutlineDoor } from './OutlineDoor.tsx';
import { keepOneSheet, outlineIsOpen } from './outlineIsOpen.ts';

export const outline: Feature = {
  name: 'outline',
  actions: () => [
    {
      id: 'outline.open',
      label: 'outline.open',
      keys: ['l'],
      icon: 'ListTree',
      where: ['palette', 'canvas'],
      enabled: () => true,
      run: () => outlineIsOpen.set(!outlineIsOpen.get()),
    },
  ],
  overlays: [OutlineDoor],
  onBoardOpen({ board }) {
    const stop = keepOneSheet(board.panel);
    return () => {
      stop();
      outlineIsOpen.set(false);
    };
  },
};
