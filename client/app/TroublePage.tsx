// What happened, what is safe, what to do: the screen for everything that keeps a person from a board.

import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { t } from '../text/catalogue.ts';
import button from '../ui/Button.module.css';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { BringBack } from './BringBack.tsx';
import { CodeForm } from './CodeForm.tsx';
import { Mark } from './Mark.tsx';
import styles from './pages.module.css';
import { StillHere } from './StillHere.tsx';
import { useAutomaticRetry } from './useAutomaticRetry.ts';
import type { Trouble } from './visit.ts';

export interface TroublePageProps {
  readonly trouble: Trouble | 'notFound' | 'crash';
  readonly onRetry?: () => void;
  /** The board that was asked for, where it is known. */
  readonly boardId?: string;
}

const reloads: readonly TroublePageProps['trouble'][] = ['outdated', 'crash'];
/** Asking again for these gives the same answer. */
const final: readonly TroublePageProps['trouble'][] = [
  'wrongKey',
  'needsLink',
  'noLongerAllowed',
  'notLetIn',
  'notFound',
  'inTrash',
];
const mayHaveCode: readonly TroublePageProps['trouble'][] = ['wrongKey', 'needsLink', 'notFound'];

export function TroublePage({ trouble, onRetry, boardId }: TroublePageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const again = final.includes(trouble) ? undefined : onRetry;
  const isRetrying = useAutomaticRetry(trouble, onRetry);
  const retry = reloads.includes(trouble) ? () => location.reload() : again;
  return (
    <main className={styles.narrow}>
      <Mark />
      <h1 ref={heading} tabIndex={-1} className={styles.heading}>
        {t(`trouble.${trouble}.title`)}
      </h1>
      <p className={styles.lead}>
        {t(`trouble.${trouble}.text`)} {isRetrying && t('trouble.retrying')}
      </p>
      {boardId !== undefined && <StillHere boardId={boardId} />}
      {mayHaveCode.includes(trouble) && <CodeForm />}
      <div className={styles.row}>
        {trouble === 'inTrash' && boardId !== undefined && onRetry !== undefined && (
          <BringBack boardId={boardId} onBack={onRetry} />
        )}
        {retry !== undefined && (
          <Button variant="solid" size="large" onClick={retry}>
            {t(reloads.includes(trouble) ? 'trouble.reload' : 'trouble.again')}
          </Button>
        )}
        {/* After a crash the router may be gone too; a plain address always works. */}
        {trouble === 'crash' ? (
          <a className={cx(button.button, button.soft, button.large)} href="./">
            {t('trouble.home')}
          </a>
        ) : (
          <Link className={cx(button.button, button.soft, button.large)} href="/">
            {t('trouble.home')}
          </Link>
        )}
      </div>
    </main>
  );
}
