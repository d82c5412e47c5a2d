// Which row of the list has, or would get, the focus. It follows the item, not the place; when the item goes away the one
// that takes its place has it. The focus moves only when it was in the list already, or when somebody asked for it.

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ItemId } from '../../../shared/lib/ids.ts';
import type { Editor } from '../../editor/editor.ts';
import type { ListRow } from '../../lists/boardRows.ts';

export interface ActiveRow {
  /** -1 in an empty list. */
  readonly index: number;
  set(id: ItemId): void;
  /** Puts the focus on the active row as soon as it is on the page. */
  focus(): void;
}

export function useActiveRow(
  editor: Editor,
  rows: readonly ListRow[],
  tree: RefObject<HTMLElement | null>,
): ActiveRow {
  // What was chosen before the list was fetched counts as well.
  const [id, setId] = useState<ItemId | null>(() => editor.selection.only);
  const [asked, setAsked] = useState(0);
  const hadFocus = useRef(false);
  const lastIndex = useRef(0);
  const found = rows.findIndex((row) => row.id === id);
  const index = found >= 0 ? found : Math.min(lastIndex.current, rows.length - 1);
  const activeId = rows[index]?.id ?? null;

  // What is chosen on the canvas is where the list goes on.
  useEffect(() => {
    const follow = () => {
      const { only } = editor.selection;
      if (only !== null) setId(only);
    };
    // It may have been chosen between the drawing of the list and this.
    follow();
    return editor.selection.observe(follow);
  }, [editor]);

  useLayoutEffect(() => {
    lastIndex.current = Math.max(0, index);
    const wanted = asked > 0 || (hadFocus.current && isNowhere());
    const row = tree.current?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]');
    if (wanted && row) {
      row.focus({ preventScroll: true });
      setAsked(0);
    }
    if (wanted && found < 0 && activeId !== null) setId(activeId);
  }, [asked, index, found, activeId, tree]);

  useEffect(() => {
    // An element that is taken from the page says nothing; whatever else takes the focus does.
    const follow = () => {
      hadFocus.current = tree.current?.contains(document.activeElement) ?? false;
    };
    document.addEventListener('focusin', follow);
    return () => document.removeEventListener('focusin', follow);
  }, [tree]);

  return { index, set: setId, focus: () => setAsked((count) => count + 1) };
}

/** The element that had the focus has gone. */
function isNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
