// What the server writes into a board's `session` document about ballots, and reads back: the ballots themselves, how many
// have voted, and the results. And what it takes out of a `personal` document when a ballot is over.

import type * as Y from 'yjs';
import { type Ballot, inOpeningOrder, isOpen, readBallot } from '../../shared/features/voting/ballot.ts';
import { levelsKey } from '../../shared/features/voting/exposure.ts';
import type { Progress } from '../../shared/features/voting/progress.ts';
import { progressKey, readProgress } from '../../shared/features/voting/progress.ts';
import { type Result, readResult } from '../../shared/features/voting/result.ts';
import { ballotOfKey } from '../../shared/features/voting/votes.ts';
import { ApiError } from '../errors.ts';
import { shownKey } from './ballotCount.ts';

/** A value in a document never changes, it is replaced: what was read once need not be read again. */
const known = new WeakMap<object, Ballot>();

/** In the order in which they were opened. */
export function ballotsOf(session: Y.Doc): Ballot[] {
  const ballots: Ballot[] = [];
  for (const [id, value] of session.getMap('ballots').entries()) {
    const ballot = readKnown(id, value);
    if (ballot !== null) ballots.push(ballot);
  }
  return ballots.sort(inOpeningOrder);
}

function readKnown(id: string, value: unknown): Ballot | null {
  if (typeof value !== 'object' || value === null) return null;
  const ballot = known.get(value) ?? readBallot(id, value);
  if (ballot !== null) known.set(value, ballot);
  return ballot;
}

export function openBallotsOf(session: Y.Doc): Ballot[] {
  return ballotsOf(session).filter(isOpen);
}

/** @throws ApiError for a ballot that is not there or was counted already. */
export function mustBeOpen(session: Y.Doc, id: string): Ballot {
  const ballot = readBallot(id, session.getMap('ballots').get(id));
  if (ballot === null) throw new ApiError(404, 'not-found', 'There is no such ballot on this board.');
  if (!isOpen(ballot)) throw new ApiError(409, 'ballot-closed', 'This ballot is closed, and stays closed.');
  return ballot;
}

/** A new ballot, and that nobody has voted yet. */
export function writeBallot(session: Y.Doc, ballot: Ballot, eligible: number): void {
  session.transact(() => {
    putBallot(session, ballot);
    session.getMap('counts').set(progressKey(ballot.id), { voted: 0, eligible });
  }, 'server');
}

/** Something about it is different: who is reminded, who may still vote. */
export function writeChanged(session: Y.Doc, ballot: Ballot): void {
  session.transact(() => putBallot(session, ballot), 'server');
}

/** It never came to be. */
export function removeBallot(session: Y.Doc, id: string): void {
  session.transact(() => {
    session.getMap('ballots').delete(id);
    session.getMap('counts').delete(progressKey(id));
  }, 'server');
}

/** It is over: who was eligible by name need not be known any longer. */
export function writeClosed(session: Y.Doc, ballot: Ballot, closedAt: number, result: unknown): void {
  session.transact(() => {
    putBallot(session, { ...ballot, closedAt, voters: null });
    session.getMap('results').set(ballot.id, result);
    session.getMap('counts').delete(progressKey(ballot.id));
    session.getMap('counts').delete(levelsKey(ballot.id));
  }, 'server');
}

/** Writes only what is different. */
export function writeProgress(session: Y.Doc, ballot: string, progress: Progress): void {
  const told = progressOf(session, ballot);
  if (told?.voted === progress.voted && told.eligible === progress.eligible) return;
  session.transact(() => session.getMap('counts').set(progressKey(ballot), { ...progress }), 'server');
}

/** What was seen least, coarsely. */
export function writeLevels(session: Y.Doc, ballot: string, levels: string): void {
  session.transact(() => session.getMap('counts').set(levelsKey(ballot), levels), 'server');
}

export function hasLevels(session: Y.Doc, ballot: string): boolean {
  return session.getMap('counts').has(levelsKey(ballot));
}

export function writeLiveResult(session: Y.Doc, ballot: string, result: unknown): void {
  session.transact(() => session.getMap('results').set(ballot, result), 'server');
}

/** Beside somebody's vote: what of it was in the totals last shown; null when nothing was. */
export function writeShown(personal: Y.Doc, ballot: string, mark: string | null): void {
  personal.transact(() => {
    if (mark === null) personal.getMap('votes').delete(shownKey(ballot));
    else personal.getMap('votes').set(shownKey(ballot), mark);
  }, 'server');
}

export function progressOf(session: Y.Doc, ballot: string): Progress | null {
  return readProgress(session.getMap('counts').get(progressKey(ballot)));
}

export function resultOf(session: Y.Doc, ballot: string): Result | null {
  return readResult(session.getMap('results').get(ballot));
}

/** Whether somebody's document holds votes that `isOver`. */
export function holdsVotes(personal: Y.Doc, isOver: (ballot: string | null) => boolean): boolean {
  return [...personal.getMap('votes').keys()].some((key) => isOver(ballotOfKey(key)));
}

/** For good: what was secret leaves nothing behind. */
export function removeVotes(personal: Y.Doc, isOver: (ballot: string | null) => boolean): void {
  const votes = personal.getMap('votes');
  const over = [...votes.keys()].filter((key) => isOver(ballotOfKey(key)));
  personal.transact(() => {
    for (const key of over) votes.delete(key);
  }, 'server');
}

function putBallot(session: Y.Doc, { id, ...value }: Ballot): void {
  session.getMap('ballots').set(id, value);
}
