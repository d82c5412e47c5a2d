// The light that people point with: where it was fades, where it rests stays, and what is put out is forgotten.

import { describe, expect, it } from 'vitest';
import { Lights } from '../../../client/canvas/lights.ts';

describe('a light', () => {
  it('moves until its trail has faded, rests as one dot, and goes when it is put out', () => {
    const lights = new Lights();
    const story: [boolean, boolean][] = [];
    const look = (now: number) => story.push([lights.fade(now), lights.isEmpty]);
    lights.shine(1, { x: 0, y: 0 }, 'red', 0);
    lights.shine(1, { x: 40, y: 0 }, 'red', 50);
    look(60);
    lights.shine(1, { x: 40, y: 0 }, 'red', 1_000);
    look(1_000);
    lights.keepOnly(new Set());
    look(1_100);
    look(1_700);
    expect(story).toEqual([
      [true, false],
      [false, false],
      [true, false],
      [false, true],
    ]);
  });
});
