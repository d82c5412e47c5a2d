// A button with a picture on it: its name is spoken and shown as a tooltip, with the key that does the same.

import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './IconButton.module.css';
import { Tooltip, type TooltipProps } from './Tooltip.tsx';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  readonly label: string;
  readonly icon: ReactNode;
  /** As in `mod+z`; shown in the tooltip. */
  readonly keys?: string | undefined;
  /** A single key shown on the button itself. */
  readonly badge?: string | undefined;
  /** Makes it a toggle: on or off. */
  readonly pressed?: boolean;
  readonly side?: TooltipProps['side'];
  readonly tone?: 'normal' | 'danger';
  /** False where the picture speaks for itself, as a cross does. */
  readonly tooltip?: boolean;
}

export function IconButton(props: IconButtonProps) {
  const { label, icon, keys, badge, pressed, side = 'bottom', tone = 'normal', tooltip = true } = props;
  const { className, ...rest } = plainProps(props);
  const button = (
    <button
      type="button"
      {...rest}
      className={cx(
        styles.button,
        pressed === true && styles.pressed,
        tone === 'danger' && styles.danger,
        className,
      )}
      aria-label={label}
      aria-pressed={pressed}
    >
      {icon}
      {badge !== undefined && (
        <span className={styles.badge} aria-hidden="true">
          {badge}
        </span>
      )}
    </button>
  );
  if (!tooltip) return button;
  return (
    <Tooltip text={label} keys={keys} side={side}>
      {button}
    </Tooltip>
  );
}

/** What is left for the button element itself; whatever opens from it hands its own props and ref through here. */
function plainProps(props: IconButtonProps): ComponentProps<'button'> {
  const { label, icon, keys, badge, pressed, side, tone, tooltip, ...rest } = props;
  return rest;
}
