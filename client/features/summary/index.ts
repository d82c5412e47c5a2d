// The summary on the screen, at any moment: what it will say, as it will look.

import type { Feature } from '../feature.ts';
import { askForSummary, closeSummary } from './request.ts';
import { SummaryDoor } from './SummaryDoor.tsx';

export const summary: Feature = {
  name: 'summary',
  actions: ({ board }) => [
    {
      id: 'summary.open',
      label: 'summary.open',
      keys: [],
      where: ['palette', 'canvas'],
      enabled: () => true,
      run: () => askForSummary(board),
    },
  ],
  overlays: [SummaryDoor],
  onBoardOpen:
    ({ board }) =>
    () =>
      closeSummary(board),
};
