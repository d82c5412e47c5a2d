// The changes of one open board that did not get through: listed, made again, or let go, on a word of the person.

import type { Board } from '../../shared/board/board.ts';
import type { Scheduler } from '../../shared/lib/env.ts';
import { type ReadonlySignal, Signal, type Unsubscribe } from '../../shared/lib/signal.ts';
import type { BoardMemory, KeptChange } from './boardMemory.ts';
import { leftoversText, makeAnew, offerAgain } from './leftovers.ts';

/** By then what was made again lies in the board's own copy: better twice for a moment than not at all. */
const dropAfterMs = 500;

export class KeptChanges {
  private readonly all = new Signal<readonly KeptChange[]>([]);
  private readonly memory: BoardMemory;
  private readonly boardId: string;
  private readonly board: Board;
  private readonly scheduler: Scheduler;
  private readonly settled = new Set<string>();
  private readonly stop: Unsubscribe;

  constructor(memory: BoardMemory, boardId: string, board: Board, scheduler: Scheduler) {
    this.memory = memory;
    this.boardId = boardId;
    this.board = board;
    this.scheduler = scheduler;
    this.stop = memory.keptChanged.add((changed) => {
      if (changed === boardId) void this.read();
    });
    void this.read();
  }

  /** Oldest first. */
  get list(): ReadonlySignal<readonly KeptChange[]> {
    return this.all;
  }

  /** As new edits of this person, in one step of undo. */
  makeAgain(change: KeptChange): void {
    if (change.why === 'deleted') makeAnew(this.board, change.items);
    else offerAgain(this.board, change.items);
    this.hide(change);
    this.scheduler.after(dropAfterMs, () => void this.memory.drop(this.boardId, change.id));
  }

  letGo(change: KeptChange): void {
    this.hide(change);
    void this.memory.drop(this.boardId, change.id);
  }

  /** One idea a line. */
  text(change: KeptChange): string {
    return leftoversText(change.items);
  }

  destroy(): void {
    this.stop();
  }

  private hide(change: KeptChange): void {
    this.settled.add(change.id);
    this.all.set(this.all.get().filter(({ id }) => id !== change.id));
  }

  private async read(): Promise<void> {
    const changes = await this.memory.kept(this.boardId);
    this.all.set(changes.filter(({ id }) => !this.settled.has(id)));
  }
}
