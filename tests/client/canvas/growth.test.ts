import { expect, it } from 'vitest';
import { grownMax, heightFor } from '../../../client/canvas/growth.ts';
import { aBoard } from '../../support/aBoard.ts';
import { plainLook } from '../../support/fakeContext.ts';

it('A note grows in steps once its words fit at no size, up to a limit, and comes back with them', () => {
  const { texts } = plainLook();
  const heights = [10, 60, 75, 90, 300, 4_000, 10].map((words) => {
    const [item] = aBoard().note('word '.repeat(words).trim()).board.items.values();
    return item ? heightFor(item, 200, texts) : 0;
  });
  expect([heights, grownMax]).toEqual([[200, 240, 280, 320, 480, 480, 200], 480]);
});

it('A note made higher by hand never becomes lower, and one beyond the limit is left alone', () => {
  const { texts } = plainLook();
  const heights = [600, 260].map((h) => {
    const [item] = aBoard().note('short', { h }).board.items.values();
    return item ? heightFor(item, h, texts) : 0;
  });
  expect(heights).toEqual([600, 260]);
});
