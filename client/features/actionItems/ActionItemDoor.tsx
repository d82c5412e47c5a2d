// Over the board: what is news about action items, and the window for the next session. Fetched when there is any of it.

import { Suspense, useState } from 'react';
import { later } from '../../ui/later.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import { actionItemsHere } from './here.ts';

const ActionItemNews = later(() => import('./ActionItemNews.tsx'));
const NextSession = later(() => import('./NextSession.tsx'));

export function ActionItemDoor(view: FeatureView) {
  const { items, series, makesNext } = actionItemsHere(view.board);
  const all = useSignal(items);
  const { next } = useSignal(series);
  const isMaking = useSignal(makesNext);
  // What was there when this page came is no news.
  const [before] = useState(() => ({ items: new Set(all.map(({ id }) => id)), next: next?.board ?? null }));
  const hasNews = all.some(({ id }) => !before.items.has(id)) || (next?.board ?? null) !== before.next;
  return (
    // By itself: while it is fetched nothing else leaves the screen, least of all the field in which somebody writes.
    <Suspense fallback={null}>
      {hasNews && <ActionItemNews {...view} />}
      {isMaking && <NextSession {...view} />}
    </Suspense>
  );
}
