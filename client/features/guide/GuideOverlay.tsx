// What comes over the board for a moment: reactions that float by, a win and its applause. And what is said of all this to
// those who hear the page.

import { Suspense, useEffect, useMemo, useState } from 'react';
import { later } from '../../ui/later.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import { guideOf } from './guideHere.ts';
import { GuideNews } from './guideNews.ts';

const FloatLayer = later(() => import('./FloatLayer.tsx'));
const WinCard = later(() => import('./WinCard.tsx'));

export function GuideOverlay({ board, editor }: FeatureView) {
  const view = useMemo(() => ({ board, editor }), [board, editor]);
  const here = guideOf(view);
  const floats = useSignal(here.floats.shown);
  const win = useSignal(here.applause.win);
  const [words, setWords] = useState('');
  useEffect(() => {
    const news = new GuideNews(view, here, (next) =>
      // The same words again are news again: a live region only tells what differs.
      setWords((now) => (now === next ? `${next}\u00a0` : next)),
    );
    return () => news.destroy();
  }, [view, here]);
  return (
    <>
      <Suspense fallback={null}>
        {floats.length > 0 && <FloatLayer view={view} floats={floats} />}
        {win !== null && <WinCard win={win} />}
      </Suspense>
      <p className="visually-hidden" role="status">
        {words}
      </p>
    </>
  );
}
