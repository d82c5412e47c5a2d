// What everybody is told about ballots while they are open: how many have voted, live totals where that was promised, and what
// was seen less than other things. Written into the `session` document; nothing is told that would say what one person did.

import type { Ballot } from '../../shared/features/voting/ballot.ts';
import { resultValue } from '../../shared/features/voting/result.ts';
import { tallyOf } from '../../shared/features/voting/tally.ts';
import type { ParticipantId } from '../../shared/lib/ids.ts';
import { type Entry, type LiveDoc, serverParticipant } from '../liveDoc.ts';
import type { Everybody } from './ballotCommits.ts';
import { BallotCount, mayShow } from './ballotCount.ts';
import { progressOf, writeLevels, writeLiveResult, writeProgress, writeShown } from './ballotDoc.ts';
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

  /** `docs` are those that changed since the last time, and those asked for by `lookAgain` then. */
  tell(
    session: LiveDoc,
    ballot: Ballot,
    { people, docs }: Everybody,
    { now, lookAgain }: { now: number; lookAgain: (owner: ParticipantId) => void },
  ): Entry[] {
    const count = this.countOf(ballot.id);
    for (const [owner, live] of docs)
      if (!live.quarantined) count.note(ballot, owner, live.doc.getMap('votes'));
    const eligible = eligibleFor(ballot, people);
    const cast = count.cast(eligible);
    const progress = { voted: cast.length, eligible: eligible.size };
    const told = progressOf(session.doc, ballot.id);
    const isNews = told?.voted !== progress.voted || told.eligible !== progress.eligible;
    const levels = this.exposures.levels(session.doc, ballot, { docs, eligible }, now);
    const changed = ballot.show === 'live' ? count.changed(eligible) : new Map<ParticipantId, null>();
    const shown = mayShow(changed, cast.length) ? noted(ballot.id, changed, docs) : null;
    if (shown === null) for (const owner of changed.keys()) lookAgain(owner);
    if (!isNews && shown === null && levels === null) return [];
    const entries = session.write('server', serverParticipant, (doc) => {
      writeProgress(doc, ballot.id, progress);
      if (levels !== null) writeLevels(doc, ballot.id, levels);
      if (shown === null) return;
      const { practice, quorum } = ballot;
      const facts = { eligible: eligible.size, closedAt: null, practice, quorum };
      writeLiveResult(doc, ballot.id, resultValue(tallyOf(ballot, cast), facts));
    });
    return [...entries, ...(shown ?? [])];
  }

  private countOf(ballot: string): BallotCount {
    const known = this.counts.get(ballot) ?? new BallotCount();
    this.counts.set(ballot, known);
    return known;
  }
}

/** In the same commit as the totals: whose vote is in them, and as what. null while one of their documents is not at hand. */
function noted(
  ballot: string,
  changed: ReadonlyMap<ParticipantId, string | null>,
  docs: Everybody['docs'],
): Entry[] | null {
  const marks: [LiveDoc, string | null][] = [];
  for (const [owner, mark] of changed) {
    const live = docs.get(owner);
    if (live === undefined || live.quarantined) return null;
    marks.push([live, mark]);
  }
  return marks.flatMap(([live, mark]) =>
    live.write('server', serverParticipant, (doc) => writeShown(doc, ballot, mark)),
  );
}
