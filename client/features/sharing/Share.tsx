// The share button, and the dialog it opens.

import { UserPlus } from 'lucide-react';
import { Suspense, useState } from 'react';
import { t } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { later } from '../../ui/later.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import styles from './Share.module.css';

const Invitation = later(() => import('./Invitation.tsx'));

export function Share({ board }: FeatureView) {
  const [open, setOpen] = useState(false);
  const info = useSignal(board.info);
  return (
    <>
      <Button variant="solid" icon={<UserPlus />} className={styles.open} onClick={() => setOpen(true)}>
        <span className={styles.openWord}>{t('share.open')}</span>
      </Button>
      <Dialog
        open={open}
        title={t('share.title')}
        description={t('share.text')}
        onClose={() => setOpen(false)}
      >
        <Suspense fallback={<div className={styles.waiting} />}>
          <Invitation board={board} info={info} />
        </Suspense>
      </Dialog>
    </>
  );
}
