// Brings the list when the board is on the screen; it is not part of the first load.

import { Suspense } from 'react';
import { later } from '../../ui/later.tsx';
import type { FeatureView } from '../feature.ts';

const Outline = later(() => import('./Outline.tsx'));

export function OutlineDoor(view: FeatureView) {
  return (
    <Suspense fallback={null}>
      <Outline {...view} />
    </Suspense>
  );
}
