// Mounted once over the board: opens the window about the webhook, which is fetched when somebody asks for it.

import { Suspense } from 'react';
import { Signal } from '../../../shared/lib/signal.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { later } from '../../ui/later.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';

/** The board whose webhook somebody wants to see; null while nobody does. */
export const webhookWanted = new Signal<OpenBoard | null>(null);

const WebhookDialog = later(() => import('./WebhookDialog.tsx'));

export function WebhookDoor({ board }: FeatureView) {
  if (useSignal(webhookWanted) !== board) return null;
  return (
    <Suspense fallback={null}>
      <WebhookDialog board={board} onClose={() => webhookWanted.set(null)} />
    </Suspense>
  );
}
