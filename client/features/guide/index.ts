// Guiding attention: calls to one view, the spotlight, light to point with, hands, reactions that float by, the park, wins,
// and who waits at the door.

import { later } from '../../ui/later.tsx';
import type { Feature, FeatureView } from '../feature.ts';
import { guideActions } from './actions.ts';
import { GuideChips } from './GuideChips.tsx';
import { GuideCorner } from './GuideCorner.tsx';
import { GuideOverlay } from './GuideOverlay.tsx';
import { closeGuide, guideOf, winsPanel } from './guideHere.ts';
import { holdsLight } from './laserKey.ts';
import { tellsWhy } from './tellsWhy.ts';

export const guide: Feature = {
  name: 'guide',
  actions: guideActions,
  corners: [
    { place: 'people', view: GuideCorner },
    { place: 'session', view: GuideChips },
  ],
  panels: [{ id: winsPanel, view: later(() => import('./WinsPanel.tsx')) }],
  overlays: [GuideOverlay],
  onBoardOpen,
};

function onBoardOpen(view: FeatureView): () => void {
  guideOf(view);
  const stops = [holdsLight(view.editor), tellsWhy(view)];
  return () => {
    for (const stop of stops) stop();
    closeGuide(view);
  };
}
