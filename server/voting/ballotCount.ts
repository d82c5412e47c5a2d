// The votes of one open ballot as they stand now, kept in memory so that only what changed is read again, and whose changed
// since totals were last shown. What was shown of somebody's vote stands as a mark beside it, in their own document: so it is
// known after a restart as well, to nobody else, and goes when the votes go. Knows no document.

import { votersMin } from '../../shared/features/voting/ballot.ts';
import {
  hasVoted,
  readVote,
  type Vote,
  type VotedOn,
  type VoteEntries,
  voteText,
} from '../../shared/features/voting/votes.ts';
import type { ParticipantId } from '../../shared/lib/ids.ts';

/** No id of an option begins like this. */
const shownSlot = '~shown';

/** The key of the mark: what of its owner's vote was in the totals that were last shown. */
export function shownKey(ballot: string): string {
  return `${ballot}/${shownSlot}`;
}

export class BallotCount {
  private readonly votes = new Map<ParticipantId, Vote>();
  /** Of everybody whose vote is in the totals that were last shown. */
  private readonly shown = new Map<ParticipantId, string>();

  note(ballot: VotedOn, voter: ParticipantId, entries: VoteEntries): void {
    const vote = readVote(ballot, entries);
    if (hasVoted(vote)) this.votes.set(voter, vote);
    else this.votes.delete(voter);
    const mark = entries.get(shownKey(ballot.id));
    if (typeof mark === 'string') this.shown.set(voter, mark);
    else this.shown.delete(voter);
  }

  /** Of those who may vote. Whoever was taken off the board takes their vote along. */
  cast(eligible: ReadonlySet<ParticipantId>): Vote[] {
    return [...this.votes].flatMap(([voter, vote]) => (eligible.has(voter) ? [vote] : []));
  }

  /** Whose part in the totals is another than was shown, with the mark of what it is now; null for none. */
  changed(eligible: ReadonlySet<ParticipantId>): ReadonlyMap<ParticipantId, string | null> {
    const changed = new Map<ParticipantId, string | null>();
    for (const voter of new Set([...this.votes.keys(), ...this.shown.keys()])) {
      const vote = eligible.has(voter) ? this.votes.get(voter) : undefined;
      const now = vote === undefined ? null : markOf(vote);
      if (now !== (this.shown.get(voter) ?? null)) changed.set(voter, now);
    }
    return changed;
  }
}

/**
 * A total that changed by one vote would tell that vote; one that changed by two tells each of the two the other one's. So does
 * one of which only so few are left: when others took theirs back, or lost them to whoever leads.
 */
export function mayShow(changed: ReadonlyMap<ParticipantId, string | null>, voted: number): boolean {
  return changed.size >= votersMin && voted >= votersMin;
}

/** Short, and another for another vote: 53 bits of the vote's text. Its owner may know it, and nobody else ever sees it. */
function markOf(vote: Vote): string {
  const text = voteText(vote);
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
