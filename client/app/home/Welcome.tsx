// The start page of somebody who has no board yet: what this is, one thing to do, and a way in for guests.

import { t } from '../../text/catalogue.ts';
import { CodeForm } from '../CodeForm.tsx';
import styles from './HomePage.module.css';
import { Starters } from './Starters.tsx';
import { WallPicture } from './WallPicture.tsx';

export function Welcome() {
  return (
    <section className={styles.welcome}>
      <div className={styles.words}>
        <h2 className={styles.invitation}>{t('boards.inviteTitle')}</h2>
        <p className={styles.lead}>{t('boards.inviteText')}</p>
        <Starters />
        <div className={styles.join}>
          <CodeForm label={t('boards.joinCode')} />
        </div>
      </div>
      <WallPicture />
    </section>
  );
}
