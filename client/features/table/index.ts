// The board as a table: ideas as rows, to be sorted, narrowed, changed in place, and carried to a spreadsheet and back.

import type { Feature } from '../feature.ts';
import { TableDoor } from './TableDoor.tsx';
import { tableOn } from './tableIsOpen.ts';

export const table: Feature = {
  name: 'table',
  actions: ({ board }) => [
    {
      id: 'table.open',
      label: 'table.open',
      keys: ['t'],
      icon: 'Table',
      where: ['palette', 'canvas'],
      enabled: () => true,
      run: () => tableOn.set(tableOn.get() === board ? null : board),
    },
  ],
  overlays: [TableDoor],
  onBoardOpen: () => () => tableOn.set(null),
};
