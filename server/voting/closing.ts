// The end of a ballot: what everybody's votes come to, written once, and the votes taken out of everybody's document. Also who
// had voted what at the moment its time was up, for a count that is made a little later.

import { type Ballot, countedAt, votersMin } from '../../shared/features/voting/ballot.ts';
import { type ResultFacts, resultValue } from '../../shared/features/voting/result.ts';
import { type Tally, tallyOf } from '../../shared/features/voting/tally.ts';
import { hasVoted, readVote, type Vote } from '../../shared/features/voting/votes.ts';
import type { ParticipantId } from '../../shared/lib/ids.ts';
import { type Entry, serverParticipant } from '../liveDoc.ts';
import type { Room } from '../room.ts';
import { type Changing, type Everybody, takeOut } from './ballotCommits.ts';
import { openBallotsOf, writeClosed } from './ballotDoc.ts';
import { eligibleFor, withoutVote } from './electorate.ts';
import { coverageOf } from './exposure.ts';

export type Votes = ReadonlyMap<ParticipantId, Vote>;

/**
 * The votes of those who are here, behind everything that has arrived: what they send from now on is late. Whoever is not here
 * can send nothing.
 */
export async function votesNow(room: Room, id: string): Promise<Votes> {
  const votes = new Map<ParticipantId, Vote>();
  const session = await room.docs.open('session');
  const run = () => {
    const ballot = openBallotsOf(session.doc).find((each) => each.id === id);
    for (const { live } of room.connections) {
      const { owner } = live.address;
      if (ballot !== undefined && owner !== null && !live.quarantined)
        votes.set(owner, readVote(ballot, live.doc.getMap('votes')));
    }
    return [];
  };
  await room.writes.write({ participant: serverParticipant, kind: 'server', run });
  return votes;
}

/** To be called in the `run` of a commit. `inTime` goes before what the documents say. */
export function closeNow(
  room: Room,
  { session, puts }: Changing,
  of: { readonly ballot: Ballot; readonly everybody: Everybody; readonly inTime: Votes | null },
): { entries: Entry[]; voted: number } {
  const { ballot, everybody, inTime } = of;
  const eligible = eligibleFor(ballot, everybody.people);
  const sound = [...eligible].flatMap((owner) => {
    const live = everybody.docs.get(owner);
    return live === undefined || live.quarantined ? [] : [{ owner, votes: live.doc.getMap('votes') }];
  });
  const votes = sound.map(({ owner, votes }) => inTime?.get(owner) ?? readVote(ballot, votes));
  const tally = tallyOf(ballot, votes);
  const now = room.env.clock.now();
  const closedAt = Math.min(now, countedAt(ballot) ?? now);
  const { practice, quorum } = ballot;
  const seen = coverageOf(
    ballot,
    sound.map((each) => each.votes),
  );
  const facts = { eligible: eligible.size, closedAt, practice, quorum, seen };
  const value = wouldBetray(ballot, tally, everybody)
    ? withheld(ballot, tally, facts)
    : resultValue(tally, facts);
  const told = session.write('server', serverParticipant, (doc) => writeClosed(doc, ballot, closedAt, value));
  puts.push(...room.tells({ kind: 'ballot.result', ballot: ballot.id }));
  const taken = takeOut(room, everybody, puts, (id) => id === ballot.id);
  return { entries: [...told, ...taken], voted: tally.voted };
}

/** Of so few as are left after votes were taken from others it would be told what each of them chose. */
function wouldBetray(ballot: Ballot, { voted }: Tally, { people, docs }: Everybody): boolean {
  if (voted === 0 || voted >= votersMin) return false;
  return withoutVote(ballot, people).some((owner) => {
    const live = docs.get(owner);
    return live !== undefined && !live.quarantined && hasVoted(readVote(ballot, live.doc.getMap('votes')));
  });
}

/** How many voted, and nothing else; too few for it to decide anything. */
function withheld(ballot: Ballot, { voted }: Tally, facts: ResultFacts): Record<string, unknown> {
  const quorum = Math.max(facts.quorum ?? 0, votersMin);
  return resultValue({ ...tallyOf(ballot, []), voted }, { ...facts, quorum, isWithheld: true });
}
