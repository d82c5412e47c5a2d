// The board while it is on its way: the corners where they will be, so that nothing jumps.

import { t } from '../text/catalogue.ts';
import styles from './BoardPage.module.css';

export function BoardSkeleton() {
  return (
    <main className={styles.page}>
      <div className={styles.skeletonStart} aria-hidden="true" />
      <div className={styles.skeletonEnd} aria-hidden="true" />
      <div className={styles.skeletonTools} aria-hidden="true" />
      <p className={styles.arriving} role="status">
        {t('board.loading')}
      </p>
    </main>
  );
}
