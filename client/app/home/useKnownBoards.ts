// The boards this browser knows, for pages: what can be done with them, and the list as it is now.

import { useEffect, useMemo, useState } from 'react';
import { t } from '../../text/catalogue.ts';
import { useSurroundings } from '../surroundings.ts';
import { KnownBoards } from './knownBoards.ts';

export function useKnownBoards(): KnownBoards {
  const { api, store, memory, env } = useSurroundings();
  return useMemo(
    () => new KnownBoards({ api, store, memory, now: env.clock.now, nobodysName: t('home.defaultName') }),
    [api, store, memory, env],
  );
}

/** What `read` finds in this browser's memory, again whenever something changes there. */
export function useRemembered<Value>(read: () => Value): Value {
  const { store } = useSurroundings();
  const [value, setValue] = useState(read);
  // biome-ignore lint/correctness/useExhaustiveDependencies: reads the store, which tells when it changed.
  useEffect(() => {
    const refresh = () => setValue(read());
    // A board that was just left has its picture only now.
    refresh();
    return store.boardsChanged.add(refresh);
  }, [store]);
  return value;
}
