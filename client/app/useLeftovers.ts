// After the board had to be opened anew: what was not saved is offered again, by itself when the board was only replaced,
// on a word of the person when the server had refused it.

import { useEffect } from 'react';
import { t } from '../text/catalogue.ts';
import { copyText } from '../ui/copyText.ts';
import { toast } from '../ui/Toast.tsx';
import { leftoversText, offerAgain } from './leftovers.ts';
import type { OpenBoard } from './openBoard.ts';
import type { Carried } from './visit.ts';

export function useLeftovers(board: OpenBoard, carried: Carried | null): void {
  useEffect(() => {
    if (carried === null || carried.items.length === 0) return;
    const { items, why } = carried;
    const count = items.length;
    const again = () => offerAgain(board.board, items);
    const offer = () => {
      if (!board.loaded.get()) return;
      stop();
      if (why === 'replaced' && board.mayWrite.get()) {
        again();
        toast({ text: t('leftovers.carried', { count }) });
        return;
      }
      const keep = {
        label: t('leftovers.copy'),
        run: () => {
          void copyText(leftoversText(items)).then((copied) => {
            if (copied) toast({ text: t('leftovers.copied') });
          });
        },
      };
      const retry = { label: t('leftovers.again'), run: again };
      toast({
        text: t('leftovers.text', { count, why: t(`leftovers.why.${reasonOf(why)}`) }),
        tone: 'trouble',
        forMs: 0,
        actions: board.mayWrite.get() ? [keep, retry] : [keep],
      });
    };
    const stop = board.loaded.subscribe(offer);
    offer();
    return stop;
  }, [board, carried]);
}

function reasonOf(why: Carried['why']) {
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
      return 'replaced';
    default:
      return 'other';
  }
}
