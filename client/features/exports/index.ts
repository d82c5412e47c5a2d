// Everything that can be carried away from a board, behind one entry.

import type { Feature } from '../feature.ts';
import { ExportDoor, exportWanted } from './ExportDoor.tsx';

export const exports: Feature = {
  name: 'exports',
  actions: ({ board }) => [
    {
      id: 'export.open',
      label: 'export.open',
      keys: [],
      icon: 'Download',
      where: ['palette', 'canvas'],
      enabled: () => true,
      run: () => exportWanted.set(board),
    },
    {
      id: 'export.picture',
      label: 'export.picture',
      keys: [],
      where: ['palette', 'items'],
      enabled: ({ selection }) => selection.size > 0,
      // The window begins with what is selected.
      run: () => exportWanted.set(board),
    },
  ],
  overlays: [ExportDoor],
};
