// The park of a session: it has one, however many are made at once.

import { expect, it } from 'vitest';
import { SimSession } from '../../support/simSession.ts';

it('Of two parks made at once the session has the first; one that is gone is followed by another', async () => {
  const world = new SimSession();
  await world.start();
  const [ada, ben] = [await world.join('ada'), await world.join('ben')];
  const asked = [
    ada.ask('guide.park', { item: 'park-of-ada', instead: null }),
    ben.ask('guide.park', { item: 'park-of-ben', instead: null }),
  ];
  await world.time.pass(500);
  const codes = [ada, ben].map(({ answers }, i) => answers.get(asked[i] ?? '')?.code ?? 'ok');
  const first = world.state().park;
  const again = (await world.does(ada, 'guide.park', { item: 'park-of-ada', instead: null })).code ?? 'ok';
  const next = (await world.does(ben, 'guide.park', { item: 'park-of-ben', instead: 'park-of-ada' })).ok;
  expect({ codes, first, again, next, later: world.state().park }).toEqual({
    codes: ['ok', 'park-taken'],
    first: 'park-of-ada',
    again: 'ok',
    next: true,
    later: 'park-of-ben',
  });
});
