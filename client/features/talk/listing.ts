// Which threads a panel shows, in which order, with what waits to be sent in its place among them.

import type { CommentId, Place, Talk, Thread } from '../../../shared/features/talk.ts';
import type { Letter } from './deviceShelf.ts';
import type { Pending } from './outbox.ts';
import type { Showing } from './talkHere.ts';

export interface Listed {
  readonly key: string;
  readonly place: Place;
  /** null while its first comment is on its way. */
  readonly thread: Thread | null;
  readonly pending: readonly Pending[];
}

export interface ListingOptions {
  readonly talk: Talk;
  readonly pending: readonly Pending[];
  readonly showing: Showing;
  /** What is selected; null when that is nothing, or several. */
  readonly item: Place | null;
}

/** About one place: as they began, what is resolved last. From everywhere: the latest first. */
export function listThreads({ talk, pending, showing, item }: ListingOptions): Listed[] {
  const place = showing === 'item' ? item : showing === 'board' ? 'board' : null;
  const isOfOnePlace = showing === 'item' || showing === 'board';
  const waiting = pendingByThread(talk, pending);
  const threads = talk.threads.filter((thread) =>
    isOfOnePlace ? thread.place === place : (thread.resolved !== null) === (showing === 'resolved'),
  );
  const listed: Listed[] = threads.map((thread) => ({
    key: thread.id,
    place: thread.place,
    thread,
    pending: waiting.get(thread.id) ?? [],
  }));
  if (isOfOnePlace) listed.sort((a, b) => Number(isResolved(a)) - Number(isResolved(b)));
  else listed.sort((a, b) => rankOf(b, showing) - rankOf(a, showing));
  if (showing === 'resolved') return listed;
  const begun = beginnings(talk, pending)
    .filter((letter) => !isOfOnePlace || letter.place === place)
    .map(({ id, place: at }) => ({ key: id, place: at, thread: null, pending: waiting.get(id) ?? [] }));
  return isOfOnePlace ? [...listed, ...begun] : [...begun.reverse(), ...listed];
}

/** Those of others' comments in a thread that are new, the latest `count` of them. */
export function newestOfOthers(thread: Thread, count: number, me: string): CommentId[] {
  const others = thread.comments.filter(({ by, removed }) => by !== me && removed === null);
  return others.slice(others.length - count).map(({ id }) => id);
}

function isResolved({ thread }: Listed): boolean {
  return thread !== null && thread.resolved !== null;
}

function rankOf({ thread }: Listed, showing: Showing): number {
  if (thread === null) return 0;
  return showing === 'resolved' ? (thread.resolved?.at ?? 0) : thread.latestAt;
}

/** Under the first comment of their thread, sent or not. */
function pendingByThread(talk: Talk, pending: readonly Pending[]): Map<string, Pending[]> {
  const byThread = new Map<string, Pending[]>();
  const ids = new Set(pending.map(({ letter }) => letter.id));
  for (const each of pending) {
    const { id, re } = each.letter;
    const key = re === null ? id : (talk.byId.get(re as CommentId)?.id ?? (ids.has(re) ? re : id));
    const list = byThread.get(key);
    if (list) list.push(each);
    else byThread.set(key, [each]);
  }
  return byThread;
}

/** First comments, and answers to what is gone or not there yet. */
function beginnings(talk: Talk, pending: readonly Pending[]): Letter[] {
  const ids = new Set(pending.map(({ letter }) => letter.id));
  return pending
    .map(({ letter }) => letter)
    .filter(({ re }) => re === null || (!talk.byId.has(re as CommentId) && !ids.has(re)));
}
