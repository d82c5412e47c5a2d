// Changes that did not get through are offered again: by themselves when the board was only replaced, on a word of the person
// when the server refused them or others had deleted what they were made to. They stay on this device until then.

import { useEffect } from 'react';
import { t } from '../text/catalogue.ts';
import { toast } from '../ui/Toast.tsx';
import type { KeptWhy } from './boardEnd.ts';
import type { KeptChange } from './boardMemory.ts';
import type { OpenBoard } from './openBoard.ts';

export function useLeftovers(board: OpenBoard): void {
  useEffect(() => {
    const offered = new Set<string>();
    const takeBack: (() => void)[] = [];
    const offer = () => {
      // What the server did meanwhile comes first, and whether this person may write.
      if (!board.synced.get()) return;
      for (const change of board.kept.list.get()) {
        if (offered.has(change.id)) continue;
        offered.add(change.id);
        takeBack.push(offerOne(board, change));
      }
    };
    const stops = [board.synced.subscribe(offer), board.kept.list.subscribe(offer)];
    offer();
    return () => {
      for (const stop of [...stops, ...takeBack]) stop();
    };
  }, [board]);
}

function offerOne(board: OpenBoard, change: KeptChange): () => void {
  const count = change.items.length;
  if (change.why === 'replaced' && board.mayWrite.get()) {
    board.kept.makeAgain(change);
    return toast({ text: t('leftovers.carried', { count }) });
  }
  const look = { label: t('offline.look'), run: () => board.editor.run('offline.kept') };
  const again = { label: t(againWord(change.why)), run: () => board.kept.makeAgain(change) };
  return toast({
    text:
      change.why === 'deleted'
        ? t('offline.deleted', { count })
        : t('leftovers.text', { count, why: t(`leftovers.why.${reasonOf(change.why)}`) }),
    tone: 'trouble',
    forMs: 0,
    actions: board.mayWrite.get() ? [look, again] : [look],
  });
}

function againWord(why: KeptWhy) {
  return why === 'deleted' ? 'offline.makeAnew' : 'leftovers.again';
}

function reasonOf(why: KeptWhy) {
  switch (why) {
    case 'read-only':
      return 'readOnly';
    case 'too-many-items':
    case 'doc-full':
    case 'disk-full':
      return 'full';
    case 'too-large':
      return 'tooLarge';
    case 'not-yours':
      return 'notYours';
    case 'replaced':
    case 'removed':
      return why;
    default:
      return 'other';
  }
}
