// The fields of the dialog for a new ballot: one of a few, a number, yes or no. They know no ballot.

import { Minus, Plus } from 'lucide-react';
import { useId } from 'react';
import { t } from '../../text/catalogue.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './BallotForm.module.css';

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly onChange: (value: Value) => void;
}

export function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend>{label}</legend>
      <div className={styles.choices}>
        {options.map((each) => (
          <label key={each.value} className={styles.option}>
            <input
              type="radio"
              name={name}
              className="visually-hidden"
              checked={each.value === value}
              onChange={() => onChange(each.value)}
            />
            {each.text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

export function NumberField({ label, value, min, max, onChange }: NumberFieldProps) {
  const id = useId();
  const set = (next: number) => {
    if (Number.isInteger(next)) onChange(Math.min(max, Math.max(min, next)));
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.number}>
        <IconButton
          label={t('voting.less', { what: label })}
          icon={<Minus />}
          tooltip={false}
          disabled={value <= min}
          onClick={() => set(value - 1)}
        />
        <input
          id={id}
          type="number"
          inputMode="numeric"
          min={min}
          max={max}
          value={value}
          onChange={({ target }) => set(target.valueAsNumber)}
        />
        <IconButton
          label={t('voting.more', { what: label })}
          icon={<Plus />}
          tooltip={false}
          disabled={value >= max}
          onClick={() => set(value + 1)}
        />
      </div>
    </div>
  );
}

interface TickProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function Tick({ label, checked, onChange }: TickProps) {
  return (
    <label className={styles.tick}>
      <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
      {label}
    </label>
  );
}
