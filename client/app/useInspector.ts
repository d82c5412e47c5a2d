// Instruments behind a flag, loaded only when the address asks for them.

import { useEffect } from 'react';
import type { FeatureView } from '../features/feature.ts';

export function useInspector(view: FeatureView): void {
  useEffect(() => {
    if (!new URLSearchParams(location.search).has('inspect')) return;
    let stop = () => {};
    let isOver = false;
    void import('../debug/inspect.ts').then(({ inspect }) => {
      if (!isOver) stop = inspect(view);
    });
    return () => {
      isOver = true;
      stop();
    };
  }, [view]);
}
