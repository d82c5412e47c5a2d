// Which dialog of this feature an action asked for, by board.

import { Signal } from '../../../shared/lib/signal.ts';
import type { FeatureView } from '../feature.ts';

export type OfflineDialog = 'kept' | 'forget';

export const asked = new Signal<{
  readonly board: FeatureView['board'];
  readonly dialog: OfflineDialog;
} | null>(null);

export function ask(board: FeatureView['board'], dialog: OfflineDialog): void {
  asked.set({ board, dialog });
}
