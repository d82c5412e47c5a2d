// What tells of new comments, fetched once the board is there.

import { lazy, Suspense } from 'react';
import type { FeatureView } from '../feature.ts';

const News = lazy(() => import('./News.tsx'));

export function TalkNews(view: FeatureView) {
  return (
    <Suspense fallback={null}>
      <News {...view} />
    </Suspense>
  );
}
