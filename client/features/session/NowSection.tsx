// The phase under way as the panel shows it: with everything that can be done about it, and what can be begun beside the plan.

import { Eye, Minus, Play, Plus, Square, VenetianMask } from 'lucide-react';
import { useId } from 'react';
import type { Phase } from '../../../shared/features/session/phase.ts';
import { nextStep } from '../../../shared/features/session/plan.ts';
import { isRevealed } from '../../../shared/features/session/state.ts';
import { t } from '../../text/sessionViewWords.ts';
import { Button } from '../../ui/Button.tsx';
import { KindIcon } from './KindIcon.tsx';
import { PhaseTime } from './PhaseTime.tsx';
import { Progress } from './Progress.tsx';
import styles from './Session.module.css';
import { SteerRow } from './SteerRow.tsx';
import {
  endStep,
  giveMinutes,
  goOn,
  hasTimer,
  makeNameless,
  mayReveal,
  offersReveal,
  reveal,
  startNow,
} from './steer.ts';
import { type Board, useSessionState, useStanding } from './useSession.ts';
import { WheelRow } from './WheelRow.tsx';
import { promptOf, titleOf } from './words.ts';

export function NowSection({ board }: { readonly board: Board }) {
  const heading = useId();
  const { phase } = useSessionState(board);
  const { maySteer } = useStanding(board);
  return (
    <section className={styles.section} aria-labelledby={heading}>
      <h3 id={heading} className={styles.heading}>
        {t('session.now')}
      </h3>
      {phase === null ? <Between board={board} /> : <UnderWay board={board} phase={phase} />}
      {maySteer && <Waiting board={board} />}
      {maySteer && phase === null && <Quick board={board} />}
    </section>
  );
}

function UnderWay({ board, phase }: { readonly board: Board; readonly phase: Phase }) {
  const { maySteer } = useStanding(board);
  const state = useSessionState(board);
  return (
    <div className={styles.underWay}>
      <p className={styles.nowTitle}>
        <KindIcon kind={phase.kind} />
        <span className={styles.grow}>{titleOf(phase)}</span>
        <PhaseTime board={board} phase={phase} />
      </p>
      <p className={styles.soft}>{isRevealed(state) ? t('session.isRevealed') : promptOf(phase)}</p>
      <Progress board={board} phase={phase} />
      {phase.anonymous && <p className={styles.soft}>{t('session.isNameless')}</p>}
      {maySteer && <SteerRow board={board} phase={phase} isWide />}
      {maySteer && (
        <div className={styles.chips}>
          {hasTimer(state) && (
            <Chip icon={<Minus />} onClick={() => giveMinutes(board, -1)} label={t('session.lessShort')} />
          )}
          {!isRevealed(state) && (
            <Chip icon={<Plus />} onClick={() => giveMinutes(board, 5)} label={t('session.moreFive')} />
          )}
          <Chip icon={<Square />} onClick={() => endStep(board)} label={t('session.endStep')} />
          {phase.kind === 'silent' && !phase.anonymous && (
            <Chip
              icon={<VenetianMask />}
              onClick={() => makeNameless(board)}
              label={t('session.nameless')}
              hint={t('session.namelessHint')}
            />
          )}
        </div>
      )}
      <WheelRow board={board} />
    </div>
  );
}

interface ChipProps {
  readonly icon: React.ReactNode;
  readonly label: string;
  readonly hint?: string;
  readonly onClick: () => void;
}

function Chip({ icon, label, hint, onClick }: ChipProps) {
  const text = label.replace(/^[+−]/u, '');
  return (
    <Button className={styles.chip} icon={icon} title={hint} aria-label={label} onClick={onClick}>
      {text}
    </Button>
  );
}

function Between({ board }: { readonly board: Board }) {
  const state = useSessionState(board);
  const { maySteer } = useStanding(board);
  const next = nextStep(state);
  if (state.endedAt !== null)
    return <p className={styles.soft}>{`${t('session.over')} ${t('session.overText')}`}</p>;
  return (
    <>
      <p className={styles.soft}>
        {t(state.settings.canvasLock ? 'session.betweenLocked' : 'session.between')}
      </p>
      {maySteer && next !== null && (
        <Button variant="solid" className={styles.wide} icon={<Play />} onClick={() => goOn(board)}>
          {t('session.firstStep', { step: titleOf(next) })}
        </Button>
      )}
    </>
  );
}

/** What was written silently and came too late, or was not revealed in its step. */
function Waiting({ board }: { readonly board: Board }) {
  const state = useSessionState(board);
  if (offersReveal(state) || !mayReveal(state)) return null;
  return (
    <Button className={styles.wide} icon={<Eye />} onClick={() => void reveal(board)}>
      {t('session.revealAll')}
    </Button>
  );
}

function Quick({ board }: { readonly board: Board }) {
  const heading = useId();
  return (
    <fieldset className={styles.quick} aria-labelledby={heading}>
      <h4 id={heading} className={styles.small}>
        {t('session.quick')}
      </h4>
      <div className={styles.chips}>
        {(['silent', 'open', 'group', 'discuss'] as const).map((kind) => (
          <Chip
            key={kind}
            icon={<KindIcon kind={kind} />}
            label={t(`session.quick.${kind}`)}
            onClick={() => startNow(board, kind)}
          />
        ))}
      </div>
    </fieldset>
  );
}
