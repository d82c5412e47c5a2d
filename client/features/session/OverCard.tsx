// The session is over, and the board is for reading; everybody can take the summary along, whoever steers can open it again.

import { Download, Flag } from 'lucide-react';
import { t } from '../../text/sessionViewWords.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import styles from './PhaseBar.module.css';
import { reopenSession } from './steer.ts';
import { type Board, useStanding } from './useSession.ts';

export default function OverCard({ board }: { readonly board: Board }) {
  const { maySteer } = useStanding(board);
  const carryAway = () => board.editor.actions.get('export.summary')?.run(board.editor);
  return (
    <Card className={styles.over} role="region" aria-label={t('session.bar')}>
      <Flag aria-hidden="true" />
      <p className={styles.overText}>
        <strong>{t('session.over')}</strong> {t('session.overText')}
      </p>
      <Button variant="soft" icon={<Download />} onClick={carryAway}>
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
