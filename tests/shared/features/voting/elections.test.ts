// Elections whose counts were published, method by method; and every method counted a second time, from the raw entries, in a
// way that shares nothing with the first.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Method, methods } from '../../../../shared/features/voting/ballot.ts';
import { movementOf } from '../../../../shared/features/voting/movement.ts';
import {
  firstOf,
  type Result,
  readResult,
  resultValue,
  standings,
} from '../../../../shared/features/voting/result.ts';
import { tallyOf } from '../../../../shared/features/voting/tally.ts';
import { readVote } from '../../../../shared/features/voting/votes.ts';
import type { ItemId } from '../../../../shared/lib/ids.ts';

type Entries = Readonly<Record<string, unknown>>;
type Cast = readonly (readonly [count: number, entries: Entries])[];

interface Held {
  readonly method: Method;
  readonly votes?: number;
  readonly maxPerOption?: number;
}

/** The result as everybody reads it: counted, stored, read again. */
function held(names: string, { method, votes = 1, maxPerOption = 1 }: Held, cast: Cast): Result {
  const options = names.split(' ') as ItemId[];
  const ballot = { id: 'B', method, options, votes, maxPerOption };
  const read = cast.flatMap(([count, entries]) => {
    const vote = readVote(ballot, new Map(Object.entries(entries)));
    return Array.from({ length: count }, () => vote);
  });
  const facts = { eligible: read.length, closedAt: 1, practice: false, quorum: null };
  const result = readResult(JSON.parse(JSON.stringify(resultValue(tallyOf(ballot, read), facts))));
  if (result === null) throw new Error('unreadable');
  return result;
}

function ranking(result: Result): string[] {
  return standings(result, [...result.tally.keys()]).map(({ rank, option }) => `${rank} ${option}`);
}

/** One entry for each option. */
function each(names: string, values: readonly (number | null)[]): Entries {
  const pairs = names.split(' ').map((name, index) => [`B/${name}`, values[index]] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value !== null));
}

const cities = 'memphis nashville chattanooga knoxville';

describe('published elections', () => {
  // Totals: https://electowiki.org/wiki/2021_St._Louis_mayoral_election and https://approval.vote/report/us/mo/stl/2021/03/mayor
  // (44,571 ballots, 69,661 approvals). Who approved of whom together was not counted: any ballots with these totals will do.
  it('St. Louis 2021, the mayoral primary by approval', () => {
    const names = 'jones spencer reed andrew';
    const approvals = [25_388, 20_659, 17_186, 6_428];
    const steps = [6_428, 17_186, 20_659, 25_388, 44_571];
    const cast = steps.map((upTo, index): readonly [number, Entries] => {
      const from = steps[index - 1] ?? 0;
      return [
        upTo - from,
        each(
          names,
          approvals.map((count) => (from < count ? 1 : null)),
        ),
      ];
    });
    const result = held(names, { method: 'approval' }, cast);
    expect([Object.fromEntries(result.tally), ranking(result)]).toEqual([
      { jones: 25_388, spencer: 20_659, reed: 17_186, andrew: 6_428 },
      ['1 jones', '2 spencer', '3 reed', '4 andrew'],
    ]);
  });

  // https://en.wikipedia.org/wiki/STAR_voting : the scores of its Tennessee example, 0 to 5, and their sums; and the
  // comparison beside it, in which each city approves of its two best.
  it('the capital of Tennessee by scores and by approval', () => {
    const scores = [
      [42, [5, 2, 1, 0]],
      [26, [0, 5, 2, 1]],
      [15, [0, 3, 5, 3]],
      [17, [0, 2, 4, 5]],
    ] as const;
    const byScore = held(
      cities,
      { method: 'score' },
      scores.map(([count, values]) => [count, each(cities, values)]),
    );
    const approved = [
      [42, [1, 1, null, null]],
      [26, [null, 1, 1, null]],
      [15, [null, null, 1, 1]],
      [17, [null, null, 1, 1]],
    ] as const;
    const byApproval = held(
      cities,
      { method: 'approval' },
      approved.map(([count, values]) => [count, each(cities, values)]),
    );
    // Everybody scored every city, so that the means are the sums in hundredths.
    expect([
      Object.fromEntries([...byScore.tally].map(([city, mean]) => [city, Math.round(mean * 100)])),
      Object.fromEntries(byApproval.tally),
      [ranking(byScore)[0], ranking(byApproval)[0]],
    ]).toEqual([
      { memphis: 210, nashville: 293, chattanooga: 237, knoxville: 156 },
      { memphis: 42, nashville: 68, chattanooga: 58, knoxville: 32 },
      ['1 nashville', '1 nashville'],
    ]);
  });

  // https://observablehq.com/@pcarleton/quadratic-voting : three die-hards and seven who only do not want T, 100 credits each.
  it('the die-hards who win by counting heads and lose by credits', () => {
    const credits = { method: 'quadratic', votes: 100, maxPerOption: 10 } as const;
    const result = held('t a b c d', credits, [
      [3, { 'B/t': 10 }],
      [7, { 'B/a': 5, 'B/b': 5, 'B/c': 5, 'B/d': 5 }],
    ]);
    expect([Object.fromEntries(result.tally), ranking(result)]).toEqual([
      { t: 30, a: 35, b: 35, c: 35, d: 35 },
      ['1 a', '1 b', '1 c', '1 d', '5 t'],
    ]);
  });

  // https://www.washingtonpost.com/elections/2022/08/31/ranked-choice-totals-alaska-peltola/ : first choices, the second choices
  // of Begich's voters (the final sums less the first), and 47 ballots and 11,222 that named nobody who was left.
  it('Alaska 2022, the special election, by instant run-off', () => {
    const [peltola, palin, begich] = [75_761, 58_945, 53_756];
    const [toPeltola, toPalin] = [91_206 - peltola, 85_987 - palin];
    const result = held('peltola palin begich', { method: 'ranked', votes: 3 }, [
      [peltola, { 'B/0': 'peltola' }],
      [palin, { 'B/0': 'palin' }],
      [toPeltola, { 'B/0': 'begich', 'B/1': 'peltola' }],
      [toPalin, { 'B/0': 'begich', 'B/1': 'palin' }],
      [begich - toPeltola - toPalin, { 'B/0': 'begich' }],
    ]);
    const rounds = result.rounds.map(({ votes, exhausted }) => [Object.fromEntries(votes), exhausted]);
    expect([rounds, ranking(result)]).toEqual([
      [
        [{ peltola, palin, begich }, 0],
        [{ peltola: 91_206, palin: 85_987 }, 11_222 + 47],
      ],
      ['1 peltola', '2 palin', '3 begich'],
    ]);
  });
});

const names = 'a b c d';
const options = names.split(' ') as ItemId[];
const slots = { votes: 4, maxPerOption: 2 };
const key = fc.oneof(
  fc.constantFrom('0', '1', '2', '3', '4', '00', '-1', '~seen').map((slot) => `B/${slot}`),
  fc.constantFrom('a', 'b', 'c', 'd', 'x').map((option) => `B/${option}`),
  fc.constantFrom('C/0', 'C/a', 'B', '/a'),
);
const value = fc.oneof(
  fc.constantFrom<unknown>('a', 'b', 'c', 'd', 'x', 0, 1, 2, 3, 5, 6, -1, 1.5, null, true),
  fc.tuple(fc.integer({ min: -1, max: 4 }), fc.integer({ min: 0, max: 4 })).map(([x, y]) => [x / 4, y / 4]),
);
const cast = fc.array(fc.dictionary(key, value, { maxKeys: 12 }), { maxLength: 9 });

/** What one voter gives one option, as the page of the promised keys says it; null for nothing. */
function given(method: Method, entries: Entries, option: string): number | null {
  const said = entries[`B/${option}`];
  const inSlots = [0, 1, 2, 3].map((slot) => entries[`B/${slot}`]);
  const isWhole = (from: number, to: number) =>
    typeof said === 'number' && said % 1 === 0 && said >= from && said <= to;
  if (method === 'dots') return Math.min(2, inSlots.filter((each) => each === option).length) || null;
  if (method === 'approval') return said === 1 ? 1 : null;
  if (method === 'score') return isWhole(0, 5) ? Number(said) : null;
  if (method === 'quadratic') {
    let left = 4;
    for (const before of names.split(' ')) {
      const wanted = entries[`B/${before}`];
      const cost = wanted === 1 ? 1 : wanted === 2 ? 4 : 0;
      const isBought = cost > 0 && cost <= left;
      if (before === option) return isBought ? Number(wanted) : null;
      if (isBought) left -= cost;
    }
  }
  return null;
}

describe('any entries, however odd', () => {
  it('come to what a second count says, for every method that counts by sums', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...methods.filter((m) => m !== 'ranked' && m !== 'matrix')),
        cast,
        (method, all) => {
          const result = held(
            names,
            { method, ...slots },
            all.map((entries) => [1, entries]),
          );
          for (const option of options) {
            const gifts = all.flatMap((entries) => given(method, entries, option) ?? []);
            const sum = gifts.reduce((total, gift) => total + gift, 0);
            const isMean = method === 'score';
            const wanted = isMean ? (gifts.length === 0 ? undefined : sum / gifts.length) : sum;
            expect([method, option, result.tally.get(option), result.voters.get(option)]).toEqual([
              method,
              option,
              wanted,
              gifts.length,
            ]);
          }
          const voted = all.filter((entries) =>
            options.some((option) => given(method, entries, option) !== null),
          );
          expect(result.voted).toBe(voted.length);
        },
      ),
      { numRuns: 600 },
    );
  });

  it('lie on a matrix at the mean of what was said within it', () => {
    fc.assert(
      fc.property(cast, (all) => {
        const result = held(
          names,
          { method: 'matrix' },
          all.map((entries) => [1, entries]),
        );
        for (const option of options) {
          const spots = all
            .map((entries) => entries[`B/${option}`])
            .filter(
              (said): said is [number, number] => Array.isArray(said) && said.every((n) => n >= 0 && n <= 1),
            );
          const place = result.places.get(option);
          expect(place === undefined).toBe(spots.length === 0);
          for (const axis of [0, 1] as const) {
            if (place === undefined) continue;
            const mean = spots.reduce((sum, spot) => sum + spot[axis], 0) / spots.length;
            const variance = spots.reduce((sum, spot) => sum + (spot[axis] - mean) ** 2, 0) / spots.length;
            expect(place.at[axis]).toBeCloseTo(mean, 6);
            expect(place.spread[axis]).toBeCloseTo(Math.sqrt(variance), 3);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('rank every option by how many are better, and a second round takes no one without those like them', () => {
    fc.assert(
      fc.property(fc.constantFrom(...methods), cast, fc.integer({ min: 1, max: 4 }), (method, all, top) => {
        const result = held(
          names,
          { method, ...slots },
          all.map((entries) => [1, entries]),
        );
        const ranked = standings(result, options);
        const rankOf = new Map(ranked.map(({ option, rank }) => [option, rank]));
        for (const { option, rank, isTied } of ranked) {
          const better = ranked.filter((other) => (rankOf.get(other.option) ?? 0) < rank).length;
          const alike = ranked.filter((other) => other.rank === rank).length;
          expect([option, rank, isTied]).toEqual([option, better + 1, alike > 1]);
        }
        const next = new Set(firstOf(result, options, top));
        const wanted = ranked.filter(({ rank, voters }) => rank <= top && voters > 0);
        expect([...next]).toEqual(wanted.map(({ option }) => option));
      }),
      { numRuns: 400 },
    );
  });
});

describe('what a discussion moved', () => {
  it('is nothing between a result and itself, and the opposite the other way round', () => {
    fc.assert(
      fc.property(fc.constantFrom(...methods), cast, cast, (method, before, after) => {
        const [one, two] = [before, after].map((all) =>
          held(
            names,
            { method, ...slots },
            all.map((entries) => [1, entries]),
          ),
        ) as [Result, Result];
        const still = movementOf(one, one, options);
        const there = movementOf(one, two, options);
        const back = movementOf(two, one, options);
        const ups = (moved: typeof there) =>
          Object.fromEntries(
            moved?.options.map(({ option, ranksUp, totalUp }) => [option, [ranksUp, totalUp]]) ?? [],
          );
        const turned = Object.fromEntries(
          Object.entries(ups(back)).map(([option, [ranks = 0, total = 0]]) => [
            option,
            [0 - ranks, 0 - total],
          ]),
        );
        expect([
          still?.reordered,
          still?.options.every(({ ranksUp, totalUp }) => ranksUp === 0 && totalUp === 0),
        ]).toEqual([0, true]);
        expect([ups(there), there?.reordered]).toEqual([turned, back?.reordered]);
      }),
      { numRuns: 200 },
    );
  });

  it('cannot be said of two methods', () => {
    const one = held(names, { method: 'dots', ...slots }, [[1, { 'B/0': 'a' }]]);
    const other = held(names, { method: 'approval' }, [[1, { 'B/a': 1 }]]);
    expect(movementOf(one, other, options)).toBeNull();
  });
});
