// What is offered while somebody types a line: people behind an `@`, days behind "due". Picking one takes its letters out of
// the line and puts it into its field.

import { type KeyboardEvent, type RefObject, useState } from 'react';
import { flushSync } from 'react-dom';
import { foldedName, type Owner } from '../../../shared/features/actionItems/actionItems.ts';
import { type Day, daysLater } from '../../../shared/features/actionItems/day.ts';
import { readDay, wantedAt } from '../../../shared/features/actionItems/typed.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { dayText, dueText } from './words.ts';

export type Suggestion =
  | {
      readonly kind: 'owner';
      readonly key: string;
      readonly label: string;
      readonly owner: Owner;
      readonly colour: number;
    }
  | { readonly kind: 'due'; readonly key: string; readonly label: string; readonly due: Day };

interface SuggestionsOptions {
  readonly board: OpenBoard;
  readonly today: Day;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly line: string;
  readonly listId: string;
  /** The line without what was picked, and what was picked. */
  readonly onPick: (line: string, picked: Suggestion) => void;
}

const offeredMax = 6;

export function useSuggestions({ board, today, field, line, listId, onPick }: SuggestionsOptions) {
  const [at, setAt] = useState<ReturnType<typeof wantedAt>>(null);
  const [active, setActive] = useState(0);
  const offered =
    at === null ? [] : at.kind === 'owner' ? peopleFor(board, at.query) : daysFor(at.query, today);
  const look = () => {
    const element = field.current;
    const caret = element?.selectionStart ?? null;
    const next =
      element === null || caret === null || caret !== element.selectionEnd
        ? null
        : wantedAt(element.value, caret);
    if (next?.start === at?.start && next?.query === at?.query && next?.kind === at?.kind) return;
    setAt(next);
    setActive(0);
  };
  const close = () => setAt(null);
  const pick = (picked: Suggestion) => {
    const element = field.current;
    if (at === null || element === null) return;
    const caret = element.selectionStart ?? line.length;
    const before = line.slice(0, at.start).trimEnd();
    const after = line.slice(caret).trimStart();
    // At once, so that the next letter typed already stands in its place.
    flushSync(() => {
      onPick([before, after].filter((part) => part !== '').join(' ') + (after === '' ? ' ' : ''), picked);
      close();
    });
    const place = before.length + 1;
    element.focus();
    element.setSelectionRange(place, place);
  };
  const onKeyDown = (event: KeyboardEvent): boolean => {
    const chosen = offered[active];
    if (chosen === undefined) return false;
    // Written out in full already: Enter is for the whole line.
    if (event.key === 'Enter' && at !== null && active === 0 && isWhole(at, chosen, today)) {
      close();
      return false;
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setActive((active + step + offered.length) % offered.length);
    else if (event.key === 'Enter' || event.key === 'Tab') pick(chosen);
    else if (event.key === 'Escape') close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return {
    offered,
    active,
    pick,
    look,
    close,
    onKeyDown,
    aria: {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': offered.length > 0,
      'aria-controls': offered.length > 0 ? listId : undefined,
      'aria-activedescendant': offered.length > 0 ? `${listId}-${active}` : undefined,
    } as const,
  };
}

function isWhole({ query }: { readonly query: string }, chosen: Suggestion, today: Day): boolean {
  if (chosen.kind === 'due') return readDay(query, today) === chosen.due;
  return foldedName(query) === foldedName(chosen.label);
}

function peopleFor({ session }: OpenBoard, query: string): Suggestion[] {
  const wanted = foldedName(query);
  return [...session.people().values()]
    .filter(({ name }) =>
      foldedName(name)
        .split(' ')
        .some((_, index, words) => words.slice(index).join(' ').startsWith(wanted)),
    )
    .sort((a, b) => a.name.localeCompare(b.name))
    .slice(0, offeredMax)
    .map(({ id, name, colour }) => ({ kind: 'owner', key: id, label: name, owner: { person: id }, colour }));
}

/** The day that is typed already, or those that begin like it: the coming week, and the one after. */
function daysFor(query: string, today: Day): Suggestion[] {
  const typed = readDay(query, today);
  const coming = [0, 1, 2, 3, 4, 5, 6, 7, 14].map((days) => daysLater(today, days));
  const days = typed === null ? coming : [typed];
  const wanted = foldedName(query);
  return days
    .map((due) => {
      const short = dueText(due, today, false);
      return {
        kind: 'due',
        key: due,
        label: short.includes(dayText(due, today))
          ? dayText(due, today)
          : `${short} · ${dayText(due, today)}`,
        due,
      } as const;
    })
    .filter(({ label }) => typed !== null || foldedName(label).includes(wanted))
    .slice(0, offeredMax);
}
