// One step of the plan: what it is and how long, where the session is, and for whoever steers its handle, its start and its
// fields.

import { Check, ChevronDown, GripVertical, Play } from 'lucide-react';
import type { KeyboardEvent, PointerEvent } from 'react';
import type { Step } from '../../../shared/features/session/agenda.ts';
import { t } from '../../text/sessionViewWords.ts';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import type { AgendaDesk } from './agendaDesk.ts';
import { KindIcon } from './KindIcon.tsx';
import type { StepMark } from './PlanSection.tsx';
import styles from './Session.module.css';
import { StepEditor } from './StepEditor.tsx';
import { startStep } from './steer.ts';
import type { Board } from './useSession.ts';
import { minutesText, promptOf, titleOf } from './words.ts';

export interface StepRowProps {
  readonly board: Board;
  readonly desk: AgendaDesk;
  readonly step: Step;
  readonly index: number;
  readonly mark: StepMark;
  readonly maySteer: boolean;
  readonly isOpen: boolean;
  readonly isMoving: boolean;
  readonly onOpen: () => void;
  readonly onMove: (index: number) => void;
  readonly onGrab: (event: PointerEvent<HTMLElement>) => void;
  readonly onCopy: () => void;
  readonly onRemove: () => void;
}

export function StepRow(props: StepRowProps) {
  const { board, desk, step, index, mark, maySteer, isOpen, isMoving, onOpen, onCopy, onRemove } = props;
  const title = titleOf(step);
  return (
    <li
      data-step={step.id}
      className={cx(styles.step, mark === 'now' && styles.current, isMoving && styles.moving)}
      aria-current={mark === 'now' ? 'step' : undefined}
    >
      <div className={styles.stepRow}>
        {maySteer && <Handle {...props} />}
        {maySteer ? (
          <button type="button" className={styles.stepName} aria-expanded={isOpen} onClick={onOpen}>
            <StepWords step={step} index={index} mark={mark} />
            <ChevronDown aria-hidden="true" className={cx(styles.chevron, isOpen && styles.turned)} />
          </button>
        ) : (
          <div className={styles.stepName}>
            <StepWords step={step} index={index} mark={mark} />
          </div>
        )}
        {maySteer && (
          <IconButton
            label={t('session.start', { step: title })}
            icon={<Play className={styles.mirrored} />}
            side="left"
            disabled={mark === 'now'}
            onClick={() => startStep(board, step.id)}
          />
        )}
      </div>
      {!maySteer && mark === 'now' && <p className={styles.stepPrompt}>{promptOf(step)}</p>}
      {maySteer && isOpen && (
        <StepEditor board={board} desk={desk} step={step} onCopy={onCopy} onRemove={onRemove} />
      )}
    </li>
  );
}

function StepWords({ step, index, mark }: Pick<StepRowProps, 'step' | 'index' | 'mark'>) {
  return (
    <>
      <span className={styles.stepIcon}>
        <KindIcon kind={step.kind} />
      </span>
      <span className={styles.stepText}>
        <span className={styles.stepTitle}>
          <span className={styles.number}>{index + 1}.</span> {titleOf(step)}
        </span>
        <span className={styles.small}>
          {step.minutes === null ? t('session.noTimer') : minutesText(step.minutes)}
          <Mark mark={mark} />
        </span>
      </span>
    </>
  );
}

function Mark({ mark }: { readonly mark: StepMark }) {
  if (mark === null) return null;
  return (
    <span className={styles.mark}>
      {' · '}
      {mark === 'done' && <Check aria-hidden="true" />}
      {t(mark === 'now' ? 'session.stepNow' : mark === 'next' ? 'session.stepNext' : 'session.stepDone')}
    </span>
  );
}

function Handle({ step, index, onGrab, onMove }: StepRowProps) {
  const press = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (by === 0) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(index + by);
  };
  return (
    <button
      type="button"
      className={styles.handle}
      aria-label={t('session.move', { step: titleOf(step) })}
      title={t('session.moveHint')}
      onPointerDown={onGrab}
      onKeyDown={press}
    >
      <GripVertical aria-hidden="true" />
    </button>
  );
}
