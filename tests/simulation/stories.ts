// The kinds of story that the simulator tells, by name. A found seed is kept in `seeds.ts` with the story it belongs to.

import { editor, roughWeather, SimWorld, viewer, type WorldOptions } from '../support/simWorld.ts';

const calm = { cut: 0, crash: 0, tabDeath: 0, secondTab: 0, diskFull: 0 };
const fastDisk = { latencyMs: [0, 4] } as const;

const stories = {
  'a calm room': { network: roughWeather, disk: fastDisk, chances: { ...calm, secondTab: 0.02 } },
  'a bad network': { network: roughWeather, disk: fastDisk, chances: { ...calm, cut: 0.15, tabDeath: 0.02 } },
  'a server that dies': {
    network: roughWeather,
    disk: fastDisk,
    chances: { cut: 0.05, crash: 0.05, tabDeath: 0.03, secondTab: 0.03, diskFull: 0 },
  },
  'a slow disk': {
    network: { delayMsMin: 1, delayMsMax: 20, noticeMsMax: 100 },
    disk: { latencyMs: [10, 120], slowChance: 0.02 },
    chances: { cut: 0.08, crash: 0.05, tabDeath: 0.03, secondTab: 0.03, diskFull: 0 },
  },
  'a full disk': {
    network: roughWeather,
    disk: fastDisk,
    chances: { cut: 0.05, crash: 0.02, tabDeath: 0.02, secondTab: 0.02, diskFull: 0.05 },
  },
  'reloads offline': {
    network: roughWeather,
    disk: fastDisk,
    chances: { cut: 0.05, crash: 0.03, tabDeath: 0.03, secondTab: 0.05, diskFull: 0, offlineReload: 0.1 },
  },
} satisfies Record<string, Omit<WorldOptions, 'seed' | 'steps'>>;

export type Story = keyof typeof stories;

export const storyNames = Object.keys(stories) as Story[];

export interface Ending {
  readonly wrongs: readonly string[];
  /** Refusals heard by honest people. A full disk refuses with a reason; nothing else may. */
  readonly refusals: readonly string[];
}

export async function tell(story: Story, seed: number, steps = 60): Promise<Ending> {
  const world = new SimWorld({ seed, steps, ...stories[story] });
  const wrongs = await world.tell([editor('ada'), editor('ben'), editor('bot', 'stock'), viewer('vic')]);
  return { wrongs, refusals: world.refusals };
}
