// What whoever steers presses: back, hold the time, more of it, reveal, go on. The one to press next is solid.

import { ArrowLeft, ArrowRight, Eye, Pause, Play, Repeat } from 'lucide-react';
import { isPaused, type Phase } from '../../../shared/features/session/phase.ts';
import { stepBefore } from '../../../shared/features/session/plan.ts';
import { isRevealed } from '../../../shared/features/session/state.ts';
import { t } from '../../text/sessionViewWords.ts';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './PhaseBar.module.css';
import {
  giveMinutes,
  goBack,
  goOn,
  hasTimer,
  mayPassOn,
  type Onward,
  offersReveal,
  onwardOf,
  passOn,
  pauseOrResume,
  reveal,
} from './steer.ts';
import { type Board, useSessionState } from './useSession.ts';
import { titleOf } from './words.ts';

export interface SteerRowProps {
  readonly board: Board;
  readonly phase: Phase;
  /** The words take all the room there is. */
  readonly isWide?: boolean;
}

export function SteerRow({ board, phase, isWide = false }: SteerRowProps) {
  return (
    <div className={cx(styles.steer, isWide && styles.wide)}>
      <TimeButtons board={board} phase={phase} />
      <OnwardButtons board={board} all={isWide} />
    </div>
  );
}

/** What can be done about the step under way: back, hold the time, more of it. */
export function TimeButtons({ board, phase }: Omit<SteerRowProps, 'isWide'>) {
  const state = useSessionState(board);
  const before = stepBefore(state);
  return (
    <>
      {before !== null && (
        <IconButton
          label={t('session.backTo', { step: titleOf(before) })}
          icon={<ArrowLeft className={styles.mirrored} />}
          onClick={() => goBack(board)}
        />
      )}
      {hasTimer(state) && (
        <IconButton
          label={t(isPaused(phase) ? 'session.resume' : 'session.pause')}
          icon={isPaused(phase) ? <Play className={styles.mirrored} /> : <Pause />}
          onClick={() => pauseOrResume(board)}
        />
      )}
      {!isRevealed(state) && (
        <Button
          variant="quiet"
          className={styles.minute}
          title={t('session.more')}
          onClick={() => giveMinutes(board, 1)}
        >
          {t('session.moreShort')}
        </Button>
      )}
    </>
  );
}

/** What comes next, the likeliest solid. While sheets go round the wall can wait: the reveal is there with `all`. */
export function OnwardButtons({ board, all = false }: { readonly board: Board; readonly all?: boolean }) {
  const state = useSessionState(board);
  const onward = onwardOf(state);
  // What is on the wall is to be gone on with; late ideas can still be brought there.
  const waits = state.phase?.kind === 'silent' && !isRevealed(state);
  const goesRound = mayPassOn(state);
  return (
    <>
      {goesRound && (
        <Button
          variant="solid"
          className={styles.on}
          icon={<Repeat />}
          title={t('session.passOnHint')}
          onClick={() => passOn(board)}
        >
          {t('session.passOn')}
        </Button>
      )}
      {offersReveal(state) && (all || !goesRound) && (
        <RevealButton board={board} isNext={waits && !goesRound} />
      )}
      {onward !== null && (
        <Button variant={waits ? 'soft' : 'solid'} className={styles.on} onClick={() => goOn(board)}>
          <span className={styles.onWords}>{onwardWords(onward)}</span>
          {onward.kind === 'step' && <ArrowRight className={styles.mirrored} />}
        </Button>
      )}
    </>
  );
}

export function RevealButton({ board, isNext }: { readonly board: Board; readonly isNext: boolean }) {
  return (
    <Button
      variant={isNext ? 'solid' : 'soft'}
      className={styles.on}
      icon={<Eye />}
      onClick={() => void reveal(board)}
    >
      {t('session.reveal')}
    </Button>
  );
}

function onwardWords(onward: Onward): string {
  if (onward.kind === 'step') return t('session.nextStep', { step: titleOf(onward.step) });
  return t(onward.kind === 'endStep' ? 'session.endStep' : 'session.end');
}
