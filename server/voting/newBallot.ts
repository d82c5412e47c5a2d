// A ballot as somebody asked for it, made whole: what may be voted for as the board is at this moment, by whom, and numbers
// that fit the method. Looks at everything and changes nothing.

import {
  type After,
  type Ballot,
  ballotTitle,
  linkFromMs,
  type Method,
  votingLimits,
} from '../../shared/features/voting/ballot.ts';
import { sizeOf } from '../../shared/features/voting/methods.ts';
import { firstOf, quorumReached, type Result } from '../../shared/features/voting/result.ts';
import type { Item } from '../../shared/items/item.ts';
import type { ItemId, ParticipantId } from '../../shared/lib/ids.ts';
import { ApiError } from '../errors.ts';

/** The arguments of `ballot.open`. */
export interface WantedBallot {
  readonly title: string;
  /** Needed unless it follows on another ballot. */
  readonly options?: 'notes' | 'clusters' | readonly ItemId[] | undefined;
  readonly method?: Method | undefined;
  readonly votes?: number | undefined;
  readonly maxPerOption?: number | undefined;
  readonly show: 'close' | 'live';
  readonly opensAt?: number | null | undefined;
  readonly closesAt?: number | null | undefined;
  readonly who?: 'present' | 'link' | undefined;
  readonly graceHours: number;
  readonly practice: boolean;
  readonly quorum?: number | null | undefined;
  /** `top`: the first so many of the result go into the second round, and who is tied with the last of them. */
  readonly after?: (After & { readonly top?: number | undefined }) | null | undefined;
}

/** The board at the moment of opening. */
export interface OpeningAt {
  readonly id: string;
  readonly now: number;
  /** Deleted ones included. */
  readonly items: ReadonlyMap<ItemId, Item>;
  /** The cluster for ideas that belong elsewhere. */
  readonly park: ItemId | null;
  /** The phase under way when it is one for voting. */
  readonly votePhase: string | null;
  readonly ballots: readonly Ballot[];
  readonly resultOf: (ballot: string) => Result | null;
  readonly present: readonly ParticipantId[];
}

/** What is asked: how, and among what. */
interface Question extends Pick<Ballot, 'method' | 'votes' | 'maxPerOption' | 'title'> {
  readonly options: readonly ItemId[];
}

const topUsual = 3;

/** @throws ApiError when it cannot be opened like this. */
export function newBallot(wanted: WantedBallot, at: OpeningAt): Ballot {
  const times = timesOf(wanted, at.now);
  const { opensAt, closesAt } = times;
  const isLong = closesAt !== null && closesAt - at.now > linkFromMs;
  const who = wanted.who ?? (opensAt !== null || isLong ? 'link' : 'present');
  if (who === 'present' && opensAt !== null)
    throw new ApiError(400, 'bad-time', 'Nobody is present yet at a ballot that opens later.');
  mayOpen(who, at);
  const { after } = wanted;
  return {
    id: at.id,
    ...(after ? questionAfter(wanted, after, at) : newQuestion(wanted, at)),
    show: wanted.show,
    who,
    voters: who === 'present' ? at.present : null,
    practice: wanted.practice,
    phase: who === 'present' ? at.votePhase : null,
    ...times,
    openedAt: at.now,
    graceHours: closesAt === null ? 0 : wanted.graceHours,
    closedAt: null,
    quorum: wanted.quorum ?? null,
    after: after ? { ballot: after.ballot, how: after.how } : null,
    remindedAt: null,
  };
}

function timesOf(wanted: WantedBallot, now: number): Pick<Ballot, 'opensAt' | 'closesAt'> {
  const { closesAt = null } = wanted;
  // What was to begin a moment ago begins now.
  const opensAt = wanted.opensAt != null && wanted.opensAt > now ? wanted.opensAt : null;
  const latest = now + votingLimits.openMsMax;
  if (closesAt !== null && (closesAt <= (opensAt ?? now) || closesAt > latest))
    throw new ApiError(400, 'bad-time', 'A ballot closes later than it opens, and within a year.');
  if (opensAt !== null && opensAt > latest)
    throw new ApiError(400, 'bad-time', 'A ballot opens within a year.');
  return { opensAt, closesAt };
}

function newQuestion(wanted: WantedBallot, at: OpeningAt): Question {
  const { method } = wanted;
  if (method === undefined || wanted.options === undefined)
    throw new ApiError(400, 'bad-request', 'A ballot has a method and options.');
  const options = fitting(optionsOf(wanted.options, at));
  return {
    title: ballotTitle(wanted.title),
    method,
    options,
    ...sizeOf({ ...wanted, method }, options.length),
  };
}

/** What is not on the board any more is not asked about again. */
function questionAfter(
  wanted: WantedBallot,
  { ballot: id, how, top = topUsual }: NonNullable<WantedBallot['after']>,
  at: OpeningAt,
): Question {
  const before = at.ballots.find((ballot) => ballot.id === id);
  if (before === undefined) throw new ApiError(404, 'not-found', 'There is no such ballot on this board.');
  const result = before.closedAt === null ? null : at.resultOf(id);
  if (result === null) throw new ApiError(409, 'not-counted', 'That ballot is not counted yet.');
  const again = how === 'again';
  // Nothing has won where too few voted: the same can be asked again.
  if (!again && quorumReached(result) === false)
    throw new ApiError(409, 'no-quorum', 'Too few voted for that result to count.');
  const all = again ? before.options : firstOf(result, before.options, top);
  const options = fitting(all.filter((option) => at.items.get(option)?.deleted === false));
  const title = ballotTitle(wanted.title) || before.title;
  const method = again ? before.method : (wanted.method ?? before.method);
  const isAlike = method === before.method;
  const votes = again ? before.votes : (wanted.votes ?? (isAlike ? before.votes : undefined));
  const most = again
    ? before.maxPerOption
    : (wanted.maxPerOption ?? (isAlike ? before.maxPerOption : undefined));
  return { title, method, options, ...sizeOf({ method, votes, maxPerOption: most }, options.length) };
}

function mayOpen(who: Ballot['who'], at: OpeningAt): void {
  const open = at.ballots.filter(({ closedAt }) => closedAt === null);
  if (who === 'present' && open.some((ballot) => ballot.who === 'present'))
    throw new ApiError(409, 'ballot-open', 'Another ballot is open in the room. Close it first.');
  if (open.length >= votingLimits.openMax || at.ballots.length >= votingLimits.ballotsMax)
    throw new ApiError(409, 'too-many-ballots', 'This board has as many ballots as it can have.');
  if (who === 'present' && at.present.length === 0)
    throw new ApiError(409, 'no-voters', 'Nobody who may vote is here.');
}

function optionsOf(wanted: NonNullable<WantedBallot['options']>, { items, park }: OpeningAt): ItemId[] {
  const options = typeof wanted === 'string' ? [...optionsOnWall(wanted, items, park)] : [...new Set(wanted)];
  if (options.some((id) => items.get(id)?.deleted !== false))
    throw new ApiError(404, 'no-such-item', 'There is no such item on this board.');
  return options;
}

function fitting(options: ItemId[]): ItemId[] {
  if (options.length < votingLimits.optionsMin)
    throw new ApiError(409, 'few-options', 'There is nothing to choose between.');
  if (options.length > votingLimits.optionsMax)
    throw new ApiError(413, 'too-many-options', `A ballot has at most ${votingLimits.optionsMax} options.`);
  return options;
}

/** What is written on. What was parked belongs elsewhere; what is locked, or lies in what is, is part of the wall. */
function* optionsOnWall(wanted: 'notes' | 'clusters', items: ReadonlyMap<ItemId, Item>, park: ItemId | null) {
  const filled = new Set([...items.values()].map(({ deleted, parent }) => (deleted ? null : parent)));
  const isFixed = (id: ItemId | null) => id !== null && items.get(id)?.locked === true;
  for (const { id, kind, text, parent, deleted } of items.values()) {
    if (deleted || id === park || (park !== null && parent === park)) continue;
    if (isFixed(id) || isFixed(parent)) continue;
    const isWritten = text.trim() !== '';
    if (
      wanted === 'notes' ? kind === 'note' && isWritten : kind === 'cluster' && (isWritten || filled.has(id))
    )
      yield id;
  }
}
