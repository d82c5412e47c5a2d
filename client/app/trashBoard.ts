// Putting a board away, with the way back in the same breath.

import { t } from '../text/catalogue.ts';
import { whyNot } from '../text/whyNot.ts';
import { toast } from '../ui/Toast.tsx';
import type { KnownBoards } from './home/knownBoards.ts';

let dismiss = () => {};

/** Takes the way back off the screen: whoever stands in the trash has a better one. */
export function dismissTrashNews(): void {
  dismiss();
}

export async function trashWithUndo(
  boards: Pick<KnownBoards, 'trash' | 'restore'>,
  { id, title }: { readonly id: string; readonly title: string },
): Promise<void> {
  const answer = await boards.trash(id);
  if (!answer.ok) {
    toast({ text: `${t('board.trashFailed')} ${whyNot(answer)}`, tone: 'trouble' });
    return;
  }
  dismiss = toast({
    text: t('board.trashed', { title }),
    forMs: 20_000,
    action: { label: t('home.undo'), run: () => restoreWithWords(boards, { id, title }) },
  });
}

export async function restoreWithWords(
  boards: Pick<KnownBoards, 'restore'>,
  { id, title }: { readonly id: string; readonly title: string },
): Promise<void> {
  const answer = await boards.restore(id);
  if (answer.ok) toast({ text: t('trash.restored', { title }) });
  else if (answer.status === 404) toast({ text: t('trash.alreadyGone', { title }), tone: 'trouble' });
  else toast({ text: `${t('board.restoreFailed')} ${whyNot(answer)}`, tone: 'trouble' });
}
