// What of somebody's entries is their vote: the key shapes that clients are promised, and that nothing else ever counts.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Method, methods, votingLimits } from '../../../../shared/features/voting/ballot.ts';
import { hasVoted, readVote, spent, type VotedOn } from '../../../../shared/features/voting/votes.ts';
import type { ItemId } from '../../../../shared/lib/ids.ts';

const options = ['a', 'b', 'c'] as ItemId[];

function ballot(method: Method, votes = 3, maxPerOption = 2): VotedOn {
  return { id: 'B', method, options, votes, maxPerOption };
}

function read(of: VotedOn, entries: Record<string, unknown>) {
  const { counts, ranking, spots } = readVote(of, new Map(Object.entries(entries)));
  return [Object.fromEntries(counts), ranking, Object.fromEntries(spots)];
}

describe('dots', () => {
  it('are slots that name an option, as many as there are, each option so often at most', () => {
    const stuffed = {
      'B/0': 'a',
      'B/1': 'a',
      'B/2': 'a',
      'B/3': 'b',
      'B/-1': 'b',
      'B/00': 'b',
      'B/1.0': 'c',
      'B/a': 'b',
      'C/1': 'c',
    };
    expect(read(ballot('dots'), stuffed)).toEqual([{ a: 2 }, [], {}]);
  });

  it('on what is no option, and values of any other sort, count for nothing', () => {
    const odd = { 'B/0': 'nobody', 'B/1': 7, 'B/2': ['a'] };
    expect(read(ballot('dots'), odd)).toEqual([{}, [], {}]);
  });
});

describe('the other methods', () => {
  it('read what their keys promise and leave out the rest', () => {
    const yes = read(ballot('approval'), { 'B/a': 1, 'B/b': 2, 'B/c': true, 'B/x': 1 });
    const scores = read(ballot('score'), { 'B/a': 0, 'B/b': 5, 'B/c': 5.5, 'B/x': 3 });
    const order = read(ballot('ranked'), { 'B/0': 'b', 'B/1': 'b', 'B/2': 'a', 'B/3': 'c' });
    const spots = read(ballot('matrix'), { 'B/a': [0.25, 1], 'B/b': [0.5, 1.1], 'B/c': [0.5] });
    expect([yes, scores, order, spots]).toEqual([
      [{ a: 1 }, [], {}],
      [{ a: 0, b: 5 }, [], {}],
      [{}, ['b', 'a'], {}],
      [{}, [], { a: [0.25, 1] }],
    ]);
  });

  it('credits pay n² for n votes, in the order of the options, as far as they go', () => {
    const bought = read(ballot('quadratic', 10, 3), { 'B/a': 3, 'B/b': 1, 'B/c': 1 });
    const dear = read(ballot('quadratic', 10, 3), { 'B/a': 4, 'B/b': -1, 'B/c': 3 });
    expect([bought, dear]).toEqual([
      [{ a: 3, b: 1 }, [], {}],
      [{ c: 3 }, [], {}],
    ]);
  });
});

/** Anything a document can hold, under keys that look right and under others. */
const entries = fc.dictionary(
  fc.oneof(
    fc
      .tuple(
        fc.constantFrom('B', 'C', ''),
        fc.constantFrom('/', ''),
        fc.constantFrom('a', 'b', 'c', 'x', '0', '1', '2', '9', '-0', '1e0'),
      )
      .map((parts) => parts.join('')),
    fc.string(),
  ),
  fc.oneof(
    fc.constantFrom<unknown>('a', 'b', 'c', 'x', 1, 2, 5, -1, 0.5, Number.NaN, null, true, [0, 1], [2, 2]),
    fc.anything(),
  ),
);

describe('whatever a document holds', () => {
  it('never counts for more than one voter may give', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...methods),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        entries,
        (method, votes, most, held) => {
          const of = ballot(method, votes, Math.min(most, votes));
          const vote = readVote(of, new Map(Object.entries(held)));
          const named = [...vote.counts.keys(), ...vote.ranking, ...vote.spots.keys()];
          expect(named.every((id) => options.includes(id))).toBe(true);
          expect(new Set(vote.ranking).size).toBe(vote.ranking.length);
          if (method !== 'score' && method !== 'approval')
            expect(spent(method, vote)).toBeLessThanOrEqual(votes);
          const highest =
            method === 'score' ? votingLimits.scoreMax : method === 'approval' ? 1 : of.maxPerOption;
          for (const count of vote.counts.values()) expect(count).toBeLessThanOrEqual(highest);
          expect(hasVoted(vote)).toBe(named.length > 0);
        },
      ),
      { numRuns: 500 },
    );
  });
});
