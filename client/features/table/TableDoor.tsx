// Mounted once over the board: opens the table when it is asked for, which is fetched then and not before.

import { Suspense } from 'react';
import { later } from '../../ui/later.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import { tableOn } from './tableIsOpen.ts';

const TableView = later(() => import('./TableView.tsx'));

export function TableDoor(view: FeatureView) {
  if (useSignal(tableOn) !== view.board) return null;
  return (
    <Suspense fallback={null}>
      <TableView {...view} />
    </Suspense>
  );
}
