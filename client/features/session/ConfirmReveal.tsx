// Asks once more where so few have written that names can be guessed. Says what is true of two, of one and of nobody alike:
// the server tells no difference before, and neither does this.

import { t } from '../../text/sessionViewWords.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { reveal } from './steer.ts';
import type { Board } from './useSession.ts';

export interface ConfirmRevealProps {
  readonly board: Board;
  readonly onClose: () => void;
}

export default function ConfirmReveal({ board, onClose }: ConfirmRevealProps) {
  return (
    <Dialog
      open
      size="small"
      title={t('session.fewTitle')}
      description={t('session.fewText')}
      footer={
        <>
          <Button autoFocus onClick={onClose}>
            {t('session.fewNo')}
          </Button>
          <Button
            variant="solid"
            onClick={() => {
              onClose();
              void reveal(board, true);
            }}
          >
            {t('session.fewYes')}
          </Button>
        </>
      }
      onClose={onClose}
    >
      <p>{t('session.fewWait')}</p>
    </Dialog>
  );
}
