// Mounted once over the board: opens the window of all files, which is fetched when somebody asks for it.

import { Suspense } from 'react';
import { Signal } from '../../../shared/lib/signal.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { later } from '../../ui/later.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';

/** The board somebody wants to take along; null while nobody does. */
export const exportWanted = new Signal<OpenBoard | null>(null);

const ExportDialog = later(() => import('./ExportDialog.tsx'));

export function ExportDoor({ board }: FeatureView) {
  if (useSignal(exportWanted) !== board) return null;
  return (
    <Suspense fallback={null}>
      <ExportDialog board={board} onClose={() => exportWanted.set(null)} />
    </Suspense>
  );
}
