// What follows from a result: the decision is written down, the first ones go into a second round, or everybody is asked again
// after talking about it.

import { Gavel, ListOrdered, RotateCcw } from 'lucide-react';
import { type Ballot, votingLimits } from '../../../shared/features/voting/ballot.ts';
import { firstOf, quorumReached, type Result, winners } from '../../../shared/features/voting/result.ts';
import { t } from '../../text/resultWords.ts';
import { Button } from '../../ui/Button.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import { decisionsOf, decisionsPanel, wantedDecision } from '../../votes/decisionDesk.ts';
import { optionText } from '../../votes/words.ts';
import type { FeatureView } from '../feature.ts';
import styles from './Results.module.css';
import { maySteer, votingOf } from './votingShell.ts';

interface ResultActionsProps {
  readonly view: FeatureView;
  readonly ballot: Ballot;
  readonly result: Result;
}

export function ResultActions({ view: { board }, ballot, result }: ResultActionsProps) {
  useSignal(board.role);
  const recorded = useSignal(decisionsOf(board.docs.session)).filter((each) => each.ballot === ballot.id);
  const steers = maySteer(board);
  if (!steers && recorded.length === 0) return null;
  const { opening } = votingOf(board);
  const standing = firstOf(result, ballot.options, ballot.options.length);
  // Where too few voted nothing has won: the server takes no second round from there.
  const goesOn = quorumReached(result) !== false && standing.length > votingLimits.optionsMin;
  const decide = () => {
    const [first, tied] = winners(result, ballot.options);
    // Between those that are tied nothing is decided yet.
    const text = first === undefined || tied !== undefined ? '' : optionText(board, first);
    wantedDecision(board).set({ ballot: ballot.id, text });
    board.panel.set(decisionsPanel);
  };
  return (
    <div className={styles.section}>
      <h4>{t('result.actions')}</h4>
      {recorded.length > 0 && (
        <p className={styles.good}>
          <button type="button" className={styles.link} onClick={() => board.panel.set(decisionsPanel)}>
            {t('result.decided', { count: recorded.length })}
          </button>
        </p>
      )}
      {steers && (
        <div className={styles.actions}>
          <Button
            variant={recorded.length === 0 ? 'solid' : 'soft'}
            icon={<Gavel size={16} />}
            onClick={decide}
          >
            {t('result.decide')}
          </Button>
          {goesOn && (
            <Button
              variant="soft"
              icon={<ListOrdered size={16} />}
              onClick={() => opening.set({ follows: { ballot, result, how: 'winners' } })}
            >
              {t('result.winners')}
            </Button>
          )}
          <Button
            variant="soft"
            icon={<RotateCcw size={16} />}
            onClick={() => opening.set({ follows: { ballot, result, how: 'again' } })}
          >
            {t('result.again')}
          </Button>
        </div>
      )}
    </div>
  );
}
