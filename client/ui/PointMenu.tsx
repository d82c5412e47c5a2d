// A menu where the pointer, or the key, asked for it: one for a whole page of things, made only while it is open.

import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { FocusBack } from './FocusBack.tsx';
import styles from './Menu.module.css';
import { Entry, type MenuEntry } from './Menu.tsx';
import { useMenuKeys } from './menuKeys.ts';

export interface PointMenuProps {
  /** In pixels of the window. */
  readonly at: { readonly x: number; readonly y: number };
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  /** Called when it closes; the focus goes back to `opener` unless something else has taken it. */
  readonly onClose: () => void;
  readonly opener: HTMLElement | null;
}

export function PointMenu({ at, label, entries, onClose, opener }: PointMenuProps) {
  const [open, setOpen] = useState(true);
  const { onKeyDownCapture } = useMenuKeys();
  return (
    <DropdownMenu.Root modal={false} open={open} onOpenChange={setOpen}>
      <DropdownMenu.Trigger asChild>
        <span aria-hidden="true" className={styles.point} style={{ left: at.x, top: at.y }} tabIndex={-1} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={document.querySelector('main')}>
        <DropdownMenu.Content
          className={styles.menu}
          aria-label={label}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onKeyDownCapture={onKeyDownCapture}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            onClose();
          }}
        >
          <FocusBack to={() => opener?.focus()} />
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
