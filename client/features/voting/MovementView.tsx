// What a discussion moved, beside the new result: each option with its place before and now, in signs for the eye and in words
// for the ear.

import { ArrowDown, ArrowUp, Equal } from 'lucide-react';
import { type Moved, type Movement, movementOf } from '../../../shared/features/voting/movement.ts';
import type { BallotNow } from '../../sync/votes.ts';
import { textLocales } from '../../text/catalogue.ts';
import { t } from '../../text/resultWords.ts';
import { cx } from '../../ui/cx.ts';
import { optionText } from '../../votes/words.ts';
import type { FeatureView } from '../feature.ts';
import styles from './Results.module.css';

interface MovementViewProps {
  readonly view: FeatureView;
  readonly moved: Moved;
}

/** null where there is nothing to compare. */
export function movementSince(before: BallotNow | undefined, { ballot, result }: BallotNow): Moved | null {
  if (ballot.after?.how !== 'again' || result === null || ballot.closedAt === null) return null;
  const then = before?.result ?? null;
  return then === null ? null : movementOf(then, result, ballot.options);
}

export function MovementView({ view, moved: { options, reordered } }: MovementViewProps) {
  const named = options.filter(({ totalBefore, totalAfter }) => totalBefore !== 0 || totalAfter !== 0);
  const percent = new Intl.NumberFormat(textLocales(), { style: 'percent' }).format(reordered);
  const isSame = named.every(({ ranksUp }) => ranksUp === 0);
  return (
    <section className={styles.section} aria-label={t('result.moved')}>
      <h4>{t('result.moved')}</h4>
      <p className={styles.facts}>{isSame ? t('result.moved.none') : t('result.moved.share', { percent })}</p>
      <ul className={styles.moves}>
        {named.map((movement) => (
          <li key={movement.option} className={styles.move}>
            <Way movement={movement} />
            <span className={styles.text} dir="auto">
              {optionText(view.board, movement.option)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Way({ movement: { rankBefore, rankAfter, ranksUp } }: { readonly movement: Movement }) {
  const Sign = ranksUp > 0 ? ArrowUp : ranksUp < 0 ? ArrowDown : Equal;
  const words =
    ranksUp > 0
      ? t('result.moved.up', { by: ranksUp })
      : ranksUp < 0
        ? t('result.moved.down', { by: -ranksUp })
        : t('result.moved.same');
  return (
    <span className={cx(styles.way, ranksUp > 0 && styles.up, ranksUp < 0 && styles.down)}>
      <Sign size={16} aria-hidden="true" />
      <span className="visually-hidden">
        {`${words}, ${t('result.moved.ranks', { before: rankBefore, after: rankAfter })}: `}
      </span>
      <span aria-hidden="true">{ranksUp === 0 ? `${rankAfter}.` : `${rankBefore}. → ${rankAfter}.`}</span>
    </span>
  );
}
