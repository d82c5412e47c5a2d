// A list of things to do, opened from a button. Arrow keys, typing ahead and Escape come with it.

import { DropdownMenu } from 'radix-ui';
import { type ReactElement, type ReactNode, useState } from 'react';
import { cx } from './cx.ts';
import { FocusBack, keepTakenFocus } from './FocusBack.tsx';
import { Keys } from './Keys.tsx';
import styles from './Menu.module.css';
import { useMenuKeys } from './menuKeys.ts';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly keys?: string | undefined;
  readonly disabled?: boolean;
  readonly danger?: boolean;
  /** Draws a line above it. */
  readonly startsGroup?: boolean;
  /** Present on an entry that is on or off. */
  readonly checked?: boolean;
  readonly onSelect: () => void;
}

export interface MenuProps {
  /** The button that opens it; must pass a ref and props on. */
  readonly trigger: ReactElement;
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly side?: 'top' | 'bottom';
  readonly align?: 'start' | 'center' | 'end';
  /** Where something else than the button opens it too; then `onOpenChange` is told what it wants. */
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  /** Takes the focus when it closes; the button does otherwise. */
  readonly onClosed?: () => void;
}

export function Menu(props: MenuProps) {
  const { trigger, label, entries, side = 'bottom', align = 'start', open, onOpenChange, onClosed } = props;
  // Inside the page's landmark, so that whoever moves by landmarks finds it.
  const [container, setContainer] = useState<HTMLElement | null>(null);
  const { onKeyDownCapture } = useMenuKeys();
  return (
    // Not modal: Radix's modal menu injects a style sheet, which the content policy forbids.
    <DropdownMenu.Root
      modal={false}
      {...(open === undefined ? {} : { open })}
      onOpenChange={(next) => {
        setContainer(document.querySelector('main'));
        onOpenChange?.(next);
      }}
    >
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal container={container}>
        <DropdownMenu.Content
          className={styles.menu}
          aria-label={label}
          side={side}
          align={align}
          sideOffset={8}
          collisionPadding={8}
          onKeyDownCapture={onKeyDownCapture}
          onCloseAutoFocus={(event) => (onClosed ? event.preventDefault() : keepTakenFocus(event))}
        >
          <FocusBack to={onClosed} />
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

export function Entry({ entry }: { readonly entry: MenuEntry }) {
  const className = cx(styles.entry, entry.danger === true && styles.danger);
  const inside = (
    <>
      <span className={styles.icon} aria-hidden="true">
        {entry.icon}
      </span>
      <span className={styles.label}>{entry.label}</span>
      {entry.keys !== undefined && <Keys keys={entry.keys} />}
    </>
  );
  const shared = { className, disabled: entry.disabled === true, onSelect: entry.onSelect };
  return (
    <>
      {entry.startsGroup === true && <DropdownMenu.Separator className={styles.separator} />}
      {entry.checked === undefined ? (
        <DropdownMenu.Item {...shared}>{inside}</DropdownMenu.Item>
      ) : (
        <DropdownMenu.CheckboxItem {...shared} checked={entry.checked}>
          {inside}
          <DropdownMenu.ItemIndicator aria-hidden="true">✓</DropdownMenu.ItemIndicator>
        </DropdownMenu.CheckboxItem>
      )}
    </>
  );
}
