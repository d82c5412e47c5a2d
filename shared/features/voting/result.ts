// A result as the `session` document holds it under `results`, and what follows from it: who stands where, by the published
// rule for ties. Plain values; everything read is unknown first.

import { fieldsOf, isTime } from '../../lib/fields.ts';
import { type ItemId, isItemId } from '../../lib/ids.ts';
import { isMethod, votersMin } from './ballot.ts';
import { type Round, runoffOrder } from './runoff.ts';
import type { Placed, Tally } from './tally.ts';

export interface Result extends Tally {
  readonly eligible: number;
  /** null while it is not final. */
  readonly closedAt: number | null;
  /** Counts for nothing. */
  readonly practice: boolean;
  /** So many had to vote for it to count; null for any number. */
  readonly quorum: number | null;
  /** Not told: it would give away what the few chose who were left when others had lost their votes. */
  readonly isWithheld: boolean;
  /** How many of those who voted on the voting page had each option before them; empty where nobody noted it. */
  readonly seen: ReadonlyMap<ItemId, number>;
}

/** What a result says beside the count. */
export interface ResultFacts {
  readonly eligible: number;
  readonly closedAt: number | null;
  readonly practice: boolean;
  readonly quorum: number | null;
  readonly isWithheld?: boolean;
  readonly seen?: ReadonlyMap<ItemId, number>;
}

export interface Standing {
  readonly option: ItemId;
  /** From 1; options that the rule does not tell apart have the same, and the ones after them skip (1, 2, 2, 4). */
  readonly rank: number;
  readonly isTied: boolean;
  readonly total: number;
  readonly voters: number;
}

/** The value to be kept: plain objects and numbers. */
export function resultValue(
  tally: Tally,
  { quorum, seen, isWithheld, ...facts }: ResultFacts,
): Record<string, unknown> {
  const { method, places, rounds, stacked, voted } = tally;
  return {
    method,
    tally: Object.fromEntries(tally.tally),
    voted,
    ...facts,
    ...(quorum !== null && { quorum }),
    ...(isWithheld === true && { withheld: true }),
    ...(seen !== undefined && seen.size > 0 && { seen: Object.fromEntries(seen) }),
    voters: Object.fromEntries(tally.voters),
    ...(stacked.size > 0 && { stacked: Object.fromEntries(stacked) }),
    ...(places.size > 0 && { places: placesValue(places) }),
    ...(rounds.length > 0 && { rounds: rounds.map(roundValue) }),
  };
}

/** null for what is no result. */
export function readResult(value: unknown): Result | null {
  const fields = fieldsOf(value);
  if (fields === null || !isMethod(fields.method)) return null;
  const { voted, eligible, closedAt, quorum } = fields;
  if (!isTime(voted) || !isTime(eligible)) return null;
  return {
    method: fields.method,
    tally: readNumbers(fields.tally),
    voters: readNumbers(fields.voters),
    stacked: readNumbers(fields.stacked),
    places: readPlaces(fields.places),
    rounds: Array.isArray(fields.rounds) ? fields.rounds.flatMap((round) => readRound(round) ?? []) : [],
    voted,
    eligible,
    closedAt: isTime(closedAt) ? closedAt : null,
    practice: fields.practice === true,
    quorum: isTime(quorum) ? quorum : null,
    isWithheld: fields.withheld === true,
    seen: readNumbers(fields.seen),
  };
}

/**
 * Best first. The rule for ties: the higher total; then more different voters; then fewer voters who put as many dots on it as
 * one may. What that does not tell apart is a tie, and is called one. A run-off has a rule of its own (`instantRunoff`).
 */
export function standings(result: Result, options: readonly ItemId[]): Standing[] {
  const rankOf = result.method === 'ranked' ? orderOfRounds(result) : null;
  const known = options.filter((option) => result.tally.has(option));
  const compare = (a: ItemId, b: ItemId) =>
    rankOf === null
      ? difference(result.tally, b, a) || difference(result.voters, b, a) || difference(result.stacked, a, b)
      : difference(rankOf, a, b);
  const sorted = [...known].sort(compare);
  const standing: Standing[] = [];
  for (const [index, option] of sorted.entries()) {
    const [before, after] = [sorted[index - 1], sorted[index + 1]];
    const likeBefore = before !== undefined && compare(before, option) === 0;
    const likeAfter = after !== undefined && compare(option, after) === 0;
    standing.push({
      option,
      rank: likeBefore ? (standing.at(-1)?.rank ?? index + 1) : index + 1,
      isTied: likeBefore || likeAfter,
      total: result.tally.get(option) ?? 0,
      voters: result.voters.get(option) ?? 0,
    });
  }
  return standing;
}

/** Whether as many voted as had to; null when any number was enough. */
export function quorumReached({ quorum, voted }: Pick<Result, 'quorum' | 'voted'>): boolean | null {
  return quorum === null ? null : voted >= quorum;
}

/** The options of a second round: the first `top`, and whoever is tied with the last of them. None that nobody voted for. */
export function firstOf(result: Result, options: readonly ItemId[], top: number): ItemId[] {
  const among = standings(result, options).filter(({ rank, voters }) => rank <= top && voters > 0);
  return among.map(({ option }) => option);
}

/** Whoever stands first; several after a tie, and none when nobody voted or too few did. */
export function winners(result: Result, options: readonly ItemId[]): readonly ItemId[] {
  if (result.voted === 0 || quorumReached(result) === false) return [];
  const first = standings(result, options).filter(({ rank, voters }) => rank === 1 && voters > 0);
  return first.map(({ option }) => option);
}

/** So few have voted that it may be easy to guess who voted what. */
export function isGuessable({ voted }: Pick<Result, 'voted'>): boolean {
  return voted > 0 && voted < votersMin;
}

/** From 0: where each option came in a run-off. */
function orderOfRounds({ rounds, voters }: Result): ReadonlyMap<ItemId, number> {
  const groups = runoffOrder(rounds, voters);
  return new Map(groups.flatMap((group, place) => group.map((option) => [option, place] as const)));
}

function difference(numbers: ReadonlyMap<ItemId, number>, a: ItemId, b: ItemId): number {
  return (numbers.get(a) ?? 0) - (numbers.get(b) ?? 0);
}

function roundValue({ votes, exhausted, out }: Round<ItemId>) {
  return { votes: Object.fromEntries(votes), exhausted, out: [...out] };
}

function placesValue(places: ReadonlyMap<ItemId, Placed>) {
  return Object.fromEntries([...places].map(([option, { at, spread }]) => [option, [...at, ...spread]]));
}

function readNumbers(value: unknown): Map<ItemId, number> {
  const numbers = new Map<ItemId, number>();
  for (const [option, number] of Object.entries(fieldsOf(value) ?? {}))
    if (isItemId(option) && typeof number === 'number' && Number.isFinite(number))
      numbers.set(option, number);
  return numbers;
}

function readPlaces(value: unknown): Map<ItemId, Placed> {
  const places = new Map<ItemId, Placed>();
  for (const [option, numbers] of Object.entries(fieldsOf(value) ?? {})) {
    if (!isItemId(option) || !Array.isArray(numbers) || !numbers.every(Number.isFinite)) continue;
    const [x, y, sx = 0, sy = 0] = numbers as number[];
    if (x !== undefined && y !== undefined) places.set(option, { at: [x, y], spread: [sx, sy] });
  }
  return places;
}

function readRound(value: unknown): Round<ItemId> | null {
  const fields = fieldsOf(value);
  if (fields === null) return null;
  const { exhausted, out } = fields;
  return {
    votes: readNumbers(fields.votes),
    exhausted: isTime(exhausted) ? exhausted : 0,
    out: Array.isArray(out) ? out.filter(isItemId) : [],
  };
}
