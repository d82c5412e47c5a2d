// The session is over, and the board is for reading; everybody is led to the summary, whoever steers can open it again.

import { FileText, Flag } from 'lucide-react';
import { t } from '../../text/sessionViewWords.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import styles from './PhaseBar.module.css';
import { reopenSession } from './steer.ts';
import { type Board, useStanding } from './useSession.ts';

export default function OverCard({ board }: { readonly board: Board }) {
  const { maySteer } = useStanding(board);
  const showSummary = () => board.editor.run('summary.open');
  return (
    <Card className={styles.over} role="region" aria-label={t('session.bar')}>
      <Flag aria-hidden="true" />
      <p className={styles.overText}>
        <strong>{t('session.over')}</strong> {t('session.overText')}
      </p>
      <Button variant="solid" icon={<FileText />} onClick={showSummary}>
        {t('session.summary')}
      </Button>
      {maySteer && (
        <Button variant="quiet" onClick={() => reopenSession(board)}>
          {t('session.reopen')}
        </Button>
      )}
    </Card>
  );
}
