// The dialogs of this feature, one at a time. What is in them arrives when it is first asked for.

import { Suspense, useEffect } from 'react';
import { t } from '../../text/catalogue.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { later } from '../../ui/later.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import { asked } from './request.ts';

const KeptList = later(() => import('./KeptList.tsx'));
const ForgetBoard = later(() => import('./ForgetBoard.tsx'));

export function OfflineDialogs({ board }: FeatureView) {
  const request = useSignal(asked);
  useEffect(() => () => asked.set(null), []);
  if (request?.board !== board) return null;
  const close = () => asked.set(null);
  const isForget = request.dialog === 'forget';
  return (
    <Dialog
      open
      size={isForget ? 'small' : 'medium'}
      title={t(isForget ? 'offline.forgetTitle' : 'offline.kept')}
      description={t(isForget ? 'offline.forgetText' : 'offline.keptText')}
      onClose={close}
    >
      <Suspense fallback={null}>
        {isForget ? <ForgetBoard board={board} onClose={close} /> : <KeptList board={board} />}
      </Suspense>
    </Dialog>
  );
}
