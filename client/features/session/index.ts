// The live session: what happens now and how long, for everybody; the plan and its steering, for whoever leads.

import { later } from '../../ui/later.tsx';
import type { Feature, FeatureView } from '../feature.ts';
import { sessionActions } from './actions.ts';
import { ConfirmDoor } from './ConfirmDoor.tsx';
import { panelId } from './here.ts';
import { SessionButton } from './SessionButton.tsx';
import { SessionCorner } from './SessionCorner.tsx';
import { SessionNews } from './SessionNews.tsx';

export const session: Feature = {
  name: 'session',
  actions: sessionActions,
  corners: [
    { place: 'session', view: SessionCorner },
    { place: 'people', view: SessionButton },
  ],
  panels: [{ id: panelId, view: later(() => import('./SessionPanel.tsx')) }],
  overlays: [SessionNews, ConfirmDoor],
  onBoardOpen,
};

/** Nobody waits for the words to whoever comes late: the bar is there first. */
function onBoardOpen(view: FeatureView): () => void {
  let isClosed = false;
  let stop = () => {};
  void import('./lateComer.ts').then(({ welcomeLateComer }) => {
    if (!isClosed) stop = welcomeLateComer(view);
  });
  return () => {
    isClosed = true;
    stop();
  };
}
