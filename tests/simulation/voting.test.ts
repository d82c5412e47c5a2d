// Whatever happens to the network and the server in days of voting: every ballot is counted once, to what was durable and
// allowed, it stays that, and nothing of anybody's votes is left.
// One story again: npm run sim -- --seed 123

import { describe, expect, it } from 'vitest';
import { tellVotes } from './votingStory.ts';

const chosenSeed = process.env.SIM_SEED;
const runs = Number(process.env.SIM_RUNS ?? (chosenSeed === undefined ? 8 : 1));
const firstSeed = Number(chosenSeed ?? 1);

describe('simulated votes', () => {
  it('are counted once and rightly, whatever the seed', async () => {
    const complaints: string[] = [];
    let counted = 0;
    for (let seed = firstSeed; seed < firstSeed + runs; seed++) {
      const { wrongs, voted } = await tellVotes(seed);
      counted += voted;
      if (wrongs.length > 0) complaints.push(`npm run sim -- --seed ${seed}:\n  ${wrongs.join('\n  ')}`);
    }
    expect([complaints.slice(0, 5), counted > 5 * runs]).toEqual([[], true]);
  });
});
