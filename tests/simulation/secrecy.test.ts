// Secrecy by difference: two runs of one session that differ only in what one person writes privately, letter for letter of
// the same length, are the same to everybody else, byte for byte and moment for moment, until the reveal: every frame, every
// line of the log, every refusal, every export, every figure. With the server dying and connections breaking at every step.

import { describe, expect, it } from 'vitest';
import { another, drafting, inRounds, oneWay } from './secrecyStories.ts';
import { calm, difference, differences, faults, seenByOthers } from './secrecyWatch.ts';

const silent = [drafting(oneWay), drafting(another)] as const;
const rounds = [inRounds(oneWay), inRounds(another)] as const;

describe('what one person writes privately', () => {
  it('has as many letters in both runs, is revealed in both, and the rest of the session is there to be seen', async () => {
    const sizes = [oneWay, another].map((texts) =>
      texts.map((text) => [text.length, Buffer.byteLength(text)]),
    );
    const seen = await seenByOthers(silent[0], calm);
    const text = seen.map((line) => Buffer.from(line.split(' ')[3] ?? '', 'base64').toString('utf8')).join();
    expect([
      sizes[0],
      seen.at(-1),
      seen.length > 100,
      ['the question', 'we began'].every((word) => text.includes(word)),
      (await seenByOthers(silent[0], { ...calm, fault: 'the server dies', step: 30 })).at(-1),
    ]).toEqual([sizes[1], 'reveals 1', true, true, 'reveals 1']);
  });

  it('makes no difference to anybody else', async () => {
    expect(await difference(...silent, calm)).toBeNull();
  });

  it.each(faults)('makes none when %s, whenever that is', async (fault) => {
    expect(await differences(silent, fault, 60)).toEqual([]);
  });
});

describe('what one person writes on a sheet', () => {
  it('is passed on in both runs', async () => {
    expect((await seenByOthers(rounds[0], calm)).at(-1)).toBe('round 2');
  });

  it('makes no difference to anybody else before it is passed on', async () => {
    expect(await difference(...rounds, calm)).toBeNull();
  });

  it.each(faults)('makes none when %s, whenever that is', async (fault) => {
    expect(await differences(rounds, fault, 26)).toEqual([]);
  });
});
