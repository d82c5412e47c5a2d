// The fields of one step. Everything is kept as it is typed; there is nothing to save.

import { Copy, Trash2 } from 'lucide-react';
import { limits } from '../../../shared/board/limits.ts';
import {
  agendaLimits,
  editorsWriteIn,
  phaseKinds,
  type Step,
} from '../../../shared/features/session/agenda.ts';
import { t } from '../../text/sessionViewWords.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import type { AgendaDesk } from './agendaDesk.ts';
import { parseMinutes, usualRounds, withChange, withKind } from './agendaEdit.ts';
import { BallotFields } from './BallotFields.tsx';
import fieldStyles from './fields.module.css';
import { Choice, NumberField, Switch } from './fields.tsx';
import styles from './Session.module.css';
import { useCommitted } from './useCommitted.ts';
import { type Board, useSessionState } from './useSession.ts';

export interface StepEditorProps {
  readonly board: Board;
  readonly desk: AgendaDesk;
  readonly step: Step;
  readonly onCopy: () => void;
  readonly onRemove: () => void;
}

export function StepEditor({ board, desk, step, onCopy, onRemove }: StepEditorProps) {
  const { settings } = useSessionState(board);
  const change = (how: (step: Step) => Step) => desk.change((steps) => withChange(steps, step.id, how));
  const title = useCommitted(step.title, (next) => change((one) => ({ ...one, title: next.trim() })));
  const prompt = useCommitted(step.prompt, (next) => change((one) => ({ ...one, prompt: next.trim() })));
  return (
    <div className={fieldStyles.fields}>
      <TextField
        label={t('session.field.title')}
        placeholder={t(`session.kind.${step.kind}`)}
        maxLength={limits.titleCharsMax}
        {...title}
      />
      <TextArea
        label={t('session.field.prompt')}
        placeholder={t(`session.prompt.${step.kind}`)}
        maxLength={agendaLimits.promptCharsMax}
        rows={2}
        {...prompt}
      />
      <div className={fieldStyles.pair}>
        <Choice
          label={t('session.field.kind')}
          value={step.kind}
          options={phaseKinds.map((kind) => ({ value: kind, label: t(`session.kind.${kind}`) }))}
          onChoose={(kind) => change((one) => withKind(one, kind))}
        />
        <Minutes step={step} onChange={(minutes) => change((one) => ({ ...one, minutes }))} />
      </div>
      <Writes step={step} onChange={(editorsWrite) => change((one) => ({ ...one, editorsWrite }))} />
      {step.kind === 'silent' && (
        <Switch
          label={t('session.field.anonymous')}
          hint={t(settings.anonymous ? 'session.field.anonymousBoard' : 'session.field.anonymousHint')}
          checked={step.anonymous || settings.anonymous}
          disabled={settings.anonymous}
          onChange={(anonymous) => change((one) => ({ ...one, anonymous }))}
        />
      )}
      {step.kind === 'silent' && (
        <Rounds step={step} onChange={(rounds) => change((one) => ({ ...one, rounds }))} />
      )}
      {step.ballot !== null && (
        <BallotFields ballot={step.ballot} onChange={(ballot) => change((one) => ({ ...one, ballot }))} />
      )}
      <div className={styles.chips}>
        <Button className={styles.chip} icon={<Copy />} onClick={onCopy}>
          {t('session.copyStep')}
        </Button>
        <Button className={styles.chip} icon={<Trash2 />} onClick={onRemove}>
          {t('session.removeStep')}
        </Button>
      </div>
    </div>
  );
}

interface FieldProps<Value> {
  readonly step: Step;
  readonly onChange: (value: Value) => void;
}

function Minutes({ step, onChange }: FieldProps<number | null>) {
  const shown = step.minutes === null ? '' : String(step.minutes);
  const field = useCommitted(shown, (text) => {
    const minutes = parseMinutes(text);
    if (minutes !== undefined) onChange(minutes);
  });
  const isWrong = parseMinutes(field.value) === undefined;
  return (
    <TextField
      label={t(step.rounds === null ? 'session.field.minutes' : 'session.field.roundMinutes')}
      inputMode="decimal"
      hint={t('session.field.minutesHint')}
      error={isWrong ? t('session.field.minutesWrong') : undefined}
      {...field}
    />
  );
}

const writers = { usual: null, editors: true, facilitators: false } as const;

function Writes({ step, onChange }: FieldProps<boolean | null>) {
  const who = editorsWriteIn({ kind: step.kind, editorsWrite: null }) ? 'editors' : 'facilitators';
  const value = step.editorsWrite === null ? 'usual' : step.editorsWrite ? 'editors' : 'facilitators';
  return (
    <Choice
      label={t('session.field.writes')}
      value={value}
      options={[
        { value: 'usual', label: t('session.field.writes.usual', { who }) },
        { value: 'editors', label: t('session.field.writes.editors') },
        { value: 'facilitators', label: t('session.field.writes.facilitators') },
      ]}
      onChoose={(next) => onChange(writers[next])}
    />
  );
}

function Rounds({ step, onChange }: FieldProps<Step['rounds']>) {
  const { rounds } = step;
  return (
    <>
      <Switch
        label={t('session.field.rounds')}
        checked={rounds !== null}
        onChange={(on) => onChange(on ? usualRounds : null)}
      />
      {rounds !== null && (
        <div className={fieldStyles.pair}>
          <NumberField
            label={t('session.field.roundCount')}
            value={rounds.count}
            min={2}
            max={agendaLimits.roundsMax}
            onChange={(count) => onChange({ ...rounds, count })}
          />
          <NumberField
            label={t('session.field.roundIdeas')}
            value={rounds.ideas}
            min={1}
            max={agendaLimits.roundIdeasMax}
            onChange={(ideas) => onChange({ ...rounds, ideas })}
          />
        </div>
      )}
    </>
  );
}
