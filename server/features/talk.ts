// Commands about comments. The server alone writes them, stamps who and when, and makes each of them happen once.

import * as v from 'valibot';
import { limits } from '../../shared/board/limits.ts';
import { can } from '../../shared/board/roles.ts';
import {
  type CommentId,
  commentText,
  type Emoji,
  isCommentId,
  type Mark,
  type Place,
  reactionEmoji,
} from '../../shared/features/talk.ts';
import type { Env } from '../../shared/lib/env.ts';
import { type BoardId, type ItemId, isItemId, randomToken } from '../../shared/lib/ids.ts';
import { type CommandScope, type CommandTable, command } from '../commands.ts';
import { ApiError } from '../errors.ts';
import type { Key, Put, Storage } from '../storage/storage.ts';
import { addComment, editComment, react, removeComment, resolveThread, restoreComment } from '../talkDoc.ts';

/** What was removed can be brought back for this long. */
const keptRemovedMs = 24 * 60 * 60 * 1000;

const commentId = v.custom<CommentId>(isCommentId);
const ofComment = v.strictObject({ id: commentId });
const removedSchema = v.object({ at: v.number(), text: v.string() });

export class TalkCommands {
  private readonly storage: Storage;
  private readonly env: Env;

  constructor(storage: Storage, env: Env) {
    this.storage = storage;
    this.env = env;
  }

  table(): CommandTable {
    return { ...this.writing(), ...this.removing(), ...this.aboutThreads() };
  }

  /** Texts that were removed long enough ago are gone for good. */
  async forgetOld(): Promise<void> {
    const before = this.env.clock.now() - keptRemovedMs;
    const old = (await this.storage.list(['comment'])).filter(({ value }) => {
      const parsed = v.safeParse(removedSchema, value);
      return !parsed.success || parsed.output.at <= before;
    });
    if (old.length > 0) await this.storage.commit({ removes: old.map(({ key }) => key) });
  }

  private writing(): CommandTable {
    return {
      'comment.add': command({
        needs: 'takePart',
        args: v.strictObject({
          id: v.optional(commentId),
          item: v.optional(v.custom<ItemId>(isItemId)),
          channel: v.optional(v.literal('board')),
          re: v.optional(commentId),
          text: v.string(),
        }),
        run: async (scope, { id = this.newId(), item, re = null, text }) => {
          const place: Place = item ?? 'board';
          const comment = { id, place, answers: re, text: fitting(text) };
          const puts = [scope.remembering({ id })];
          await scope.room.changes.changeTalk(
            scope.visitor.id,
            (doc, isItem) => {
              if (re === null && item !== undefined && !isItem(item)) throw noSuchItem();
              addComment(doc, this.mark(scope), comment);
            },
            puts,
          );
          return { id };
        },
      }),
      'comment.edit': command({
        needs: 'takePart',
        args: v.strictObject({ id: commentId, text: v.string() }),
        run: (scope, { id, text }) => {
          const fits = fitting(text);
          return this.change(scope, (doc) => editComment(doc, this.mark(scope), id, fits));
        },
      }),
    };
  }

  private removing(): CommandTable {
    return {
      'comment.delete': command({
        needs: 'takePart',
        args: ofComment,
        run: async (scope, { id }) => {
          const { room, visitor } = scope;
          const mayRemoveAny = can(visitor.role, 'facilitate');
          const puts: Put[] = [scope.remembering()];
          await room.changes.changeTalk(
            visitor.id,
            (doc) => {
              const removed = removeComment(doc, this.mark(scope), id, mayRemoveAny);
              if (removed === null) return;
              const value = { at: this.env.clock.now(), text: removed.t };
              puts.push({ key: removedKey(room.id, id), value });
            },
            puts,
          );
        },
      }),
      'comment.restore': command({
        needs: 'takePart',
        args: ofComment,
        run: async (scope, { id }) => {
          const kept = v.safeParse(removedSchema, await this.storage.get(removedKey(scope.room.id, id)));
          const text = kept.success ? kept.output.text : null;
          await this.change(scope, (doc) => restoreComment(doc, scope.visitor.id, id, text));
        },
      }),
    };
  }

  private aboutThreads(): CommandTable {
    const resolve = (isResolved: boolean) =>
      command({
        needs: 'takePart',
        args: ofComment,
        run: (scope, { id }) =>
          this.change(scope, (doc) => resolveThread(doc, this.mark(scope), id, isResolved)),
      });
    return {
      'comment.resolve': resolve(true),
      'comment.reopen': resolve(false),
      'comment.react': command({
        needs: 'takePart',
        args: v.strictObject({
          id: commentId,
          emoji: v.picklist<readonly Emoji[]>(reactionEmoji),
          on: v.optional(v.boolean()),
        }),
        run: async (scope, { id, emoji, on = null }) => {
          const wanted = { id, emoji, on };
          await this.change(scope, (doc) => react(doc, scope.visitor.id, wanted));
        },
      }),
    };
  }

  /** A change without an answer of its own, remembered in the commit that makes it. */
  private change(
    scope: CommandScope,
    change: Parameters<CommandScope['room']['changes']['changeTalk']>[1],
  ): Promise<void> {
    return scope.room.changes.changeTalk(scope.visitor.id, change, [scope.remembering()]);
  }

  private mark({ visitor }: CommandScope): Mark {
    return { by: visitor.id, at: this.env.clock.now() };
  }

  private newId(): CommentId {
    return randomToken(this.env.random, 16) as CommentId;
  }
}

function fitting(written: string): string {
  const text = commentText(written);
  if (text === '') throw new ApiError(400, 'empty', 'There is nothing to read in this comment.');
  if (text.length > limits.commentCharsMax) {
    const most = limits.commentCharsMax.toLocaleString('en');
    throw new ApiError(413, 'too-long', `A comment holds at most ${most} characters.`);
  }
  return text;
}

function removedKey(board: BoardId, id: CommentId): Key {
  return ['comment', board, id];
}

function noSuchItem(): ApiError {
  return new ApiError(404, 'no-such-item', 'There is no such item on this board.');
}
