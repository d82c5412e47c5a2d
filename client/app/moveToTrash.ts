// Putting a board away, with the way back in the same breath.

import { t } from '../text/catalogue.ts';
import { toast } from '../ui/Toast.tsx';
import type { OpenBoard } from './openBoard.ts';
import type { Surroundings } from './surroundings.ts';

export async function moveToTrash(
  { api, store }: Surroundings,
  board: OpenBoard,
  leave: () => void,
): Promise<void> {
  const title = board.session.title() ?? board.info.get().board.title;
  // First away from it, so that the server's goodbye to everybody does not look like trouble here.
  leave();
  const answer = await api.trash(board.id);
  if (!answer.ok) {
    toast({ text: t('board.trashFailed'), tone: 'trouble' });
    return;
  }
  const known = store.board(board.id);
  store.forgetBoard(board.id);
  toast({
    text: t('board.trashed', { title }),
    forMs: 20_000,
    action: {
      label: t('home.undo'),
      run: async () => {
        const restored = await api.restore(board.id);
        if (!restored.ok) toast({ text: t('board.restoreFailed'), tone: 'trouble' });
        else if (known !== null) store.rememberBoard(known);
      },
    },
  });
}
