// A time as people choose it: a few words to press, or a date and a time of their own clock, with the name of its zone.

import { t } from '../../text/resultWords.ts';
import styles from './BallotForm.module.css';
import { Choice } from './fields.tsx';
import { clockText, type When, type WhenChoice, whenText, zoneName } from './when.ts';

interface WhenFieldsProps {
  readonly label: string;
  readonly when: When;
  readonly choices: readonly { readonly value: WhenChoice; readonly text: string }[];
  /** What it comes to; null for no time, NaN for fields that say none. */
  readonly at: number | null;
  readonly now: number;
  readonly onChange: (when: When) => void;
}

export function WhenFields({ label, when, choices, at, now, onChange }: WhenFieldsProps) {
  const hasTime = at !== null && !Number.isNaN(at);
  return (
    <div>
      <Choice
        label={label}
        value={when.choice}
        options={choices}
        onChange={(choice) => onChange({ ...when, choice })}
      />
      {when.choice === 'set' && (
        <div className={styles.numbers}>
          <label className={styles.field}>
            <span>{t('ballot.when.date')}</span>
            <input
              type="date"
              className={styles.select}
              value={when.date}
              onChange={({ target }) => onChange({ ...when, date: target.value })}
            />
          </label>
          <label className={styles.field}>
            <span>{t('ballot.when.time')}</span>
            <input
              type="time"
              className={styles.select}
              value={when.time}
              onChange={({ target }) => onChange({ ...when, time: target.value })}
            />
          </label>
        </div>
      )}
      {hasTime && (
        <p className={styles.hint}>
          {when.choice === 'set'
            ? t('ballot.when.zone', { zone: zoneName(at) })
            : t('ballot.when.at', { time: whenText(at, now), zone: zoneName(at) })}
        </p>
      )}
    </div>
  );
}

/** An hour of tomorrow, as this device writes it. */
export function hourText(hour: number, now: number): string {
  const day = new Date(now);
  day.setHours(hour, 0, 0, 0);
  return clockText(day.getTime());
}
