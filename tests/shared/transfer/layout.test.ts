import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../shared/lib/env.ts';
import { type Box, contains, overlaps } from '../../../shared/lib/geometry.ts';
import { layOut } from '../../../shared/transfer/layout.ts';
import type { PlannedNote } from '../../../shared/transfer/plan.ts';

const anyNotes = fc.array(
  fc.record(
    {
      text: fc.integer({ min: 0, max: 1500 }).map((length) => 'wort '.repeat(length / 5)),
      cluster: fc.constantFrom('Garden', 'Music', 'Food'),
    },
    { requiredKeys: ['text'] },
  ),
  { maxLength: 40 },
);

const taken: Box[] = [
  { x: -500, y: -300, w: 700, h: 200 },
  { x: 100, y: 900, w: 50, h: 50 },
];

describe('imported notes', () => {
  it('overlap neither each other nor what was there, each inside its own cluster', () => {
    fc.assert(
      fc.property(anyNotes, (notes) => {
        const items = layOut(notes, taken, seededRandom(1)).map(({ w = 0, h = 0, ...item }) => ({
          ...item,
          w,
          h,
        }));
        const placed = items.filter((item) => item.kind === 'note');
        const clusters = items.filter((item) => item.kind === 'cluster');
        const collisions = [placed, clusters].flatMap((same) =>
          same.flatMap((item, i) =>
            [...taken, ...same.slice(i + 1)].filter((other) => overlaps(item, other)),
          ),
        );
        const astray = placed.filter((item) =>
          clusters.some(
            (cluster) =>
              (cluster.id === item.parent) !== (contains(cluster, item) && overlaps(cluster, item)),
          ),
        );
        expect({ count: placed.length, collisions, astray }).toEqual({
          count: notes.length,
          collisions: [],
          astray: [],
        });
      }),
      { seed: 2050 },
    );
  });

  it('always land in the same places', () => {
    const notes: PlannedNote[] = [
      { text: 'a', cluster: 'X' },
      { text: 'b' },
      { text: 'c', cluster: 'X', colour: 'blue' },
    ];
    const items = layOut(notes, { x: 10, y: 20 }, seededRandom(3));
    const id = items[0]?.id;
    expect(items).toEqual([
      { kind: 'cluster', id, x: 10, y: 20, w: 464, h: 280, text: 'X' },
      { kind: 'note', x: 34, y: 76, w: 200, h: 200, parent: id, text: 'a' },
      { kind: 'note', x: 250, y: 76, w: 200, h: 200, parent: id, text: 'c', colour: 'blue' },
      { kind: 'note', x: 522, y: 20, w: 200, h: 200, parent: null, text: 'b' },
    ]);
  });

  it('keep the arrangement their file tells of', () => {
    const box = { x: -900, y: 5000, w: 100, h: 100 };
    const notes = [
      { text: 'a', cluster: 'X', box },
      { text: 'b', box: { ...box, x: -300 } },
    ];
    const items = layOut(notes, [], seededRandom(3)).map(({ kind, x, y }) => ({ kind, x, y }));
    expect(items).toEqual([
      { kind: 'cluster', x: 0, y: 0 },
      { kind: 'note', x: 24, y: 56 },
      { kind: 'note', x: 624, y: 56 },
    ]);
  });
});
