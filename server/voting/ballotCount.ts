// The votes of one open ballot as they stand now, kept in memory so that only what changed is read again, and how many of
// them changed since totals were last shown. Knows no document.

import { hasVoted, type Vote, voteText } from '../../shared/features/voting/votes.ts';
import type { ParticipantId } from '../../shared/lib/ids.ts';

/** A total that changed by one vote would tell that vote. */
const changedMin = 2;

export class BallotCount {
  private readonly votes = new Map<ParticipantId, Vote>();
  private shown: ReadonlyMap<ParticipantId, string> | null;

  /** `wasShown`: totals were shown before this count began, from votes that are not known any more. */
  constructor(wasShown: boolean) {
    this.shown = wasShown ? null : new Map();
  }

  note(voter: ParticipantId, vote: Vote): void {
    if (hasVoted(vote)) this.votes.set(voter, vote);
    else this.votes.delete(voter);
  }

  /** Of those who may vote. Whoever was taken off the board takes their vote along. */
  cast(eligible: ReadonlySet<ParticipantId>): Vote[] {
    return [...this.votes].flatMap(([voter, vote]) => (eligible.has(voter) ? [vote] : []));
  }

  /** Whether totals can be shown again without telling what one person did; remembers that they are. */
  mayShow(eligible: ReadonlySet<ParticipantId>): boolean {
    const now = new Map(
      [...this.votes].flatMap(([voter, vote]) => (eligible.has(voter) ? [[voter, voteText(vote)]] : [])),
    );
    // What was shown before a restart is unknown: it counts from here on.
    this.shown ??= now;
    const voters = new Set([...now.keys(), ...this.shown.keys()]);
    const changed = [...voters].filter((voter) => now.get(voter) !== this.shown?.get(voter)).length;
    if (changed < changedMin) return false;
    this.shown = now;
    return true;
  }
}
