// The plan: its steps in order, with where the session is. Whoever steers adds, changes, moves, deletes and begins them.

import { Plus } from 'lucide-react';
import { useId, useState } from 'react';
import {
  agendaLimits,
  type PhaseKind,
  phaseKinds,
  type Step,
} from '../../../shared/features/session/agenda.ts';
import { nextStep } from '../../../shared/features/session/plan.ts';
import type { SessionState } from '../../../shared/features/session/state.ts';
import { realRandom } from '../../../shared/lib/env.ts';
import { randomToken } from '../../../shared/lib/ids.ts';
import { t } from '../../text/sessionViewWords.ts';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { toast } from '../../ui/Toast.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { AgendaDesk } from './agendaDesk.ts';
import { minutesOf, newStep, withCopy, withMove, withoutStep, withStep } from './agendaEdit.ts';
import { KindIcon } from './KindIcon.tsx';
import styles from './Session.module.css';
import { StepRow } from './StepRow.tsx';
import { type Board, useSessionState, useStanding } from './useSession.ts';
import { useStepDrag } from './useStepDrag.ts';
import { titleOf } from './words.ts';

export interface PlanSectionProps {
  readonly board: Board;
  readonly desk: AgendaDesk;
}

export type StepMark = 'now' | 'next' | 'done' | null;

export function PlanSection({ board, desk }: PlanSectionProps) {
  const heading = useId();
  const agenda = useSignal(desk.agenda);
  const state = useSessionState(board);
  const { maySteer } = useStanding(board);
  const [open, setOpen] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const drag = useStepDrag((id, index) => desk.change((steps) => withMove(steps, id, index)));
  const shown = drag.moving === null ? agenda : withMove(agenda, drag.moving.id, drag.moving.index);
  const move = (step: Step, index: number) => {
    if (index < 0 || index >= agenda.length) return;
    desk.change((steps) => withMove(steps, step.id, index));
    setSaid(t('session.moved', { step: titleOf(step), number: index + 1 }));
  };
  const add = (kind: PhaseKind) => {
    const step = newStep(freshId(), kind);
    desk.change((steps) => withStep(steps, step));
    setSaid(t('session.step', { number: agenda.length + 1, step: titleOf(step) }));
  };
  return (
    <section className={styles.section} aria-labelledby={heading}>
      <div className={styles.headingRow}>
        <h3 id={heading} className={styles.heading}>
          {t('session.plan')}
        </h3>
        <Total agenda={agenda} />
      </div>
      {agenda.length === 0 && (
        <p className={styles.soft}>{t(maySteer ? 'session.planEmpty' : 'session.planEmptyReader')}</p>
      )}
      <ol ref={drag.list} className={styles.steps}>
        {shown.map((step, index) => (
          <StepRow
            key={step.id}
            board={board}
            desk={desk}
            step={step}
            index={index}
            mark={markOf(state, step)}
            maySteer={maySteer}
            isOpen={open === step.id}
            isMoving={drag.moving?.id === step.id}
            onOpen={() => setOpen(open === step.id ? null : step.id)}
            onMove={(to) => move(step, to)}
            onGrab={(event) => drag.grab(event, step.id, index)}
            onCopy={() => desk.change((steps) => withCopy(steps, step.id, freshId()))}
            onRemove={() => remove(desk, step, index)}
          />
        ))}
      </ol>
      {maySteer && <AddStep isFull={agenda.length >= agendaLimits.stepsMax} onAdd={add} />}
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </section>
  );
}

function freshId(): string {
  return randomToken(realRandom, 10);
}

function remove(desk: AgendaDesk, step: Step, index: number): void {
  // As it is now: what was typed a moment ago comes back as well.
  const latest = desk.agenda.get().find(({ id }) => id === step.id) ?? step;
  desk.change((steps) => withoutStep(steps, step.id));
  toast({
    text: t('session.stepRemoved', { step: titleOf(latest) }),
    action: {
      label: t('session.undo'),
      run: () => desk.change((steps) => withStep(steps, latest, Math.min(index, steps.length))),
    },
  });
}

function markOf(state: SessionState, { id }: Step): StepMark {
  if (state.phase?.step === id) return 'now';
  if (state.endedAt === null && nextStep(state)?.id === id) return 'next';
  return state.past.some(({ step }) => step === id) ? 'done' : null;
}

function Total({ agenda }: { readonly agenda: readonly Step[] }) {
  if (agenda.length === 0) return null;
  const { minutes, isWhole } = minutesOf(agenda);
  return (
    <span className={styles.small}>
      {t(isWhole ? 'session.planMinutes' : 'session.planMinutesAndMore', { minutes })}
    </span>
  );
}

function AddStep({ isFull, onAdd }: { readonly isFull: boolean; readonly onAdd: (kind: PhaseKind) => void }) {
  if (isFull) return <p className={styles.soft}>{t('session.planFull', { max: agendaLimits.stepsMax })}</p>;
  return (
    <Menu
      label={t('session.addStep')}
      trigger={
        <Button className={styles.wide} icon={<Plus />}>
          {t('session.addStep')}
        </Button>
      }
      entries={phaseKinds.map((kind) => ({
        id: kind,
        label: t(`session.kind.${kind}`),
        icon: <KindIcon kind={kind} />,
        onSelect: () => onAdd(kind),
      }))}
    />
  );
}
