import { describe, expect, it } from 'vitest';
import { boardToOutline, type OutlineCluster } from '../../../shared/transfer/outline.ts';
import { cluster, note, person, snapshot } from '../../support/snapshots.ts';

describe('an outline', () => {
  it('reads rows from top to bottom and each from left to right, though nothing lines up', () => {
    const places = { b: [220, -30], a: [0, 10], d: [230, 150], c: [5, 140], e: [0, 600] } as const;
    const notes = Object.entries(places).map(([id, [x, y]]) => note({ id, x, y }));
    expect(boardToOutline(snapshot(notes)).loose.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('has each live note once, whatever its parent points at', () => {
    const items = [
      note({ id: 'in', parent: 'a' }),
      note({ id: 'dead', parent: 'gone' }),
      note({ id: 'noted', parent: 'in', x: 300 }),
      note({ id: 'removed', parent: 'a', deleted: true }),
      // Two clusters inside each other: the circle is broken at the smaller id.
      cluster({ id: 'b', text: 'Inner', parent: 'a' }),
      cluster({ id: 'a', text: 'Outer', parent: 'b' }),
      cluster({ id: 'gone', deleted: true }),
    ];
    const authors = new Map([[note({ id: 'in' }).id, person('p', 'Ada').id]]);
    const outline = boardToOutline(snapshot(items, { people: [person('p', 'Ada')], authors }));
    expect({
      clusters: outline.clusters.map(told),
      authors: outline.clusters.flatMap(({ notes }) => notes.map(({ author }) => author)),
      loose: outline.loose.map(({ id }) => id),
      counts: outline.counts,
    }).toEqual({
      clusters: [['Outer', ['in'], [['Inner', [], []]]]],
      authors: ['Ada'],
      loose: ['dead', 'noted'],
      counts: { notes: 3, clusters: 2, people: 1 },
    });
  });

  it('of clusters nested without end is still told, every note in it', () => {
    const depth = 300;
    const items = Array.from({ length: depth }, (_, i) => [
      cluster({ id: `c${i}`, parent: i === 0 ? 'none' : `c${i - 1}` }),
      note({ id: `n${i}`, parent: `c${i}` }),
    ]).flat();
    const { clusters, loose } = boardToOutline(snapshot(items));
    const told = [...JSON.stringify([clusters, loose]).matchAll(/"id":"n(\d+)"/g)].map(([, n]) => Number(n));
    expect(told.sort((a, b) => a - b)).toEqual(Array.from({ length: depth }, (_, i) => i));
  });
});

type Told = [title: string, notes: string[], clusters: Told[]];

function told({ title, notes, clusters }: OutlineCluster): Told {
  return [title, notes.map(({ id }) => id), clusters.map(told)];
}
