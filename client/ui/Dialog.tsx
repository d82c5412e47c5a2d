// A window over everything else, for what cannot wait or needs room. Escape, the cross and a press outside close it.

import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { t } from '../text/catalogue.ts';
import { cx } from './cx.ts';
import styles from './Dialog.module.css';
import { FocusBack } from './FocusBack.tsx';
import { IconButton } from './IconButton.tsx';

export interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly description?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large';
  /** Buttons at the end, the main one last. */
  readonly footer?: ReactNode;
  readonly children?: ReactNode;
  /** There is nothing to press in it: it takes the focus itself, so that keys can scroll it. */
  readonly onlyText?: boolean;
  readonly onClose: () => void;
}

export function Dialog({
  open,
  title,
  description,
  size = 'medium',
  footer,
  children,
  onlyText = false,
  onClose,
}: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        {/* Not Radix's own overlay: that one injects a style sheet, which the content policy forbids. */}
        <div className={styles.backdrop} />
        <Radix.Content
          className={cx(styles.dialog, styles[size])}
          onOpenAutoFocus={focusItself}
          onCloseAutoFocus={(event) => event.preventDefault()}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <FocusBack />
          <header className={styles.header}>
            <Radix.Title className={styles.title}>{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton label={t('ui.close')} icon={<X />} tooltip={false} />
            </Radix.Close>
          </header>
          {description !== undefined && (
            <Radix.Description className={styles.description}>{description}</Radix.Description>
          )}
          {onlyText ? (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys.
            <section className={styles.body} tabIndex={0} aria-label={title}>
              {children}
            </section>
          ) : (
            <div className={styles.body}>{children}</div>
          )}
          {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** The dialog itself takes the focus, so that it is read from its title on; a field that asks for the focus keeps it. */
function focusItself(event: Event): void {
  const dialog = event.currentTarget;
  if (!(dialog instanceof HTMLElement)) return;
  event.preventDefault();
  if (!dialog.contains(document.activeElement)) dialog.focus();
}
