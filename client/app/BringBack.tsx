// A way out of the trash, for those who may: whoever facilitates the board, or holds the workspace key.

import { useState } from 'react';
import { can } from '../../shared/board/roles.ts';
import { t } from '../text/catalogue.ts';
import { whyNot } from '../text/whyNot.ts';
import { Button } from '../ui/Button.tsx';
import { toast } from '../ui/Toast.tsx';
import { useSurroundings } from './surroundings.ts';

interface BringBackProps {
  readonly boardId: string;
  readonly onBack: () => void;
}

export function BringBack({ boardId, onBack }: BringBackProps) {
  const { api, store } = useSurroundings();
  const [busy, setBusy] = useState(false);
  const key = store.workspaceKey();
  const role = store.board(boardId)?.role;
  if (key === undefined && (role === undefined || !can(role, 'facilitate'))) return null;
  const restore = async () => {
    setBusy(true);
    const answer = await api.restore(boardId, key);
    setBusy(false);
    if (answer.ok) onBack();
    else toast({ text: `${t('board.restoreFailed')} ${whyNot(answer)}`, tone: 'trouble' });
  };
  return (
    <Button variant="solid" size="large" busy={busy} onClick={() => void restore()}>
      {t('trash.restore')}
    </Button>
  );
}
