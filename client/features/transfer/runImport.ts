// The import itself: write it, show it, and offer the way back.

import { unionAll } from '../../../shared/lib/geometry.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { t } from '../../text/importWords.ts';
import { whyNot } from '../../text/whyNot.ts';
import { toast } from '../../ui/Toast.tsx';
import { type Choice, sendImport } from './sendImport.ts';
import type { Source } from './source.ts';

/** What the server wrote arrives by sync, a moment before or after its answer. */
const arriveWithinMs = 5_000;

/** What went wrong, in words; null when it worked. */
export async function runImport(
  board: OpenBoard,
  source: Source,
  { choice, isBoard }: { readonly choice: Choice; readonly isBoard: boolean },
): Promise<string | null> {
  const before = new Set(board.board.items.keys());
  const answer = await sendImport(board, source, { dryRun: false, choice });
  if (!answer.ok) return answer.message;
  const { created, undo } = answer.value;
  showArrival(board, before, created);
  toast({
    text: t(isBoard ? 'import.doneItems' : 'import.done', { count: created }),
    ...(undo !== null && { action: { label: t('import.undo'), run: () => void takeBack(board, undo) } }),
  });
  return null;
}

async function takeBack(board: OpenBoard, undo: string): Promise<void> {
  const result = await board.runCommand('undo.apply', { undo });
  if (result.ok) {
    toast({ text: t('import.undone') });
    return;
  }
  toast({
    text: `${t('import.undoFailed')} ${whyNot(result)}`,
    tone: 'trouble',
    action: { label: t('import.again'), run: () => void takeBack(board, undo) },
  });
}

/** Moves the view to what has come, once all of it is there. */
function showArrival(board: OpenBoard, before: ReadonlySet<ItemId>, count: number): void {
  if (count === 0) return;
  const fitWhenThere = () => {
    const fresh = [...board.board.items.values()].filter((item) => !before.has(item.id) && !item.deleted);
    if (fresh.length < count) return;
    stop();
    const around = unionAll(fresh);
    if (around !== null) board.editor.camera.fit(around);
  };
  const unsubscribe = board.board.observe(fitWhenThere);
  const cancel = board.editor.env.scheduler.after(arriveWithinMs, () => stop());
  const stop = () => {
    unsubscribe();
    cancel();
  };
  fitWhenThere();
}
