// Instant run-off: elections whose counts are known, the rule for the weakest, and a second, slower way to count.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantRunoff, type RankedBallots, runoffOrder } from '../../../../shared/features/voting/runoff.ts';

type Ballots = readonly (readonly [count: number, ranking: string])[];

function parse(ballots: Ballots): RankedBallots<string>[] {
  return ballots.map(([count, ranking]) => ({ count, ranking: ranking === '' ? [] : ranking.split(' ') }));
}

/** Each round as its votes, who goes, and how many name nothing that is left. */
function rounds(options: string, ballots: Ballots) {
  return instantRunoff(options.split(' '), parse(ballots)).map(({ votes, out, exhausted }) => [
    Object.fromEntries(votes),
    out,
    exhausted,
  ]);
}

function order(options: readonly string[], ballots: readonly RankedBallots<string>[]) {
  const named = new Map(options.map((option) => [option, 0]));
  for (const { ranking, count } of ballots)
    for (const id of ranking) named.set(id, (named.get(id) ?? 0) + count);
  return runoffOrder(instantRunoff(options, ballots), named);
}

describe('known elections', () => {
  // https://en.wikipedia.org/wiki/1990_Irish_presidential_election : both counts, with the transfers of Currie's votes.
  it('Ireland 1990: Robinson overtakes Lenihan on the second count', () => {
    const ballots = [
      [612_265, 'robinson'],
      [694_484, 'lenihan'],
      [205_565, 'currie robinson'],
      [36_789, 'currie lenihan'],
      [25_548, 'currie'],
    ] as const;
    expect(rounds('currie lenihan robinson', ballots)).toEqual([
      [{ currie: 267_902, lenihan: 694_484, robinson: 612_265 }, ['currie'], 0],
      [{ lenihan: 731_273, robinson: 817_830 }, [], 25_548],
    ]);
  });

  // https://en.wikipedia.org/wiki/2009_Burlington_mayoral_election : the second and third round of the count.
  it('Burlington 2009: Kiss overtakes Wright when Montroll goes', () => {
    const ballots = [
      [3_294, 'wright'],
      [2_981, 'kiss'],
      [1_332, 'montroll kiss'],
      [767, 'montroll wright'],
      [455, 'montroll'],
    ] as const;
    expect(rounds('kiss montroll wright', ballots)).toEqual([
      [{ kiss: 2_981, montroll: 2_554, wright: 3_294 }, ['montroll'], 0],
      [{ kiss: 4_313, wright: 4_061 }, [], 455],
    ]);
  });

  // The textbook example of https://en.wikipedia.org/wiki/Instant-runoff_voting : the capital of Tennessee.
  it('Tennessee: the last city but one wins', () => {
    const ballots = [
      [42, 'memphis nashville chattanooga knoxville'],
      [26, 'nashville chattanooga knoxville memphis'],
      [15, 'chattanooga knoxville nashville memphis'],
      [17, 'knoxville chattanooga nashville memphis'],
    ] as const;
    expect(rounds('memphis nashville chattanooga knoxville', ballots)).toEqual([
      [{ memphis: 42, nashville: 26, chattanooga: 15, knoxville: 17 }, ['chattanooga'], 0],
      [{ memphis: 42, nashville: 26, knoxville: 32 }, ['nashville'], 0],
      [{ memphis: 42, knoxville: 58 }, [], 0],
    ]);
  });
});

describe('the weakest', () => {
  it('of several is the one that was weaker before, then the one fewer people named', () => {
    const before = rounds('a b c d', [
      [5, 'a'],
      [4, 'b'],
      [3, 'c'],
      [1, 'd c'],
    ]);
    const named = rounds('a b c', [
      [3, 'a b'],
      [2, 'b'],
      [2, 'c'],
    ]);
    expect([before.map(([, out]) => out), named.map(([, out]) => out)]).toEqual([
      [['d'], ['c'], []],
      [['c'], []],
    ]);
  });

  it('goes while nobody has more than half: half is not enough', () => {
    const half = rounds('a b c', [
      [4, 'a'],
      [3, 'b'],
      [1, 'c b'],
    ]);
    expect(half.map(([votes, out]) => [votes, out])).toEqual([
      [{ a: 4, b: 3, c: 1 }, ['c']],
      [{ a: 4, b: 4 }, ['b']],
      [{ a: 4 }, []],
    ]);
  });

  it('go together where nothing tells them apart; when that is everything left, it is a tie', () => {
    const together = rounds('a b c', [
      [3, 'a'],
      [2, 'b'],
      [2, 'c'],
    ]);
    const tied = parse([
      [2, 'a'],
      [2, 'b'],
    ]);
    expect([together.map(([, out]) => out), order(['a', 'b', 'c'], tied)]).toEqual([
      [['b', 'c'], []],
      [['a', 'b'], ['c']],
    ]);
  });
});

describe('the places of those that went together', () => {
  it('follow the same rule: nobody put them first, and more people named one than the other', () => {
    const cast = parse([
      [5, 'a c'],
      [4, 'b c d'],
      [1, 'e d'],
    ]);
    const [first] = instantRunoff(['a', 'b', 'c', 'd', 'e', 'f'], cast);
    expect([first?.out, order(['a', 'b', 'c', 'd', 'e', 'f'], cast)]).toEqual([
      ['c', 'd', 'f'],
      [['a'], ['b'], ['e'], ['c'], ['d'], ['f']],
    ]);
  });
});

/** Counts again from the ballots for every pair, knowing nothing of rounds already counted: who is first. */
function plainWinner(options: readonly string[], ballots: readonly RankedBallots<string>[]): string | null {
  let left = [...options];
  for (;;) {
    const firsts = left.map((option) => ({
      option,
      count: ballots.reduce(
        (sum, { ranking, count }) =>
          sum + (ranking.filter((id) => left.includes(id))[0] === option ? count : 0),
        0,
      ),
    }));
    const all = firsts.reduce((sum, { count }) => sum + count, 0);
    const best = firsts.find(({ count }) => count * 2 > all);
    if (best) return best.option;
    const least = Math.min(...firsts.map(({ count }) => count));
    const weakest = firsts.filter(({ count }) => count === least);
    // Ties among the weakest are the published rule's affair, tested above.
    if (weakest.length > 1 && least > 0) return null;
    if (weakest.length === left.length) return null;
    left = left.filter((option) => !weakest.some((each) => each.option === option));
  }
}

describe('any ballots', () => {
  const options = ['a', 'b', 'c', 'd', 'e'];
  const ballots = fc.array(
    fc.record({ ranking: fc.shuffledSubarray(options), count: fc.integer({ min: 1, max: 9 }) }),
    { maxLength: 10 },
  );

  it('have the winner of a plain count, and lose no vote in any round', () => {
    fc.assert(
      fc.property(ballots, (cast) => {
        const all = cast.reduce((sum, { count }) => sum + count, 0);
        const counted = instantRunoff(options, cast);
        for (const { votes, exhausted } of counted)
          expect([...votes.values()].reduce((sum, count) => sum + count, exhausted)).toBe(all);
        const winner = plainWinner(options, cast);
        const ranked = order(options, cast);
        if (winner !== null) expect(ranked[0]).toEqual([winner]);
        expect(ranked.flat().toSorted()).toEqual(options);
      }),
      { numRuns: 500 },
    );
  });
});
