// A button with words on it. Says nothing about what it does; `type` is `button` unless asked otherwise.

import type { ComponentProps, ReactNode } from 'react';
import styles from './Button.module.css';
import { cx } from './cx.ts';

export interface ButtonProps extends ComponentProps<'button'> {
  /** `solid` is the one thing to do here; `danger` cannot be taken back. */
  readonly variant?: 'solid' | 'soft' | 'quiet' | 'danger';
  readonly size?: 'medium' | 'large';
  readonly icon?: ReactNode;
  /** Shows that it is at work and takes no second press. */
  readonly busy?: boolean;
}

export function Button(props: ButtonProps) {
  const {
    variant = 'soft',
    size = 'medium',
    icon,
    busy = false,
    className,
    children,
    disabled,
    ...rest
  } = props;
  return (
    <button
      type="button"
      {...rest}
      className={cx(styles.button, styles[variant], styles[size], className)}
      disabled={disabled === true || busy}
      aria-busy={busy || undefined}
    >
      {busy ? <span className={styles.spinner} aria-hidden="true" /> : icon}
      {children}
    </button>
  );
}
