// Brings the question before a reveal with few authors when it is asked; it is not part of the first load.

import { Suspense } from 'react';
import { later } from '../../ui/later.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import { askedToConfirm } from './steer.ts';

const ConfirmReveal = later(() => import('./ConfirmReveal.tsx'));

export function ConfirmDoor({ board }: FeatureView) {
  if (useSignal(askedToConfirm) !== board) return null;
  return (
    <Suspense fallback={null}>
      <ConfirmReveal board={board} onClose={() => askedToConfirm.set(null)} />
    </Suspense>
  );
}
