// The phase under way, at the top for everybody: what it is, what to do now, how much time is left, how far the others are;
// and for whoever steers, the next thing to press. On a phone the rest unfolds from it.

import { Check, ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import { type Phase, rulesOf } from '../../../shared/features/session/phase.ts';
import { t } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { sheetBelowPx } from '../../ui/panelSize.ts';
import { useMedia } from '../../ui/useMedia.ts';
import { useSignal } from '../../ui/useSignal.ts';
import { readyKey } from './here.ts';
import { KindIcon } from './KindIcon.tsx';
import styles from './PhaseBar.module.css';
import { PhaseTime } from './PhaseTime.tsx';
import { Progress } from './Progress.tsx';
import { SteerRow } from './SteerRow.tsx';
import { setReady } from './steer.ts';
import { type Board, useSessionState, useStanding } from './useSession.ts';
import { WheelRow } from './WheelRow.tsx';
import { promptOf, titleOf } from './words.ts';

export interface PhaseBarProps {
  readonly board: Board;
  readonly phase: Phase;
}

export default function PhaseBar({ board, phase }: PhaseBarProps) {
  const isPhone = useMedia(`(max-width: ${sheetBelowPx}px)`);
  const { maySteer, takesPart } = useStanding(board);
  const [isUnfolded, setUnfolded] = useState(false);
  const details = useId();
  const shows = !isPhone || isUnfolded;
  return (
    <Card className={styles.bar} role="region" aria-label={t('session.bar')}>
      <div className={styles.main}>
        <span className={styles.icon}>
          <KindIcon kind={phase.kind} />
        </span>
        <div className={styles.words}>
          <p className={styles.title}>
            <span className={styles.name}>{titleOf(phase)}</span>
            <Place board={board} phase={phase} />
          </p>
          <p className={cx(styles.prompt, isPhone && !isUnfolded && styles.oneLine)}>{promptOf(phase)}</p>
          {shows && <ReadHint board={board} phase={phase} />}
        </div>
        <div className={styles.figures}>
          <PhaseTime board={board} phase={phase} />
          {shows && !isPhone && <Progress board={board} phase={phase} />}
        </div>
        {takesPart && !isPhone && !maySteer && <Ready board={board} />}
        {isPhone && (
          <IconButton
            label={t('session.details')}
            icon={<ChevronDown className={cx(isUnfolded && styles.turned)} />}
            tooltip={false}
            aria-expanded={isUnfolded}
            aria-controls={details}
            onClick={() => setUnfolded(!isUnfolded)}
          />
        )}
      </div>
      {shows && (
        <div id={details} className={styles.more}>
          {isPhone && <Progress board={board} phase={phase} />}
          {(maySteer || isPhone) && (
            <div className={styles.row}>
              {takesPart && <Ready board={board} />}
              {maySteer && <SteerRow board={board} phase={phase} />}
            </div>
          )}
        </div>
      )}
      <WheelRow board={board} />
    </Card>
  );
}

/** Where in the plan; nothing beside it. */
function Place({ board, phase }: PhaseBarProps) {
  const { agenda } = useSessionState(board);
  const at = agenda.findIndex(({ id }) => id === phase.step);
  if (at === -1 || agenda.length < 2) return null;
  const values = { number: at + 1, count: agenda.length };
  return (
    <span className={styles.place}>
      <span aria-hidden="true">{t('session.place', values)}</span>
      <span className="visually-hidden">{t('session.placeLabel', values)}</span>
    </span>
  );
}

/** Whoever may write otherwise hears why not now. */
function ReadHint({ board, phase }: PhaseBarProps) {
  const { settings } = useSessionState(board);
  const role = useSignal(board.role);
  const isLocked = rulesOf({ phase, ended: false, settings }).canvas !== 'editors';
  if (role !== 'editor' || !isLocked) return null;
  return <p className={styles.hint}>{t('session.wallIsRead')}</p>;
}

function Ready({ board }: { readonly board: Board }) {
  const { ready } = useSessionState(board);
  const isReady = ready.has(board.me.id);
  return (
    <Button
      variant={isReady ? 'solid' : 'soft'}
      className={cx(styles.ready, isReady && styles.isReady)}
      icon={<Check />}
      aria-pressed={isReady}
      aria-keyshortcuts={readyKey.toUpperCase()}
      onClick={() => setReady(board, !isReady)}
    >
      {t('session.ready')}
    </Button>
  );
}
