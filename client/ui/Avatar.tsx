// A person as a disc: initials on their colour. Never colour alone.

import type { CSSProperties } from 'react';
import { initialsOf } from '../../shared/lib/initials.ts';
import styles from './Avatar.module.css';
import { cx } from './cx.ts';

export interface AvatarProps {
  readonly name: string;
  /** Index into the presence palette, 0 to 11. */
  readonly colour: number;
  readonly size?: 'small' | 'medium';
  /** Instead of the initials of `name`. */
  readonly initials?: string;
}

export function Avatar({ name, colour, size = 'medium', initials = initialsOf(name) }: AvatarProps) {
  const style = {
    '--avatar': `var(--person-${colour})`,
    '--avatar-text': `var(--person-${colour}-text)`,
  } as CSSProperties;
  return (
    <span className={cx(styles.avatar, styles[size])} style={style} aria-hidden="true">
      {initials}
    </span>
  );
}
