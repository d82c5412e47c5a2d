// Secrecy by difference, of votes with totals shown while people vote: two people who change places within one window between
// two totals make no difference to anybody else, neither in a total nor in the result, whatever dies.

import { describe, expect, it } from 'vitest';
import { type Shapes, votingLive } from './secrecyStories.ts';
import { calm, difference, differences, faults, seenByOthers } from './secrecyWatch.ts';

const windows: readonly (readonly [Shapes, Shapes])[] = [
  [
    [0, 1],
    [2, 3],
  ],
  [
    [1, 2],
    [3, 0],
  ],
];
const swapped = windows.map(([ada, ben]) => [ben, ada] as const);
const stories = [votingLive(windows), votingLive(swapped)] as const;

describe('which of two people voted for what, where totals are shown meanwhile', () => {
  it('is counted in both runs, and otherwise told where the votes themselves differ', async () => {
    const [
      first = [
        [0, 1],
        [2, 3],
      ] as const,
      ...rest
    ] = windows;
    const others = votingLive([[first[0], [1, 3]], ...rest]);
    expect([
      (await seenByOthers(stories[0], calm)).at(-1),
      (await difference(stories[0], others, calm)) !== null,
    ]).toEqual(['closed 6, 6 results', true]);
  });

  it('makes no difference to a third one, in any total and in the result', async () => {
    expect(await difference(...stories, calm)).toBeNull();
  });

  it.each(faults)('makes none when %s, whenever that is', async (fault) => {
    expect(await differences(stories, fault, 46)).toEqual([]);
  });
});
