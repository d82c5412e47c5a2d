// Secrecy by difference, of votes: two runs in which one voter chooses otherwise are the same to everybody else until a ballot
// is closed. Two runs in which two voters have changed places have one result, and are the same for good.

import { describe, expect, it } from 'vitest';
import { voting } from './secrecyStories.ts';
import { calm, difference, differences, faults, seenByOthers } from './secrecyWatch.ts';

const chosen = [voting([0, 1], [1, 2]), voting([3, 2], [1, 2])] as const;

/** Whoever voted is the only one who may know it; the result is the same, so nothing may ever differ. */
const forGood = { insiders: ['ada', 'ben'], isOver: () => false };
const swapped = [voting([0, 1], [2, 3], forGood), voting([2, 3], [0, 1], forGood)] as const;

describe('what one person votes for', () => {
  it('is counted in both runs, in a session in which there is something to be seen', async () => {
    const seen = await seenByOthers(chosen[0], calm);
    expect([seen.at(-1), seen.length > 100]).toEqual(['closed 6', true]);
  });

  it('makes no difference to anybody else before it is counted, whatever the method', async () => {
    expect(await difference(...chosen, calm)).toBeNull();
  });

  it.each(faults)('makes none when %s, whenever that is', async (fault) => {
    expect(await differences(chosen, fault, 70)).toEqual([]);
  });
});

describe('which of two people voted for what', () => {
  it('makes no difference to a third one, after it was counted either', async () => {
    expect(await difference(...swapped, calm)).toBeNull();
  });

  it.each(faults)('makes none when %s, whenever that is', async (fault) => {
    expect(await differences(swapped, fault, 70)).toEqual([]);
  });
});
