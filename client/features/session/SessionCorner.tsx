// What stands between the corners while a session is under way: the phase, or that the session is over. Nothing otherwise.
// The bar arrives when it is first needed.

import { Suspense } from 'react';
import { later } from '../../ui/later.tsx';
import type { FeatureView } from '../feature.ts';
import { useSessionState } from './useSession.ts';

const PhaseBar = later(() => import('./PhaseBar.tsx'));
const OverCard = later(() => import('./OverCard.tsx'));

export function SessionCorner({ board }: FeatureView) {
  const { phase, endedAt } = useSessionState(board);
  return (
    <Suspense fallback={null}>
      {phase !== null ? (
        <PhaseBar board={board} phase={phase} />
      ) : (
        endedAt !== null && <OverCard board={board} />
      )}
    </Suspense>
  );
}
