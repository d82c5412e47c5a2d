// What is promised about what I write, how much there is, and whether it is safe.

import { Lock } from 'lucide-react';
import type { OpenBoard } from '../../app/openBoard.ts';
import { type MessageId, t } from '../../text/catalogue.ts';
import { useSignal } from '../../ui/useSignal.ts';
import styles from './Pad.module.css';
import { countIdeas, type PadView } from './padView.ts';

interface PadFooterProps {
  readonly board: Pick<OpenBoard, 'padSaved' | 'padKept' | 'online' | 'keeping'>;
  readonly pad: PadView;
}

export function PadFooter({ board, pad }: PadFooterProps) {
  const { round, ideas, everybody, nameless } = pad;
  const count = countIdeas(ideas);
  const asked = round?.ideas;
  return (
    <footer className={styles.footer}>
      <p className={styles.figures}>
        <span className={styles.count}>
          {asked === undefined ? t('pad.count', { count }) : t('pad.countAsked', { count, asked })}
        </span>
        {everybody !== null && <span>{t('pad.everybody', { count: everybody })}</span>}
        <SavedWords board={board} hasWritten={count > 0} />
      </p>
      <p className={styles.secret}>{t(round === null ? 'pad.secret' : 'pad.sheetSecret')}</p>
      <details className={styles.secrecy}>
        <summary>
          <Lock aria-hidden="true" />
          {t(nameless ? 'pad.nameless' : 'pad.named')}
          <span className={styles.secretMore}>{t('pad.secretMore')}</span>
        </summary>
        <p>{t(nameless ? 'pad.secretNameless' : 'pad.secretNamed')}</p>
        <p>{t('pad.secretCount')}</p>
      </details>
    </footer>
  );
}

function SavedWords({
  board,
  hasWritten,
}: {
  readonly board: PadFooterProps['board'];
  readonly hasWritten: boolean;
}) {
  const isSaved = useSignal(board.padSaved);
  const isKept = useSignal(board.padKept);
  const isOnline = useSignal(board.online);
  const keeping = useSignal(board.keeping);
  const words = (): MessageId | null => {
    if (!isOnline) return keeping === 'device' && isKept ? 'pad.offlineKept' : 'pad.offlineOpen';
    if (!isSaved) return 'pad.saving';
    return hasWritten ? 'pad.saved' : null;
  };
  const said = words();
  return said === null ? null : <span className={styles.saved}>{t(said)}</span>;
}
