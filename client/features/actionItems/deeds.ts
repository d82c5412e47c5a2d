// What is done with action items from here: each is a command, and what the server refuses is said in words.

import type { ActionItem } from '../../../shared/features/actionItems/actionItems.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { t } from '../../text/actionItemWords.ts';
import { whyNot } from '../../text/whyNot.ts';
import { toast } from '../../ui/Toast.tsx';

export type Said = Partial<Pick<ActionItem, 'text' | 'owner' | 'due' | 'status' | 'item'>>;

/** The id of the new one; null when the server did not take it. */
export async function addItem(
  board: OpenBoard,
  said: Said & { readonly text: string },
): Promise<string | null> {
  const answer = await board.runCommand('actionItem.add', said);
  if (!answer.ok) return tell(answer);
  const { actionItem = null } = Object(answer.data) as { actionItem?: unknown };
  return typeof actionItem === 'string' ? actionItem : null;
}

export async function changeItem(board: OpenBoard, id: string, said: Said): Promise<boolean> {
  const answer = await board.runCommand('actionItem.change', { actionItem: id, ...said });
  if (!answer.ok) tell(answer);
  return answer.ok;
}

/** With a way back, as long as it is said. */
export async function removeItem(board: OpenBoard, item: ActionItem): Promise<boolean> {
  const answer = await board.runCommand('actionItem.remove', { actionItem: item.id });
  if (!answer.ok) {
    tell(answer);
    return false;
  }
  const { text, owner, due, status, item: note } = item;
  const again = () => void addItem(board, { text, owner, due, status, item: note });
  toast({
    text: t('actionItem.removed', { text: glance(text) }),
    action: { label: t('actionItem.undo'), run: again },
  });
  return true;
}

/** As much of it as a message has room for. */
export function glance(text: string, charsMax = 60): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const signs = [...line];
  return signs.length <= charsMax ? line : `${signs.slice(0, charsMax - 1).join('')}…`;
}

function tell(answer: Parameters<typeof whyNot>[0]): null {
  const why = answer.code === 'carried-over' ? t('actionItem.carriedOver') : whyNot(answer);
  toast({ tone: 'trouble', text: t('actionItem.failed', { why }) });
  return null;
}
