// Comments as people see them: threads on items and on the board, out of what the `talk` document holds. Everything in
// that document is unknown until it has passed through here. Knows no Yjs, no clock and nobody's screen.

import { limits } from '../board/limits.ts';
import { wellFormed } from '../board/textDiff.ts';
import { isTime } from '../lib/fields.ts';
import { type ItemId, isItemId, isParticipantId, type ParticipantId } from '../lib/ids.ts';

declare const brand: unique symbol;
export type CommentId = string & { readonly [brand]: 'comment' };

/** Where a thread hangs: on an item, or on the board as a whole. */
export type Place = ItemId | 'board';

export const reactionEmoji = ['👍', '❤️', '🎉', '💡', '🤔', '😄'] as const;
export type Emoji = (typeof reactionEmoji)[number];

/** Who did it and when, in milliseconds since 1970 by the server's clock. */
export interface Mark {
  readonly by: ParticipantId | null;
  readonly at: number;
}

/**
 * One entry of root `msgs`, a plain value: `th` the item or `board`, `re` the comment it answers (the first of its
 * thread), `by` and `at` stamped by the server, `t` text, `ed` when it was last edited, `x` marks: `resolved` on the first
 * comment of a thread, `removed` on one whose text is gone.
 */
export interface StoredComment {
  readonly th: Place;
  readonly re?: CommentId;
  readonly by: ParticipantId | null;
  readonly at: number;
  readonly t: string;
  readonly ed?: number;
  readonly x?: { readonly resolved?: Mark; readonly removed?: Mark };
}

export interface Reaction {
  readonly emoji: Emoji;
  readonly by: readonly ParticipantId[];
}

export interface Comment {
  readonly id: CommentId;
  readonly by: ParticipantId | null;
  readonly at: number;
  /** Empty when it was removed. */
  readonly text: string;
  readonly editedAt: number | null;
  readonly removed: Mark | null;
  /** Those that anybody gave, in the order of `reactionEmoji`. */
  readonly reactions: readonly Reaction[];
}

export interface Thread {
  /** Of its first comment. */
  readonly id: CommentId;
  readonly place: Place;
  /** Oldest first. A removed first comment stays as long as somebody answered it; removed answers are left out. */
  readonly comments: readonly Comment[];
  readonly resolved: Mark | null;
  readonly latestAt: number;
}

export interface Talk {
  /** In the order in which they began. */
  readonly threads: readonly Thread[];
  readonly byId: ReadonlyMap<CommentId, Thread>;
}

export const emptyTalk: Talk = { threads: [], byId: new Map() };

/** How much was said about one item. */
export interface Said {
  readonly comments: number;
  readonly reactions: number;
}

/** By item: comments that were not removed, and all reactions to them. */
export function saidAbout(talk: Talk): ReadonlyMap<ItemId, Said> {
  const said = new Map<ItemId, { comments: number; reactions: number }>();
  for (const { place, comments } of talk.threads) {
    if (place === 'board') continue;
    const sum = said.get(place) ?? { comments: 0, reactions: 0 };
    for (const { removed, reactions } of comments) {
      if (removed !== null) continue;
      sum.comments++;
      for (const { by } of reactions) sum.reactions += by.length;
    }
    said.set(place, sum);
  }
  return said;
}

const commentIdPattern = /^[A-Za-z0-9_-]{8,32}$/;

export function isCommentId(value: unknown): value is CommentId {
  return typeof value === 'string' && commentIdPattern.test(value);
}

/** What may be kept of a comment somebody wrote: trimmed and well-formed. Empty when nothing can be seen in it. */
export function commentText(written: string): string {
  const text = wellFormed(written.replace(/\r\n?/g, '\n')).trim();
  return /[\p{L}\p{N}\p{S}\p{P}]/u.test(text) ? text : '';
}

/** null when the entry makes no sense. */
export function readComment(entry: unknown): StoredComment | null {
  const { th, re, by, at, t, ed, x } = fieldsOf(entry);
  if ((th !== 'board' && !isItemId(th)) || typeof t !== 'string' || !isTime(at)) return null;
  const { resolved, removed } = fieldsOf(x);
  const marks = { resolved: readMark(resolved), removed: readMark(removed) };
  return {
    th,
    ...(isCommentId(re) && { re }),
    by: isParticipantId(by) ? by : null,
    at,
    t: marks.removed === null ? wellFormed(t.slice(0, limits.commentCharsMax)) : '',
    ...(isTime(ed) && { ed }),
    ...((marks.resolved !== null || marks.removed !== null) && {
      x: {
        ...(marks.resolved !== null && { resolved: marks.resolved }),
        ...(marks.removed !== null && { removed: marks.removed }),
      },
    }),
  };
}

/** The key of root `react` under which one participant's reactions to one comment stand, as a list of emoji. */
export function reactionKey(comment: CommentId, by: ParticipantId): string {
  return `${comment}/${by}`;
}

/** Ours only, each once, in the order of `reactionEmoji`. */
export function readReactions(value: unknown): Emoji[] {
  return Array.isArray(value) ? reactionEmoji.filter((emoji) => value.includes(emoji)) : [];
}

/** The entries of `msgs` and `react` as threads. An entry that makes no sense is left out. */
export function readTalk(
  messages: Iterable<readonly [string, unknown]>,
  reactions: Iterable<readonly [string, unknown]>,
): Talk {
  const stored = new Map<CommentId, StoredComment>();
  for (const [id, entry] of messages) {
    const comment = readComment(entry);
    if (comment !== null && isCommentId(id)) stored.set(id, comment);
  }
  const given = reactionsByComment(reactions);
  const inThreads = new Map<CommentId, CommentId[]>();
  const inTime = [...stored].sort(([a, x], [b, y]) => x.at - y.at || (a < b ? -1 : 1));
  for (const [id] of inTime) {
    const first = firstOf(stored, id);
    const members = inThreads.get(first);
    if (members) members.push(id);
    else inThreads.set(first, [id]);
  }
  const threads: Thread[] = [];
  for (const [first, members] of inThreads) {
    const thread = threadOf(first, members, stored, given);
    if (thread !== null) threads.push(thread);
  }
  const byId = new Map(threads.flatMap((thread) => thread.comments.map(({ id }) => [id, thread] as const)));
  return { threads, byId };
}

/** The first comment of the thread that this one belongs to: the server keeps answers one deep, a reader takes any. */
export function firstOf(stored: ReadonlyMap<CommentId, StoredComment>, id: CommentId): CommentId {
  const seen = new Set<CommentId>([id]);
  let first = id;
  for (;;) {
    const above = stored.get(first)?.re;
    if (above === undefined || !stored.has(above)) return first;
    // Answers in a circle: the smallest id of it begins the thread, for everybody.
    if (seen.has(above)) return [...seen].reduce((a, b) => (a < b ? a : b));
    seen.add(above);
    first = above;
  }
}

/** How many comments of threads that are not resolved hang on each item. */
export function openComments(talk: Talk): Map<ItemId, number> {
  const counts = new Map<ItemId, number>();
  for (const { place, resolved, comments } of talk.threads) {
    if (place === 'board' || resolved !== null) continue;
    const count = comments.filter(({ removed }) => removed === null).length;
    counts.set(place, (counts.get(place) ?? 0) + count);
  }
  return counts;
}

function threadOf(
  first: CommentId,
  members: readonly CommentId[],
  stored: ReadonlyMap<CommentId, StoredComment>,
  given: ReadonlyMap<CommentId, ReadonlyMap<Emoji, ParticipantId[]>>,
): Thread | null {
  const root = stored.get(first);
  if (root === undefined) return null;
  const inOrder = [first, ...members.filter((id) => id !== first)];
  const comments = inOrder.flatMap((id) => {
    const entry = stored.get(id);
    return entry === undefined ? [] : [commentOf(id, entry, given.get(id))];
  });
  const living = comments.filter(({ removed }) => removed === null);
  if (living.length === 0) return null;
  return {
    id: first,
    place: root.th,
    comments: comments.filter(({ id, removed }) => id === first || removed === null),
    resolved: root.x?.resolved ?? null,
    latestAt: Math.max(...living.map(({ at }) => at)),
  };
}

function commentOf(
  id: CommentId,
  entry: StoredComment,
  given: ReadonlyMap<Emoji, ParticipantId[]> | undefined,
): Comment {
  const removed = entry.x?.removed ?? null;
  return {
    id,
    by: entry.by,
    at: entry.at,
    text: entry.t,
    editedAt: entry.ed ?? null,
    removed,
    reactions:
      removed !== null || given === undefined
        ? []
        : reactionEmoji.flatMap((emoji) => {
            const by = given.get(emoji);
            return by === undefined ? [] : [{ emoji, by }];
          }),
  };
}

function reactionsByComment(
  entries: Iterable<readonly [string, unknown]>,
): Map<CommentId, Map<Emoji, ParticipantId[]>> {
  const given = new Map<CommentId, Map<Emoji, ParticipantId[]>>();
  for (const [key, value] of [...entries].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [comment, by, ...rest] = key.split('/');
    if (!isCommentId(comment) || !isParticipantId(by) || rest.length > 0) continue;
    for (const emoji of readReactions(value)) {
      const ofComment = given.get(comment) ?? new Map<Emoji, ParticipantId[]>();
      given.set(comment, ofComment);
      const people = ofComment.get(emoji);
      if (people) people.push(by);
      else ofComment.set(emoji, [by]);
    }
  }
  return given;
}

function readMark(value: unknown): Mark | null {
  const { by, at } = fieldsOf(value);
  return isTime(at) ? { by: isParticipantId(by) ? by : null, at } : null;
}

function fieldsOf(value: unknown): Partial<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Partial<Record<string, unknown>>) : {};
}
