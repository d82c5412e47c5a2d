// The sign of the house: a flower of notes, and the name beside it.

import { t } from '../text/catalogue.ts';
import styles from './Mark.module.css';

export function Mark() {
  return (
    <span className={styles.mark}>
      <svg viewBox="0 0 32 32" aria-hidden="true" className={styles.flower}>
        <rect
          className={styles.pink}
          x="3"
          y="4"
          width="12"
          height="12"
          rx="1.5"
          transform="rotate(-6 9 10)"
        />
        <rect
          className={styles.blue}
          x="17"
          y="3"
          width="12"
          height="12"
          rx="1.5"
          transform="rotate(5 23 9)"
        />
        <rect
          className={styles.green}
          x="3"
          y="18"
          width="12"
          height="12"
          rx="1.5"
          transform="rotate(4 9 24)"
        />
        <rect
          className={styles.purple}
          x="17"
          y="17"
          width="12"
          height="12"
          rx="1.5"
          transform="rotate(-4 23 23)"
        />
        <circle className={styles.heart} cx="16" cy="16.4" r="4.6" />
      </svg>
      <span className={styles.name}>{t('app.name')}</span>
    </span>
  );
}
