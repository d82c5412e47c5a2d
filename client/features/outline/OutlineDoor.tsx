// Brings the list when the board is on the screen; it is not part of the first load.

import { lazy, Suspense } from 'react';
import type { FeatureView } from '../feature.ts';

const Outline = lazy(() => import('./Outline.tsx'));

export function OutlineDoor(view: FeatureView) {
  return (
    <Suspense fallback={null}>
      <Outline {...view} />
    </Suspense>
  );
}
