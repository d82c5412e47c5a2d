// Removing everything of a board from this device, with what would be lost said before.

import { useState } from 'react';
import { useLocation } from 'wouter';
import { t } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { toast } from '../../ui/Toast.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import styles from './Offline.module.css';

interface ForgetBoardProps {
  readonly board: FeatureView['board'];
  readonly onClose: () => void;
}

export default function ForgetBoard({ board, onClose }: ForgetBoardProps) {
  const [, navigate] = useLocation();
  const [busy, setBusy] = useState(false);
  const state = useSignal(board.saveState);
  const kept = useSignal(board.kept.list);
  const unsaved =
    ('unsaved' in state ? state.unsaved : 0) + kept.reduce((sum, { items }) => sum + items.length, 0);
  const forget = async () => {
    setBusy(true);
    const gone = await board.forgetHere();
    onClose();
    navigate('/');
    toast(gone ? { text: t('offline.forgotten') } : { text: t('offline.forgetFailed'), tone: 'trouble' });
  };
  return (
    <>
      {unsaved > 0 && <p className={styles.warning}>{t('offline.forgetUnsaved', { count: unsaved })}</p>}
      <div className={styles.buttons}>
        <Button autoFocus onClick={onClose}>
          {t('offline.forgetKeep')}
        </Button>
        <Button variant="danger" busy={busy} onClick={() => void forget()}>
          {t('offline.forgetYes')}
        </Button>
      </div>
    </>
  );
}
