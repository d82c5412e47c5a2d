// What is put in order is seen to go to its place: where the painter draws it while time passes as the test says.

import { describe, expect, it } from 'vitest';
import { Painter } from '../../../client/canvas/painter.ts';
import { Settling, settleMs } from '../../../client/canvas/settling.ts';
import type { Board } from '../../../shared/board/board.ts';
import { setCollapsed } from '../../../shared/board/clusters.ts';
import { moveEach, moveItems, resizeItem, setText } from '../../../shared/board/verbs.ts';
import type { Vec } from '../../../shared/lib/geometry.ts';
import { aBoard, type BoardBuilder, idOf } from '../../support/aBoard.ts';
import { FakeContext, plainLook } from '../../support/fakeContext.ts';
import { aPeerOf, TestEditor } from '../../support/testEditor.ts';

/** A canvas of 800 by 600 over the top left of the board. */
function aCanvas(builder: BoardBuilder, isStill = false) {
  const hand = new TestEditor(builder.board);
  hand.editor.camera.viewport.set({ w: 800, h: 600 });
  const painter = new Painter(hand.editor, plainLook(), 1, () => {}, new Settling(() => isStill));
  let now = 1_000;
  painter.tick(now);
  /** Where it is drawn that many milliseconds later: `x,y`, or `x,y wxh` for clusters. */
  const later = (ms: number, id: string): string => {
    now += ms;
    painter.tick(now);
    const drawable = painter.shown(idOf(id));
    if (drawable === undefined) return 'nowhere';
    const { x, y, w, h } = drawable.box;
    const at = `${Math.round(x)},${Math.round(y)}`;
    return drawable.item.kind === 'cluster' ? `${at} ${Math.round(w)}x${Math.round(h)}` : at;
  };
  return { hand, painter, later, board: builder.board };
}

function arrange(board: Board, ways: Readonly<Record<string, Vec>>): void {
  moveEach(board, new Map(Object.entries(ways).map(([id, by]) => [idOf(id), by])));
}

const two = () => aBoard().note('a', { x: 0, y: 0 }).note('b', { x: 240, y: 0 });

describe('what is put in order', () => {
  it('goes there quickly at first and is there in time, on the layer of what moves', () => {
    const { later, board, painter } = aCanvas(two());
    arrange(board, { a: { x: 0, y: 80 } });
    const way = [0, settleMs / 2, settleMs / 2].map((ms) => [later(ms, 'a'), painter.hasLive]);
    expect([way, painter.needsRest, later(16, 'a')]).toEqual([
      [
        ['0,0', true],
        ['0,70', true],
        ['0,80', false],
      ],
      true,
      '0,80',
    ]);
  });

  it('is there at once for eyes that want no motion', () => {
    const { later, board, painter } = aCanvas(two(), true);
    arrange(board, { a: { x: 0, y: 80 } });
    expect([later(0, 'a'), painter.hasLive]).toEqual(['0,80', false]);
  });

  it('by undo goes back the same way, and turned round on its way begins where it is', () => {
    const { later, hand, board } = aCanvas(two());
    arrange(board, { a: { x: 0, y: 80 } });
    const there = [later(0, 'a'), later(settleMs / 2, 'a')];
    hand.key('mod+z');
    expect([there, later(0, 'a'), later(settleMs / 2, 'a'), later(settleMs / 2, 'a')]).toEqual([
      ['0,0', '0,70'],
      '0,70',
      '0,9',
      '0,0',
    ]);
  });

  it('goes on with the hand that takes hold of it: it neither jumps nor waits', () => {
    const { later, hand, board } = aCanvas(two());
    arrange(board, { a: { x: 0, y: 80 } });
    later(0, 'a');
    const before = later(settleMs / 2, 'a');
    hand.down(100, 180).move(104, 180);
    const taken = later(0, 'a');
    hand.move(300, 180);
    const carried = later(settleMs / 2, 'a');
    hand.up();
    expect([before, taken, carried, later(0, 'a'), hand.lines[0]]).toEqual([
      '0,70',
      '4,70',
      '200,80',
      '200,80',
      'a 200,80',
    ]);
  });

  it('keeps its way when its cluster takes another size in the same step', () => {
    const { later, board } = aCanvas(
      aBoard().cluster('c', { x: 0, y: 0, w: 700, h: 500 }).note('n', { x: 400, y: 200, inside: 'c' }),
    );
    board.asOneStep(() => {
      arrange(board, { n: { x: -376, y: -144 } });
      resizeItem(board, { id: idOf('c'), to: { x: 0, y: 0, w: 248, h: 280 } });
    });
    expect([later(0, 'n'), later(settleMs, 'n'), later(0, 'c')]).toEqual(['400,200', '24,56', '0,0 248x280']);
  });
});

describe('a cluster', () => {
  const full = () =>
    aBoard().cluster('c', { x: 0, y: 0, w: 500, h: 400 }).note('n', { x: 250, y: 150, inside: 'c' });

  it('closes from the box it had to its card, and what was inside comes out of the card again', () => {
    const { later, board } = aCanvas(full());
    setCollapsed(board, { ids: [idOf('c')], collapsed: true });
    const closing = [later(0, 'c'), later(settleMs, 'c'), later(0, 'n')];
    setCollapsed(board, { ids: [idOf('c')], collapsed: false });
    expect([closing, later(0, 'c'), later(0, 'n'), later(settleMs, 'n'), later(0, 'c')]).toEqual([
      ['0,0 500x400', '0,0 240x96', 'nowhere'],
      '0,0 240x96',
      '0,0',
      '250,150',
      '0,0 500x400',
    ]);
  });

  it('on its way has what is in it drawn with it, over it', () => {
    const { later, board, painter } = aCanvas(full().note('m', { x: 20, y: 60, inside: 'c' }));
    resizeItem(board, { id: idOf('c'), to: { x: 0, y: 0, w: 510, h: 400 } });
    const atRest = painter.hasLive;
    arrange(board, { m: { x: 0, y: 300 } });
    later(0, 'c');
    const context = new FakeContext();
    painter.paintLive(context.asContext);
    expect([atRest, context.take().texts]).toEqual([false, ['2', 'c', 'm', 'n']]);
  });
});

describe('what is not put in order', () => {
  it('is where it is at once: nudged, written, dropped by a hand, out of view', () => {
    const { later, hand, board, painter } = aCanvas(two().note('far', { x: 5_000, y: 0 }));
    moveItems(board, { ids: [idOf('a')], by: { x: 8, y: 0 } });
    setText(board, { id: idOf('a'), text: 'words' });
    hand.drag([340, 100], [340, 300]);
    arrange(board, { far: { x: 0, y: 80 } });
    expect([later(0, 'a'), later(0, 'b'), later(0, 'far'), painter.hasLive]).toEqual([
      '8,0',
      '240,200',
      '5000,80',
      false,
    ]);
  });

  it('by a peer is told from what they put in order by the ways things went', () => {
    const builder = two();
    const { later } = aCanvas(builder);
    const peer = aPeerOf(builder.board).board;
    moveItems(peer, { ids: [idOf('a'), idOf('b')], by: { x: 0, y: 50 } });
    const carried = [later(0, 'a'), later(0, 'b')];
    arrange(peer, { a: { x: 0, y: 80 }, b: { x: 80, y: 0 } });
    expect([carried, later(0, 'a'), later(0, 'b'), later(settleMs, 'a'), later(0, 'b')]).toEqual([
      ['0,50', '240,50'],
      '0,50',
      '240,50',
      '0,130',
      '320,50',
    ]);
  });
});

describe('what is dealt out', () => {
  it('lies on the deck, and goes to its place one after the other, topmost first', () => {
    const { hand, later } = aCanvas(two());
    hand.editor.dealt.set({ ids: new Set([idOf('a'), idOf('b')]), deck: { x: 220, y: 100 } });
    const places = [0, settleMs, settleMs].map((ms) => [later(ms, 'a'), later(0, 'b')]);
    expect(places).toEqual([
      ['120,0', '120,0'],
      ['2,0', '240,0'],
      ['0,0', '240,0'],
    ]);
  });

  it('comes to light where it is for eyes that want no motion', () => {
    const { hand, later, painter } = aCanvas(two(), true);
    hand.editor.dealt.set({ ids: new Set([idOf('a')]), deck: { x: 220, y: 100 } });
    const places = [later(0, 'a'), painter.hasLive, later(settleMs, 'a'), painter.hasLive];
    expect(places).toEqual(['0,0', true, '0,0', false]);
  });
});
