// What a summary takes out of the comments: what is still asked, and what was talked about most.

import type { Item } from '../../items/item.ts';
import type { ItemId } from '../../lib/ids.ts';
import type { Comment, Talk, Thread } from '../talk.ts';
import type { Namer } from './names.ts';
import type { Discussed, OpenQuestion } from './summary.ts';

/** Fewer comments than this are no discussion. */
const discussionFrom = 2;
const discussedMax = 10;

/** A question mark of any script at the end, whatever bracket, quotation mark or emoji stands behind it. */
export function asks(text: string): boolean {
  return /[?？؟;⸮՞]\s*[\p{P}\p{S}\p{M}\p{Cf}\s]*$/u.test(text);
}

/**
 * The rule: a thread that nobody has resolved and whose last word is a question; and an idea that ends in a question mark,
 * unless a thread on it was resolved, which is taken for its answer.
 */
export function openQuestions(ideas: readonly Item[], { threads }: Talk, nameOf: Namer): OpenQuestion[] {
  const answered = new Set<ItemId | 'board'>();
  for (const { place, resolved } of threads) if (resolved !== null) answered.add(place);
  const asked = ideas.filter(({ id, text }) => asks(text) && !answered.has(id));
  const open = threads
    .filter(({ resolved }) => resolved === null)
    .flatMap((thread) => lastAsked(thread) ?? []);
  return [
    ...asked.map(({ text }) => ({ text: text.trim(), about: null, from: 'idea' as const })),
    ...open.map(({ place, text }) => ({
      text,
      about: place === 'board' ? null : nameOf(place),
      from: 'comment' as const,
    })),
  ];
}

/** Most comments first, then most people, then whoever began. */
export function mostDiscussed({ threads }: Talk, nameOf: Namer): Discussed[] {
  const found = new Map<ItemId, Comment[]>();
  for (const thread of threads) {
    if (thread.place === 'board') continue;
    found.set(thread.place, [...(found.get(thread.place) ?? []), ...living(thread)]);
  }
  return [...found]
    .map(([id, comments]) => ({ option: nameOf(id), comments: comments.length, people: peopleIn(comments) }))
    .filter(({ option, comments }) => option.kind !== 'gone' && comments >= discussionFrom)
    .sort((a, b) => b.comments - a.comments || b.people - a.people)
    .slice(0, discussedMax);
}

export function talkFigures({ threads }: Talk): { readonly comments: number; readonly commenters: number } {
  const comments = threads.flatMap(living);
  return { comments: comments.length, commenters: peopleIn(comments) };
}

function lastAsked(thread: Thread): { readonly place: Thread['place']; readonly text: string } | null {
  const last = living(thread).at(-1);
  return last !== undefined && asks(last.text) ? { place: thread.place, text: last.text.trim() } : null;
}

function living({ comments }: Thread): Comment[] {
  return comments.filter(({ removed }) => removed === null);
}

function peopleIn(comments: readonly Comment[]): number {
  return new Set(comments.flatMap(({ by }) => by ?? [])).size;
}
