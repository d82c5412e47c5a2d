// When a win comes to the list, everybody claps for a moment. Follows the session; what was there when I came is no news.

import type { Win } from '../../../shared/features/session/state.ts';
import type { Cancel, Scheduler } from '../../../shared/lib/env.ts';
import { type ReadonlySignal, Signal, type Unsubscribe } from '../../../shared/lib/signal.ts';
import type { FeatureView } from '../feature.ts';

const shownMs = 4_500;
const hands = 9;
const gapMs = 130;
/** A win that comes with the first documents, or after a long way, is old. */
const freshMs = 20_000;

export class Applause {
  private readonly board: FeatureView['board'];
  private readonly scheduler: Scheduler;
  private readonly clap: () => void;
  private readonly now = new Signal<Win | null>(null);
  /** The win that is celebrated at this moment. */
  readonly win: ReadonlySignal<Win | null> = this.now;
  private readonly stop: Unsubscribe;
  private readonly known: Set<string>;
  private readonly cancels = new Set<Cancel>();

  constructor(parts: { board: FeatureView['board']; scheduler: Scheduler; clap: () => void }) {
    this.board = parts.board;
    this.scheduler = parts.scheduler;
    this.clap = parts.clap;
    this.known = new Set(this.board.session.state().wins.map(({ id }) => id));
    this.stop = this.board.session.subscribe(() => this.hear());
  }

  destroy(): void {
    this.stop();
    for (const cancel of this.cancels) cancel();
  }

  private hear(): void {
    const { wins } = this.board.session.state();
    const fresh = wins.filter(({ id, at }) => !this.known.has(id) && this.board.serverNow() - at < freshMs);
    for (const { id } of wins) this.known.add(id);
    const last = fresh.at(-1);
    if (last === undefined) return;
    this.now.set(last);
    for (let hand = 0; hand < hands; hand++) this.after(hand * gapMs, this.clap);
    this.after(shownMs, () => {
      if (this.now.get() === last) this.now.set(null);
    });
  }

  private after(ms: number, run: () => void): void {
    const cancel = this.scheduler.after(ms, () => {
      this.cancels.delete(cancel);
      run();
    });
    this.cancels.add(cancel);
  }
}
