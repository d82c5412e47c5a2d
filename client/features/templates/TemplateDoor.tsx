// Mounted once over the board: opens the window that was asked for, which is fetched then and not before.

import { Suspense } from 'react';
import { later } from '../../ui/later.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import { closeTemplates, templateRequest } from './request.ts';

const UseTemplate = later(() => import('./UseTemplate.tsx'));
const SaveTemplate = later(() => import('./SaveTemplate.tsx'));

export function TemplateDoor({ board }: FeatureView) {
  const request = useSignal(templateRequest);
  if (request?.board !== board) return null;
  const close = () => closeTemplates(board);
  return (
    <Suspense fallback={null}>
      {request.what === 'use' ? (
        <UseTemplate board={board} onClose={close} />
      ) : (
        <SaveTemplate board={board} onClose={close} />
      )}
    </Suspense>
  );
}
