// What everybody is told about ballots while they are open: how many have voted, live totals where that was promised, and what
// was seen less than other things. Written into the `session` document; remembers what was told, so that nothing is told that
// would say what one person did.

import type { Ballot } from '../../shared/features/voting/ballot.ts';
import { resultValue } from '../../shared/features/voting/result.ts';
import { tallyOf } from '../../shared/features/voting/tally.ts';
import { readVote } from '../../shared/features/voting/votes.ts';
import { type Entry, type LiveDoc, serverParticipant } from '../liveDoc.ts';
import type { Everybody } from './ballotCommits.ts';
import { BallotCount } from './ballotCount.ts';
import { progressOf, resultOf, writeLevels, writeLiveResult, writeProgress } from './ballotDoc.ts';
import { eligibleFor } from './electorate.ts';
import { Exposures } from './exposure.ts';

export class Telling {
  private readonly counts = new Map<string, BallotCount>();
  private readonly exposures = new Exposures();

  forget(ballot: string): void {
    this.counts.delete(ballot);
    this.exposures.delete(ballot);
  }

  forgetAll(): void {
    this.counts.clear();
    this.exposures.clear();
  }

  /** `docs` are those that changed since the last time. */
  tell(session: LiveDoc, ballot: Ballot, { people, docs }: Everybody, now: number): Entry[] {
    const count = this.countOf(session, ballot.id);
    for (const [owner, live] of docs)
      if (!live.quarantined) count.note(owner, readVote(ballot, live.doc.getMap('votes')));
    const eligible = eligibleFor(ballot, people);
    const cast = count.cast(eligible);
    const progress = { voted: cast.length, eligible: eligible.size };
    const told = progressOf(session.doc, ballot.id);
    const isNews = told?.voted !== progress.voted || told.eligible !== progress.eligible;
    const totals = ballot.show === 'live' && count.mayShow(eligible) ? tallyOf(ballot, cast) : null;
    const levels = this.exposures.levels(session.doc, ballot, { docs, eligible }, now);
    if (!isNews && totals === null && levels === null) return [];
    return session.write('server', serverParticipant, (doc) => {
      writeProgress(doc, ballot.id, progress);
      if (levels !== null) writeLevels(doc, ballot.id, levels);
      if (totals === null) return;
      const { practice, quorum } = ballot;
      const facts = { eligible: eligible.size, closedAt: null, practice, quorum };
      writeLiveResult(doc, ballot.id, resultValue(totals, facts));
    });
  }

  /** What was shown before a restart was shown from votes that are not known any more. */
  private countOf({ doc }: LiveDoc, ballot: string): BallotCount {
    const known = this.counts.get(ballot) ?? new BallotCount(resultOf(doc, ballot) !== null);
    this.counts.set(ballot, known);
    return known;
  }
}
