import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeDirty } from '../../../client/canvas/dirty.ts';
import { type Box, contains, overlaps } from '../../../shared/lib/geometry.ts';

const canvas = { w: 1000, h: 1000 };
const box = (x: number, y: number, w: number, h: number): Box => ({ x, y, w, h });

describe('What is dirty', () => {
  it('is cut to the canvas, and nothing outside of it is painted', () => {
    expect(mergeDirty([box(-50, 10, 100, 10), box(2000, 0, 10, 10)], canvas)).toEqual([box(0, 10, 50, 10)]);
  });

  it('becomes one where it overlaps, and stays apart where it is far apart', () => {
    const merged = mergeDirty([box(0, 0, 20, 20), box(10, 10, 20, 20), box(500, 500, 20, 20)], canvas);
    expect(merged).toEqual([box(0, 0, 30, 30), box(500, 500, 20, 20)]);
  });

  it('is everything when most of the canvas is dirty, or too much of it in pieces', () => {
    const pieces = Array.from({ length: 100 }, (_, index) =>
      box((index % 10) * 100, Math.floor(index / 10) * 100, 5, 5),
    );
    expect([mergeDirty([box(0, 0, 900, 900)], canvas), mergeDirty(pieces, canvas)]).toEqual([
      'whole',
      'whole',
    ]);
  });
});

it('Whatever was dirty is covered, and nothing is painted twice', () => {
  const boxes = fc.array(
    fc.record({
      x: fc.integer({ min: 0, max: 900 }),
      y: fc.integer({ min: 0, max: 900 }),
      w: fc.integer({ min: 1, max: 100 }),
      h: fc.integer({ min: 1, max: 100 }),
    }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(boxes, (dirty) => {
      const merged = mergeDirty(dirty, canvas);
      if (merged === 'whole') return;
      const corners = dirty.flatMap((b) => [b, { x: b.x + b.w, y: b.y + b.h }]);
      const uncovered = corners.filter((corner) => !merged.some((area) => contains(area, corner)));
      const twice = merged.filter((a, i) => merged.some((b, j) => i < j && overlaps(a, b)));
      expect({ uncovered, twice }).toEqual({ uncovered: [], twice: [] });
    }),
  );
});
