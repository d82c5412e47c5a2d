// A field whose text others change too (my other device, a step undone): what is typed here is never written over by what
// was typed before, and the caret stays with its letters.

import { type RefObject, useLayoutEffect } from 'react';
import { textDiff } from '../../../shared/board/textDiff.ts';

export function useLiveText(field: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return;
    const edit = textDiff(element.value, text);
    if (edit !== null) {
      const { selectionStart: start, selectionEnd: end } = element;
      const follow = (at: number) =>
        at <= edit.index ? at : Math.max(edit.index, at + edit.insert.length - edit.remove);
      element.value = text;
      if (element === document.activeElement) element.setSelectionRange(follow(start), follow(end));
    }
    element.style.blockSize = 'auto';
    element.style.blockSize = `${element.scrollHeight}px`;
  }, [field, text]);
}
