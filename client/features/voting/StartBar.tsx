// In a step for voting that has no ballot yet: whoever steers is offered to open it, everybody else waits for them.

import { useSyncExternalStore } from 'react';
import { isOpen } from '../../../shared/features/voting/ballot.ts';
import { t } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import styles from './VotingBar.module.css';
import type { VotingHere } from './votingHere.ts';
import { maySteer, votingOf } from './votingShell.ts';

interface StartBarProps {
  readonly view: FeatureView;
  readonly here: VotingHere;
}

export function StartBar({ view, here }: StartBarProps) {
  const { board } = view;
  const { phase, agenda } = useSyncExternalStore(board.session.subscribe, board.session.state);
  const all = useSignal(here.votes.now);
  useSignal(board.role);
  if (phase?.kind !== 'vote' || !maySteer(board)) return null;
  const isPractice = agenda.find(({ id }) => id === phase.step)?.ballot?.practice === true;
  const hasBallot = all.some(
    ({ ballot }) => isOpen(ballot) || (ballot.phase === phase.id && (isPractice || !ballot.practice)),
  );
  if (hasBallot) return null;
  return (
    <Card className={styles.budget} role="region" aria-label={t('voting.bar')}>
      <span className={styles.left}>{t('voting.startHere')}</span>
      <Button variant="solid" onClick={() => votingOf(board).isOpening.set(true)}>
        {t('voting.open.open')}
      </Button>
    </Card>
  );
}
