// A small surface beside the button that opened it; a press outside or Escape closes it.

import { Popover as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { FocusBack, keepTakenFocus } from './FocusBack.tsx';
import styles from './Popover.module.css';

export interface PopoverProps {
  /** The button that opens it; must pass a ref and props on. With `open` it only says where it opens. */
  readonly trigger: ReactElement;
  /** Where several buttons open it: they say when, and are told what a press outside or Escape wants. */
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  /** With `open`: the button opens it as well, and another press on it closes it. */
  readonly opensItself?: boolean;
  readonly label: string;
  readonly side?: 'top' | 'bottom';
  readonly align?: 'start' | 'center' | 'end';
  readonly children: ReactNode;
}

export function Popover(props: PopoverProps) {
  const {
    trigger,
    label,
    open,
    onOpenChange,
    opensItself = false,
    side = 'bottom',
    align = 'center',
    children,
  } = props;
  return (
    <Radix.Root
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      {open === undefined || opensItself ? (
        <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      ) : (
        <Radix.Anchor asChild>{trigger}</Radix.Anchor>
      )}
      <Radix.Portal>
        <Radix.Content
          className={styles.popover}
          aria-label={label}
          side={side}
          align={align}
          sideOffset={8}
          collisionPadding={8}
          onCloseAutoFocus={keepTakenFocus}
        >
          <FocusBack />
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
