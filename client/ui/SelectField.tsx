// One of a few, in the list that the browser has for that, with its label. Looks as a field of text does.

import { type ComponentProps, useId } from 'react';
import { cx } from './cx.ts';
import selectStyles from './SelectField.module.css';
import styles from './TextField.module.css';

export interface SelectFieldProps extends Omit<ComponentProps<'select'>, 'id' | 'className'> {
  readonly label: string;
}

export function SelectField({ label, ...rest }: SelectFieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <select {...rest} id={id} className={cx(styles.input, selectStyles.select)} />
    </div>
  );
}
