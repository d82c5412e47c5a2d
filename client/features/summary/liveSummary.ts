// The summary of the board as it is on this screen, made anew a moment after anything of it changes. The same outline as the
// server's, so it is there without a network, too.

import { type ReadonlySignal, Signal } from '../../../shared/lib/signal.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { snapshotOf, type Told } from '../../lists/boardSnapshot.ts';

/** Who drags a note does not make it a hundred times. */
const pauseMs = 300;

export type { Told };

export class LiveSummary {
  private readonly board: OpenBoard;
  private readonly told: Signal<Told>;
  private readonly stops: (() => void)[] = [];
  private cancel: (() => void) | null = null;

  constructor(board: OpenBoard) {
    this.board = board;
    this.told = new Signal(snapshotOf(board));
    const { canvas, session, talk } = board.docs;
    const hear = () => this.later();
    for (const doc of [canvas, session, talk]) {
      doc.on('update', hear);
      this.stops.push(() => doc.off('update', hear));
    }
  }

  get now(): ReadonlySignal<Told> {
    return this.told;
  }

  stop(): void {
    this.cancel?.();
    for (const stop of this.stops) stop();
  }

  private later(): void {
    this.cancel ??= this.board.editor.env.scheduler.after(pauseMs, () => {
      this.cancel = null;
      this.told.set(snapshotOf(this.board));
    });
  }
}
