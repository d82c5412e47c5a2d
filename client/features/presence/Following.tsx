// While I follow somebody: the news of it is fetched when it is wanted first.

import { Suspense } from 'react';
import { later } from '../../ui/later.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';

const FollowFrame = later(() => import('./FollowFrame.tsx'));

export function Following({ editor }: FeatureView) {
  const person = useSignal(editor.follow.person);
  const withAll = useSignal(editor.follow.withAll);
  if (person === null) return null;
  return (
    <Suspense fallback={null}>
      <FollowFrame person={person} withAll={withAll} onStop={() => editor.follow.stop()} />
    </Suspense>
  );
}
