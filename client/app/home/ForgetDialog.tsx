// Asked before a board leaves this device together with what has not reached the server.

import { t } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './HomePage.module.css';

interface ForgetDialogProps {
  /** How many changes would be lost. */
  readonly unsaved: number;
  readonly onForget: () => void;
  readonly onClose: () => void;
}

export function ForgetDialog({ unsaved, onForget, onClose }: ForgetDialogProps) {
  return (
    <Dialog
      open
      size="small"
      title={t('offline.forgetTitle')}
      description={t('offline.forgetText')}
      onClose={onClose}
      footer={
        <>
          <Button autoFocus onClick={onClose}>
            {t('offline.forgetKeep')}
          </Button>
          <Button variant="danger" onClick={onForget}>
            {t('offline.forgetYes')}
          </Button>
        </>
      }
    >
      <p className={styles.careful}>{t('offline.forgetUnsaved', { count: unsaved })}</p>
    </Dialog>
  );
}
