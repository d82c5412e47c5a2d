// The rounds of a run-off, drawn one below another: who had how many, who went, who had more than half, how many votes named
// nothing that was left.

import type { Result } from '../../shared/features/voting/result.ts';
import { t } from '../text/resultWords.ts';
import { cx } from '../ui/cx.ts';
import styles from './Rounds.module.css';
import { optionText, type WithItems } from './words.ts';

interface RoundsProps {
  readonly board: WithItems;
  readonly result: Result;
}

export function Rounds({ board, result }: RoundsProps) {
  if (result.rounds.length < 2) return null;
  return (
    <details className={styles.all}>
      <summary>{t('voting.rounds', { count: result.rounds.length })}</summary>
      <ol className={styles.rounds}>
        {result.rounds.map((round, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rounds are in order and never change.
          <li key={index} className={styles.round}>
            <Round board={board} round={round} number={index + 1} />
          </li>
        ))}
      </ol>
    </details>
  );
}

interface RoundProps {
  readonly board: WithItems;
  readonly round: Result['rounds'][number];
  readonly number: number;
}

function Round({ board, round: { votes, out, exhausted }, number }: RoundProps) {
  const standing = [...votes].filter(([, count]) => count > 0).sort((a, b) => b[1] - a[1]);
  const count = standing.reduce((sum, [, each]) => sum + each, 0);
  const need = Math.floor(count / 2) + 1;
  const wins = standing.filter(([, each]) => each >= need).map(([id]) => id);
  return (
    <>
      <h5>{`${t('result.round', { round: number })} · ${t('result.round.half', { count, need })}`}</h5>
      <ul className={styles.votes}>
        {standing.map(([id, each]) => (
          <li
            key={id}
            className={cx(styles.vote, out.includes(id) && styles.out, wins.includes(id) && styles.wins)}
          >
            <span className={styles.text} dir="auto">
              {optionText(board, id)}
            </span>
            <span className={styles.count}>
              {each}
              {out.includes(id) && <span className={styles.mark}>{t('result.round.out')}</span>}
              {wins.includes(id) && <span className={styles.mark}>{t('result.round.wins')}</span>}
            </span>
            <span className={styles.bar} aria-hidden="true">
              <span style={{ inlineSize: `${Math.round((100 * each) / Math.max(1, count))}%` }} />
            </span>
          </li>
        ))}
      </ul>
      {out.length > 0 && <p>{t('voting.rounds.out', { count: out.length })}</p>}
      {exhausted > 0 && <p>{t('voting.rounds.exhausted', { count: exhausted })}</p>}
    </>
  );
}
