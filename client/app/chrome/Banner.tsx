// What hinders writing right now, in one sentence at the top, with the way on where there is one.

import { CloudOff, Eye } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { can, type Role } from '../../../shared/board/roles.ts';
import type { Keeping } from '../../sync/offline/copy.ts';
import { t } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { useCovers } from '../../ui/covers.ts';
import { useSignal } from '../../ui/useSignal.ts';
import type { OpenBoard } from '../openBoard.ts';
import { shellIsKept } from '../shell.ts';
import styles from './Banner.module.css';

export function Banner({ board }: { readonly board: OpenBoard }) {
  const state = useSignal(board.saveState);
  const role = useSignal(board.role);
  const mayWrite = useSignal(board.mayWrite);
  const keeping = useSignal(board.keeping);
  const mayReload = useSignal(shellIsKept);
  if (state.kind === 'offline') {
    return (
      <Sentence role="status">
        <CloudOff aria-hidden="true" />
        <p className={styles.text}>{t(offlineWords(keeping, mayReload))}</p>
        <Button variant="quiet" className={styles.action} onClick={() => board.reconnectNow()}>
          {t('trouble.again')}
        </Button>
      </Sentence>
    );
  }
  if (mayWrite) return null;
  return (
    <Sentence>
      <Eye aria-hidden="true" />
      <p className={styles.text}>{t(readOnlyWords(role))}</p>
    </Sentence>
  );
}

function Sentence(props: { readonly role?: 'status'; readonly children: ReactNode }) {
  const card = useRef<HTMLDivElement>(null);
  useCovers(card, 'top');
  return <Card {...props} ref={card} className={styles.banner} />;
}

function readOnlyWords(role: Role) {
  if (can(role, 'writeCanvas')) return 'board.readOnlyPhase';
  return can(role, 'takePart') ? 'talk.onlyComments' : 'board.readOnly';
}

/** The truth about what outlives this page, and whether the page itself does. */
function offlineWords(keeping: Keeping, mayReload: boolean) {
  if (keeping === 'full') return 'offline.full';
  if (keeping !== 'device') return 'board.offline';
  return mayReload ? 'offline.safe' : 'offline.noReload';
}
