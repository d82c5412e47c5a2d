// Notes and clusters become action items: their words, and the way back to them. What is one already is shown instead.

import { actionItemText } from '../../../shared/features/actionItems/actionItems.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { t } from '../../text/actionItemWords.ts';
import { toast } from '../../ui/Toast.tsx';
import { addItem } from './deeds.ts';
import { actionItemsHere, showActionItem } from './here.ts';

/** As many at once as somebody could have meant. */
const atOnceMax = 50;

export async function makeFrom(board: OpenBoard, ids: readonly ItemId[]): Promise<void> {
  const there = actionItemsHere(board)
    .items.get()
    .filter(({ to }) => to === null);
  const made = new Map(there.flatMap(({ id, item }) => (item === null ? [] : [[item, id] as const])));
  const fresh = ids
    .filter((id) => !made.has(id))
    .flatMap((id) => {
      const text = actionItemText(board.board.get(id)?.text);
      return text === '' ? [] : [{ item: id, text }];
    })
    .slice(0, atOnceMax);
  if (fresh.length === 0) {
    const first = ids.flatMap((id) => made.get(id) ?? [])[0] ?? null;
    toast({ text: t(first === null ? 'actionItem.nothingToMake' : 'actionItem.madeAlready') });
    if (first !== null) showActionItem(board, first);
    return;
  }
  const added: string[] = [];
  for (const said of fresh) {
    const id = await addItem(board, said);
    // What one was refused for the others would be refused for as well.
    if (id === null) break;
    added.push(id);
  }
  const [first] = added;
  if (first === undefined) return;
  showActionItem(board, first);
  const takeBack = () => {
    for (const id of added) void board.runCommand('actionItem.remove', { actionItem: id });
  };
  toast({
    text: t('actionItem.made', { count: added.length }),
    action: { label: t('actionItem.undo'), run: takeBack },
  });
}
