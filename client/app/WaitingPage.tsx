// At the door of a board: who I am said to be, and that nothing needs to be done but wait.

import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { t } from '../text/catalogue.ts';
import button from '../ui/Button.module.css';
import { cx } from '../ui/cx.ts';
import { Mark } from './Mark.tsx';
import styles from './pages.module.css';

export interface WaitingPageProps {
  readonly name: string;
  /** The server does not answer at the moment. */
  readonly away: boolean;
}

export function WaitingPage({ name, away }: WaitingPageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <main className={styles.narrow}>
      <Mark />
      <h1 ref={heading} tabIndex={-1} className={styles.heading}>
        {t('lobby.title')}
      </h1>
      <p className={styles.lead}>{t('lobby.text', { name })}</p>
      <p className={styles.lead} role="status">
        {away && t('lobby.away')}
      </p>
      <div className={styles.row}>
        <Link className={cx(button.button, button.soft, button.large)} href="/">
          {t('lobby.leave')}
        </Link>
      </div>
    </main>
  );
}
