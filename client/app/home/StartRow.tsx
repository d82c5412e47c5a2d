// Beginning and joining, for somebody who already has boards: present, but not in the way.

import { t } from '../../text/catalogue.ts';
import { CodeForm } from '../CodeForm.tsx';
import styles from './HomePage.module.css';
import { Starters } from './Starters.tsx';

export function StartRow() {
  return (
    <div className={styles.row}>
      <Starters />
      <div className={styles.code}>
        <CodeForm label={t('boards.joinCode')} />
      </div>
    </div>
  );
}
