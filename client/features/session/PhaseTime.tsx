// The time left, on the server's clock. Warm in its last seconds, calm after them.

import { Pause } from 'lucide-react';
import type { Phase } from '../../../shared/features/session/phase.ts';
import { isRevealed } from '../../../shared/features/session/state.ts';
import { t } from '../../text/sessionViewWords.ts';
import { cx } from '../../ui/cx.ts';
import styles from './PhaseBar.module.css';
import { clockText } from './timer.ts';
import { type Board, useSessionState, useTimer } from './useSession.ts';

/** Nothing for a phase without a timer, or whose ideas are on the wall. */
export function PhaseTime({ board, phase }: { readonly board: Board; readonly phase: Phase }) {
  const { look, seconds } = useTimer(board, phase);
  const isOver = isRevealed(useSessionState(board));
  if (look === 'none' || isOver) return null;
  if (look === 'up') return <span className={cx(styles.time, styles.up)}>{t('session.up')}</span>;
  const digits = clockText(seconds);
  return (
    <span
      className={cx(styles.time, look === 'last' && styles.last, look === 'paused' && styles.paused)}
      role="timer"
      aria-label={t('session.left', { time: digits })}
    >
      {look === 'paused' && (
        <span className={styles.pausedWord}>
          <Pause aria-hidden="true" />
          {t('session.paused')}
        </span>
      )}
      <span className={styles.digits}>{digits}</span>
    </span>
  );
}
