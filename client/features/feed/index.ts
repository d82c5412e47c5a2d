// The board's live feed: an address for spreadsheets and dashboards. Facilitators alone make it.

import { can } from '../../../shared/board/roles.ts';
import type { Feature } from '../feature.ts';
import { FeedDoor, feedWanted } from './FeedDoor.tsx';

export const feed: Feature = {
  name: 'feed',
  actions: ({ board }) => [
    {
      id: 'feed.open',
      label: 'feed.open',
      keys: [],
      icon: 'ExternalLink',
      enabled: () => can(board.role.get(), 'facilitate'),
      run: () => feedWanted.set(board),
    },
  ],
  overlays: [FeedDoor],
};
