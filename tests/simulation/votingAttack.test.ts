// Whoever attacks a ballot changes what their own one vote may change, and nothing else: the same day is told once with the
// attack and once with that one vote cast honestly, and every result is the same. By all six methods, over crashes.
// One day again: npm run sim -- --seed 123

import { describe, expect, it } from 'vitest';
import { tellDay } from './votingAttackStory.ts';

const chosenSeed = process.env.SIM_SEED;
const runs = Number(process.env.SIM_RUNS ?? (chosenSeed === undefined ? 12 : 1));
const firstSeed = Number(chosenSeed ?? 1);

describe('attacks on ballots', () => {
  it('change nothing but the one vote of whoever has one, whatever the seed', async () => {
    const complaints: string[] = [];
    let given = 0;
    for (let seed = firstSeed; seed < firstSeed + runs; seed++) {
      const attacked = await tellDay(seed, null);
      const honest = await tellDay(seed, attacked.own);
      given += [...attacked.own.values()].filter((said) => Object.keys(said).length > 0).length;
      const [one, other] = [JSON.stringify(attacked.results), JSON.stringify(honest.results)];
      const wrongs = [...attacked.allowed, ...(one === other ? [] : [`${one}\n  instead of ${other}`])];
      if (wrongs.length > 0) complaints.push(`npm run sim -- --seed ${seed}:\n  ${wrongs.join('\n  ')}`);
    }
    expect([complaints.slice(0, 4), given > runs]).toEqual([[], true]);
  });
});
