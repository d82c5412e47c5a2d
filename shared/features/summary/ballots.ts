// Ballots and their results as a summary tells them. What is sealed stays so: nothing of a ballot that is not counted for good
// is told but how many have voted.

import { type Ballot, isOpen } from '../voting/ballot.ts';
import { isGuessable, quorumReached, type Result, standings, winners } from '../voting/result.ts';
import type { Namer } from './names.ts';
import type { ToldBallot } from './story.ts';
import type { SummaryBallot, SummaryRound, SummaryStanding } from './summary.ts';

/** Warm-ups are left out: their result counts for nothing. */
export function ballotsTold(all: readonly ToldBallot[], nameOf: Namer, now: number): SummaryBallot[] {
  const real = all.filter(({ ballot }) => !ballot.practice);
  const titles = new Map(real.map(({ ballot }) => [ballot.id, ballot.title]));
  const superseded = new Set(
    real.flatMap(({ ballot, result }) => (result && ballot.after ? [ballot.after.ballot] : [])),
  );
  return real.map(({ ballot, result, progress }) => {
    const before = ballot.after === null ? undefined : titles.get(ballot.after.ballot);
    return {
      id: ballot.id,
      title: ballot.title,
      method: ballot.method,
      state: stateOf(ballot, result, now),
      opensAt: ballot.opensAt ?? ballot.openedAt,
      closesAt: ballot.closedAt ?? ballot.closesAt,
      votes: ballot.votes,
      maxPerOption: ballot.maxPerOption,
      options: ballot.options.length,
      voted: result?.voted ?? progress?.voted ?? null,
      eligible: result?.eligible ?? progress?.eligible ?? null,
      quorum: quorumTold(ballot, result),
      follows:
        ballot.after === null || before === undefined ? null : { title: before, how: ballot.after.how },
      isSuperseded: superseded.has(ballot.id),
      isGuessable: result !== null && isGuessable(result),
      standings: result === null ? [] : standingsTold(ballot, result, nameOf),
      rounds: result === null || result.rounds.length < 2 ? [] : roundsTold(result, nameOf),
    };
  });
}

function stateOf(ballot: Ballot, result: Result | null, now: number): SummaryBallot['state'] {
  if (result !== null && !isOpen(ballot)) return 'counted';
  return ballot.opensAt !== null && now < ballot.opensAt ? 'announced' : 'open';
}

function quorumTold(ballot: Ballot, result: Result | null): SummaryBallot['quorum'] {
  const needed = result === null ? ballot.quorum : result.quorum;
  if (needed === null) return null;
  return { needed, isReached: result !== null && quorumReached(result) === true };
}

function standingsTold(ballot: Ballot, result: Result, nameOf: Namer): SummaryStanding[] {
  const won = new Set(winners(result, ballot.options));
  return standings(result, ballot.options)
    .filter(({ voters }) => voters > 0)
    .map(({ option, rank, isTied, total, voters }) => ({
      option: nameOf(option),
      rank,
      isTied,
      isFirst: won.has(option),
      total,
      voters,
      place: result.places.get(option) ?? null,
    }));
}

function roundsTold({ rounds }: Result, nameOf: Namer): SummaryRound[] {
  return rounds.map(({ votes, out, exhausted }) => ({
    votes: [...votes]
      .filter(([, count]) => count > 0)
      .sort((a, b) => b[1] - a[1])
      .map(([option, count]) => ({ option: nameOf(option), count })),
    out: out.map(nameOf),
    exhausted,
  }));
}
