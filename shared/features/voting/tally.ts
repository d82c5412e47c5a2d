// Counting: many votes to one result. A pure function of the ballot and the votes; in whatever order they come, the result is
// the same, and it holds sums and means only.

import type { ItemId } from '../../lib/ids.ts';
import type { Ballot, Method } from './ballot.ts';
import { instantRunoff, type RankedBallots, type Round } from './runoff.ts';
import { hasVoted, type Vote } from './votes.ts';

/** Where an option lies on average, and how far apart the voters saw it (standard deviation), each 0 to 1. */
export interface Placed {
  readonly at: readonly [x: number, y: number];
  readonly spread: readonly [x: number, y: number];
}

export interface Tally {
  readonly method: Method;
  /**
   * What options are ordered by: dots, approvals, mean score, votes in the last round it stood in, mean impact less mean
   * effort, votes bought. Options nobody scored or placed are missing.
   */
  readonly tally: ReadonlyMap<ItemId, number>;
  /** How many voters gave each something. */
  readonly voters: ReadonlyMap<ItemId, number>;
  /** How many voters put on each as many dots as one may; empty where that says nothing. */
  readonly stacked: ReadonlyMap<ItemId, number>;
  /** Only of `matrix`. */
  readonly places: ReadonlyMap<ItemId, Placed>;
  /** Only of `ranked`. */
  readonly rounds: readonly Round<ItemId>[];
  /** How many voters gave anything. */
  readonly voted: number;
}

type CountedBallot = Pick<Ballot, 'method' | 'options' | 'maxPerOption'>;

/** What the votes come to; whoever gave nothing is not counted as having voted. */
export function tallyOf(ballot: CountedBallot, votes: readonly Vote[]): Tally {
  const cast = votes.filter(hasVoted);
  const { method } = ballot;
  const base = {
    method,
    voters: votersOf(ballot, cast),
    stacked: new Map<ItemId, number>(),
    places: new Map<ItemId, Placed>(),
    rounds: [],
    voted: cast.length,
  };
  if (method === 'ranked') {
    const rounds = roundsOf(ballot, cast);
    return { ...base, rounds, tally: lastStanding(ballot, rounds) };
  }
  if (method === 'matrix') {
    const places = placesOf(ballot, cast);
    return { ...base, places, tally: new Map([...places].map(([id, { at }]) => [id, less(at[1], at[0])])) };
  }
  const sums = sumsOf(ballot, cast);
  if (method === 'score') return { ...base, tally: meansOf(sums, base.voters) };
  const stacked = method === 'dots' && ballot.maxPerOption > 1 ? stackedOf(ballot, cast) : base.stacked;
  return { ...base, stacked, tally: sums };
}

function roundsOf(ballot: CountedBallot, cast: readonly Vote[]): Round<ItemId>[] {
  const alike = new Map<string, RankedBallots<ItemId> & { count: number }>();
  for (const { ranking } of cast) {
    const known = alike.get(ranking.join(' '));
    if (known) known.count++;
    else alike.set(ranking.join(' '), { ranking, count: 1 });
  }
  return instantRunoff(ballot.options, [...alike.values()]);
}

function lastStanding({ options }: CountedBallot, rounds: readonly Round<ItemId>[]): Map<ItemId, number> {
  const last = new Map(options.map((option) => [option, 0]));
  for (const { votes } of rounds) for (const [option, count] of votes) last.set(option, count);
  return last;
}

function sumsOf({ options }: CountedBallot, cast: readonly Vote[]): Map<ItemId, number> {
  const sums = new Map(options.map((option) => [option, 0]));
  for (const { counts } of cast)
    for (const [option, count] of counts) sums.set(option, (sums.get(option) ?? 0) + count);
  return sums;
}

function meansOf(sums: ReadonlyMap<ItemId, number>, voters: ReadonlyMap<ItemId, number>) {
  const means = new Map<ItemId, number>();
  for (const [option, sum] of sums) {
    const count = voters.get(option) ?? 0;
    if (count > 0) means.set(option, sum / count);
  }
  return means;
}

function votersOf({ options }: CountedBallot, cast: readonly Vote[]): Map<ItemId, number> {
  const voters = new Map(options.map((option) => [option, 0]));
  for (const { counts, ranking, spots } of cast)
    for (const option of [...counts.keys(), ...ranking, ...spots.keys()])
      voters.set(option, (voters.get(option) ?? 0) + 1);
  return voters;
}

function stackedOf({ options, maxPerOption }: CountedBallot, cast: readonly Vote[]): Map<ItemId, number> {
  const stacked = new Map(options.map((option) => [option, 0]));
  for (const { counts } of cast)
    for (const [option, count] of counts)
      if (count >= maxPerOption) stacked.set(option, (stacked.get(option) ?? 0) + 1);
  return stacked;
}

function placesOf({ options }: CountedBallot, cast: readonly Vote[]): Map<ItemId, Placed> {
  const places = new Map<ItemId, Placed>();
  for (const option of options) {
    const spots = cast.map((vote) => vote.spots.get(option)).filter((spot) => spot !== undefined);
    const [xs, ys] = [spots.map(([x]) => x), spots.map(([, y]) => y)];
    if (xs.length > 0)
      places.set(option, { at: [mean(xs), mean(ys)], spread: [deviation(xs), deviation(ys)] });
  }
  return places;
}

/** Of shares in thousandths: summed as whole numbers, so that their order makes no difference. */
function mean(shares: readonly number[]): number {
  return shares.reduce((sum, share) => sum + Math.round(share * 1000), 0) / shares.length / 1000;
}

function deviation(shares: readonly number[]): number {
  const squares = shares.reduce((sum, share) => sum + Math.round(share * 1000) ** 2, 0) / shares.length;
  return Math.sqrt(Math.max(0, squares - (mean(shares) * 1000) ** 2)) / 1000;
}

/** Equal differences stay equal, whatever the floating point makes of them. */
function less(a: number, b: number): number {
  return Math.round((a - b) * 1e9) / 1e9;
}
