// A field whose words are its own while somebody writes in it, and are handed on after a pause, on leaving it, and when it goes
// away. What others write into it meanwhile does not touch the caret.

import { type ChangeEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';

const pauseMs = 700;

export interface CommittedField {
  readonly value: string;
  readonly onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
  readonly onBlur: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export function useCommitted(value: string, commit: (value: string) => void): CommittedField {
  const [typed, setTyped] = useState<string | null>(null);
  const latest = useRef({ typed, value, commit });
  latest.current = { typed, value, commit };
  const hand = useRef(() => {
    const now = latest.current;
    if (now.typed !== null && now.typed !== now.value) now.commit(now.typed);
  });
  useEffect(() => {
    if (typed === null) return;
    const timer = window.setTimeout(() => hand.current(), pauseMs);
    return () => window.clearTimeout(timer);
  }, [typed]);
  useEffect(() => () => hand.current(), []);
  return {
    value: typed ?? value,
    onChange: (event) => setTyped(event.target.value),
    onBlur() {
      hand.current();
      setTyped(null);
    },
    onKeyDown(event) {
      // A line break is not part of one sentence.
      if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
      event.preventDefault();
      hand.current();
    },
  };
}
