// What the server writes into a board's `talk` document, and reads back. It alone writes there, so each of these looks at
// everything first and writes last: whatever throws has changed nothing.

import type * as Y from 'yjs';
import { limits } from '../shared/board/limits.ts';
import {
  type CommentId,
  type Emoji,
  firstOf,
  isCommentId,
  type Mark,
  type Place,
  reactionKey,
  readComment,
  readReactions,
  type StoredComment,
} from '../shared/features/talk.ts';
import type { ParticipantId } from '../shared/lib/ids.ts';
import { ApiError } from './errors.ts';

export interface NewComment {
  readonly id: CommentId;
  readonly place: Place;
  /** Any comment of the thread it belongs to; null begins one. */
  readonly answers: CommentId | null;
  readonly text: string;
}

/** Adds a comment, after all others. Adding what is there already writes nothing. An answer opens a resolved thread again. */
export function addComment(doc: Y.Doc, who: Mark, { id, place, answers, text }: NewComment): void {
  const comments = readComments(doc);
  const known = comments.get(id);
  if (known !== undefined) {
    if (known.by === who.by) return;
    throw new ApiError(409, 'id-taken', 'Another comment has this id. Give each comment an id of its own.');
  }
  if (comments.size >= limits.commentsMax) {
    throw new ApiError(413, 'talk-full', `A board holds at most ${limits.commentsMax} comments.`);
  }
  const first = answers === null ? null : firstOf(comments, answers);
  const thread = first === null ? null : comments.get(first);
  if (thread === undefined) throw noSuchComment();
  const latest = Math.max(0, ...[...comments.values()].map((comment) => comment.at));
  // Later than all others even when two come within a millisecond, or a clock was set back.
  const at = Math.max(who.at, latest + 1);
  const { by } = who;
  doc.transact(() => {
    put(doc, id, { th: thread?.th ?? place, ...(first !== null && { re: first }), by, at, t: text });
    if (first !== null && thread?.x?.resolved) put(doc, first, withMarks(thread, { resolved: null }));
  }, 'server');
}

/** The same text again writes nothing, and is not an edit. */
export function editComment(doc: Y.Doc, who: Mark, id: CommentId, text: string): void {
  const comment = living(doc, id);
  if (comment.by !== who.by) throw notYours();
  if (comment.t !== text) put(doc, id, { ...comment, t: text, ed: who.at });
}

/** Takes the text away for good and gives it to whoever keeps it for a change of mind; null when it was gone already. */
export function removeComment(
  doc: Y.Doc,
  who: Mark,
  id: CommentId,
  mayRemoveAny: boolean,
): StoredComment | null {
  const comment = readComments(doc).get(id);
  if (comment === undefined) throw noSuchComment();
  if (comment.by !== who.by && !mayRemoveAny) throw notYours();
  if (comment.x?.removed) return null;
  put(doc, id, { ...withMarks(comment, { removed: who }), t: '' });
  return comment;
}

/** Brings a removed comment back; only whoever removed it may. One that is there already stays as it is. */
export function restoreComment(doc: Y.Doc, by: ParticipantId, id: CommentId, text: string | null): void {
  const comment = readComments(doc).get(id);
  if (comment === undefined) throw noSuchComment();
  if (comment.x?.removed === undefined) return;
  if (comment.x.removed.by !== by) throw notYours();
  if (text === null) throw new ApiError(409, 'too-late', 'This comment can no longer be brought back.');
  put(doc, id, { ...withMarks(comment, { removed: null }), t: text });
}

/** Resolves the thread a comment belongs to, or opens it again. */
export function resolveThread(doc: Y.Doc, who: Mark, id: CommentId, isResolved: boolean): void {
  const comments = readComments(doc);
  const first = firstOf(comments, id);
  const thread = comments.get(first);
  if (thread === undefined) throw noSuchComment();
  if ((thread.x?.resolved !== undefined) === isResolved) return;
  put(doc, first, withMarks(thread, { resolved: isResolved ? who : null }));
}

/** Turns one participant's reaction on or off; `on` null turns it the other way. Gives how it is now. */
export function react(
  doc: Y.Doc,
  by: ParticipantId,
  { id, emoji, on }: { id: CommentId; emoji: Emoji; on: boolean | null },
): boolean {
  living(doc, id);
  const reactions = doc.getMap('react');
  const key = reactionKey(id, by);
  const before = readReactions(reactions.get(key));
  const isOn = before.includes(emoji);
  const wanted = on ?? !isOn;
  if (wanted === isOn) return wanted;
  const after = wanted ? [...before, emoji] : before.filter((each) => each !== emoji);
  doc.transact(() => {
    if (after.length === 0) reactions.delete(key);
    else reactions.set(key, after);
  }, 'server');
  return wanted;
}

function readComments(doc: Y.Doc): Map<CommentId, StoredComment> {
  const comments = new Map<CommentId, StoredComment>();
  for (const [id, entry] of doc.getMap('msgs').entries()) {
    const comment = readComment(entry);
    if (comment !== null && isCommentId(id)) comments.set(id, comment);
  }
  return comments;
}

function living(doc: Y.Doc, id: CommentId): StoredComment {
  const comment = readComment(doc.getMap('msgs').get(id));
  if (comment === null || comment.x?.removed) throw noSuchComment();
  return comment;
}

function put(doc: Y.Doc, id: CommentId, comment: StoredComment): void {
  doc.transact(() => doc.getMap('msgs').set(id, comment), 'server');
}

/** null takes a mark away. */
function withMarks(
  comment: StoredComment,
  changed: { readonly resolved?: Mark | null; readonly removed?: Mark | null },
): StoredComment {
  const { x, ...rest } = comment;
  const { resolved = null, removed = null } = { ...x, ...changed };
  if (resolved === null && removed === null) return rest;
  return {
    ...rest,
    x: { ...(resolved !== null && { resolved }), ...(removed !== null && { removed }) },
  };
}

function noSuchComment(): ApiError {
  return new ApiError(404, 'not-found', 'There is no such comment on this board.');
}

function notYours(): ApiError {
  return new ApiError(403, 'forbidden', 'This comment belongs to somebody else.');
}
