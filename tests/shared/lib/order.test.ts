// Stacking keys: always room between two, the same order on every machine, and no neighbour that breaks it.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../shared/lib/env.ts';
import { compareOrder, orderBetween } from '../../../shared/lib/order.ts';

describe('orderBetween', () => {
  it('lies between its neighbours, however often we go into the same gap', () => {
    const random = seededRandom(1);
    const low = orderBetween(null, null, random);
    let high = orderBetween(low, null, random);
    for (let i = 0; i < 200; i++) {
      const middle = orderBetween(low, high, random);
      expect(low < middle && middle < high).toBe(true);
      high = middle;
    }
  });

  it('ten thousand times to the front keeps keys short', () => {
    const random = seededRandom(2);
    let top: string | null = null;
    for (let i = 0; i < 10_000; i++) {
      const next = orderBetween(top, null, random);
      if (top !== null && next <= top) throw new Error(`${next} is not above ${top}`);
      top = next;
    }
    expect(top?.length).toBeLessThanOrEqual(12);
  });

  it('two people who insert at the same place get different keys', () => {
    const a = orderBetween(null, null, seededRandom(1));
    const b = orderBetween(null, null, seededRandom(2));
    expect(a).not.toBe(b);
  });

  it('any neighbours at all, equal, crossed or nonsense, give a key of letters and digits', () => {
    const neighbour = fc.option(
      fc.oneof(fc.string(), fc.constantFrom('a1', 'a1', 'Zz', 'a0V', '0', 'z'.repeat(64))),
    );
    fc.assert(
      fc.property(neighbour, neighbour, (low, high) =>
        /^[0-9A-Za-z]+$/.test(orderBetween(low, high, seededRandom(3))),
      ),
      { seed: 4, numRuns: 1_000 },
    );
  });
});

describe('compareOrder', () => {
  it('sorts by key, then by id, the same for everybody', () => {
    const thing = fc.record({ order: fc.constantFrom('', 'a1', 'a2'), id: fc.constantFrom('x', 'y', 'z') });
    fc.assert(
      fc.property(fc.array(thing), (things) => {
        const one = [...things].sort(compareOrder);
        const two = [...things].reverse().sort(compareOrder);
        expect(one).toEqual(two);
      }),
      { seed: 5 },
    );
  });
});
