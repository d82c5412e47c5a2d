// A surface at the right side of the page, or a sheet that rises from below on a phone. Escape and the cross close it; it
// leaves the rest of the page in use, so it is no dialog.

import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { t } from '../text/catalogue.ts';
import { Card } from './Card.tsx';
import { useCovers } from './covers.ts';
import { hasOwnKeys } from './hasOwnKeys.ts';
import { IconButton } from './IconButton.tsx';
import styles from './Panel.module.css';

export interface PanelProps {
  readonly title: string;
  /** Beside the title: a choice, a button. */
  readonly tools?: ReactNode;
  /** Stays in sight below what scrolls. */
  readonly footer?: ReactNode;
  /**
   * Whoever goes by keys is in it as soon as it opens, unless they are writing somewhere or in a menu: in its `data-first`,
   * or in the panel itself, also where a field would bring up a keyboard.
   */
  readonly takesFocus?: boolean;
  readonly children: ReactNode;
  readonly onClose: () => void;
}

export function Panel({ title, tools, footer, takesFocus = false, children, onClose }: PanelProps) {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  useReturnOfFocus(panel, takesFocus);
  useCovers(panel, 'side');
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.stopPropagation();
    onClose();
  };
  return (
    <Card
      ref={panel}
      className={styles.panel}
      data-side="end"
      role="complementary"
      aria-labelledby={id}
      tabIndex={-1}
      onKeyDown={closeOnEscape}
    >
      <header className={styles.header}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {tools}
        <IconButton label={t('ui.close')} icon={<X />} tooltip={false} onClick={onClose} />
      </header>
      <div className={styles.body}>{children}</div>
      {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
    </Card>
  );
}

/** When the panel goes while the focus is in it, whoever had it before gets it back. */
function useReturnOfFocus(panel: { readonly current: HTMLElement | null }, takesFocus: boolean): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only opening takes the focus.
  useEffect(() => {
    const element = panel.current;
    const before = document.activeElement;
    const first = matchMedia('(pointer: fine)').matches
      ? element?.querySelector<HTMLElement>('[data-first]')
      : null;
    // One that comes by itself must not close a menu that somebody has just opened.
    if (takesFocus && !hasOwnKeys(before)) (first ?? element)?.focus({ preventScroll: true });
    return () => {
      const now = document.activeElement;
      const isOurs = now === null || now === document.body || element?.contains(now) === true;
      if (isOurs && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [panel]);
}
