// The reader's boundary: any value gives an item that everything else can trust.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Board } from '../../../shared/board/board.ts';
import { limits } from '../../../shared/board/limits.ts';
import { readItem, readText } from '../../../shared/board/reader.ts';
import { colours } from '../../../shared/items/colour.ts';
import type { Item } from '../../../shared/items/item.ts';
import { seededRandom } from '../../../shared/lib/env.ts';
import { idOf } from '../../support/aBoard.ts';

const anyValue = fc.oneof(
  fc.anything({ withBigInt: false, withMap: false, withSet: false }),
  fc.constantFrom('note', 'cluster', 'shape', 1, 'yellow', 'a1', ''),
  fc.tuple(fc.double(), fc.double()),
  fc.array(fc.double(), { maxLength: 3 }),
);

function isSound(item: Item): boolean {
  const inPlane = [item.x, item.y].every(
    (v) => Math.abs(v) <= limits.coordinateMax && v * 8 === Math.round(v * 8),
  );
  const sized = [item.w, item.h].every((v) => v >= limits.sizeMin && v <= limits.sizeMax);
  return (
    inPlane &&
    sized &&
    ['note', 'cluster', 'unreadable'].includes(item.kind) &&
    colours.includes(item.colour) &&
    item.text.length <= limits.textCharsMax &&
    item.order.length <= limits.orderCharsMax &&
    item.parent !== item.id &&
    [item.deleted, item.locked, item.collapsed].every((mark) => typeof mark === 'boolean')
  );
}

describe('reading an item', () => {
  it('anything at all gives a sound item', () => {
    fc.assert(
      fc.property(anyValue, (entry) => isSound(readItem(idOf('n'), entry))),
      { seed: 1, numRuns: 500 },
    );
  });

  it('a map of anything gives a sound item', () => {
    const keys = fc.constantFrom('k', 'p', 's', 'z', 'g', 't', 'c', 'd', 'l', 'o', 'x');
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, anyValue), { maxLength: 9 }), fc.boolean(), (pairs, isNote) => {
        const entry = new Y.Map<unknown>();
        new Y.Doc().getMap('items').set('n', entry);
        for (const [key, value] of pairs) {
          try {
            entry.set(key, value);
          } catch {
            // Not every value can be in a document.
          }
        }
        if (isNote) entry.set('k', 'note');
        return isSound(readItem(idOf('n'), entry));
      }),
      { seed: 2, numRuns: 500 },
    );
  });

  it('a note needs only kind, place and text', () => {
    const doc = new Y.Doc();
    const entry = new Y.Map<unknown>([
      ['k', 'note'],
      ['p', [1, 2]],
      ['t', 'plain'],
    ]);
    doc.getMap('items').set('n', entry);
    expect(readItem(idOf('n'), doc.getMap('items').get('n'))).toEqual({
      id: 'n',
      kind: 'note',
      x: 1,
      y: 2,
      w: 200,
      h: 200,
      order: '',
      parent: null,
      text: 'plain',
      colour: 'yellow',
      locked: false,
      collapsed: false,
      deleted: false,
    });
  });

  it('a kind nobody knows is drawn where it is, as a grey box', () => {
    const doc = new Y.Doc();
    doc.getMap('items').set(
      'n',
      new Y.Map<unknown>([
        ['k', 'hologram'],
        ['p', [5, 6]],
      ]),
    );
    const { kind, x, y, colour } = readItem(idOf('n'), doc.getMap('items').get('n'));
    expect({ kind, x, y, colour }).toEqual({ kind: 'unreadable', x: 5, y: 6, colour: 'grey' });
  });

  it('text is cut without splitting a pair', () => {
    const text = `${'x'.repeat(limits.textCharsMax - 1)}\u{1F600}`;
    expect([readText(text).length, readText(7), readText('ok')]).toEqual([limits.textCharsMax - 1, '', 'ok']);
  });

  it('a document full of nonsense opens, and the good part is there', () => {
    const doc = new Y.Doc();
    const root = doc.getMap('items');
    doc.transact(() => {
      root.set('number', 7);
      root.set('text', new Y.Text('x'));
      root.set('list', new Y.Array());
      root.set('not an id!', new Y.Map());
      root.set(
        'good',
        new Y.Map<unknown>([
          ['k', 'note'],
          ['p', [0, 0]],
          ['t', 'good'],
        ]),
      );
    });
    const board = new Board(doc, seededRandom(1));
    const kinds = [...board.items.values()].map((item) => `${item.id} ${item.kind}`).sort();
    root.set('number', 8);
    (root.get('list') as Y.Array<number>).push([1]);
    expect([kinds, board.items.size]).toEqual([
      ['good note', 'list unreadable', 'number unreadable', 'text unreadable'],
      4,
    ]);
  });
});
