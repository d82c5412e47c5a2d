// Says which ideas others deleted while the table is open: their rows are gone from one moment to the next.

import { useEffect, useRef } from 'react';
import type { ItemId } from '../../../shared/lib/ids.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { t } from '../../text/tableWords.ts';

const together = 400;

export function useGoneNews({ editor }: OpenBoard, say: (words: string) => void): void {
  const latest = useRef(say);
  latest.current = say;
  useEffect(() => {
    const live = new Set<ItemId>();
    for (const { id, kind, deleted } of editor.board.items.values())
      if (kind === 'note' && !deleted) live.add(id);
    let gone: string[] = [];
    let cancel = () => {};
    const tell = () => {
      const [text = ''] = gone;
      latest.current(t('table.said.goneByOthers', { count: gone.length, text: text.slice(0, 80) }));
      gone = [];
    };
    const stop = editor.board.observe(({ ids, source }) => {
      for (const id of ids) {
        const item = editor.board.get(id);
        const isLive = item?.kind === 'note' && !item.deleted;
        if (isLive) live.add(id);
        else if (live.delete(id) && source === 'peer') {
          gone.push(item?.text ?? '');
          cancel();
          cancel = editor.env.scheduler.after(together, tell);
        }
      }
    });
    return () => {
      stop();
      cancel();
    };
  }, [editor]);
}
