// In a step for voting that has no ballot yet: whoever steers opens the one that the plan says with one press, or looks at it
// first; everybody else is told that it comes, and what is secret in it.

import { useState, useSyncExternalStore } from 'react';
import { isOpen, votingLimits } from '../../../shared/features/voting/ballot.ts';
import { t } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import { formFor, openBallot, optionCounts } from './ballotForm.ts';
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
  if (phase?.kind !== 'vote') return null;
  const plan = agenda.find(({ id }) => id === phase.step)?.ballot ?? null;
  const hasBallot = all.some(
    ({ ballot }) =>
      isOpen(ballot) || (ballot.phase === phase.id && (plan?.practice === true || !ballot.practice)),
  );
  if (hasBallot) return null;
  return (
    <Card className={styles.budget} role="region" aria-label={t('voting.bar')} data-low="">
      {maySteer(board) ? (
        <Opening view={view} isPlanned={plan !== null} />
      ) : (
        <div className={styles.budgetWords}>
          <strong className={styles.question}>{t('voting.soon')}</strong>
          <span className={styles.progress}>{t('voting.soonSecret')}</span>
        </div>
      )}
    </Card>
  );
}

function Opening({ view, isPlanned }: { readonly view: FeatureView; readonly isPlanned: boolean }) {
  const { board } = view;
  const [isBusy, setBusy] = useState(false);
  const look = () => votingOf(board).opening.set({ follows: null });
  const form = formFor(view);
  const count = optionCounts(view)[form.options];
  const isReady = isPlanned && count >= votingLimits.optionsMin;
  const open = async () => {
    setBusy(true);
    const answer = await openBallot(view, form);
    setBusy(false);
    // The dialog says what hinders.
    if (!answer.ok) look();
  };
  return (
    <>
      <div className={styles.budgetWords}>
        <strong className={styles.question}>{t('voting.startHere')}</strong>
        {isReady && (
          <span className={styles.progress}>
            {t(`voting.open.${form.options}`, { count })}
            {form.method === 'dots' &&
              ` · ${t('voting.dotsEach', { votes: form.votes, most: form.maxPerOption })}`}
          </span>
        )}
      </div>
      {isReady && (
        <Button variant="quiet" onClick={look}>
          {t('voting.look')}
        </Button>
      )}
      <Button variant="solid" busy={isBusy} onClick={() => (isReady ? void open() : look())}>
        {t(form.practice ? 'voting.open.practice' : 'voting.open.open')}
      </Button>
    </>
  );
}
