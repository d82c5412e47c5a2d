// Who steers in trust: the offer to do so when nobody who steers is here, and giving it back. Nothing otherwise.

import { useEffect, useRef, useState } from 'react';
import { t } from '../../text/sessionViewWords.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './PhaseBar.module.css';
import { leaveWheel, takeWheel } from './steer.ts';
import { type Board, useRoom, useSessionState, useStanding } from './useSession.ts';
import { type WheelOffer, wheelOffer } from './wheel.ts';

export function WheelRow({ board }: { readonly board: Board }) {
  const { acting } = useSessionState(board);
  const { mayFacilitate, isActing } = useStanding(board);
  const [refusedAt, setRefusedAt] = useState<number | null>(null);
  const offer = useWheelOffer(board, refusedAt);
  if (isActing || (acting !== null && mayFacilitate)) {
    const name = acting === null ? '' : (board.session.person(acting)?.name ?? '');
    return (
      <Row text={isActing ? t('session.wheelMine') : t('session.wheelTheirs', { name })}>
        <Button variant="quiet" onClick={() => leaveWheel(board)}>
          {t(isActing ? 'session.wheelLeave' : 'session.wheelBack')}
        </Button>
      </Row>
    );
  }
  if (offer.kind === 'nothing') return null;
  const take = async () => {
    if (!(await takeWheel(board))) setRefusedAt(board.serverNow());
  };
  if (offer.kind === 'soon') return <Row text={t('session.wheelSoon')} />;
  return (
    <Row text={t('session.wheelFree')}>
      <Button variant="soft" onClick={() => void take()}>
        {t('session.wheelTake')}
      </Button>
    </Row>
  );
}

function Row({ text, children }: { readonly text: string; readonly children?: React.ReactNode }) {
  return (
    <div className={styles.wheel} role="status">
      <p>{text}</p>
      {children}
    </div>
  );
}

function useWheelOffer(board: Board, refusedAt: number | null): WheelOffer {
  const { phase } = useSessionState(board);
  const { takesPart } = useStanding(board);
  const { someoneSteers } = useRoom(board);
  const alone = useRef<{ since: number | null; sawThem: boolean }>({ since: null, sawThem: false });
  if (someoneSteers) alone.current = { since: null, sawThem: true };
  else alone.current.since ??= board.serverNow();
  const [, setTick] = useState(0);
  const offer = wheelOffer({
    phaseUnderWay: phase !== null,
    takesPart,
    aloneSince: alone.current.since,
    sawThemLeave: alone.current.sawThem,
    refusedAt,
    now: board.serverNow(),
  });
  const { lookAgainMs } = offer;
  useEffect(() => {
    if (lookAgainMs === null) return;
    const handle = window.setTimeout(() => setTick((tick) => tick + 1), lookAgainMs + 10);
    return () => window.clearTimeout(handle);
  }, [lookAgainMs]);
  return offer;
}
