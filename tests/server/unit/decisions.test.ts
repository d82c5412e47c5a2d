// Decisions: written down by those who steer, confirmed by everybody who takes part, each exactly once.

import { describe, expect, it } from 'vitest';
import { readDecisions } from '../../../shared/features/decisions/decisions.ts';
import { VotingWorld } from '../../support/votingWorld.ts';

async function aRoom() {
  const world = await VotingWorld.withEveryRole();
  const decisions = async () => readDecisions((await world.session()).getMap('decisions').entries());
  const code = world.code.bind(world);
  return { world, decisions, code };
}

describe('a decision', () => {
  it('is recorded with its reasons, changed in part, confirmed anew when its words change, and removed', async () => {
    const { world, decisions, code } = await aRoom();
    const at = world.time.now();
    const ballot = await world.open('fay', { who: 'link' });
    const said = { text: ' We start with a. ', why: 'It is cheap.', against: 'It is small.', ballot };
    const answer = await world.ask('fay', 'decision.record', {
      ...said,
      confidence: 'high',
      reviewAt: at + 5,
    });
    const { decision } = answer.data as { decision: string };
    await code('ann', 'decision.confirm', { decision, confirmed: true });
    await code('ben', 'decision.confirm', { decision, confirmed: true });
    await code('ann', 'decision.confirm', { decision, confirmed: true });
    const told = [await decisions()];
    await code('ben', 'decision.confirm', { decision, confirmed: false });
    await code('fay', 'decision.record', { decision, text: 'We start with a.', confidence: null });
    told.push(await decisions());
    await code('fay', 'decision.record', { decision, text: 'We start with b.' });
    told.push(await decisions());
    await code('fay', 'decision.remove', { decision });
    const text = { text: 'We start with a.', why: 'It is cheap.', against: 'It is small.', ballot };
    const fixed = { id: decision, by: 'fay', at: told[0]?.[0]?.at, reviewAt: at + 5 };
    expect([told, await decisions()]).toEqual([
      [
        [{ ...fixed, ...text, confidence: 'high', confirmedBy: ['ann', 'ben'] }],
        [{ ...fixed, ...text, confidence: null, confirmedBy: ['ann'] }],
        [{ ...fixed, ...text, text: 'We start with b.', confidence: null, confirmedBy: [] }],
      ],
      [],
    ]);
  });

  it('is refused from those who may not, about what is not there, and without words', async () => {
    const { world, decisions, code } = await aRoom();
    const { decision } = (await world.ask('fay', 'decision.record', { text: 'Yes.' })).data as {
      decision: string;
    };
    const before = await decisions();
    const codes = [
      await code('ann', 'decision.record', { text: 'No.' }),
      await code('ann', 'decision.record', { decision, text: 'No.' }),
      await code('ann', 'decision.remove', { decision }),
      await code('vic', 'decision.confirm', { decision, confirmed: true }),
      await code('fay', 'decision.record', { text: '  ' }),
      await code('fay', 'decision.record', { text: 'x'.repeat(4_001) }),
      await code('fay', 'decision.record', { text: 'Yes.', by: 'ann' }),
      await code('fay', 'decision.record', { text: 'Yes.', confirmedBy: ['ann'] }),
      await code('fay', 'decision.record', { text: 'Yes.', ballot: 'none' }),
      await code('fay', 'decision.record', { decision: 'none', text: 'Yes.' }),
      await code('ann', 'decision.confirm', { decision: 'none', confirmed: true }),
    ];
    expect([codes, await decisions()]).toEqual([
      [
        ...['forbidden', 'forbidden', 'forbidden', 'forbidden'],
        ...['bad-request', 'bad-request', 'bad-request', 'bad-request'],
        ...['not-found', 'not-found', 'not-found'],
      ],
      before,
    ]);
  });

  it('is written once, however often it is asked for and wherever the server dies', async () => {
    for (let ms = 0; ms < 10; ms++) {
      const { world, decisions } = await aRoom();
      await world.begin('fay', 'decision.record', { text: 'Yes.' }, 'same');
      await world.time.pass(ms);
      world.crash();
      const first = await world.ask('fay', 'decision.record', { text: 'Yes.' }, 'same');
      const again = await world.ask('fay', 'decision.record', { text: 'Yes.' }, 'same');
      const ids = (await decisions()).map(({ id }) => id);
      expect([ms, first, again]).toEqual([
        ms,
        { ok: true, data: { decision: ids[0] } },
        { ok: true, data: { decision: ids[0] } },
      ]);
      expect(ids.length).toBe(1);
    }
  });
});

describe('what is no decision', () => {
  it('is left out by the reader, and what is wrong with one is put right', () => {
    const by = 'ann';
    const read = readDecisions([
      ['late', { text: 'B', by, at: 9 }],
      [
        'whole',
        { text: 'A\ud800', why: 7, by, at: 3, confirmedBy: ['x', 'x', 5], confidence: 'sure', reviewAt: -1 },
      ],
      ['empty', { text: ' ', by, at: 1 }],
      ['nobody', { text: 'C', at: 1 }],
      ['a/b', { text: 'D', by, at: 1 }],
      ['text', 'E'],
    ]);
    const rest = { why: '', against: '', confidence: null, reviewAt: null, ballot: null, by };
    expect(read).toEqual([
      { ...rest, id: 'whole', text: 'A\ufffd', at: 3, confirmedBy: ['x'] },
      { ...rest, id: 'late', text: 'B', at: 9, confirmedBy: [] },
    ]);
  });
});
