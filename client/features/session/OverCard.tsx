// The session is over, and the board is for reading; whoever steers can open it again.

import { Flag } from 'lucide-react';
import { t } from '../../text/sessionViewWords.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import styles from './PhaseBar.module.css';
import { reopenSession } from './steer.ts';
import { type Board, useStanding } from './useSession.ts';

export default function OverCard({ board }: { readonly board: Board }) {
  const { maySteer } = useStanding(board);
  return (
    <Card className={styles.over} role="region" aria-label={t('session.bar')}>
      <Flag aria-hidden="true" />
      <p className={styles.overText}>
        <strong>{t('session.over')}</strong> {t('session.overText')}
      </p>
      {maySteer && (
        <Button variant="quiet" onClick={() => reopenSession(board)}>
          {t('session.reopen')}
        </Button>
      )}
    </Card>
  );
}
