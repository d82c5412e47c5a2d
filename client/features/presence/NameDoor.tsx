// Fetches the question for a name only where it may be asked.

import { Suspense } from 'react';
import { later } from '../../ui/later.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';

const AskName = later(() => import('./AskName.tsx'));

export function NameDoor(view: FeatureView) {
  if (useSignal(view.board.named)) return null;
  return (
    <Suspense fallback={null}>
      <AskName {...view} />
    </Suspense>
  );
}
