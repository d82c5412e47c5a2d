// Putting a selection in order, the stack, and what a lock holds fast.

import { describe, expect, it } from 'vitest';
import { setLocked } from '../../../shared/board/verbs.ts';
import { aBoard, idOf } from '../../support/aBoard.ts';
import { aHand, type TestEditor, twoHands } from '../../support/testEditor.ts';

const three = () =>
  aBoard()
    .note('a', { x: 0, y: 40 })
    .note('b', { x: 300, y: 0, w: 100, h: 100 })
    .note('c', { x: 800, y: 300 });
const choose = (hand: TestEditor, ...ids: string[]) => hand.editor.selection.set(ids.map(idOf));
const order = (hand: TestEditor) => hand.editor.scene.all().map(({ id }) => id);

describe('lining up', () => {
  it('goes to the edge or the middle of what is chosen, each as one step', () => {
    const hand = aHand(three());
    const results = ['alt+a', 'alt+h', 'alt+d', 'alt+w', 'alt+v', 'alt+s'].map((key) => {
      hand.key('mod+a');
      hand.key(key);
      const placed = hand.lines.map((line) => line.split(' ')[1]).join(' ');
      hand.key('mod+z');
      return placed;
    });
    expect([results, hand.lines.map((line) => line.split(' ')[1]).join(' ')]).toEqual([
      [
        '0,40 0,0 0,300',
        '400,40 450,0 400,300',
        '800,40 900,0 800,300',
        '0,0 300,0 800,0',
        '0,150 300,200 800,150',
        '0,300 300,400 800,300',
      ],
      '0,40 300,0 800,300',
    ]);
  });

  it('takes a cluster along with everything inside, by the box it is drawn as', () => {
    const hand = aHand(
      aBoard()
        .cluster('C', { x: 100, y: 100, w: 300, h: 300 })
        .note('in', { x: 50, y: 200, inside: 'C' })
        .note('n', { x: 0, y: 600 }),
    );
    choose(hand, 'C', 'n', 'in');
    hand.key('alt+a');
    expect(hand.lines).toEqual(['[cluster] C 74,100 300x300', 'in 24,200 in C', 'n 0,600']);
  });

  it('spreads with equal gaps, and never closer than things can lie', () => {
    const hand = aHand(three());
    hand.key('mod+a');
    hand.key('shift+alt+h');
    hand.key('shift+alt+v');
    expect(hand.lines.map((line) => line.split(' ')[1])).toEqual(['0,116', '450,0', '800,332']);
  });

  it('rows keep the order in which things are read, from the corner of what is chosen', () => {
    const hand = aHand(
      aBoard()
        .note('4', { x: 30, y: 700 })
        .note('2', { x: 500, y: 30 })
        .note('1', { x: 10, y: 50 })
        .note('3', { x: 900, y: 10 }),
    );
    hand.key('mod+a');
    hand.key('shift+t');
    expect(hand.lines.map((line) => line.split(' ').slice(0, 2))).toEqual([
      ['1', '10,10'],
      ['2', '226,10'],
      ['3', '10,226'],
      ['4', '226,226'],
    ]);
  });
});

it('a whole wall is tidied into clusters first, apart from one another, and one block of loose notes', () => {
  const hand = aHand(
    aBoard()
      .note('n1', { x: 0, y: 0 })
      .cluster('A', { x: 700, y: 0, w: 500, h: 300 })
      .note('n2', { x: 300, y: 40 })
      .cluster('B', { x: 900, y: 200, w: 500, h: 300 }),
  );
  hand.key('mod+a');
  hand.key('shift+t');
  expect(hand.lines.map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
    '[cluster] A 0,0',
    '[cluster] B 548,0',
    'n1 0,348',
    'n2 216,348',
  ]);
});

describe('the stack', () => {
  const pile = () =>
    aBoard()
      .note('a', { x: 0, y: 0 })
      .note('b', { x: 50, y: 0 })
      .note('far', { x: 900, y: 0 })
      .note('c', { x: 100, y: 0 });

  it('a step is past the next that overlaps; front and back are past everything; all of it can be undone', () => {
    const hand = aHand(pile());
    choose(hand, 'a');
    const seen = [']', ']', ']', '[', 'mod+]', 'mod+['].map((key) => {
      hand.key(key);
      return order(hand).join(' ');
    });
    for (let i = 0; i < 5; i++) hand.key('mod+z');
    expect([seen, order(hand).join(' ')]).toEqual([
      ['b a far c', 'b far c a', 'b far c a', 'b far a c', 'b far c a', 'a b far c'],
      'a b far c',
    ]);
  });

  it('several keep their order among themselves', () => {
    const hand = aHand(pile());
    choose(hand, 'b', 'a');
    hand.key(']');
    const up = order(hand).join(' ');
    hand.key('mod+[');
    expect([up, order(hand).join(' ')]).toEqual(['far c a b', 'a b far c']);
  });
});

describe('a locked item', () => {
  const locked = () => {
    const builder = three().cluster('C', { x: 0, y: 500, w: 300, h: 200 });
    setLocked(builder.board, { ids: [idOf('a'), idOf('C')], locked: true });
    return builder;
  };

  it('is chosen by a click, and by no marquee and no key; its drag is a marquee', () => {
    const hand = aHand(locked());
    hand.click(100, 100);
    const clicked = hand.selected;
    hand.hold([100, 100], [450, 150]);
    const path = hand.path;
    hand.up();
    const caught = hand.selected;
    hand.key('mod+a');
    expect([clicked, path, caught, hand.selected]).toEqual([['a'], 'select.brushing', ['b'], ['b', 'c']]);
  });

  it('is not moved, written on, resized, coloured, gathered or deleted, by any key or hand', () => {
    const hand = aHand(locked());
    const before = hand.lines;
    choose(hand, 'a', 'C');
    for (const action of hand.editor.actions.all()) {
      if (action.id.startsWith('tool.') || /lock|duplicate|paste|undo|redo/i.test(action.id)) continue;
      choose(hand, 'a', 'C');
      hand.editor.run(action.id);
      hand.key('escape');
    }
    hand.editor.camera.set({ x: 0, y: 0, zoom: 1 });
    hand.doubleClick(100, 100).type('x');
    hand.doubleClick(100, 520).type('x');
    choose(hand, 'a');
    hand.drag([0, 40], [50, 90]);
    expect(hand.lines).toEqual(before);
  });

  it('is left behind when it is dragged among others, and goes along with the cluster it is in', () => {
    const hand = aHand(
      aBoard()
        .note('free', { x: 600, y: 0 })
        .note('fixed', { x: 900, y: 0 })
        .cluster('C', { x: 0, y: 0, w: 300, h: 300 })
        .note('in', { x: 40, y: 70, inside: 'C' }),
    );
    setLocked(hand.board, { ids: [idOf('fixed'), idOf('in')], locked: true });
    choose(hand, 'free', 'fixed', 'C');
    hand.drag([700, 100], [700, 400]);
    expect(hand.lines).toEqual([
      '[cluster] C 0,300 300x300',
      'fixed 900,0',
      'free 600,300',
      'in 40,370 in C',
    ]);
  });

  it('is unlocked by the same key, both are one step each, and the hint says which it is', () => {
    const hand = aHand(locked());
    choose(hand, 'a', 'b');
    hand.key('shift+l');
    const isLocked = () => ['a', 'b', 'c'].map((id) => hand.board.get(idOf(id))?.locked);
    const both = [...isLocked(), hand.editor.hint.get()];
    hand.key('shift+l');
    const none = [...isLocked(), hand.editor.hint.get()];
    hand.key('mod+z');
    expect([both, none, isLocked()]).toEqual([
      [true, true, false, 'hint.locked'],
      [false, false, false, 'hint.selectedMany'],
      [true, true, false],
    ]);
  });

  it('that somebody locks in my hand stays where it was', () => {
    const { alice, bob } = twoHands(three());
    alice.hold([100, 140], [100, 600]);
    choose(bob, 'a');
    bob.key('shift+l');
    alice.up();
    expect([alice.lines[0], alice.path, bob.lines]).toEqual(['a 0,40', 'select.idle', alice.lines]);
  });
});
