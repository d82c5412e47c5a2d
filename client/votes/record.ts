// Keeps my receipts in step with what I give: while a ballot is open they follow it, and when the server has counted and taken
// my votes out they stay. Notices what had not left this device by then: a receipt is not to promise what was not counted.

import { isOpen } from '../../shared/features/voting/ballot.ts';
import { hasVoted } from '../../shared/features/voting/votes.ts';
import type { Cancel, Scheduler } from '../../shared/lib/env.ts';
import type { Votes } from '../sync/votes.ts';
import type { Receipts } from './receipts.ts';

const doubtMs = 10_000;
/** An answer to what was in time takes its time to get here. */
const answerMs = 2_000;

export interface MyRecordParts {
  readonly votes: Pick<Votes, 'now' | 'mineIn' | 'unsent'>;
  readonly receipts: Receipts;
  readonly scheduler: Scheduler;
  /** Milliseconds since 1970 by the server's clock. */
  serverNow(): number;
}

export class MyRecord {
  private readonly parts: MyRecordParts;
  private readonly doubts = new Map<string, Cancel>();
  private unsent: ReadonlySet<string> = new Set();
  /** When the last of what I gave in a ballot was known to be on the server; only what was sent while this page is open. */
  private readonly sentAt = new Map<string, number>();

  constructor(parts: MyRecordParts) {
    this.parts = parts;
  }

  /** Call whenever something of the ballots, of my votes, or of what is sent changed. */
  follow(): void {
    const { votes, receipts } = this.parts;
    const unsent = votes.unsent();
    for (const id of this.unsent) if (!unsent.has(id)) this.sentAt.set(id, this.parts.serverNow());
    this.unsent = unsent;
    for (const { ballot } of votes.now.get()) {
      if (ballot.closedAt !== null) this.look(ballot.id, ballot.closedAt);
      else {
        const vote = votes.mineIn(ballot);
        if (hasVoted(vote)) receipts.keep(ballot.id, vote);
        else this.doubt(ballot.id);
      }
    }
  }

  destroy(): void {
    for (const stop of this.doubts.values()) stop();
  }

  /** The server's word that it is over, and its word that it has what I gave, come by two ways. */
  private look(id: string, closedAt: number): void {
    const wasSent = this.sentAt.get(id) ?? closedAt;
    if (this.unsent.has(id) || wasSent > closedAt + answerMs) this.parts.receipts.markLate(id);
  }

  /** Nothing is left: either I took it back, or the server has counted and its word of that is still on its way. */
  private doubt(id: string): void {
    const { votes, receipts, scheduler } = this.parts;
    if (this.doubts.has(id) || receipts.of(id) === null) return;
    const look = () => {
      this.doubts.delete(id);
      const ballot = votes.now.get().find((each) => each.ballot.id === id)?.ballot;
      if (ballot !== undefined && isOpen(ballot) && !hasVoted(votes.mineIn(ballot))) receipts.drop(id);
    };
    this.doubts.set(id, scheduler.after(doubtMs, look));
  }
}
