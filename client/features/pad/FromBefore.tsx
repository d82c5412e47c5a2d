// In rounds only the sheet is written on. What waits beside it, from before or because the sheet had gone on, is there to be
// seen and to be taken away.

import { Trash2 } from 'lucide-react';
import type { OpenBoard } from '../../app/openBoard.ts';
import { t } from '../../text/catalogue.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { toast } from '../../ui/Toast.tsx';
import styles from './Held.module.css';
import { countIdeas, type PadView } from './padView.ts';

interface FromBeforeProps {
  readonly board: Pick<OpenBoard, 'pad'>;
  readonly pad: PadView;
}

export function FromBefore({ board, pad: { held } }: FromBeforeProps) {
  return (
    <details className={styles.before} open={held.some(({ cutFrom }) => cutFrom !== null)}>
      <summary>{t('pad.heldBefore', { count: countIdeas(held) })}</summary>
      <ul>
        {held.map((draft) => (
          <li key={draft.id}>
            <p dir="auto">{draft.text}</p>
            <IconButton
              label={t('pad.delete')}
              icon={<Trash2 />}
              tooltip={false}
              onClick={() => {
                board.pad.remove([draft.id]);
                const run = () => board.pad.putBack([draft]);
                toast({ text: t('pad.deleted'), action: { label: t('pad.undo'), run } });
              }}
            />
            {draft.cutFrom !== null && <p className={styles.tag}>{t('pad.cutSheet')}</p>}
          </li>
        ))}
      </ul>
    </details>
  );
}
