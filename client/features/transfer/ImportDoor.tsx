// Mounted once over the board: opens the import dialog when somebody asks for it, which is fetched then and not before.

import { Suspense } from 'react';
import { later } from '../../ui/later.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import { importRequest } from './importRequest.ts';

const ImportDialog = later(() => import('./ImportDialog.tsx'));

export function ImportDoor({ board }: FeatureView) {
  const request = useSignal(importRequest);
  if (request?.board !== board) return null;
  return (
    <Suspense fallback={null}>
      <ImportDialog key={request.number} board={board} request={request} />
    </Suspense>
  );
}
