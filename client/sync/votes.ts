// Ballots as the session document tells them, and what I give in them: entries of my `personal` document, which nobody else is
// sent. Counts nothing; the server does that when a ballot closes.

import type * as Y from 'yjs';
import { type Ballot, isOpen, readBallots, votingLimits } from '../../shared/features/voting/ballot.ts';
import { type Progress, progressKey, readProgress } from '../../shared/features/voting/progress.ts';
import { type Result, readResult } from '../../shared/features/voting/result.ts';
import {
  ballotOfKey,
  optionKey,
  readSlots,
  readVote,
  type Spot,
  slotKey,
  type Vote,
} from '../../shared/features/voting/votes.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import { type ReadonlySignal, Signal } from '../../shared/lib/signal.ts';

/** One ballot with all that everybody is told about it. */
export interface BallotNow {
  readonly ballot: Ballot;
  /** null for a ballot that is closed, and before the first count. */
  readonly progress: Progress | null;
  /** Not final while the ballot is open; null before anything was published. */
  readonly result: Result | null;
}

/** What votes ask of their connection: which entries are not safe on the server yet. */
export interface VotesSync {
  readonly save: { readonly unsaved: readonly string[] };
}

const local = 'votes';
const sessionRoots = ['ballots', 'results', 'counts'] as const;

export class Votes {
  private readonly session: Y.Doc;
  private readonly personal: Y.Doc;
  private readonly sync: VotesSync;
  private readonly nowSignal = new Signal<readonly BallotNow[]>([]);
  private readonly mineSignal = new Signal<ReadonlyMap<string, Vote>>(new Map());

  /** Lives as long as the documents do. */
  constructor(docs: { readonly session: Y.Doc; readonly personal: Y.Doc }, sync: VotesSync) {
    this.session = docs.session;
    this.sync = sync;
    this.personal = docs.personal;
    for (const root of sessionRoots) this.session.getMap(root).observe(() => this.readSession());
    this.personal.getMap('votes').observe(() => this.readMine());
    this.readSession();
  }

  /** In the order in which they were opened. A new value whenever anything of them changed. */
  get now(): ReadonlySignal<readonly BallotNow[]> {
    return this.nowSignal;
  }

  /** What I gave in each open ballot, as it would count. */
  get mine(): ReadonlySignal<ReadonlyMap<string, Vote>> {
    return this.mineSignal;
  }

  /** One more for this option. False when there is nothing left to give. */
  give(ballot: Ballot, option: ItemId): boolean {
    const vote = this.mineIn(ballot);
    const count = vote.counts.get(option) ?? 0;
    switch (ballot.method) {
      case 'dots':
        return count < ballot.maxPerOption && this.fillSlot(ballot, option);
      case 'ranked':
        if (vote.ranking.includes(option) || vote.ranking.length >= ballot.votes) return false;
        return this.rank(ballot, [...vote.ranking, option]);
      case 'approval':
        return count === 0 && this.put(optionKey(ballot.id, option), 1);
      case 'score':
        return count < votingLimits.scoreMax && this.score(ballot, option, count + 1);
      case 'quadratic':
        return this.affords(ballot, option, count + 1) && this.put(optionKey(ballot.id, option), count + 1);
      case 'matrix':
        return !vote.spots.has(option) && this.place(ballot, option, [0.5, 0.5]);
    }
  }

  /** One less. False when there was none. */
  takeBack(ballot: Ballot, option: ItemId): boolean {
    const vote = this.mineIn(ballot);
    const count = vote.counts.get(option) ?? 0;
    switch (ballot.method) {
      case 'dots':
        return this.emptySlot(ballot, option);
      case 'ranked':
        if (!vote.ranking.includes(option)) return false;
        return this.rank(
          ballot,
          vote.ranking.filter((id) => id !== option),
        );
      case 'approval':
      case 'matrix':
        return this.remove(optionKey(ballot.id, option));
      case 'score':
        return vote.counts.has(option) && this.score(ballot, option, count > 0 ? count - 1 : null);
      case 'quadratic':
        if (count > 1) return this.put(optionKey(ballot.id, option), count - 1);
        return this.remove(optionKey(ballot.id, option));
    }
  }

  /** null says nothing about it any more. */
  score(ballot: Ballot, option: ItemId, score: number | null): boolean {
    const key = optionKey(ballot.id, option);
    return score === null ? this.remove(key) : this.put(key, score);
  }

  /** Effort and impact; null says nothing about it any more. */
  place(ballot: Ballot, option: ItemId, spot: Spot | null): boolean {
    const key = optionKey(ballot.id, option);
    return spot === null ? this.remove(key) : this.put(key, [...spot]);
  }

  /** The whole order, best first. */
  rank(ballot: Ballot, ranking: readonly ItemId[]): boolean {
    const votes = this.personal.getMap('votes');
    this.personal.transact(() => {
      for (let slot = 0; slot < ballot.votes; slot++) {
        const [key, option] = [slotKey(ballot.id, slot), ranking[slot]];
        if (option === undefined) votes.delete(key);
        else if (votes.get(key) !== option) votes.set(key, option);
      }
    }, local);
    return true;
  }

  /** Ballots in which what I last gave, or took back, has not reached the server. */
  unsent(): ReadonlySet<string> {
    // What was shown is no vote.
    const votes = this.sync.save.unsaved.filter((key) => !key.includes('/~'));
    return new Set(votes.flatMap((key) => ballotOfKey(key) ?? []));
  }

  mineIn(ballot: Ballot): Vote {
    return readVote(ballot, this.personal.getMap('votes'));
  }

  private affords(ballot: Ballot, option: ItemId, count: number): boolean {
    if (count > ballot.maxPerOption) return false;
    let cost = count * count;
    for (const [id, other] of this.mineIn(ballot).counts) if (id !== option) cost += other * other;
    return cost <= ballot.votes;
  }

  private fillSlot(ballot: Ballot, option: ItemId): boolean {
    const slots = readSlots(ballot, this.personal.getMap('votes'));
    // Two devices of mine begin at different slots, so that what they give at the same time does not meet.
    const first = this.personal.clientID % ballot.votes;
    const order = slots.map((_, index) => (first + index) % slots.length);
    const free = order.find((slot) => slots[slot] === null);
    return free !== undefined && this.put(slotKey(ballot.id, free), option);
  }

  private emptySlot(ballot: Ballot, option: ItemId): boolean {
    const slot = readSlots(ballot, this.personal.getMap('votes')).lastIndexOf(option);
    return slot >= 0 && this.remove(slotKey(ballot.id, slot));
  }

  private put(key: string, value: unknown): boolean {
    this.personal.transact(() => this.personal.getMap('votes').set(key, value), local);
    return true;
  }

  private remove(key: string): boolean {
    const votes = this.personal.getMap('votes');
    if (!votes.has(key)) return false;
    this.personal.transact(() => votes.delete(key), local);
    return true;
  }

  private readSession(): void {
    const results = this.session.getMap('results');
    const counts = this.session.getMap('counts');
    const ballots = readBallots(this.session.getMap('ballots').entries());
    this.nowSignal.set(
      ballots.map((ballot) => ({
        ballot,
        progress: isOpen(ballot) ? readProgress(counts.get(progressKey(ballot.id))) : null,
        result: readResult(results.get(ballot.id)),
      })),
    );
    this.readMine();
  }

  private readMine(): void {
    const open = this.nowSignal.get().filter(({ ballot }) => isOpen(ballot));
    this.mineSignal.set(new Map(open.map(({ ballot }) => [ballot.id, this.mineIn(ballot)])));
  }
}
