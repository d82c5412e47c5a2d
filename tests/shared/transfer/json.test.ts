import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Board } from '../../../shared/board/board.ts';
import { readItems } from '../../../shared/board/reader.ts';
import { createItems } from '../../../shared/board/verbs.ts';
import type { Item } from '../../../shared/items/item.ts';
import { seededRandom } from '../../../shared/lib/env.ts';
import { itemsToCreate, planImport } from '../../../shared/transfer/import.ts';
import { boardToJson, parseBoardJson } from '../../../shared/transfer/json.ts';
import { problem } from '../../../shared/transfer/problems.ts';
import { anySnapshot, bytesOf, cluster, note, person, snapshot } from '../../support/snapshots.ts';

const random = seededRandom(1);

describe('board.json', () => {
  it('comes back into an empty board as the identical board', () => {
    fc.assert(
      fc.property(anySnapshot, (board) => {
        const plan = planImport({ bytes: bytesOf(boardToJson(board)), contentType: 'application/json' });
        const doc = new Y.Doc();
        createItems(new Board(doc, random), itemsToCreate(plan, new Map(), random), 'server');
        expect(readItems(doc)).toEqual(byId(board.items));
      }),
      { seed: 2050, numRuns: 100 },
    );
  });

  it('does not depend on the order in which items and people are given', () => {
    fc.assert(
      fc.property(anySnapshot, (board) => {
        const turned = { ...board, items: [...board.items].reverse(), people: [...board.people].reverse() };
        expect(boardToJson(turned)).toBe(boardToJson(board));
      }),
      { seed: 2050, numRuns: 100 },
    );
  });

  it('is one readable line an item, in stacking order, without what was deleted', () => {
    const board = snapshot(
      [
        note({ id: 'n2', text: 'Über', order: 'b', deleted: true }),
        note({ id: 'n1', text: 'Lights\nin trees', order: 'b', parent: 'c1', x: 12.125 }),
        cluster({ id: 'c1', text: 'Garden', order: 'a' }),
      ],
      {
        people: [person('p1', 'Ada')],
        authors: new Map([[id('n1'), person('p1', 'Ada').id]]),
        exportedAt: 1_000,
      },
    );
    expect(boardToJson(board)).toBe(`{
  "format": "wallflower-board",
  "version": 1,
  "title": "Summer party",
  "exportedAt": "1970-01-01T00:00:01.000Z",
  "people": [
    {"id":"p1","name":"Ada","role":"editor"}
  ],
  "items": [
    {"id":"c1","kind":"cluster","x":0,"y":0,"w":480,"h":320,"order":"a","parent":null,"text":"Garden","colour":"grey","author":null},
    {"id":"n1","kind":"note","x":12.125,"y":0,"w":200,"h":200,"order":"b","parent":"c1","text":"Lights\\nin trees","colour":"yellow","author":"p1"}
  ]
}
`);
  });

  it('keeps the good items and names the bad ones', () => {
    const items = [
      { id: 'ok', kind: 'note', x: 1, y: 2 },
      { id: 'far', kind: 'note', x: 1e9, y: 0, w: 1 },
      { id: 'ok', kind: 'note', x: 1, y: 2 },
      { id: '../..', kind: 'note', x: 1, y: 2 },
      { id: 'a', kind: 'laser', x: 1, y: 2 },
      { id: 'b', kind: 'note', x: 'left', y: 2 },
      null,
    ];
    const head = { format: 'wallflower-board', version: 1, title: 'T' };
    const { items: kept, problems, skipped } = parseBoardJson(JSON.stringify({ ...head, items }));
    const rest = { w: 200, h: 200, parent: null, text: '', colour: 'yellow' };
    expect({ kept, problems, skipped }).toEqual({
      kept: [
        { ...rest, id: 'far', kind: 'note', x: 1_000_000, y: 0, w: 8 },
        { ...rest, id: 'ok', kind: 'note', x: 1, y: 2 },
      ],
      problems: [
        { row: 3, ...problem('sameId', { id: 'ok' }) },
        { row: 4, ...problem('badKey', { key: 'id' }) },
        { row: 5, ...problem('badKey', { key: 'kind' }) },
        { row: 6, ...problem('badKey', { key: 'x' }) },
        { row: 7, ...problem('notAnItem') },
      ],
      skipped: 5,
    });
  });

  it('tells what is locked and collapsed only where it is, and takes nonsense there for no', () => {
    const items = [
      cluster({ id: 'c', order: 'a', locked: true, collapsed: true }),
      note({ id: 'n', order: 'b', locked: true }),
      note({ id: 'plain', order: 'c' }),
    ];
    const told = boardToJson(snapshot(items)).match(/"author":.*}/g);
    const odd = [{ id: 'odd', kind: 'note', x: 0, y: 0, locked: 'yes', collapsed: true }];
    const head = { format: 'wallflower-board', version: 1, title: 'T' };
    const { items: read, problems } = parseBoardJson(JSON.stringify({ ...head, items: odd }));
    expect([told, read.map((item) => [item.locked, item.collapsed]), problems]).toEqual([
      ['"author":null,"locked":true,"collapsed":true}', '"author":null,"locked":true}', '"author":null}'],
      [[undefined, undefined]],
      [],
    ]);
  });

  it('answers for any text at all', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(parseBoardJson(text).items).toEqual([]);
      }),
      { seed: 2050 },
    );
  });

  it('of a newer version is refused in words', () => {
    const text = '{"format":"wallflower-board","version":2,"title":"","items":[]}';
    const plan = planImport({ bytes: bytesOf(text), contentType: 'application/json' });
    expect([plan.refused?.code, plan.refused?.why.message]).toEqual([
      'not-a-board',
      'This board was exported by a newer version of Wallflower. Update this server first.',
    ]);
  });

  it('imported where things are already lies beside them, whole, under new ids where they are taken', () => {
    const items = [
      cluster({ id: 'c', x: 50, order: 'a' }),
      note({ id: 'n', x: 70, y: 60, parent: 'c', order: 'b' }),
    ];
    const plan = planImport({
      bytes: bytesOf(boardToJson(snapshot(items))),
      contentType: 'application/json',
    });
    const created = itemsToCreate(plan, byId(items), seededRandom(7));
    const [c, n] = created;
    expect(created.map(({ kind, x, y, order }) => ({ kind, x, y, order }))).toEqual([
      { kind: 'cluster', x: 690, y: 0 },
      { kind: 'note', x: 710, y: 60 },
    ]);
    expect([n?.parent === c?.id, c?.id === 'c', n?.id === 'n']).toEqual([true, false, false]);
  });
});

function byId(items: readonly Item[]): Map<Item['id'], Item> {
  return new Map(items.map((item) => [item.id, item]));
}

function id(text: string): Item['id'] {
  return text as Item['id'];
}
