// What the server's core is given and what it gives: no socket, no HTTP, no disk, no clock of its own.

import type { Role } from '../shared/board/roles.ts';
import type { Story } from '../shared/features/summary/story.ts';
import type { Item } from '../shared/items/item.ts';
import type { Env } from '../shared/lib/env.ts';
import type { BoardId, ItemId, ParticipantId } from '../shared/lib/ids.ts';
import type { Command, CommandResult, RejectCode } from '../shared/protocol/messages.ts';
import type { Compact } from './compaction.ts';
import type { Room } from './room.ts';
import type { Storage } from './storage/storage.ts';

/** One socket, as the core sees it. Sending never blocks and never throws. */
export interface Transport {
  send(frame: Uint8Array): void;
  /** The peer hears the code; nothing is received or sent afterwards. */
  close(code: number, reason: string): void;
  /** Bytes handed to `send` that have not left yet. */
  bufferedBytes(): number;
  /** Stops reading from the peer until `resume`: the bound on what one connection can make the server hold. */
  pause(): void;
  resume(): void;
}

export interface Visitor {
  readonly id: ParticipantId;
  readonly role: Role;
  /** Steers and takes no side: writes no drafts, casts no votes. */
  readonly neutral: boolean;
}

export interface BoardFacts {
  readonly id: BoardId;
  readonly epoch: number;
  readonly title: string;
}

export interface RoomPerson {
  readonly id: ParticipantId;
  readonly name: string;
  readonly role: Role;
  readonly neutral: boolean;
  /** Index into the presence palette, 0 to 11. */
  readonly colour: number;
}

/** A board as it is on disk at one moment. */
export interface BoardReading {
  readonly title: string;
  /** Live items only. */
  readonly items: readonly Item[];
  /** Soft-deleted ones: shown to nobody, but their ids are taken. */
  readonly deleted: readonly Item[];
  readonly people: readonly RoomPerson[];
  readonly authors: ReadonlyMap<ItemId, ParticipantId>;
  /** What there is to be proud of, in the order in which it was said. */
  readonly wins: readonly string[];
  /** The cluster for ideas that belong elsewhere. */
  readonly park: ItemId | null;
}

/** With how it came about. */
export interface StoryReading extends BoardReading {
  readonly story: Story;
}

export interface CoreLog {
  info(facts: Record<string, unknown>, message: string): void;
  warn(facts: Record<string, unknown>, message: string): void;
  error(facts: Record<string, unknown>, message: string): void;
}

export interface CoreDeps {
  readonly storage: Storage;
  readonly env: Env;
  readonly log: CoreLog;
  readonly compact: Compact;
  readonly runCommand: (room: Room, visitor: Visitor, command: Command) => Promise<CommandResult>;
  /** The disk failed in a way that leaves what was written unknown: stop the process, now. */
  readonly onFatal: (error: unknown) => void;
  /** Something waits to be sent to a board's webhook. Without it nothing is sent before the next look. */
  readonly onTold?: () => void;
  /** When something is due on a board next, as it is durable now; null when nothing is. */
  readonly onDue?: (board: BoardId, at: number | null) => void;
}

export class BoardFullError extends Error {
  override name = 'BoardFullError';
}

/** The board cannot be written at the moment; `code` says why. */
export class NotWritableError extends Error {
  override name = 'NotWritableError';
  readonly code: RejectCode;

  constructor(code: RejectCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** Counted by the core, read by metrics. */
export class Counters {
  commits = 0;
  records = 0;
  framesOut = 0;
  bytesOut = 0;
  dropped = 0;
  readonly rejects = new Map<RejectCode, number>();

  countReject(code: RejectCode): void {
    this.rejects.set(code, (this.rejects.get(code) ?? 0) + 1);
  }
}
