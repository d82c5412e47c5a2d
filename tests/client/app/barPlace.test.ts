import { expect, it } from 'vitest';
import { barPlace } from '../../../client/app/chrome/barPlace.ts';

const free = { x: 8, y: 76, w: 1264, h: 596 };
const bar = { w: 400, h: 52 };

it('The bar is above what is selected, else below, else beside it, and over it only where it fills the screen', () => {
  const selections = {
    small: { x: 500, y: 300, w: 200, h: 200 },
    atTheTop: { x: 500, y: 80, w: 200, h: 200 },
    atTheEdge: { x: -50, y: 300, w: 100, h: 100 },
    tall: { x: 300, y: -100, w: 300, h: 2000 },
    tallAtTheRight: { x: 900, y: 60, w: 340, h: 700 },
    everything: { x: 0, y: 0, w: 1280, h: 800 },
  };
  expect(
    Object.fromEntries(Object.entries(selections).map(([name, on]) => [name, barPlace({ on, bar, free })])),
  ).toEqual({
    small: { x: 400, y: 234 },
    atTheTop: { x: 400, y: 294 },
    atTheEdge: { x: 8, y: 234 },
    tall: { x: 614, y: 76 },
    tallAtTheRight: { x: 486, y: 76 },
    everything: { x: 440, y: 620 },
  });
});
