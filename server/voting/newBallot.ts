// A ballot as somebody asked for it, made whole: what may be voted for as the board is at this moment, by whom, and numbers
// that fit the method. Looks at everything and changes nothing.

import {
  type Ballot,
  ballotTitle,
  linkFromMs,
  type Method,
  votingLimits,
} from '../../shared/features/voting/ballot.ts';
import { sizeOf } from '../../shared/features/voting/methods.ts';
import type { Item } from '../../shared/items/item.ts';
import type { ItemId, ParticipantId } from '../../shared/lib/ids.ts';
import { ApiError } from '../errors.ts';

/** The arguments of `ballot.open`. */
export interface WantedBallot {
  readonly title: string;
  readonly options: 'notes' | 'clusters' | readonly ItemId[];
  readonly method: Method;
  readonly votes?: number | undefined;
  readonly maxPerOption?: number | undefined;
  readonly show: 'close' | 'live';
  readonly closesAt?: number | null | undefined;
  readonly who?: 'present' | 'link' | undefined;
  readonly graceHours: number;
  readonly practice: boolean;
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
  readonly open: readonly Ballot[];
  readonly ballots: number;
  readonly present: readonly ParticipantId[];
}

/** @throws ApiError when it cannot be opened like this. */
export function newBallot(wanted: WantedBallot, at: OpeningAt): Ballot {
  const { closesAt = null } = wanted;
  if (closesAt !== null && (closesAt <= at.now || closesAt > at.now + votingLimits.openMsMax))
    throw new ApiError(400, 'bad-time', 'A ballot closes later than now, and within a year.');
  const who = wanted.who ?? (closesAt !== null && closesAt - at.now > linkFromMs ? 'link' : 'present');
  mayOpen(who, at);
  const options = optionsOf(wanted.options, at);
  const { votes, maxPerOption } = sizeOf(wanted, options.length);
  return {
    id: at.id,
    title: ballotTitle(wanted.title),
    method: wanted.method,
    options,
    votes,
    maxPerOption,
    show: wanted.show,
    who,
    voters: who === 'present' ? at.present : null,
    practice: wanted.practice,
    phase: who === 'present' ? at.votePhase : null,
    opensAt: null,
    openedAt: at.now,
    closesAt,
    graceHours: closesAt === null ? 0 : wanted.graceHours,
    closedAt: null,
    quorum: null,
    after: null,
    remindedAt: null,
  };
}

function mayOpen(who: Ballot['who'], at: OpeningAt): void {
  if (who === 'present' && at.open.some((ballot) => ballot.who === 'present'))
    throw new ApiError(409, 'ballot-open', 'Another ballot is open in the room. Close it first.');
  if (at.open.length >= votingLimits.openMax || at.ballots >= votingLimits.ballotsMax)
    throw new ApiError(409, 'too-many-ballots', 'This board has as many ballots as it can have.');
  if (who === 'present' && at.present.length === 0)
    throw new ApiError(409, 'no-voters', 'Nobody who may vote is here.');
}

function optionsOf(wanted: WantedBallot['options'], { items, park }: OpeningAt): ItemId[] {
  const options = typeof wanted === 'string' ? [...optionsOnWall(wanted, items, park)] : [...new Set(wanted)];
  if (options.some((id) => items.get(id)?.deleted !== false))
    throw new ApiError(404, 'no-such-item', 'There is no such item on this board.');
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
