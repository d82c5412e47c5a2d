// A board's live feed: the link made, renewed and revoked, and what is read through it. The secret leaves in one answer and is
// kept as a hash, so that neither the disk nor a backup can be read with. Knows no HTTP.

import { createHash } from 'node:crypto';
import * as v from 'valibot';
import {
  type FeedFile,
  type FeedState,
  feedTokenChars,
  isFeedToken,
} from '../../shared/features/feed/feed.ts';
import type { Env } from '../../shared/lib/env.ts';
import { type BoardId, isBoardId, randomToken } from '../../shared/lib/ids.ts';
import { feedText } from '../../shared/transfer/feed.ts';
import type { SummaryLanguage } from '../../shared/transfer/summaryWords.ts';
import { sameText } from '../auth.ts';
import type { BoardRecord, Boards } from '../boards.ts';
import { type CommandScope, type CommandTable, command } from '../commands.ts';
import type { CoreLog } from '../core.ts';
import type { Room } from '../room.ts';
import type { Key, Put, Storage } from '../storage/storage.ts';
import { readWithStory } from './summary.ts';

const linkSchema = v.object({
  hash: v.string(),
  ending: v.string(),
  madeAt: v.number(),
  /** A restored board has links that were revoked since: none of them opens. */
  epoch: v.number(),
});
type Link = v.InferOutput<typeof linkSchema>;

export interface FeedText {
  readonly text: string;
  /** The same for the same bytes, and for no others. */
  readonly tag: string;
}

interface Made extends FeedText {
  /** How far the documents were that it was made from. */
  readonly from: string;
}

const nothing = v.strictObject({});
const usedEveryMs = 60_000;
/** Texts kept for whoever asks again. */
const keptMax = 40;

export class Feeds {
  private readonly storage: Storage;
  private readonly env: Env;
  private readonly log: CoreLog;
  private readonly boards: Pick<Boards, 'find'>;
  private readonly made = new Map<string, Made>();
  private readonly usedAt = new Map<BoardId, number>();

  constructor(deps: { storage: Storage; env: Env; log: CoreLog; boards: Pick<Boards, 'find'> }) {
    this.storage = deps.storage;
    this.env = deps.env;
    this.log = deps.log;
    this.boards = deps.boards;
  }

  commands(): CommandTable {
    return {
      'feed.create': command({ needs: 'facilitate', args: nothing, run: (scope) => this.create(scope) }),
      'feed.revoke': command({ needs: 'facilitate', args: nothing, run: (scope) => this.keep(scope, null) }),
      'feed.state': command({ needs: 'facilitate', args: nothing, run: ({ room }) => this.state(room) }),
    };
  }

  /** The board that an address opens; null for one that opens nothing (any more). */
  async opens(token: string): Promise<BoardRecord | null> {
    const [id, secret, ...rest] = token.split('.');
    if (!isBoardId(id) || !isFeedToken(secret) || rest.length > 0) return null;
    const [link, board] = await Promise.all([this.linkOf(id), this.boards.find(id)]);
    if (link === null || board === null || board.deletedAt !== null || link.epoch !== board.epoch)
      return null;
    return sameText(link.hash, hashOf(id, secret)) ? board : null;
  }

  /** What anybody who may look at the board sees, and less: ideas on the wall, and names only where names are shown. */
  async read(room: Room, file: FeedFile, language: SummaryLanguage): Promise<FeedText> {
    const [canvas, session] = await Promise.all([room.docs.open('canvas'), room.docs.open('session')]);
    const key = `${room.id} ${file} ${language}`;
    const from = `${room.epoch} ${canvas.head} ${session.head}`;
    const before = this.made.get(key);
    this.made.delete(key);
    const made = before?.from === from ? before : { from, ...(await this.make(room, file, language)) };
    this.made.set(key, made);
    if (this.made.size > keptMax)
      for (const oldest of this.made.keys()) {
        this.made.delete(oldest);
        break;
      }
    return made;
  }

  /** Notes that it was read. To the minute: a spreadsheet that asks all day long does not wear the disk. */
  async used(board: BoardId): Promise<void> {
    const now = this.env.clock.now();
    const minute = now - (now % usedEveryMs);
    if (this.usedAt.get(board) === minute) return;
    this.usedAt.set(board, minute);
    try {
      // Only where the link is still there: revoked in between, it leaves nothing.
      if ((await this.linkOf(board)) === null) return;
      await this.storage.commit({ puts: [{ key: usedKey(board), value: minute }] });
    } catch (error) {
      this.log.warn({ board, error: String(error) }, 'when a feed was read could not be kept');
    }
  }

  private async create(scope: CommandScope): Promise<{ token: string }> {
    const { room } = scope;
    const secret = randomToken(this.env.random, feedTokenChars);
    await this.keep(scope, {
      hash: hashOf(room.id, secret),
      ending: secret.slice(-4),
      madeAt: this.env.clock.now(),
      epoch: room.epoch,
    });
    return { token: `${room.id}.${secret}` };
  }

  /** The answer is remembered without the secret: it is told once. */
  private async keep({ room, visitor, remembering }: CommandScope, link: Link | null): Promise<void> {
    const puts: Put[] = [
      { key: linkKey(room.id), value: link },
      { key: usedKey(room.id), value: null },
      remembering(link === null ? undefined : { token: null }),
    ];
    await room.writes.write({ participant: visitor.id, kind: 'server', puts, run: () => [] });
    this.usedAt.delete(room.id);
  }

  private async state(room: Room): Promise<FeedState> {
    const link = await this.linkOf(room.id);
    if (link === null || link.epoch !== room.epoch) return { link: null };
    const used = await this.storage.get(usedKey(room.id));
    const { ending, madeAt } = link;
    return { link: { ending, madeAt, usedAt: typeof used === 'number' ? used : null } };
  }

  private async make(room: Room, file: FeedFile, language: SummaryLanguage): Promise<FeedText> {
    const board = await readWithStory(room);
    const text = feedText({ ...board, exportedAt: this.env.clock.now() }, file, language);
    return { text, tag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"` };
  }

  private async linkOf(board: BoardId): Promise<Link | null> {
    const parsed = v.safeParse(linkSchema, await this.storage.get(linkKey(board)));
    return parsed.success ? parsed.output : null;
  }
}

function linkKey(board: BoardId): Key {
  return ['feed', board, 'link'];
}

function usedKey(board: BoardId): Key {
  return ['feed', board, 'used'];
}

function hashOf(board: BoardId, secret: string): string {
  return createHash('sha256').update(`feed\n${board}\n${secret}`).digest('base64url');
}
