// A visit to a board for as long as its page is shown: begun with the link that the page was opened with, and again when a
// new link is opened over it.

import { useEffect, useMemo, useState } from 'react';
import type { BoardId } from '../../shared/lib/ids.ts';
import { keyInHash } from './address.ts';
import { useSurroundings } from './surroundings.ts';
import { type Opened, type Opening, Visit } from './visit.ts';

/** `open` must be the same function at every render: another one is another visit. */
export function useVisit<Of extends Opened>(id: BoardId, open: (opening: Opening) => Of): Visit<Of> {
  const surroundings = useSurroundings();
  const [link, setLink] = useState(() => ({ key: keyInHash(location.hash) }));
  const visit = useMemo(() => {
    const { api, store, memory, env } = surroundings;
    return new Visit({
      id,
      key: link.key,
      api,
      store,
      memory,
      now: env.clock.now,
      scheduler: env.scheduler,
      open: (info, onEnd) => open({ info, surroundings, onEnd }),
      onKeyUsed: () => history.replaceState(history.state, '', location.pathname + location.search),
    });
  }, [id, link, surroundings, open]);
  useEffect(() => {
    void visit.arrive();
    const onHash = () => {
      const key = keyInHash(location.hash);
      if (key !== null) setLink({ key });
    };
    window.addEventListener('hashchange', onHash);
    return () => {
      window.removeEventListener('hashchange', onHash);
      visit.leave();
    };
  }, [visit]);
  return visit;
}
