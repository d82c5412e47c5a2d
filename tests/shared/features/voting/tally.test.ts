// Counting, against plain second ways to count, on random votes and on a real conversation; and the rule for ties.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Method } from '../../../../shared/features/voting/ballot.ts';
import { readResult, resultValue, standings, winners } from '../../../../shared/features/voting/result.ts';
import { type Tally, tallyOf } from '../../../../shared/features/voting/tally.ts';
import { readVote, type Vote } from '../../../../shared/features/voting/votes.ts';
import type { ItemId } from '../../../../shared/lib/ids.ts';

const options = ['a', 'b', 'c', 'd'] as ItemId[];
const facts = { eligible: 9, closedAt: 1, practice: false, quorum: null };

function tally(
  method: Method,
  votes: Record<string, unknown>[],
  of: { votes?: number; maxPerOption?: number } = {},
): Tally {
  const ballot = { id: 'B', method, options, votes: of.votes ?? 5, maxPerOption: of.maxPerOption ?? 5 };
  return tallyOf(
    ballot,
    votes.map((each) => readVote(ballot, new Map(Object.entries(each)))),
  );
}

/** `rank option`, with `=` where tied, from a result that went through its stored form. */
function order(counted: Tally): string[] {
  const result = readResult(JSON.parse(JSON.stringify(resultValue(counted, facts))));
  if (result === null) return ['unreadable'];
  return standings(result, options).map(
    ({ rank, option, isTied }) => `${isTied ? '=' : ''}${rank} ${option}`,
  );
}

describe('a tally', () => {
  it('of dots is the sum, and says how many gave something and how many gave all they could', () => {
    const counted = tally('dots', [{ 'B/0': 'a', 'B/1': 'a' }, { 'B/0': 'a', 'B/1': 'b' }, {}], {
      maxPerOption: 2,
    });
    expect([
      Object.fromEntries(counted.tally),
      Object.fromEntries(counted.voters),
      Object.fromEntries(counted.stacked),
      counted.voted,
    ]).toEqual([{ a: 3, b: 1, c: 0, d: 0 }, { a: 2, b: 1, c: 0, d: 0 }, { a: 1, b: 0, c: 0, d: 0 }, 2]);
  });

  it('of scores is the mean of those who scored it; what nobody scored has none', () => {
    const counted = tally('score', [{ 'B/a': 5, 'B/b': 0 }, { 'B/a': 2 }, { 'B/b': 1 }]);
    expect([Object.fromEntries(counted.tally), order(counted)]).toEqual([{ a: 3.5, b: 0.5 }, ['1 a', '2 b']]);
  });

  it('of impact and effort is the mean of each, with the spread, ordered by what is left of impact', () => {
    const counted = tally('matrix', [{ 'B/a': [0.2, 0.8] }, { 'B/a': [0.4, 0.8], 'B/b': [0.1, 0.9] }]);
    const a = counted.places.get('a' as ItemId);
    expect([a?.at.map((x) => x.toFixed(3)), a?.spread.map((x) => x.toFixed(3)), order(counted)]).toEqual([
      ['0.300', '0.800'],
      ['0.100', '0.000'],
      ['1 b', '2 a'],
    ]);
  });

  it('of credits counts the votes, not what they cost', () => {
    const counted = tally('quadratic', [{ 'B/a': 3 }, { 'B/b': 1, 'B/a': 1 }, { 'B/b': 2 }], { votes: 9 });
    expect(Object.fromEntries(counted.tally)).toEqual({ a: 4, b: 3, c: 0, d: 0 });
  });

  it('is the same in whatever order the votes come, for every method', () => {
    const vote = fc.record({
      counts: fc.uniqueArray(fc.tuple(fc.constantFrom(...options), fc.integer({ min: 1, max: 5 })), {
        selector: ([id]) => id,
      }),
      ranking: fc.shuffledSubarray(options),
      spots: fc.uniqueArray(
        fc.tuple(
          fc.constantFrom(...options),
          fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 })),
        ),
        { selector: ([id]) => id },
      ),
    });
    fc.assert(
      fc.property(
        fc.constantFrom('dots', 'approval', 'score', 'quadratic', 'ranked', 'matrix'),
        fc.array(vote, { maxLength: 12 }),
        fc.infiniteStream(fc.nat()),
        (method, drawn, chance) => {
          const votes: Vote[] = drawn.map(({ counts, ranking, spots }) => ({
            counts: new Map(method === 'ranked' || method === 'matrix' ? [] : counts),
            ranking: method === 'ranked' ? ranking : [],
            spots: new Map(
              method === 'matrix' ? spots.map(([id, [x, y]]) => [id, [x / 1000, y / 1000]] as const) : [],
            ),
          }));
          const others = votes
            .map((each) => ({ each, key: chance.next().value }))
            .sort((a, b) => a.key - b.key);
          const ballot = { method, options, maxPerOption: 5 } as const;
          const text = (of: Tally) => JSON.stringify(resultValue(of, facts));
          expect(
            text(
              tallyOf(
                ballot,
                others.map(({ each }) => each),
              ),
            ),
          ).toBe(text(tallyOf(ballot, votes)));
          // A second way to count sums: option by option.
          if (method === 'ranked' || method === 'matrix') return;
          const counted = tallyOf(ballot, votes);
          for (const id of options) {
            const given = votes.flatMap(({ counts }) => counts.get(id) ?? []);
            const sum = given.reduce((all, count) => all + count, 0);
            const wanted = method === 'score' ? (given.length === 0 ? undefined : sum / given.length) : sum;
            expect([counted.tally.get(id), counted.voters.get(id)]).toEqual([wanted, given.length]);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the rule for ties', () => {
  it('goes by more different voters, then by fewer who gave all they could, and else calls it a tie', () => {
    const twice = { maxPerOption: 3 };
    const byVoters = tally('dots', [{ 'B/0': 'a', 'B/1': 'a' }, { 'B/0': 'b' }, { 'B/0': 'b' }], twice);
    // Four dots from two voters each: three and one, or two and two.
    const byStacked = tally(
      'dots',
      [
        { 'B/0': 'a', 'B/1': 'a', 'B/2': 'a' },
        { 'B/0': 'a', 'B/1': 'b', 'B/2': 'b' },
        { 'B/0': 'b', 'B/1': 'b' },
      ],
      twice,
    );
    const tied = tally('dots', [{ 'B/0': 'a' }, { 'B/0': 'b' }, { 'B/0': 'c', 'B/1': 'c' }], twice);
    expect([order(byVoters), order(byStacked), order(tied)]).toEqual([
      ['1 b', '2 a', '=3 c', '=3 d'],
      ['1 b', '2 a', '=3 c', '=3 d'],
      ['1 c', '=2 a', '=2 b', '4 d'],
    ]);
  });

  it('has no winner where nobody voted, and several where they are tied', () => {
    const first = (counted: Tally) => {
      const result = readResult(resultValue(counted, facts));
      return result && winners(result, options);
    };
    expect([first(tally('dots', [])), first(tally('approval', [{ 'B/a': 1, 'B/c': 1 }]))]).toEqual([
      [],
      ['a', 'c'],
    ]);
  });
});

describe('a real conversation', () => {
  it('comes to the independent count: 126 voters, 371 ideas, as approvals', () => {
    const rows = (file: string) =>
      readFileSync(new URL(`../../../fixtures/bg2050/${file}`, import.meta.url), 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((row) => row.split(','));
    const wanted = rows('agrees.csv').map(([id = '', count]) => [id, Number(count)] as const);
    const ideas = wanted.map(([id]) => id as ItemId);
    const ballot = { id: 'B', method: 'approval', options: ideas, votes: 1, maxPerOption: 1 } as const;
    const votes = rows('approvals.csv').map(([, agreed = '']) =>
      readVote(ballot, new Map(agreed.split(' ').map((id) => [`B/${id}`, 1]))),
    );
    const counted = tallyOf(ballot, votes);
    const sum = [...counted.tally.values()].reduce((all, count) => all + count, 0);
    expect([votes.length, ideas.length, sum, Object.fromEntries(counted.tally)]).toEqual([
      126,
      371,
      10_006,
      Object.fromEntries(wanted),
    ]);
  });
});
