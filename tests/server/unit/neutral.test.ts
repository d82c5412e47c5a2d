// Whoever leads decides to take no side: at once, for all to see, and not to be taken back alone.

import { expect, it } from 'vitest';
import { SimSession } from '../../support/simSession.ts';

it('A facilitator takes no side by themselves; taking one again needs another facilitator', async () => {
  const world = new SimSession();
  await world.start();
  const [fay, gus] = [await world.join('fay', 'facilitator'), await world.join('gus', 'facilitator')];
  const ada = await world.join('ada');
  const neutral = { participant: fay.id, role: 'facilitator', neutral: true };
  const sided = { ...neutral, neutral: false };
  const code = async (who: typeof fay, args: typeof neutral) =>
    (await world.does(who, 'role.set', args)).code ?? 'ok';
  const codes = [
    await code(ada, { ...neutral, participant: ada.id }),
    await code(fay, { ...neutral, role: 'viewer' }),
    await code(fay, neutral),
    await code(fay, sided),
    await code(gus, sided),
  ];
  expect(codes).toEqual(['forbidden', 'yourself', 'ok', 'yourself', 'ok']);
});
