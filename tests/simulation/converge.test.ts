// Whatever happens to the network, the tabs, the disk and the server: nothing that was called saved is lost, nothing is
// shown before it is safe, everybody ends with the same board, and nobody honest is refused.
// One story again: npm run sim -- --seed 123

import { describe, expect, it } from 'vitest';
import { keptSeeds } from './seeds.ts';
import { type Ending, type Story, storyNames, tell } from './stories.ts';

const chosenSeed = process.env.SIM_SEED;
const runs = Number(process.env.SIM_RUNS ?? (chosenSeed === undefined ? 40 : 1));
const firstSeed = Number(chosenSeed ?? 1);

function complaint(story: Story, seed: number, { wrongs, refusals }: Ending): string | null {
  const unfair =
    story === 'a full disk' ? refusals.filter((text) => !/disk-full|denied/.test(text)) : refusals;
  const all = [...wrongs, ...unfair.map((text) => `refused for nothing: ${text}`)];
  return all.length === 0
    ? null
    : `${story}, npm run sim -- --seed ${seed}:\n  ${[...new Set(all)].join('\n  ')}`;
}

describe('simulated worlds', () => {
  it.each(storyNames)('%s ends well, whatever the seed', async (story) => {
    const complaints: string[] = [];
    for (let seed = firstSeed; seed < firstSeed + runs; seed++) {
      const found = complaint(story, seed, await tell(story, seed));
      if (found !== null) complaints.push(found);
    }
    expect(complaints.slice(0, 5)).toEqual([]);
  });

  it.each(keptSeeds)('once failed: $what', async ({ story, seed }) => {
    expect(complaint(story, seed, await tell(story, seed))).toBeNull();
  });
});
