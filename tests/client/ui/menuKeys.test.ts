// Which entry of a menu arrows and letters mean.

import { describe, expect, it } from 'vitest';
import { entryAt, entryTyped } from '../../../client/ui/menuKeys.ts';

const labels = ['Duplicate', 'Delete', 'Écrire', 'Lock', 'Move to front', 'Move to back'];

describe('an entry of a menu', () => {
  it('is found by the letters it begins with, from where one is on', () => {
    const found = [
      entryTyped(labels, 'd', -1),
      entryTyped(labels, 'de', 0),
      entryTyped(labels, 'DEL', 1),
      entryTyped(labels, 'move to b', 4),
      entryTyped(labels, 'é', 0),
    ];
    expect(found).toEqual([0, 1, 1, 5, 2]);
  });

  it('follows the one before when the same letter comes again, round and round', () => {
    expect([entryTyped(labels, 'd', 0), entryTyped(labels, 'dd', 1), entryTyped(labels, 'mm', 4)]).toEqual([
      1, 0, 5,
    ]);
  });

  it('stays what it was when nothing begins so', () => {
    expect([entryTyped(labels, 'x', 3), entryTyped([], 'x', -1)]).toEqual([3, -1]);
  });

  it('is chosen by arrows up to the ends', () => {
    const steps = [
      entryAt('ArrowDown', -1, 3),
      entryAt('ArrowDown', 2, 3),
      entryAt('ArrowUp', -1, 3),
      entryAt('ArrowUp', 0, 3),
      entryAt('Home', 2, 3),
      entryAt('End', 0, 3),
      entryAt('ArrowRight', 0, 3),
    ];
    expect(steps).toEqual([0, 2, 2, 0, 0, 2, null]);
  });
});
