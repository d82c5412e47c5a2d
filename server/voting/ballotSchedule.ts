// What is to happen on boards that nobody has open: one list of when something is due on which board, read at the start from
// the record that every change of a ballot keeps. At its time the board is opened, does what is due, and is let go again. What
// is over and not erased yet is due at once. Knows nothing of ballots.

import type { Cancel, Env } from '../../shared/lib/env.ts';
import { type BoardId, isBoardId } from '../../shared/lib/ids.ts';
import type { Boards } from '../boards.ts';
import type { CoreLog } from '../core.ts';
import type { Rooms } from '../rooms.ts';
import type { Storage } from '../storage/storage.ts';
import { readDue } from './due.ts';

/** Timers of more than this are set anew on the way. */
const timerMsMax = 24 * 60 * 60_000;
/** What could not be done is tried again after this, then after twice as long each time. */
const againMs = 30_000;
const againMsMax = 60 * 60_000;

export interface ScheduleDeps {
  readonly storage: Pick<Storage, 'list' | 'commit'>;
  readonly env: Env;
  readonly log: CoreLog;
  readonly boards: Pick<Boards, 'find'>;
  readonly rooms: Pick<Rooms, 'visit'>;
}

interface Waiting {
  readonly at: number;
  /** Later than `at` once it was tried in vain. */
  readonly tryAt: number;
  /** How often it was tried in vain. */
  readonly tries: number;
}

export class BallotSchedule {
  private readonly deps: ScheduleDeps;
  private readonly waiting = new Map<BoardId, Waiting>();
  /** Where something was begun and not ended: in a life of the server before, or because it could not be done. */
  private readonly unfinished = new Map<BoardId, Waiting>();
  private cancelTimer: Cancel | null = null;
  private isWorking = false;
  private isStopped = false;
  private work: Promise<void> = Promise.resolve();

  constructor(deps: ScheduleDeps) {
    this.deps = deps;
  }

  /** Reads what is due. Before any board is open; what is due already is done behind it. */
  async start(): Promise<void> {
    const { storage } = this.deps;
    const past = [];
    for (const { key, value } of await storage.list(['due'])) {
      const [board, at] = [key[1], readDue(value)];
      if (at === null || !isBoardId(board)) past.push(key);
      else this.waiting.set(board, { at, tryAt: at, tries: 0 });
    }
    if (past.length > 0) await storage.commit({ removes: past });
    for (const { key } of await storage.list(['erase'])) {
      const at = this.deps.env.clock.now();
      if (isBoardId(key[1])) this.unfinished.set(key[1], { at, tryAt: at, tries: 0 });
    }
    this.arm();
  }

  /** As it is durable now; null when nothing is due on this board any more. */
  note(board: BoardId, at: number | null): void {
    if (at === null) this.waiting.delete(board);
    else if (this.waiting.get(board)?.at !== at) this.waiting.set(board, { at, tryAt: at, tries: 0 });
    else return;
    this.arm();
  }

  /** Resolves when nothing is being done any more. */
  async stop(): Promise<void> {
    this.isStopped = true;
    this.cancelTimer?.();
    await this.work;
  }

  private arm(): void {
    this.cancelTimer?.();
    this.cancelTimer = null;
    if (this.isStopped || this.isWorking) return;
    const { clock, scheduler } = this.deps.env;
    let next = Number.POSITIVE_INFINITY;
    for (const { tryAt } of this.all()) next = Math.min(next, tryAt);
    if (next === Number.POSITIVE_INFINITY) return;
    const delay = Math.min(timerMsMax, Math.max(0, next - clock.now()));
    this.cancelTimer = scheduler.after(delay, () => {
      this.work = this.doWhatIsDue();
    });
  }

  /** One board after another: whoever is online is not to notice. */
  private async doWhatIsDue(): Promise<void> {
    this.isWorking = true;
    const now = this.deps.env.clock.now();
    const due = [...this.waiting, ...this.unfinished].filter(([, { tryAt }]) => tryAt <= now);
    for (const board of new Set(due.sort(([, a], [, b]) => a.at - b.at).map(([id]) => id))) {
      if (this.isStopped) break;
      const waiting = this.waiting.get(board);
      if (await this.doOn(board)) this.unfinished.delete(board);
      else
        this.unfinished.set(
          board,
          this.later(this.unfinished.get(board) ?? { at: now, tryAt: now, tries: 0 }),
        );
      // Still the same: it could not be done.
      if (waiting !== undefined && waiting.tryAt <= now && this.waiting.get(board) === waiting)
        this.waiting.set(board, this.later(waiting));
    }
    this.isWorking = false;
    this.arm();
  }

  private *all(): Generator<Waiting> {
    yield* this.waiting.values();
    yield* this.unfinished.values();
  }

  private later({ at, tries }: Waiting): Waiting {
    const pause = Math.min(againMsMax, againMs * 2 ** tries);
    return { at, tryAt: this.deps.env.clock.now() + pause, tries: tries + 1 };
  }

  /** False when it has to be tried again. */
  private async doOn(id: BoardId): Promise<boolean> {
    const { boards, rooms, log } = this.deps;
    try {
      const board = await boards.find(id);
      if (board === null) this.waiting.delete(id);
      // What is in the trash waits there: it may come back.
      if (board === null || board.deletedAt !== null) return true;
      await rooms.visit(board, (room) => room.votes.settle());
      return true;
    } catch (error) {
      log.warn({ board: id, error: String(error) }, 'what is due on this board cannot be done now');
      return false;
    }
  }
}
