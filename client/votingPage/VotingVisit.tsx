// From the address to the votes of a board: the same way in as to the board itself, with the same link, name and cookie.

import { useEffect, useMemo, useState } from 'react';
import type { BoardId } from '../../shared/lib/ids.ts';
import { keyInHash } from '../app/address.ts';
import { JoinPage, TroublePage, WaitingPage } from '../app/lazyPages.ts';
import { useSurroundings } from '../app/surroundings.ts';
import { Visit } from '../app/visit.ts';
import { useSignal } from '../ui/useSignal.ts';
import { OpenVoting } from './openVoting.ts';
import styles from './VotingPage.module.css';
import { VotingPage } from './VotingPage.tsx';

interface VotingVisitProps {
  readonly id: BoardId;
  /** The one of the address; null for whichever matters most. */
  readonly ballot: string | null;
}

export function VotingVisit({ id, ballot }: VotingVisitProps) {
  const surroundings = useSurroundings();
  const [link, setLink] = useState(() => ({ key: keyInHash(location.hash) }));
  const visit = useMemo(() => {
    const { api, store, memory, env } = surroundings;
    return new Visit<OpenVoting>({
      id,
      key: link.key,
      api,
      store,
      memory,
      now: env.clock.now,
      scheduler: env.scheduler,
      open: (info, onEnd) => new OpenVoting({ info, surroundings, onEnd }),
      onKeyUsed: () => history.replaceState(history.state, '', location.pathname + location.search),
    });
  }, [id, link, surroundings]);
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
  const stage = useSignal(visit.stage);
  switch (stage.kind) {
    case 'arriving':
      return <div className={styles.arriving} />;
    case 'asking':
      return <JoinPage busy={stage.busy} onJoin={(name) => void visit.join(name)} />;
    case 'waiting':
      return <WaitingPage name={stage.name} away={stage.away} />;
    case 'trouble':
      return <TroublePage trouble={stage.trouble} boardId={id} onRetry={() => void visit.arrive()} />;
    case 'open':
      return <VotingPage open={stage.board} wanted={ballot} />;
  }
}
