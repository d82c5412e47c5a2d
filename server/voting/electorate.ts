// Who may vote: people of the board who take part and take a side, and of them those a ballot is for. Asks the records of
// people, which know who was taken off the board; keeps nothing but who was here a moment ago.

import { can } from '../../shared/board/roles.ts';
import { type Ballot, isVoter } from '../../shared/features/voting/ballot.ts';
import type { Clock } from '../../shared/lib/env.ts';
import type { ParticipantId } from '../../shared/lib/ids.ts';
import type { Visitor } from '../core.ts';
import type { Participant } from '../participants.ts';

/** Whoever lost the connection so shortly ago is about to come back. */
const stillHereMs = 15_000;

export class Electorate {
  private readonly clock: Clock;
  private readonly left = new Map<ParticipantId, number>();

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** A connection of this person has ended. */
  noteLeft(id: ParticipantId): void {
    const now = this.clock.now();
    for (const [other, at] of this.left) if (now - at >= stillHereMs) this.left.delete(other);
    this.left.set(id, now);
  }

  /** Of those who may vote, whoever is here now or was a moment ago. */
  present(connected: Iterable<Visitor>, everybody: readonly Participant[]): ParticipantId[] {
    const now = this.clock.now();
    const here = new Set([...connected].map(({ id }) => id));
    for (const [id, at] of this.left) if (now - at < stillHereMs) here.add(id);
    return everybody.filter((person) => mayVote(person) && here.has(person.id)).map(({ id }) => id);
  }
}

/** Whom a ballot is for, as the board is now: whoever was removed, or takes no side any more, has no vote. */
export function eligibleFor(
  ballot: Pick<Ballot, 'who' | 'voters'>,
  everybody: readonly Participant[],
): ReadonlySet<ParticipantId> {
  return new Set(
    everybody.filter((person) => mayVote(person) && isVoter(ballot, person.id)).map(({ id }) => id),
  );
}

/** Who could vote in it, and cannot any more: removed, or taking no part or no side by now. */
export function withoutVote(
  { who, voters }: Pick<Ballot, 'who' | 'voters'>,
  everybody: readonly Participant[],
): ParticipantId[] {
  const lost = everybody.filter(
    (person) => !mayVote(person) && (who === 'link' || voters?.includes(person.id)),
  );
  return lost.map(({ id }) => id);
}

function mayVote({ removed, waiting, neutral, role }: Participant): boolean {
  return !removed && !waiting && !neutral && can(role, 'takePart');
}
