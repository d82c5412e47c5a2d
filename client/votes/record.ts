// Keeps my receipts in step with what I give: while a ballot is open they follow it, and when the server has counted and taken
// my votes out they stay.

import { type Ballot, isOpen } from '../../shared/features/voting/ballot.ts';
import { hasVoted } from '../../shared/features/voting/votes.ts';
import type { Cancel, Scheduler } from '../../shared/lib/env.ts';
import type { Votes } from '../sync/votes.ts';
import type { Receipts } from './receipts.ts';

const doubtMs = 10_000;

export class MyRecord {
  private readonly votes: Votes;
  private readonly receipts: Receipts;
  private readonly scheduler: Scheduler;
  private readonly doubts = new Map<string, Cancel>();

  constructor(votes: Votes, receipts: Receipts, scheduler: Scheduler) {
    this.votes = votes;
    this.receipts = receipts;
    this.scheduler = scheduler;
  }

  /** Call whenever something of the ballots or of my votes changed. */
  follow(): void {
    for (const { ballot } of this.votes.now.get()) {
      if (!isOpen(ballot)) continue;
      const vote = this.votes.mineIn(ballot);
      if (hasVoted(vote)) this.receipts.keep(ballot.id, vote);
      else this.doubt(ballot.id);
    }
  }

  destroy(): void {
    for (const stop of this.doubts.values()) stop();
  }

  /** Nothing is left: either I took it back, or the server has counted and its word of that is still on its way. */
  private doubt(id: Ballot['id']): void {
    if (this.doubts.has(id) || this.receipts.of(id) === null) return;
    const look = () => {
      this.doubts.delete(id);
      const ballot = this.votes.now.get().find((each) => each.ballot.id === id)?.ballot;
      if (ballot !== undefined && isOpen(ballot) && !hasVoted(this.votes.mineIn(ballot)))
        this.receipts.drop(id);
    };
    this.doubts.set(id, this.scheduler.after(doubtMs, look));
  }
}
