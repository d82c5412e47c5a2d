// Whatever happens to the network, the disk and the server while a session runs: nobody is sent what is not revealed, every
// idea comes to the wall once or stays with its owner, commands have one effect, and promises hold.
// One story again: npm run sim -- --seed 123

import { afterEach, describe, expect, it, vi } from 'vitest';
import { Commands } from '../../server/commands.ts';
import type { Entry } from '../../server/liveDoc.ts';
import type { WriteBatch } from '../../server/writeBatch.ts';
import { WritePath } from '../../server/writePath.ts';
import { tellSession, type Weather, weathers } from './sessionStory.ts';

const chosenSeed = process.env.SIM_SEED;
const runs = Number(process.env.SIM_RUNS ?? (chosenSeed === undefined ? 25 : 1));
const firstSeed = Number(chosenSeed ?? 1);

afterEach(() => vi.restoreAllMocks());

describe('simulated sessions', () => {
  it.each(Object.entries(weathers))('%s ends well, whatever the seed', async (name, weather) => {
    const complaints: string[] = [];
    for (let seed = firstSeed; seed < firstSeed + runs; seed++) {
      const wrongs = await tellSession(seed, weather);
      if (wrongs.length > 0)
        complaints.push(`${name}, npm run sim -- --seed ${seed}:\n  ${wrongs.join('\n  ')}`);
    }
    expect(complaints.slice(0, 5)).toEqual([]);
  });
});

/** Seeds that once found something. They never leave. */
const keptSeeds: readonly { weather: keyof typeof weathers; seed: number; what: string }[] = [
  {
    weather: 'a session on a slow disk',
    seed: 195,
    what: 'an erasure was forgotten that was asked for in a commit still under way',
  },
];

describe('a session that once failed', () => {
  it.each(keptSeeds)('$what', async ({ weather, seed }) => {
    expect(await tellSession(seed, weathers[weather])).toEqual([]);
  });
});

/** The first complaint within so many seeds; null when the simulator saw nothing. */
async function firstWrong(weather: Weather, seedsMax: number): Promise<string | null> {
  for (let seed = 1; seed <= seedsMax; seed++) {
    const [wrong] = await tellSession(seed, weather);
    if (wrong !== undefined) return wrong;
  }
  return null;
}

describe('known-bad sessions are caught', () => {
  it('a reveal that is answered before its commit', async () => {
    const prototype = WritePath.prototype as unknown as { finish(batch: WriteBatch): Promise<void> };
    const finish = prototype.finish;
    vi.spyOn(prototype, 'finish').mockImplementation(async function (this: unknown, batch) {
      batch.tellOutcomes();
      await finish.call(this as never, batch);
    });
    expect(await firstWrong(weathers['a session whose server dies'], 5)).toBe(
      'a command was called done that a crash could take back',
    );
  });

  it('a reveal in two commits: first the wall, then what was taken from its owners', async () => {
    const write = WritePath.prototype.write;
    vi.spyOn(WritePath.prototype, 'write').mockImplementation(async function (this: WritePath, task) {
      const rest: Entry[] = [];
      const { puts, ...first } = task;
      const isWall = ({ doc }: Entry) => doc.address.kind === 'canvas';
      await write.call(this, {
        ...first,
        run: () => {
          const all = task.run();
          rest.push(...all.filter((entry) => !isWall(entry)));
          return all.filter(isWall);
        },
      });
      await write.call(this, { ...task, run: () => rest });
    });
    expect(await firstWrong(weathers['a session whose server dies'], 5)).toMatch(
      /an idea is on the wall and still waits|tells of other reveals than the wall/,
    );
  });

  it('a server that forgets which commands it has carried out', async () => {
    const prototype = Commands.prototype as unknown as { remembered(): Promise<null> };
    vi.spyOn(prototype, 'remembered').mockImplementation(async () => null);
    const worse = { ...weathers['a session on a bad network'], cut: 0.4 };
    expect(await firstWrong(worse, 40)).toBe('a command had its effect twice');
  });

  it('a private change that is passed on to everybody', async () => {
    const receive = WritePath.prototype.receive;
    vi.spyOn(WritePath.prototype, 'receive').mockImplementation(function (this: WritePath, task) {
      receive.call(this, task);
      const { room } = this as unknown as { room: { connections: Iterable<{ send(f: Uint8Array): void }> } };
      if (task.connection.live.address.kind !== 'personal') return;
      const frame = Uint8Array.of(1, ...task.update);
      for (const connection of room.connections) connection.send(frame);
    });
    expect(await firstWrong(weathers['a calm session'], 3)).toMatch(/was sent an idea of somebody else/);
  });
});
