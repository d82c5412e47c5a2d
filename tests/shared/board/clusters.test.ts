// Clusters as wholes and the stack, straight on the board: what is written, what is not, and in how many updates.

import { describe, expect, it } from 'vitest';
import { mergeClusters, removeAlone, setCollapsed, splitOff } from '../../../shared/board/clusters.ts';
import { restack, sendToBack } from '../../../shared/board/stacking.ts';
import { moveEach, putInto, setLocked } from '../../../shared/board/verbs.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import { aBoard, aWall, idOf, linesOf } from '../../support/aBoard.ts';

const nested = () =>
  aBoard()
    .cluster('outer', { x: 0, y: 0, w: 600, h: 600 })
    .cluster('inner', { x: 50, y: 100, w: 300, h: 300, inside: 'outer' })
    .note('n', { x: -100, y: 170, inside: 'inner' });

describe('collapsing', () => {
  it('first gives the cluster the box it is drawn with, and is written where it is not so already', () => {
    const { board } = nested();
    let updates = 0;
    setCollapsed(board, { ids: [idOf('inner'), idOf('n'), idOf('nothing')], collapsed: true });
    board.doc.on('update', () => updates++);
    setCollapsed(board, { ids: [idOf('inner')], collapsed: true });
    setLocked(board, { ids: [idOf('n')], locked: false });
    expect([linesOf(board)[0], board.get(idOf('inner'))?.collapsed, updates]).toEqual([
      '[cluster] inner -124,100 474x300 in outer',
      true,
      0,
    ]);
  });
});

describe('merging and splitting', () => {
  it('one cluster, notes and what is not there are not merged', () => {
    const { board } = nested();
    const before = linesOf(board);
    const merged = mergeClusters(board, [idOf('inner'), idOf('inner'), idOf('n'), idOf('nothing')]);
    expect([merged, linesOf(board)]).toEqual([null, before]);
  });

  it('the one that lives on is the same, whatever the order; the title is the first one’s that has any', () => {
    const merge = (...ids: ItemId[]) => {
      const { board } = aBoard().cluster('B').cluster('A', { x: 500 });
      board.transact('test', (tx) => tx.editText(idOf('B'), ''));
      return [mergeClusters(board, ids), ...linesOf(board)];
    };
    expect([merge(idOf('A'), idOf('B')), merge(idOf('B'), idOf('A'))]).toEqual([
      ['A', '[cluster] A 500,0 480x320'],
      ['A', '[cluster] A 0,0 480x320'],
    ]);
  });

  it('splitting off makes a cluster that has the members', () => {
    const { board } = nested();
    const at = { x: 700, y: 0, w: 300, h: 300 };
    const made = splitOff(board, { ids: [idOf('n')], at, parent: null, title: 'new', colour: 'teal' });
    expect(linesOf(board).map((line) => line.replace(made ?? '?', 'it'))).toEqual([
      '[cluster] inner 50,100 300x300 in outer',
      '[cluster] new 700,0 300x300',
      '[cluster] outer 0,0 600x600',
      'n -100,170 in it',
    ]);
  });
});

describe('removing clusters alone', () => {
  it('hands what stays to the nearest cluster around that stays', () => {
    const { board } = nested();
    putInto(board, { ids: [idOf('outer')], cluster: null });
    removeAlone(board, [idOf('inner'), idOf('outer'), idOf('nothing')]);
    expect(linesOf(board)).toEqual(['n -100,170']);
  });

  it('of hundreds at once splits what it writes, and nobody is lost', () => {
    const board = aWall({ notes: 900, clusters: 300, membersEach: 3 });
    removeAlone(
      board,
      [...board.items.values()].filter((item) => item.kind === 'cluster').map((item) => item.id),
    );
    const live = [...board.items.values()].filter((item) => !item.deleted);
    expect([live.length, live.filter((item) => item.parent !== null).length]).toEqual([900, 0]);
  });
});

describe('moving each its own way', () => {
  it('takes along what is inside, and writes nothing for what stays', () => {
    const { board } = nested();
    moveEach(
      board,
      new Map([
        [idOf('inner'), { x: 10, y: 0 }],
        [idOf('outer'), { x: 0, y: 0 }],
      ]),
    );
    expect(linesOf(board)).toEqual([
      '[cluster] inner 60,100 300x300 in outer',
      '[cluster] outer 0,0 600x600',
      'n -90,170 in inner',
    ]);
  });
});

describe('the stack', () => {
  it('what is at the end already, alone or not there writes nothing', () => {
    const { board } = aBoard().note('a').note('b');
    let updates = 0;
    board.doc.on('update', () => updates++);
    sendToBack(board, [idOf('a')]);
    sendToBack(board, [idOf('nothing')]);
    sendToBack(board, [idOf('a'), idOf('b')]);
    restack(board, { ids: [idOf('a')], way: 'forward' });
    restack(board, { ids: [idOf('b')], way: 'backward' });
    expect(updates).toBe(0);
  });
});
