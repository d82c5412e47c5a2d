// The sign over the pages that are about many boards, and the ways between them.

import { ArrowLeft, LayoutGrid, Trash2 } from 'lucide-react';
import { Link } from 'wouter';
import { t } from '../../text/catalogue.ts';
import button from '../../ui/Button.module.css';
import { cx } from '../../ui/cx.ts';
import { LanguageChoice } from '../LanguageChoice.tsx';
import { Mark } from '../Mark.tsx';
import { useSurroundings } from '../surroundings.ts';
import styles from './HomePage.module.css';
import { useRemembered } from './useKnownBoards.ts';

/** `title` names a page that is not the start page; its way back comes with it. */
export function HomeHeader({ title }: { readonly title?: string }) {
  const { store } = useSurroundings();
  const trashed = useRemembered(() => store.trashed().length);
  const way = cx(button.button, button.quiet);
  return (
    <header className={styles.header}>
      {title === undefined ? (
        <h1 className={styles.brand}>
          <Mark />
        </h1>
      ) : (
        <Link href="/" className={styles.home}>
          <Mark />
        </Link>
      )}
      {title === undefined && <p className={styles.tagline}>{t('home.tagline')}</p>}
      <nav className={styles.ways}>
        {title !== undefined && (
          <Link href="/" className={way}>
            <ArrowLeft className={styles.arrow} aria-hidden="true" />
            {t('trash.back')}
          </Link>
        )}
        {title === undefined && trashed > 0 && (
          <Link href="/trash" className={way}>
            <Trash2 aria-hidden="true" />
            {t('trash.open', { count: trashed })}
          </Link>
        )}
        {title === undefined && (
          <Link href="/workspace" className={way}>
            <LayoutGrid aria-hidden="true" />
            {t('workspace.open')}
          </Link>
        )}
      </nav>
      {title === undefined && <LanguageChoice />}
      {title !== undefined && <h1 className={styles.pageTitle}>{title}</h1>}
    </header>
  );
}
