// What the parts of the voting page share while somebody votes: one ballot, what they have given, and the way to change it.

import type { Ballot } from '../../shared/features/voting/ballot.ts';
import type { Vote } from '../../shared/features/voting/votes.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import type { OpenVoting } from './openVoting.ts';

export interface Booth {
  readonly open: OpenVoting;
  readonly ballot: Ballot;
  readonly vote: Vote;
  /** Dots, ranks or credits that are left; null for methods without a sum. */
  readonly left: number | null;
  /** In which order this visit shows them: what was seen least comes first. */
  readonly order: readonly ItemId[];
}
