// Which ideas the voters of one ballot were shown, counted so that the voting page can show first what was seen least. What is
// told of it while the ballot is open is coarse and late on purpose: nobody can tell from it who saw what.

import { type Ballot, votersMin } from '../../shared/features/voting/ballot.ts';
import { levelsText, readSeen, seenText } from '../../shared/features/voting/exposure.ts';
import { readVote, type VoteEntries } from '../../shared/features/voting/votes.ts';
import type { ItemId, ParticipantId } from '../../shared/lib/ids.ts';
import type { LiveDoc } from '../liveDoc.ts';
import { hasLevels } from './ballotDoc.ts';

/** Everybody on the board is sent it: not at every turn of a page. */
const tellAgainMs = 60_000;

export class Exposure {
  private readonly seen = new Map<ParticipantId, ReadonlySet<number>>();
  private told: ReadonlyMap<ParticipantId, string> | null;
  private toldAt = Number.NEGATIVE_INFINITY;

  /** `wasTold`: something was told before this count began, from marks that are not known any more. */
  constructor(wasTold: boolean) {
    this.told = wasTold ? null : new Map();
  }

  note(ballot: Pick<Ballot, 'id' | 'options'>, voter: ParticipantId, entries: VoteEntries): void {
    const seen = readSeen(ballot, entries);
    if (seen.size > 0) this.seen.set(voter, seen);
    else this.seen.delete(voter);
  }

  /**
   * What everybody may be told now, one digit for each option; null while that would say something about somebody: the marks
   * of at least three people must have changed since the last time, and of as many there must be some.
   */
  tell(
    { options }: Pick<Ballot, 'options'>,
    eligible: ReadonlySet<ParticipantId>,
    now: number,
  ): string | null {
    const marks = [...this.seen].filter(([voter]) => eligible.has(voter));
    const texts = new Map(marks.map(([voter, seen]) => [voter, seenText(seen)]));
    this.told ??= texts;
    if (now - this.toldAt < tellAgainMs) return null;
    const voters = new Set([...texts.keys(), ...this.told.keys()]);
    const changed = [...voters].filter((voter) => texts.get(voter) !== this.told?.get(voter)).length;
    if (changed < votersMin || marks.length < votersMin) return null;
    this.told = texts;
    this.toldAt = now;
    const counts = options.map(() => 0);
    for (const [, seen] of marks) for (const index of seen) counts[index] = (counts[index] ?? 0) + 1;
    return levelsText(counts);
  }
}

/** Of every open ballot of one board. */
export class Exposures {
  private readonly byBallot = new Map<string, Exposure>();

  /** `docs`: those that changed since the last time. */
  levels(
    session: LiveDoc['doc'],
    ballot: Pick<Ballot, 'id' | 'options'>,
    voters: { docs: ReadonlyMap<ParticipantId, LiveDoc>; eligible: ReadonlySet<ParticipantId> },
    now: number,
  ): string | null {
    const exposure = this.byBallot.get(ballot.id) ?? new Exposure(hasLevels(session, ballot.id));
    this.byBallot.set(ballot.id, exposure);
    for (const [voter, live] of voters.docs)
      if (!live.quarantined) exposure.note(ballot, voter, live.doc.getMap('votes'));
    return exposure.tell(ballot, voters.eligible, now);
  }

  delete(ballot: string): void {
    this.byBallot.delete(ballot);
  }

  clear(): void {
    this.byBallot.clear();
  }
}

/**
 * For the result: of those who used the voting page, how many were shown each option or gave it something. Empty where
 * fewer than three did: then it would say what one of them saw.
 */
export function coverageOf(
  ballot: Pick<Ballot, 'id' | 'options' | 'method' | 'votes' | 'maxPerOption'>,
  everybody: Iterable<VoteEntries>,
): ReadonlyMap<ItemId, number> {
  const counts = new Map<ItemId, number>(ballot.options.map((option) => [option, 0]));
  let by = 0;
  for (const entries of everybody) {
    const marks = readSeen(ballot, entries);
    if (marks.size === 0) continue;
    by++;
    const { counts: given, ranking, spots } = readVote(ballot, entries);
    const shown = new Set<ItemId>([...given.keys(), ...ranking, ...spots.keys()]);
    for (const index of marks) {
      const option = ballot.options[index];
      if (option !== undefined) shown.add(option);
    }
    for (const option of shown) counts.set(option, (counts.get(option) ?? 0) + 1);
  }
  return by < votersMin ? new Map() : counts;
}
