// One line (or several) of text with its label, a hint, and what is wrong with it.

import { type ComponentProps, useId } from 'react';
import { cx } from './cx.ts';
import styles from './TextField.module.css';

interface Shared {
  readonly label: string;
  /** The label is spoken but not shown: the placeholder or the place says enough to the eye. */
  readonly labelHidden?: boolean;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

export interface TextFieldProps extends Shared, ComponentProps<'input'> {}

export interface TextAreaProps extends Shared, ComponentProps<'textarea'> {}

export function TextField({ label, labelHidden, hint, error, className, ...rest }: TextFieldProps) {
  const ids = useFieldIds(hint, error);
  return (
    <Frame label={label} labelHidden={labelHidden} hint={hint} error={error} ids={ids} className={className}>
      <input dir="auto" {...rest} id={ids.field} className={styles.input} {...described(ids, error)} />
    </Frame>
  );
}

export function TextArea({ label, labelHidden, hint, error, className, ...rest }: TextAreaProps) {
  const ids = useFieldIds(hint, error);
  return (
    <Frame label={label} labelHidden={labelHidden} hint={hint} error={error} ids={ids} className={className}>
      <textarea
        dir="auto"
        {...rest}
        id={ids.field}
        className={cx(styles.input, styles.area)}
        {...described(ids, error)}
      />
    </Frame>
  );
}

interface Ids {
  readonly field: string;
  readonly note: string | undefined;
}

function useFieldIds(hint: string | undefined, error: string | undefined): Ids {
  const id = useId();
  return { field: `${id}-field`, note: hint === undefined && error === undefined ? undefined : `${id}-note` };
}

function described(ids: Ids, error: string | undefined) {
  return { 'aria-describedby': ids.note, 'aria-invalid': error === undefined ? undefined : true };
}

interface FrameProps extends ComponentProps<'div'> {
  readonly label: string;
  readonly labelHidden: boolean | undefined;
  readonly hint: string | undefined;
  readonly error: string | undefined;
  readonly ids: Ids;
}

function Frame({ label, labelHidden, hint, error, ids, className, children }: FrameProps) {
  return (
    <div className={cx(styles.field, className)}>
      <label htmlFor={ids.field} className={cx(styles.label, labelHidden === true && 'visually-hidden')}>
        {label}
      </label>
      {children}
      {ids.note !== undefined && (
        <p id={ids.note} className={cx(styles.note, error !== undefined && styles.error)}>
          {error ?? hint}
        </p>
      )}
    </div>
  );
}
