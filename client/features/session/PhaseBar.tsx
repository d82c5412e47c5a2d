// The phase under way, at the top for everybody: what it is, what to do now, how much time is left, how far the others are;
// and for whoever steers, the next thing to press. Where there is little room, as on a phone, the rest unfolds from it.

import { Check, ChevronDown, ListChecks } from 'lucide-react';
import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import { type Phase, rulesOf } from '../../../shared/features/session/phase.ts';
import { isRevealed } from '../../../shared/features/session/state.ts';
import { t } from '../../text/sessionViewWords.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { keysText } from '../../ui/keyNames.ts';
import { useSignal } from '../../ui/useSignal.ts';
import { panelId, readyKey } from './here.ts';
import { KindIcon } from './KindIcon.tsx';
import styles from './PhaseBar.module.css';
import { PhaseTime } from './PhaseTime.tsx';
import { Progress } from './Progress.tsx';
import { OnwardButtons, RevealButton, SteerRow, TimeButtons } from './SteerRow.tsx';
import { mayPassOn, setReady } from './steer.ts';
import { useIsNarrow } from './useIsNarrow.ts';
import { type Board, useSessionState, useStanding } from './useSession.ts';
import { WheelRow } from './WheelRow.tsx';
import { promptOf, titleOf } from './words.ts';

/** Below it the details fold away. */
const roomyPx = 420;

export interface PhaseBarProps {
  readonly board: Board;
  readonly phase: Phase;
}

export default function PhaseBar({ board, phase }: PhaseBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const isNarrow = useIsNarrow(bar, roomyPx);
  return (
    <Card
      ref={bar}
      className={cx(styles.bar, isNarrow && styles.narrow)}
      role="region"
      aria-label={t('session.bar')}
    >
      {isNarrow ? <Folded board={board} phase={phase} bar={bar} /> : <Roomy board={board} phase={phase} />}
      <WheelRow board={board} />
    </Card>
  );
}

function Roomy({ board, phase }: PhaseBarProps) {
  const { maySteer, takesPart } = useStanding(board);
  // The panel has the same to press, and more.
  const steersHere = useSignal(board.panel) !== panelId && maySteer;
  const ask = useAsk(board, phase);
  return (
    <>
      <div className={styles.main}>
        <span className={styles.icon}>
          <KindIcon kind={phase.kind} />
        </span>
        <div className={styles.words}>
          <Title board={board} phase={phase} />
          <p className={styles.prompt}>{ask}</p>
          <ReadHint board={board} phase={phase} />
        </div>
        <div className={styles.figures}>
          <PhaseTime board={board} phase={phase} />
          <Progress board={board} phase={phase} />
        </div>
        {takesPart && !steersHere && <Ready board={board} />}
      </div>
      {steersHere && (
        <div className={styles.row}>
          {takesPart && <Ready board={board} />}
          <SteerRow board={board} phase={phase} />
        </div>
      )}
    </>
  );
}

interface FoldedProps extends PhaseBarProps {
  readonly bar: RefObject<HTMLElement | null>;
}

function Folded({ board, phase, bar }: FoldedProps) {
  const { maySteer, takesPart } = useStanding(board);
  const [isUnfolded, setUnfolded] = useState(false);
  // The panel has the same to press, and more.
  const steersHere = useSignal(board.panel) !== panelId && maySteer;
  const details = useId();
  const ask = useAsk(board, phase);
  useEffect(() => {
    if (!isUnfolded) return;
    const press = ({ target }: PointerEvent) => {
      if (target instanceof Node && bar.current?.contains(target) !== true) setUnfolded(false);
    };
    window.addEventListener('pointerdown', press, true);
    return () => window.removeEventListener('pointerdown', press, true);
  }, [isUnfolded, bar]);
  return (
    <>
      <div className={styles.main} data-unfolded={isUnfolded ? '' : undefined}>
        <p className={cx(styles.words, styles.title, styles.twoLines)}>{titleOf(phase)}</p>
        <PhaseTime board={board} phase={phase} />
        {takesPart && !maySteer && <Ready board={board} />}
      </div>
      <div className={styles.brief}>
        <div className={styles.words}>
          <p className={cx(styles.prompt, !isUnfolded && styles.threeLines)}>{ask}</p>
          <p className={styles.standing}>
            <Place board={board} phase={phase} isAlone />
            <Progress board={board} phase={phase} />
          </p>
        </div>
        <IconButton
          label={t('session.details')}
          icon={<ChevronDown className={cx(isUnfolded && styles.turned)} />}
          tooltip={false}
          aria-expanded={isUnfolded}
          aria-controls={details}
          onClick={() => setUnfolded(!isUnfolded)}
        />
      </div>
      {steersHere && (
        <div className={styles.onward}>
          <OnwardButtons board={board} />
        </div>
      )}
      <div id={details} className={styles.details} hidden={!isUnfolded}>
        {isUnfolded && <Unfolded board={board} phase={phase} onLeave={() => setUnfolded(false)} />}
      </div>
    </>
  );
}

function Unfolded({ board, phase, onLeave }: PhaseBarProps & { readonly onLeave: () => void }) {
  const { maySteer, takesPart } = useStanding(board);
  const goesRound = mayPassOn(useSessionState(board));
  return (
    <>
      <ReadHint board={board} phase={phase} />
      <div className={styles.row}>
        {takesPart && maySteer && <Ready board={board} />}
        {maySteer && <TimeButtons board={board} phase={phase} />}
        {maySteer && goesRound && <RevealButton board={board} isNext={false} />}
        <IconButton
          className={styles.plan}
          label={t('session.open')}
          icon={<ListChecks />}
          tooltip={false}
          onClick={() => {
            onLeave();
            board.panel.set(panelId);
          }}
        />
      </div>
    </>
  );
}

function Title({ board, phase }: PhaseBarProps) {
  return (
    <p className={styles.title}>
      <span className={styles.name}>{titleOf(phase)}</span>
      <Place board={board} phase={phase} />
    </p>
  );
}

interface PlaceProps extends PhaseBarProps {
  /** Not beside the name of the step: then it says of what it is the place. */
  readonly isAlone?: boolean;
}

/** Where in the plan; nothing beside it. */
function Place({ board, phase, isAlone = false }: PlaceProps) {
  const { agenda } = useSessionState(board);
  const at = agenda.findIndex(({ id }) => id === phase.step);
  if (at === -1 || agenda.length < 2) return null;
  const values = { number: at + 1, count: agenda.length };
  if (isAlone) return <span className={styles.place}>{t('session.placeLabel', values)}</span>;
  return (
    <span className={styles.place}>
      <span aria-hidden="true">{t('session.place', values)}</span>
      <span className="visually-hidden">{t('session.placeLabel', values)}</span>
    </span>
  );
}

/** The one thing to do; once the ideas are on the wall, no longer what the step began with. */
function useAsk(board: Board, phase: Phase): string {
  return isRevealed(useSessionState(board)) ? t('session.isRevealed') : promptOf(phase);
}

/** Whoever may write otherwise hears why not now. */
function ReadHint({ board, phase }: PhaseBarProps) {
  const { settings } = useSessionState(board);
  const role = useSignal(board.role);
  const isLocked = rulesOf({ phase, ended: false, settings }).canvas !== 'editors';
  // Where people write for themselves or vote, the step has said what to do: that the wall rests is no news.
  const isBusy = phase.kind === 'silent' || phase.kind === 'vote';
  if (role !== 'editor' || !isLocked || (isBusy && !settings.canvasLock)) return null;
  return <p className={styles.hint}>{t('session.wallIsRead')}</p>;
}

function Ready({ board }: { readonly board: Board }) {
  const { ready } = useSessionState(board);
  const isReady = ready.has(board.me.id);
  return (
    <Button
      variant="soft"
      className={cx(styles.ready, isReady && styles.isReady)}
      icon={<Check />}
      aria-pressed={isReady}
      aria-keyshortcuts={readyKey.toUpperCase()}
      title={keysText(readyKey)}
      onClick={() => setReady(board, !isReady)}
    >
      {t('session.ready')}
    </Button>
  );
}
