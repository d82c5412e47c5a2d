// While a screen says that the server cannot be reached, it is asked quietly whether it is back; nothing flickers meanwhile.

import { useEffect, useRef } from 'react';
import { useSurroundings } from './surroundings.ts';
import type { TroublePageProps } from './TroublePage.tsx';

const firstMs = 2_000;
const longestMs = 30_000;
/** A server that is asked too often is left alone for a while. */
const restMs = 30_000;

/** True where it tries by itself. */
export function useAutomaticRetry(
  trouble: TroublePageProps['trouble'],
  onRetry: (() => void) | undefined,
): boolean {
  const { api, env } = useSurroundings();
  const retry = useRef(onRetry);
  retry.current = onRetry;
  const tries = onRetry !== undefined && (trouble === 'unreachable' || trouble === 'full');

  useEffect(() => {
    if (!tries) return;
    let isOver = false;
    let wait = trouble === 'full' ? restMs : firstMs;
    let cancel = () => {};
    const look = async () => {
      cancel();
      const isReady = await api.isReady();
      if (isOver) return;
      if (isReady) return retry.current?.();
      later();
    };
    const later = () => {
      cancel = env.scheduler.after(wait, () => void look());
      wait = Math.min(longestMs, wait * 1.6);
    };
    const atOnce = () => void look();
    later();
    if (trouble === 'unreachable') window.addEventListener('online', atOnce);
    return () => {
      isOver = true;
      cancel();
      window.removeEventListener('online', atOnce);
    };
  }, [tries, trouble, api, env]);

  return tries;
}
