// Which ideas the voters of one ballot were shown, counted so that the voting page can show first what was seen least. What is
// told of it while the ballot is open is coarse and late on purpose: nobody can tell from it who saw what.

import { type Ballot, votersMin } from '../../shared/features/voting/ballot.ts';
import { levelsText, readSeen, seenText } from '../../shared/features/voting/exposure.ts';
import { readVote, type VoteEntries } from '../../shared/features/voting/votes.ts';
import type { ItemId, ParticipantId } from '../../shared/lib/ids.ts';

/** Everybody on the board is sent it: not at every turn of a page. */
const tellAgainMs = 60_000;

/** How often each option was shown on the voting page, and to how many people any was. */
export interface Coverage {
  readonly seen: ReadonlyMap<ItemId, number>;
  readonly by: number;
}

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
   * of at least three people must have changed since the last time.
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
    if (changed < votersMin) return null;
    this.told = texts;
    this.toldAt = now;
    const counts = options.map(() => 0);
    for (const [, seen] of marks) for (const index of seen) counts[index] = (counts[index] ?? 0) + 1;
    return levelsText(counts);
  }
}

/**
 * For the result: of those who used the voting page, how many were shown each option or gave it something. null where fewer
 * than three did: then it would say what one of them saw.
 */
export function coverageOf(
  ballot: Pick<Ballot, 'id' | 'options' | 'method' | 'votes' | 'maxPerOption'>,
  everybody: Iterable<VoteEntries>,
): Coverage | null {
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
  return by < votersMin ? null : { seen: counts, by };
}
