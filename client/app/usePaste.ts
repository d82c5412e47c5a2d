// The paste of the browser, when it happens on the wall and not in a text field or a dialog.

import { useEffect } from 'react';
import { t } from '../text/catalogue.ts';
import { toast } from '../ui/Toast.tsx';
import type { OpenBoard } from './openBoard.ts';
import { pastedLinesMax, pasteIdeas } from './pasteIdeas.ts';

const elsewhere = 'input, textarea, [contenteditable], [role="dialog"]';

export function usePaste(board: OpenBoard): void {
  useEffect(() => {
    const { editor } = board;
    let dismiss = () => {};
    const paste = async (event: ClipboardEvent) => {
      const target = event.target;
      if (target instanceof Element && target.closest(elsewhere) !== null) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.trim() === '' || editor.readOnly.get()) return;
      event.preventDefault();
      const made = await pasteIdeas(editor, text);
      if (made === null) {
        toast({
          text: t('paste.tooMany', { max: pastedLinesMax }),
          action: { label: t('import.open'), run: () => void editor.run('import.open') },
        });
      } else if (made > 1) {
        dismiss = toast({
          text: t('paste.made', { count: made }),
          action: { label: t('home.undo'), run: () => void editor.run('undo') },
        });
      }
    };
    const listener = (event: ClipboardEvent) => void paste(event);
    window.addEventListener('paste', listener);
    return () => {
      // Its undo belongs to this board.
      dismiss();
      window.removeEventListener('paste', listener);
    };
  }, [board]);
}
