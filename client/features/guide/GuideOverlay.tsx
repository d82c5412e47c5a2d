// What comes over the board for a moment: reactions and applause. And what is said of all this to
// those who hear the page.

import { Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { Card } from '../../ui/Card.tsx';
import { useCovers } from '../../ui/covers.ts';
import { later } from '../../ui/later.tsx';
import { useMedia } from '../../ui/useMedia.ts';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import { clapSound } from './clapSound.ts';
import styles from './Guide.module.css';
import { GuideButton, phoneQuery } from './GuideButton.tsx';
import { guideOf } from './guideHere.ts';
import { GuideNews } from './guideNews.ts';

const FloatLayer = later(() => import('./FloatLayer.tsx'));

export function GuideOverlay({ board, editor }: FeatureView) {
  const view = useMemo(() => ({ board, editor }), [board, editor]);
  const here = guideOf(view);
  const floats = useSignal(here.floats.shown);
  const win = useSignal(here.applause.win);
  useEffect(() => {
    if (win !== null) clapSound();
  }, [win]);
  const narrow = useMedia(phoneQuery);
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
      <Suspense fallback={null}>{floats.length > 0 && <FloatLayer view={view} floats={floats} />}</Suspense>
      {narrow && <PhoneGuide view={view} />}
      <p className="visually-hidden" role="status">
        {words}
      </p>
    </>
  );
}

/** A phone's top row belongs to the board's name: there it stands at the thumb. */
function PhoneGuide({ view }: { readonly view: FeatureView }) {
  const card = useRef<HTMLDivElement>(null);
  useCovers(card, 'low');
  return (
    <Card ref={card} className={styles.phone}>
      <GuideButton view={view} side="top" />
    </Card>
  );
}
