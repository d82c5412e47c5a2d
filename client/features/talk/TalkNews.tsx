// What tells of new comments, fetched once the board is there.

import { Suspense } from 'react';
import { later } from '../../ui/later.tsx';
import type { FeatureView } from '../feature.ts';

const News = later(() => import('./News.tsx'));

export function TalkNews(view: FeatureView) {
  return (
    <Suspense fallback={null}>
      <News {...view} />
    </Suspense>
  );
}
