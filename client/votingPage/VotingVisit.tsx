// From the address to the votes of a board: the same way in as to the board itself, with the same link, name and cookie.

import type { BoardId } from '../../shared/lib/ids.ts';
import { JoinPage, TroublePage, WaitingPage } from '../app/lazyPages.ts';
import { useVisit } from '../app/useVisit.ts';
import type { Opening } from '../app/visit.ts';
import { useSignal } from '../ui/useSignal.ts';
import { OpenVoting } from './openVoting.ts';
import styles from './VotingPage.module.css';
import { VotingPage } from './VotingPage.tsx';

const openVoting = (opening: Opening) => new OpenVoting(opening);

interface VotingVisitProps {
  readonly id: BoardId;
  /** The one of the address; null for whichever matters most. */
  readonly ballot: string | null;
}

export function VotingVisit({ id, ballot }: VotingVisitProps) {
  const visit = useVisit(id, openVoting);
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
