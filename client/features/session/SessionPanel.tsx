// Everything about the session in one place: what is under way, the plan, settings, what was held. Whoever steers runs it all
// from here; everybody else reads it. Arrives when it is first opened.

import { useEffect, useState } from 'react';
import { t } from '../../text/sessionViewWords.ts';
import { Button } from '../../ui/Button.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import { AgendaDesk } from './agendaDesk.ts';
import { NowSection } from './NowSection.tsx';
import { PastSection } from './PastSection.tsx';
import { PlanSection } from './PlanSection.tsx';
import styles from './Session.module.css';
import { SettingsSection } from './SettingsSection.tsx';
import { endSession, reopenSession, sayRefused } from './steer.ts';
import { type Board, useSessionState, useStanding } from './useSession.ts';

export default function SessionPanel({ board }: FeatureView) {
  const desk = useDesk(board);
  useSignal(board.online);
  return (
    <Panel
      takesFocus
      title={t('session.title')}
      footer={<Ending board={board} />}
      onClose={() => board.panel.set(null)}
    >
      <NowSection board={board} />
      {desk !== null && <PlanSection board={board} desk={desk} />}
      <SettingsSection board={board} />
      <PastSection board={board} />
    </Panel>
  );
}

/** One for as long as the panel is open; null before its first effect. */
function useDesk(board: Board): AgendaDesk | null {
  const [desk, setDesk] = useState<AgendaDesk | null>(null);
  useEffect(() => {
    const made = new AgendaDesk({
      state: board.session.state,
      subscribe: board.session.subscribe,
      send: (steps) => board.runCommand('agenda.set', { steps }),
      onRefused: sayRefused,
    });
    setDesk(made);
    return () => made.destroy();
  }, [board]);
  return desk;
}

/** The way out, and the way back. */
function Ending({ board }: { readonly board: Board }) {
  const { endedAt, phase, past } = useSessionState(board);
  const { maySteer } = useStanding(board);
  if (!maySteer) return null;
  if (endedAt !== null) {
    return (
      <div className={styles.ending}>
        <p>{t('session.overText')}</p>
        <Button variant="solid" onClick={() => reopenSession(board)}>
          {t('session.reopen')}
        </Button>
      </div>
    );
  }
  if (phase === null && past.length === 0) return null;
  return (
    <div className={styles.ending}>
      <Button onClick={() => endSession(board)}>{t('session.end')}</Button>
    </div>
  );
}
