// What of the talk somebody has not seen yet, as a pure function of a mark that their device keeps.

import type { ParticipantId } from '../lib/ids.ts';
import type { CommentId, Talk, Thread } from './talk.ts';

/** Times are the server's, as comments carry them: a wrong clock on this device makes nothing unread. */
export interface SeenMark {
  /** Everything up to here was seen. */
  readonly upTo: number;
  /** What was seen beyond that, thread by thread. */
  readonly threads: Readonly<Record<string, number>>;
}

/** For somebody who comes for the first time: what was said before is there to be read, but it is not news. */
export function firstMark(talk: Talk): SeenMark {
  return { upTo: latestOf(talk), threads: {} };
}

/** How many comments of others are new, by thread. Threads without any are left out. */
export function unreadIn(talk: Talk, mark: SeenMark, me: ParticipantId): ReadonlyMap<CommentId, number> {
  const unread = new Map<CommentId, number>();
  for (const thread of talk.threads) {
    const seen = seenIn(mark, thread.id);
    if (thread.latestAt <= seen) continue;
    const count = thread.comments.filter(
      ({ at, by, removed }) => at > seen && by !== me && removed === null,
    ).length;
    if (count > 0) unread.set(thread.id, count);
  }
  return unread;
}

/** The mark after these threads were looked at. The same object when nothing in them was new. */
export function withSeen(mark: SeenMark, threads: readonly Thread[]): SeenMark {
  const news = threads.filter(({ id, latestAt }) => latestAt > seenIn(mark, id));
  if (news.length === 0) return mark;
  return {
    upTo: mark.upTo,
    threads: { ...mark.threads, ...Object.fromEntries(news.map(({ id, latestAt }) => [id, latestAt])) },
  };
}

/** The shortest mark that means the same: once nothing is new, one time says it all. */
export function compacted(mark: SeenMark, talk: Talk, me: ParticipantId): SeenMark {
  if (Object.keys(mark.threads).length === 0 || unreadIn(talk, mark, me).size > 0) return mark;
  return firstMark(talk);
}

function seenIn(mark: SeenMark, thread: CommentId): number {
  const ofThread = Object.hasOwn(mark.threads, thread) ? mark.threads[thread] : undefined;
  return Math.max(mark.upTo, ofThread ?? 0);
}

function latestOf(talk: Talk): number {
  return talk.threads.reduce((latest, thread) => Math.max(latest, thread.latestAt), 0);
}
