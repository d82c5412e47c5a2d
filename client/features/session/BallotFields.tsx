// The ballot that a voting step proposes.

import { agendaLimits, type BallotPlan, ballotMethods } from '../../../shared/features/session/agenda.ts';
import { t } from '../../text/sessionViewWords.ts';
import styles from './fields.module.css';
import { Choice, NumberField, Switch } from './fields.tsx';

export interface BallotFieldsProps {
  readonly ballot: BallotPlan;
  readonly onChange: (ballot: BallotPlan) => void;
}

export function BallotFields({ ballot, onChange }: BallotFieldsProps) {
  const { method, options, votes, maxPerOption, practice } = ballot;
  const hasBudget = method === 'dots' || method === 'quadratic';
  return (
    <>
      <div className={styles.pair}>
        <Choice
          label={t('session.field.method')}
          value={method}
          options={ballotMethods.map((each) => ({ value: each, label: t(`session.field.method.${each}`) }))}
          onChoose={(next) => onChange({ ...ballot, method: next })}
        />
        <Choice
          label={t('session.field.options')}
          value={options}
          options={(['notes', 'clusters'] as const).map((each) => ({
            value: each,
            label: t(`session.field.options.${each}`),
          }))}
          onChoose={(next) => onChange({ ...ballot, options: next })}
        />
      </div>
      {hasBudget && (
        <div className={styles.pair}>
          <NumberField
            label={t('session.field.votes')}
            value={votes}
            min={1}
            max={agendaLimits.votesMax}
            onChange={(next) =>
              onChange({ ...ballot, votes: next, maxPerOption: Math.min(maxPerOption, next) })
            }
          />
          {method === 'dots' && (
            <NumberField
              label={t('session.field.most')}
              value={maxPerOption}
              min={1}
              max={votes}
              onChange={(next) => onChange({ ...ballot, maxPerOption: next })}
            />
          )}
        </div>
      )}
      <Switch
        label={t('session.field.practice')}
        checked={practice}
        onChange={(next) => onChange({ ...ballot, practice: next })}
      />
    </>
  );
}
