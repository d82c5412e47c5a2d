// Choosing, moving and the marquee: what the hand does to the selection and where things land.

import { describe, expect, it } from 'vitest';
import { moveItems } from '../../../shared/board/verbs.ts';
import { aBoard, idOf } from '../../support/aBoard.ts';
import { aHand } from '../../support/testEditor.ts';

const threeNotes = () =>
  aBoard().note('a', { x: 100, y: 100 }).note('b', { x: 400, y: 100 }).note('c', { x: 700, y: 100 });

describe('choosing', () => {
  it('a click chooses one, shift adds, shift again takes away, a click beside clears', () => {
    const hand = aHand(threeNotes());
    const seen: (readonly string[])[] = [];
    const look = () => seen.push(hand.selected);
    hand.click(200, 200);
    look();
    hand.click(500, 200, { shift: true });
    look();
    hand.click(200, 200, { shift: true });
    look();
    hand.click(200, 500);
    look();
    expect(seen).toEqual([['a'], ['a', 'b'], ['b'], []]);
  });

  it('shift adds the note beside, also where a handle of the chosen one reaches over it', () => {
    const hand = aHand(aBoard().note('a', { x: 100, y: 100 }).note('b', { x: 302, y: 100 }));
    hand.click(200, 200).click(305, 200, { shift: true });
    const both = hand.selected;
    hand.click(200, 500).click(200, 200).down(305, 200);
    expect([both, hand.path]).toEqual([['a', 'b'], 'select.resizing']);
  });

  it('pressing one of several keeps them all for a drag; releasing in place keeps only that one', () => {
    const hand = aHand(threeNotes());
    hand.click(200, 200).click(500, 200, { shift: true });
    hand.down(200, 200);
    const pressed = hand.selected;
    hand.up();
    expect([pressed, hand.selected, hand.path]).toEqual([['a', 'b'], ['a'], 'select.idle']);
  });

  it('the topmost of two overlapping notes is chosen', () => {
    const hand = aHand(aBoard().note('under', { x: 0, y: 0 }).note('over', { x: 50, y: 50 }));
    hand.click(100, 100);
    expect(hand.selected).toEqual(['over']);
  });

  it('a marquee takes notes it touches and clusters it holds whole, and shift adds to what was there', () => {
    const hand = aHand(threeNotes().cluster('field', { x: 80, y: 400, w: 300, h: 200 }));
    hand.hold([20, 40], [450, 350]);
    expect([hand.path, hand.selected, hand.editor.brush.get()]).toEqual([
      'select.brushing',
      ['a', 'b'],
      { x: 20, y: 40, w: 430, h: 310 },
    ]);
    hand.up();
    hand.drag([60, 380], [500, 640], { shift: true });
    expect([hand.path, hand.selected, hand.editor.brush.get()]).toEqual([
      'select.idle',
      ['a', 'b', 'field'],
      null,
    ]);
  });

  it('escape in a marquee brings the old selection back, escape at rest clears it', () => {
    const hand = aHand(threeNotes());
    hand.click(800, 200).hold([20, 40], [450, 350]);
    hand.key('escape');
    const during = hand.selected;
    hand.up().key('escape');
    expect([during, hand.selected]).toEqual([['c'], []]);
  });

  it('the second button chooses what is under it and drags nothing', () => {
    const hand = aHand(threeNotes());
    hand.down(200, 200, {}, { button: 2 }).move(300, 300).up();
    expect([hand.selected, hand.lines]).toEqual([['a'], ['a 100,100', 'b 400,100', 'c 700,100']]);
  });
});

describe('moving', () => {
  it('three pixels are a click, more is a drag', () => {
    const hand = aHand(threeNotes());
    hand.down(200, 200).move(202, 200);
    const still = hand.path;
    hand.move(206, 200);
    expect([still, hand.path]).toEqual(['select.pointingItem', 'select.translating']);
  });

  it('a note in the hand is a ghost; the board knows nothing until the drop', () => {
    const hand = aHand(threeNotes());
    hand.hold([200, 200], [250, 320]);
    expect([hand.drawn('a'), hand.lines[0]]).toEqual(['150,220', 'a 100,100']);
    hand.up();
    expect([hand.drawn('a'), hand.lines[0], hand.path]).toEqual(['150,220', 'a 150,220', 'select.idle']);
  });

  it('a drag of several is one step of undo', () => {
    const hand = aHand(threeNotes());
    hand.drag([20, 40], [650, 350]).drag([200, 200], [300, 300]);
    const moved = hand.lines;
    hand.key('mod+z');
    const undone = hand.lines;
    hand.key('mod+shift+z');
    expect([moved, undone, hand.lines]).toEqual([
      ['a 200,200', 'b 500,200', 'c 700,100'],
      ['a 100,100', 'b 400,100', 'c 700,100'],
      ['a 200,200', 'b 500,200', 'c 700,100'],
    ]);
  });

  it('escape throws the ghost away and leaves no step behind', () => {
    const hand = aHand(threeNotes());
    hand.hold([200, 200], [300, 300]).key('escape');
    expect([hand.drawn('a'), hand.path, hand.editor.undo.canUndo]).toEqual(['100,100', 'select.idle', false]);
    hand.move(320, 320).up();
    expect(hand.lines[0]).toBe('a 100,100');
  });

  it('shift keeps it straight', () => {
    const hand = aHand(threeNotes());
    hand.drag([200, 200], [300, 230], { shift: true });
    expect(hand.lines[0]).toBe('a 200,100');
  });

  it('what is dropped on the rim of another note lies on top of it', () => {
    const hand = aHand(threeNotes());
    hand.drag([200, 200], [420, 220]);
    expect(hand.editor.scene.isAbove(idOf('a'), idOf('b'))).toBe(true);
    const order = hand.board.get(idOf('a'))?.order;
    hand.drag([500, 220], [500, 600]);
    expect(hand.board.get(idOf('a'))?.order).toBe(order);
  });

  it('alt drags a copy and leaves the original; escape leaves nothing', () => {
    const hand = aHand(threeNotes());
    hand.drag([200, 200], [200, 500], { alt: true });
    const copied = hand.lines;
    hand.key('mod+z');
    const undone = hand.lines;
    hand.hold([200, 200], [200, 500], { alt: true }).key('escape');
    expect([copied, undone, hand.lines, hand.selected]).toEqual([
      ['a 100,100', 'a 100,400', 'b 400,100', 'c 700,100'],
      ['a 100,100', 'b 400,100', 'c 700,100'],
      ['a 100,100', 'b 400,100', 'c 700,100'],
      ['a'],
    ]);
  });

  it('a lost window commits what the hand has', () => {
    const hand = aHand(threeNotes());
    hand.hold([200, 200], [300, 300]);
    hand.editor.complete();
    expect([hand.lines[0], hand.path]).toEqual(['a 200,200', 'select.idle']);
  });

  it('a long drag is written down every five seconds, and is still one step', async () => {
    const hand = aHand(threeNotes());
    hand.hold([200, 200], [300, 300]);
    await hand.time.pass(5_000);
    const checkpoint = [hand.lines[0], hand.drawn('a'), hand.path];
    hand.move(400, 300);
    await hand.time.pass(5_000);
    hand.move(410, 300).up();
    expect([checkpoint, hand.lines[0]]).toEqual([
      ['a 200,200', '200,200', 'select.translating'],
      'a 310,200',
    ]);
    hand.key('mod+z');
    expect([hand.lines[0], hand.editor.undo.canUndo]).toEqual(['a 100,100', false]);
  });

  it('escape after a checkpoint goes back to where the drag began', async () => {
    const hand = aHand(threeNotes());
    hand.hold([200, 200], [300, 300]);
    await hand.time.pass(5_000);
    hand.key('escape');
    expect([hand.lines[0], hand.editor.undo.canUndo]).toEqual(['a 100,100', false]);
  });

  it('a drag at the edge takes the camera along, and the note stays under the hand', async () => {
    const hand = aHand(threeNotes());
    hand.hold([200, 200], [1020, 200]);
    await hand.time.pass(160);
    const { x } = hand.editor.camera.view.get();
    hand.up();
    expect([x > 50, hand.lines[0]]).toEqual([true, `a ${Math.round((920 + x) * 8) / 8},100`]);
  });

  it('the wheel during a drag moves the board under the hand', () => {
    const hand = aHand(threeNotes());
    hand.hold([200, 200], [300, 200]).wheel(300, 200, { x: 0, y: 50 });
    hand.up();
    expect(hand.lines[0]).toBe('a 200,150');
  });
});

describe('resizing', () => {
  it('keeps what others move meanwhile: their place and my size', () => {
    const hand = aHand(aBoard().note('a', { x: 0, y: 0 }));
    hand.click(100, 100).hold([200, 200], [260, 280]);
    moveItems(hand.board, { ids: [idOf('a')], by: { x: 40, y: 0 } });
    hand.up();
    const { x, y, w, h } = hand.board.get(idOf('a')) ?? {};
    expect([x, y, w, h]).toEqual([40, 0, 260, 280]);
  });

  it('a corner of the one selected item changes its size; shift keeps the proportions', () => {
    const hand = aHand(threeNotes());
    hand.click(200, 200).drag([300, 300], [340, 400]);
    const free = hand.lines[0];
    hand.key('mod+z');
    hand.drag([300, 300], [340, 400], { shift: true });
    expect([free, hand.lines[0]]).toEqual(['a 100,100 240x300', 'a 100,100 300x300']);
  });

  it('escape gives the old size back, and no note gets too small to find', () => {
    const hand = aHand(threeNotes());
    hand.click(200, 200).hold([100, 100], [150, 150]);
    const seen = hand.editor.scene.get(idOf('a'))?.box;
    hand.key('escape');
    hand.up().drag([100, 100], [900, 900]);
    expect([seen, hand.lines[0]]).toEqual([{ x: 150, y: 150, w: 150, h: 150 }, 'a 252,252 48x48']);
  });
});
