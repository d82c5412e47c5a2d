// Working without the network, as far as a person has a say in it: changes that did not get through, and leaving no trace.

import type { Feature } from '../feature.ts';
import { OfflineDialogs } from './OfflineDialogs.tsx';
import { ask } from './request.ts';

export const offline: Feature = {
  name: 'offline',
  actions: ({ board }) => [
    {
      id: 'offline.kept',
      label: 'offline.kept',
      keys: [],
      group: 'board',
      enabled: () => board.kept.list.get().length > 0,
      run: () => ask(board, 'kept'),
    },
    {
      id: 'offline.forget',
      label: 'offline.forget',
      keys: [],
      group: 'board',
      danger: true,
      enabled: () => true,
      run: () => ask(board, 'forget'),
    },
  ],
  overlays: [OfflineDialogs],
};
