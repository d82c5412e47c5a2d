// The rows of the list as a component sees them: at the next frame where somebody looks, and calmly where nobody does.

import { useEffect, useMemo, useState } from 'react';
import type { Cancel } from '../../../shared/lib/env.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import type { Editor } from '../../editor/editor.ts';
import { BoardRows, type ListRow } from '../../lists/boardRows.ts';

export const calmMs = 400;
const livelyMs = 16;

/** Everything that is not inside a closed cluster, top to bottom. `lively` when it is being looked at. */
export function useRows(editor: Editor, lively: boolean, closed: ReadonlySet<ItemId>): readonly ListRow[] {
  const [model, setModel] = useState<BoardRows | null>(null);
  useEffect(() => {
    const made = new BoardRows(editor.board);
    setModel(made);
    return () => made.destroy();
  }, [editor]);
  const [rows, setRows] = useState<readonly ListRow[]>([]);
  useEffect(() => {
    if (model === null) return;
    let cancel: Cancel | null = null;
    const refresh = () => {
      cancel = null;
      setRows(model.rows());
    };
    const stop = model.subscribe(() => {
      cancel ??= editor.env.scheduler.after(lively ? livelyMs : calmMs, refresh);
    });
    refresh();
    return () => {
      stop();
      cancel?.();
    };
  }, [editor, model, lively]);
  return useMemo(() => withoutClosed(rows, closed), [rows, closed]);
}

function withoutClosed(rows: readonly ListRow[], closed: ReadonlySet<ItemId>): readonly ListRow[] {
  if (closed.size === 0) return rows;
  let hiddenBelow = Number.POSITIVE_INFINITY;
  return rows.filter(({ id, level }) => {
    if (level > hiddenBelow) return false;
    hiddenBelow = closed.has(id) ? level : Number.POSITIVE_INFINITY;
    return true;
  });
}
