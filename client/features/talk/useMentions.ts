// The people offered while `@` is being written: which, which one is chosen, and what its keys do.

import { type KeyboardEvent, type RefObject, useState } from 'react';
import { flushSync } from 'react-dom';
import { mentionAt, mentionable } from '../../../shared/features/talkMentions.ts';
import type { Voice, Voices } from './voices.ts';

const offeredMax = 6;

interface MentionsOptions {
  readonly text: string;
  readonly voices: Voices;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly write: (text: string) => void;
  readonly listId: string;
}

export interface Mentions {
  readonly offered: readonly Voice[];
  /** Index of the one that Enter takes. */
  readonly active: number;
  readonly pick: (voice: Voice) => void;
  readonly look: () => void;
  readonly close: () => void;
  /** True when the key was used up. */
  readonly onKeyDown: (event: KeyboardEvent) => boolean;
  readonly aria: Readonly<Record<string, string | undefined>>;
}

export function useMentions({ text, voices, field, write, listId }: MentionsOptions): Mentions {
  const [at, setAt] = useState<{ start: number; query: string } | null>(null);
  const [active, setActive] = useState(0);
  const offered = at === null ? [] : mentionable(callable(voices), at.query, offeredMax);
  const look = () => {
    const element = field.current;
    const isCaret = element !== null && element.selectionStart === element.selectionEnd;
    const next = isCaret ? mentionAt(element.value, element.selectionStart) : null;
    if (next?.start === at?.start && next?.query === at?.query) return;
    setAt(next);
    setActive(0);
  };
  const close = () => setAt(null);
  const pick = (voice: Voice) => {
    const handle = voices.book.handleOf(voice.id);
    const element = field.current;
    if (at === null || handle === null || element === null) return;
    const before = `${text.slice(0, at.start)}@${handle} `;
    const after = text.slice(at.start + 1 + at.query.length).replace(/^ /, '');
    // At once, so that the next letter typed already stands behind the name.
    flushSync(() => {
      write(before + after);
      close();
    });
    element.focus();
    element.setSelectionRange(before.length, before.length);
  };
  const onKeyDown = (event: KeyboardEvent): boolean => {
    const chosen = offered[active];
    if (chosen === undefined) return false;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setActive((active + step + offered.length) % offered.length);
    else if (event.key === 'Enter' || event.key === 'Tab') pick(chosen);
    else if (event.key === 'Escape') close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  const isOpen = offered.length > 0;
  return {
    offered,
    active,
    pick,
    look,
    close,
    onKeyDown,
    aria: {
      'aria-autocomplete': 'list',
      'aria-controls': isOpen ? listId : undefined,
      'aria-activedescendant': isOpen ? `${listId}-${active}` : undefined,
    },
  };
}

function* callable(voices: Voices): Iterable<Voice> {
  for (const voice of voices.all()) if (!voice.removed) yield voice;
}
