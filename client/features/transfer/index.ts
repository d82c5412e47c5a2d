// Files in: lists, tables, drawings and whole boards.

import type { Feature } from '../feature.ts';
import { acceptFiles, mayImport } from './filesOnWall.ts';
import { ImportDoor } from './ImportDoor.tsx';
import { askToImport } from './importRequest.ts';

export const transfer: Feature = {
  name: 'transfer',
  actions: ({ board }) => [
    {
      id: 'import.open',
      label: 'import.open',
      keys: [],
      enabled: () => mayImport(board),
      run: () => askToImport(board, null),
    },
  ],
  overlays: [ImportDoor],
  onBoardOpen: acceptFiles,
};
