// Lines that were pasted into an idea, and the question what they shall become. The words are in the idea already: whoever
// goes on writing has answered.

import { type ClipboardEvent, type RefObject, useRef, useState } from 'react';
import type { PastedLines } from '../../editor/pastedLines.ts';
import type { Pasted } from '../../editor/ports.ts';

export interface PastedQuestion {
  readonly count: number;
  /** Whether "one each" is what a press of Enter says. */
  readonly each: boolean;
  /** True when the question used the key up. */
  key(chord: string, take: (each: boolean) => void): boolean;
}

interface Asked {
  readonly pasted: Pasted;
  readonly lines: PastedLines;
  readonly text: string;
  readonly each: boolean;
}

export function usePastedLines(field: RefObject<HTMLTextAreaElement | null>) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const pasting = useRef<Pick<Pasted, 'from' | 'html'> | null>(null);
  const onPaste = ({ currentTarget, clipboardData }: ClipboardEvent<HTMLTextAreaElement>) => {
    pasting.current = { from: currentTarget.selectionStart, html: clipboardData.getData('text/html') };
  };
  const written = () => {
    const element = field.current;
    setAsked(null);
    if (pasting.current === null || element === null) return;
    const pasted = { ...pasting.current, to: element.selectionEnd };
    pasting.current = null;
    const text = element.value;
    // Not needed before somebody pastes.
    void import('../../editor/pastedLines.ts')
      .then(({ readPasted }) => readPasted(text, pasted))
      .then((lines) => {
        if (lines && field.current?.value === text) setAsked({ pasted, lines, text, each: lines.alone });
      })
      // The text is there as it was pasted; only the question stays away.
      .catch(() => {});
  };
  /** Takes the question back; gives what "one each" makes of the text, null when there is no question. */
  const answer = (): { first: string; others: readonly string[] } | null => {
    setAsked(null);
    if (asked === null) return null;
    const { pasted, lines, text } = asked;
    const [first = '', ...others] = lines.ideas;
    if (lines.alone) return { first, others };
    return { first: `${text.slice(0, pasted.from).trimEnd()}${text.slice(pasted.to)}`, others: lines.ideas };
  };
  const question: PastedQuestion | null = asked && {
    count: asked.lines.ideas.length,
    each: asked.each,
    key(chord, take) {
      if (chord === 'enter') take(asked.each);
      else if (chord === 'escape') take(false);
      else if (['left', 'right', 'up', 'down', 'tab', 'shift+tab'].includes(chord))
        setAsked({ ...asked, each: !asked.each });
      else return false;
      return true;
    },
  };
  return { question, onPaste, written, answer };
}
