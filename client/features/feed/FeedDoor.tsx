// Mounted once over the board: opens the window about the live feed, which is fetched when somebody asks for it.

import { Suspense } from 'react';
import { Signal } from '../../../shared/lib/signal.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { later } from '../../ui/later.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';

/** The board whose feed somebody wants to see; null while nobody does. */
export const feedWanted = new Signal<OpenBoard | null>(null);

const FeedDialog = later(() => import('./FeedDialog.tsx'));

export function FeedDoor({ board }: FeatureView) {
  if (useSignal(feedWanted) !== board) return null;
  return (
    <Suspense fallback={null}>
      <FeedDialog board={board} onClose={() => feedWanted.set(null)} />
    </Suspense>
  );
}
