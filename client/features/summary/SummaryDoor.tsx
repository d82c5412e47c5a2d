// Mounted once over the board: opens the summary when it is asked for, which is fetched then and not before.

import { Suspense } from 'react';
import { later } from '../../ui/later.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import { closeSummary, summaryAsked } from './request.ts';

const SummaryDialog = later(() => import('./SummaryDialog.tsx'));

export function SummaryDoor({ board }: FeatureView) {
  if (useSignal(summaryAsked) !== board) return null;
  return (
    <Suspense fallback={null}>
      <SummaryDialog board={board} onClose={() => closeSummary(board)} />
    </Suspense>
  );
}
