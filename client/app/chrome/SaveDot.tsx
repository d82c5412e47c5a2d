// Whether the work is safe: a dot and words, never colour alone.

import { can } from '../../../shared/board/roles.ts';
import type { SaveStatus } from '../../sync/saveStatus.ts';
import { t } from '../../text/catalogue.ts';
import { cx } from '../../ui/cx.ts';
import { useSignal } from '../../ui/useSignal.ts';
import type { OpenBoard } from '../openBoard.ts';
import styles from './TitleCorner.module.css';

export function SaveDot({ board }: { readonly board: OpenBoard }) {
  const state = useSignal(board.saveState);
  const role = useSignal(board.role);
  // Whoever may write otherwise takes part: only the wall rests.
  const rests = state.kind === 'readOnly' && can(role, 'writeCanvas');
  return (
    <span className={styles.save}>
      <span className={cx(styles.dot, styles[state.kind])} aria-hidden="true" />
      <span className={styles.saveWords}>{rests ? t('save.rests') : saveWords(state)}</span>
    </span>
  );
}

function saveWords(state: SaveStatus): string {
  switch (state.kind) {
    case 'offline':
      if (state.unsaved === 0) return t('save.offline');
      return t(state.kept ? 'save.offlineKept' : 'save.offlineUnsaved', { count: state.unsaved });
    case 'refused':
      return t('save.refused', { count: state.unsaved });
    default:
      return t(`save.${state.kind}`);
  }
}
