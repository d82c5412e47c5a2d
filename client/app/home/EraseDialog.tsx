// The one question this product asks before it does something: there is no undo for it.

import { useState } from 'react';
import { t } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import type { WallBoard } from './BoardTile.tsx';

interface EraseDialogProps {
  /** undefined asks nothing. */
  readonly board: WallBoard | undefined;
  readonly onErase: (board: WallBoard) => Promise<void>;
  readonly onClose: () => void;
}

export function EraseDialog({ board, onErase, onClose }: EraseDialogProps) {
  const [busy, setBusy] = useState(false);
  if (board === undefined) return null;
  const erase = async () => {
    setBusy(true);
    await onErase(board);
    setBusy(false);
  };
  return (
    <Dialog
      open
      size="small"
      title={t('trash.eraseTitle', { title: board.title })}
      description={t('trash.eraseText')}
      onClose={onClose}
      footer={
        <>
          <Button autoFocus onClick={onClose}>
            {t('trash.eraseNo')}
          </Button>
          <Button variant="danger" busy={busy} onClick={() => void erase()}>
            {t('trash.erase')}
          </Button>
        </>
      }
    />
  );
}
