// The rounds of a run-off, one after another: who had how many, who went, how many votes named nothing that was left.

import type { Result } from '../../../shared/features/voting/result.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { t } from '../../text/catalogue.ts';
import styles from './VotePanel.module.css';
import { optionText } from './words.ts';

interface RoundsProps {
  readonly board: OpenBoard;
  readonly result: Result;
}

export function Rounds({ board, result }: RoundsProps) {
  return (
    <details className={styles.rounds}>
      <summary>{t('voting.rounds', { count: result.rounds.length })}</summary>
      <ol>
        {result.rounds.map(({ votes, out, exhausted }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rounds are in order and never change.
          <li key={index}>
            <ul>
              {[...votes]
                .filter(([, count]) => count > 0)
                .sort((a, b) => b[1] - a[1])
                .map(([id, count]) => (
                  <li key={id} dir="auto">{`${count} · ${optionText(board, id)}`}</li>
                ))}
            </ul>
            {out.length > 0 && <p>{t('voting.rounds.out', { count: out.length })}</p>}
            {exhausted > 0 && <p>{t('voting.rounds.exhausted', { count: exhausted })}</p>}
          </li>
        ))}
      </ol>
    </details>
  );
}
