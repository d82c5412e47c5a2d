// One voter's vote, read out of the root `votes` of their `personal` document. The keys are a promise to every client:
// dots `"<ballot>/<slot>"` = option, slot 0 to votes - 1; approval `"<ballot>/<option>"` = 1; score and quadratic = a number;
// ranked `"<ballot>/<rank>"` = option, rank from 0; matrix = [x, y], each 0 to 1. Whatever is surplus or malformed counts for
// nothing, and is never an error.

import { type ItemId, isItemId } from '../../lib/ids.ts';
import { type Ballot, hasBudget, votingLimits } from './ballot.ts';

/** Effort and impact, each 0 to 1 in steps of a thousandth. */
export type Spot = readonly [x: number, y: number];

/** What of a vote counts. Only the parts of the ballot's method hold anything. */
export interface Vote {
  /** Dots, 1 for an approval, a score, or votes bought with credits. */
  readonly counts: ReadonlyMap<ItemId, number>;
  /** Best first. */
  readonly ranking: readonly ItemId[];
  readonly spots: ReadonlyMap<ItemId, Spot>;
}

/** The entries of the root `votes`, as a Y.Map has them. */
export interface VoteEntries {
  get(key: string): unknown;
  keys(): Iterable<string>;
}

/** What identifies the votes that a ballot needs to look at. */
export type VotedOn = Pick<Ballot, 'id' | 'method' | 'options' | 'votes' | 'maxPerOption'>;

/** What was looked up once in a list of options: hundreds of voters are asked about the same hundreds of options. */
const placesOf = new WeakMap<readonly ItemId[], ReadonlyMap<string, number>>();

const nothing: Vote = { counts: new Map(), ranking: [], spots: new Map() };

/** The key of a dot or a rank. */
export function slotKey(ballot: string, slot: number): string {
  return `${ballot}/${slot}`;
}

/** The key of everything that is said about one option. */
export function optionKey(ballot: string, option: ItemId): string {
  return `${ballot}/${option}`;
}

/** Which ballot a key belongs to; null for what is no key of a vote. */
export function ballotOfKey(key: string): string | null {
  const slash = key.indexOf('/');
  return slash < 1 ? null : key.slice(0, slash);
}

/** All that one person gave. What is surplus or malformed counts for nothing. */
export function readVote(ballot: VotedOn, entries: VoteEntries): Vote {
  switch (ballot.method) {
    case 'dots':
      return { ...nothing, counts: readDots(ballot, entries) };
    case 'approval':
      return { ...nothing, counts: readNumbers(ballot, entries, (value) => value === 1) };
    case 'score':
      return { ...nothing, counts: readNumbers(ballot, entries, isScore) };
    case 'quadratic':
      return { ...nothing, counts: readBought(ballot, entries) };
    case 'ranked':
      return { ...nothing, ranking: readRanking(ballot, entries) };
    case 'matrix':
      return { ...nothing, spots: readSpots(ballot, entries) };
  }
}

/** Whether there is anything in it: who has given nothing has not voted. */
export function hasVoted(vote: Vote): boolean {
  return vote.counts.size > 0 || vote.ranking.length > 0 || vote.spots.size > 0;
}

/** The same for the same vote and another for every other, however its entries are stored. */
export function voteText(vote: Vote): string {
  return JSON.stringify([[...vote.counts], vote.ranking, [...vote.spots]]);
}

/** Whether an option was given anything. */
export function gaveTo({ counts, ranking, spots }: Vote, option: ItemId): boolean {
  return counts.has(option) || ranking.includes(option) || spots.has(option);
}

/** What one more vote for an option costs that has so many. */
export function priceOfNext(method: Ballot['method'], count: number): number {
  return method === 'quadratic' ? 2 * count + 1 : 1;
}

/** Dots, ranks or credits that are left; null for methods without a sum. */
export function leftOf({ method, votes }: Pick<Ballot, 'method' | 'votes'>, vote: Vote): number | null {
  return hasBudget(method) ? votes - spent(method, vote) : null;
}

/** How much of a voter's budget is used: dots, ranks or credits. */
export function spent(method: Ballot['method'], vote: Vote): number {
  if (method === 'ranked') return vote.ranking.length;
  let sum = 0;
  for (const count of vote.counts.values()) sum += method === 'quadratic' ? count * count : count;
  return sum;
}

/** The slots, each with what lies on it that counts, of dots or ranks. */
export function readSlots(ballot: VotedOn, entries: VoteEntries): (ItemId | null)[] {
  const options = placesIn(ballot);
  const taken = new Map<ItemId, number>();
  const most = ballot.method === 'dots' ? ballot.maxPerOption : 1;
  return Array.from({ length: ballot.votes }, (_, slot) => {
    const option = entries.get(slotKey(ballot.id, slot));
    if (!isItemId(option) || !options.has(option)) return null;
    const count = (taken.get(option) ?? 0) + 1;
    if (count > most) return null;
    taken.set(option, count);
    return option;
  });
}

function readDots(ballot: VotedOn, entries: VoteEntries): ReadonlyMap<ItemId, number> {
  const counts = new Map<ItemId, number>();
  for (const option of readSlots(ballot, entries))
    if (option !== null) counts.set(option, (counts.get(option) ?? 0) + 1);
  return inOrder(ballot, counts);
}

function readRanking(ballot: VotedOn, entries: VoteEntries): ItemId[] {
  return readSlots(ballot, entries).filter((option) => option !== null);
}

function readNumbers(
  ballot: VotedOn,
  entries: VoteEntries,
  counts: (value: unknown) => boolean,
): ReadonlyMap<ItemId, number> {
  const numbers = new Map<ItemId, number>();
  for (const [option, value] of givenIn(ballot, entries))
    if (counts(value)) numbers.set(option, Number(value));
  return numbers;
}

/** In the order of the ballot's options, as far as the credits go. */
function readBought(ballot: VotedOn, entries: VoteEntries): ReadonlyMap<ItemId, number> {
  let credits = ballot.votes;
  const bought = new Map<ItemId, number>();
  const wanted = readNumbers(
    ballot,
    entries,
    (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= ballot.maxPerOption,
  );
  for (const [option, count] of wanted) {
    if (count * count > credits) continue;
    credits -= count * count;
    bought.set(option, count);
  }
  return bought;
}

function readSpots(ballot: VotedOn, entries: VoteEntries): ReadonlyMap<ItemId, Spot> {
  const spots = new Map<ItemId, Spot>();
  for (const [option, value] of givenIn(ballot, entries)) {
    if (!Array.isArray(value) || value.length !== 2) continue;
    const [x, y] = value as [unknown, unknown];
    if (isShare(x) && isShare(y)) spots.set(option, [thousandths(x), thousandths(y)]);
  }
  return spots;
}

function inOrder(ballot: VotedOn, counts: ReadonlyMap<ItemId, number>): ReadonlyMap<ItemId, number> {
  const ordered = new Map<ItemId, number>();
  for (const [option, count] of inPlaces(ballot, counts)) ordered.set(option, count);
  return ordered;
}

/** What somebody said about options, in the order of the list: as many steps as there are entries, not options. */
function givenIn(ballot: VotedOn, entries: VoteEntries): (readonly [ItemId, unknown])[] {
  const given: (readonly [ItemId, unknown])[] = [];
  const places = placesIn(ballot);
  const start = ballot.id.length + 1;
  for (const key of entries.keys()) {
    if (ballotOfKey(key) !== ballot.id) continue;
    const option = key.slice(start);
    if (isItemId(option) && places.has(option)) given.push([option, entries.get(key)]);
  }
  return inPlaces(ballot, given);
}

function inPlaces<Value>(
  ballot: VotedOn,
  given: Iterable<readonly [ItemId, Value]>,
): (readonly [ItemId, Value])[] {
  const places = placesIn(ballot);
  return [...given].sort(([a], [b]) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
}

function placesIn({ options }: VotedOn): ReadonlyMap<string, number> {
  const known = placesOf.get(options) ?? new Map(options.map((option, place) => [option, place]));
  placesOf.set(options, known);
  return known;
}

function isScore(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= votingLimits.scoreMax;
}

function isShare(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 1;
}

function thousandths(share: number): number {
  return Math.round(share * 1000) / 1000;
}
