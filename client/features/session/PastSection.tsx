// The phases that are over, with how long they took.

import { useId } from 'react';
import { t } from '../../text/sessionViewWords.ts';
import { KindIcon } from './KindIcon.tsx';
import styles from './Session.module.css';
import { type Board, useSessionState } from './useSession.ts';
import { titleOf, tookText } from './words.ts';

export function PastSection({ board }: { readonly board: Board }) {
  const heading = useId();
  const { past } = useSessionState(board);
  if (past.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby={heading}>
      <h3 id={heading} className={styles.heading}>
        {t('session.past')}
      </h3>
      <ol className={styles.past}>
        {past.map((each) => (
          <li key={each.startedAt}>
            <KindIcon kind={each.kind} />
            <span className={styles.grow}>{titleOf(each)}</span>
            <span className={styles.small}>{tookText(each.endedAt - each.startedAt)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
