// The verbs: what each changes, what it leaves alone, and its limits.

import { describe, expect, it } from 'vitest';
import { limits } from '../../../shared/board/limits.ts';
import {
  bringToFront,
  createCluster,
  createItems,
  dissolveCluster,
  moveItems,
  putInto,
  removeItems,
  resizeItem,
  restoreItems,
  setText,
} from '../../../shared/board/verbs.ts';
import type { NewItem } from '../../../shared/items/item.ts';
import { compareOrder } from '../../../shared/lib/order.ts';
import { aBoard, idOf, linesOf } from '../../support/aBoard.ts';

describe('creating', () => {
  it('lays each item above the last, and keeps an id that is free', () => {
    const { board } = aBoard().note('n');
    const made = createItems(board, [
      { kind: 'note', id: idOf('mine'), x: 1, y: 1 },
      { kind: 'note', id: idOf('n'), x: 2, y: 2 },
    ]);
    const order = [...board.items.values()].sort(compareOrder).map((item) => item.x);
    expect([made[0], made[1] !== idOf('n'), order]).toEqual(['mine', true, [0, 1, 2]]);
  });

  it('brings numbers into range and cuts long text', () => {
    const { board } = aBoard();
    const text = 'x'.repeat(limits.textCharsMax + 10);
    const [id] = createItems(board, [{ kind: 'note', x: Number.NaN, y: 9e9, w: 1, h: 9e9, text } as NewItem]);
    const item = id === undefined ? undefined : board.get(id);
    expect({ ...item, id: '', order: '', text: item?.text.length }).toEqual({
      id: '',
      kind: 'note',
      x: 0,
      y: limits.coordinateMax,
      w: limits.sizeMin,
      h: limits.sizeMax,
      order: '',
      parent: null,
      text: limits.textCharsMax,
      colour: 'yellow',
      locked: false,
      collapsed: false,
      deleted: false,
    });
  });

  it('stops when the board is full', () => {
    const { board } = aBoard();
    const notes: NewItem[] = Array.from({ length: limits.itemsMax + 5 }, () => ({
      kind: 'note',
      x: 0,
      y: 0,
    }));
    const made = createItems(board, notes, 'server');
    expect([made.length, createItems(board, [{ kind: 'note', x: 0, y: 0 }])]).toEqual([limits.itemsMax, []]);
  });
});

describe('clusters', () => {
  const nested = () =>
    aBoard()
      .cluster('outer', { x: 0, y: 0, w: 600, h: 600 })
      .cluster('inner', { x: 50, y: 100, w: 300, h: 300, inside: 'outer' })
      .note('n', { x: 100, y: 170, inside: 'inner' });

  it('moving one moves everything inside at any depth, once', () => {
    const { board } = nested();
    moveItems(board, { ids: [idOf('outer'), idOf('n')], by: { x: 10, y: 0 } });
    expect(linesOf(board)).toEqual([
      '[cluster] inner 60,100 300x300 in outer',
      '[cluster] outer 10,0 600x600',
      'n 110,170 in inner',
    ]);
  });

  it('moving by nothing writes nothing', () => {
    const { board } = nested();
    let updates = 0;
    board.doc.on('update', () => updates++);
    moveItems(board, { ids: [idOf('outer')], by: { x: 0, y: 0 } });
    bringToFront(board, [idOf('n')]);
    resizeItem(board, { id: idOf('n'), to: { x: 100, y: 170, w: 200, h: 200 } });
    setText(board, { id: idOf('n'), text: 'n' });
    putInto(board, { ids: [idOf('n')], cluster: idOf('inner') });
    expect(updates).toBe(1);
  });

  it('none goes into itself or its own inside', () => {
    const { board } = nested();
    putInto(board, { ids: [idOf('outer'), idOf('inner')], cluster: idOf('inner') });
    expect(linesOf(board)).toEqual(linesOf(nested().board));
  });

  it('gathering a cluster and a note inside it keeps the nesting', () => {
    const { board } = nested();
    const made = createCluster(board, { title: 'all', ids: [idOf('inner'), idOf('n')] });
    expect(linesOf(board).map((line) => line.replace(made ?? '?', 'all'))).toEqual([
      '[cluster] all 26,44 348x380',
      '[cluster] inner 50,100 300x300 in all',
      '[cluster] outer 0,0 600x600',
      'n 100,170 in inner',
    ]);
  });

  it('gathering nothing makes nothing', () => {
    const { board } = nested();
    removeItems(board, [idOf('n')]);
    expect([createCluster(board, { title: 'x', ids: [idOf('n'), idOf('none')] }), board.items.size]).toEqual([
      null,
      3,
    ]);
  });

  it('dissolving hands the members up', () => {
    const { board } = nested();
    dissolveCluster(board, idOf('inner'));
    dissolveCluster(board, idOf('n'));
    expect(linesOf(board)).toEqual(['[cluster] outer 0,0 600x600', 'n 100,170 in outer']);
  });
});

describe('removing', () => {
  it('keeps the item for whoever is writing in it, and restoring shows it', () => {
    const { board } = aBoard().note('n');
    removeItems(board, [idOf('n')]);
    setText(board, { id: idOf('n'), text: 'late' });
    const hidden = linesOf(board);
    restoreItems(board, [idOf('n')]);
    expect([hidden, linesOf(board)]).toEqual([[], ['late 0,0']]);
  });

  it('verbs on items that are not there do nothing', () => {
    const { board } = aBoard();
    const none = idOf('none');
    removeItems(board, [none]);
    restoreItems(board, [none]);
    moveItems(board, { ids: [none], by: { x: 1, y: 1 } });
    setText(board, { id: none, text: 'x' });
    resizeItem(board, { id: none, to: { x: 0, y: 0, w: 9, h: 9 } });
    bringToFront(board, [none]);
    expect(board.items.size).toBe(0);
  });
});

describe('bringing to the front', () => {
  it('lifts above everything and keeps the order among the lifted', () => {
    const { board } = aBoard().note('a').note('b').note('c').note('d');
    bringToFront(board, [idOf('c'), idOf('a')]);
    expect([...board.items.values()].sort(compareOrder).map((item) => item.id)).toEqual(['b', 'd', 'a', 'c']);
  });
});
