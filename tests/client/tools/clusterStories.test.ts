// Clusters as wholes: closing and opening, merging, splitting, tidying, gathering by a drop; alone and with somebody else.

import { describe, expect, it } from 'vitest';
import { overlaps } from '../../../shared/lib/geometry.ts';
import { aBoard, idOf, linesOf } from '../../support/aBoard.ts';
import { aHand, type TestEditor, twoHands } from '../../support/testEditor.ts';

const twoClusters = () =>
  aBoard()
    .cluster('A', { x: 0, y: 0, w: 500, h: 300, colour: 'pink' })
    .note('a1', { x: 40, y: 70, inside: 'A' })
    .note('a2', { x: 270, y: 70, inside: 'A' })
    .cluster('B', { x: 600, y: 0, w: 500, h: 300 })
    .note('b1', { x: 640, y: 70, inside: 'B' })
    .note('b2', { x: 870, y: 70, inside: 'B' });

const choose = (hand: TestEditor, ...ids: string[]) => hand.editor.selection.set(ids.map(idOf));
const drawnIds = (hand: TestEditor) => hand.editor.scene.all().map(({ id }) => id);
/** What lies on what, of the notes. */
const overlapping = (hand: TestEditor) =>
  [...hand.board.items.values()]
    .filter((item) => !item.deleted && item.kind === 'note')
    .flatMap((a, at, all) =>
      all
        .slice(at + 1)
        .filter((b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h)
        .map((b) => `${a.id} ${b.id}`),
    );

describe('closing a cluster', () => {
  it('by key, arrow or double click it becomes a card and opens again as it was', () => {
    const hand = aHand(twoClusters());
    const before = hand.lines;
    choose(hand, 'A');
    hand.key('o');
    const closed = [hand.drawn('A'), hand.drawn('a1'), drawnIds(hand)];
    hand.doubleClick(60, 80);
    hand.click(472, 28);
    const again = hand.drawn('A');
    hand.click(212, 28);
    expect([closed, again, hand.drawn('A'), hand.lines, hand.path]).toEqual([
      ['0,0 240x96', 'nowhere', ['A', 'B', 'b1', 'b2']],
      '0,0 240x96',
      '0,0 500x300',
      before,
      'select.idle',
    ]);
  });

  it('a note dropped on the card goes in, below what is there, and the card takes everything along', () => {
    const hand = aHand(twoClusters().note('loose', { x: 100, y: 500 }));
    choose(hand, 'A');
    hand.key('o');
    hand.drag([200, 600], [100, 60]);
    const put = [hand.lines.at(-1), hand.drawn('loose'), hand.editor.scene.get(idOf('A'))?.count];
    hand.drag([100, 60], [100, 1060]);
    hand.key('o');
    expect([put, hand.lines.filter((line) => / in A$|A /.test(line)), overlapping(hand)]).toEqual([
      ['loose 24,286 in A', 'nowhere', 3],
      ['[cluster] A 0,1000 500x300', 'a1 40,1070 in A', 'a2 270,1070 in A', 'loose 24,1286 in A'],
      [],
    ]);
    hand.key('mod+z');
    hand.key('mod+z');
    hand.key('mod+z');
    expect(hand.lines.at(-1)).toBe('loose 100,500');
  });

  it('while somebody drags a member: it stays in their hand, and lands where they drop it', () => {
    const { alice, bob } = twoHands(twoClusters());
    alice.hold([100, 150], [300, 600]);
    choose(bob, 'A');
    bob.key('o');
    const during = [alice.drawn('a1'), alice.drawn('a2'), bob.drawn('a1'), alice.path];
    alice.up();
    expect([during, alice.drawn('a1'), alice.lines, bob.drawn('A')]).toEqual([
      ['240,520', 'nowhere', '240,520', 'select.translating'],
      '240,520',
      bob.lines,
      '0,0 240x96',
    ]);
  });

  it('copies of it are whole, and writing goes beside it and not into it', () => {
    const hand = aHand(twoClusters());
    choose(hand, 'A');
    hand.key('o');
    hand.key('mod+d');
    const copied = linesOf(hand.board).length;
    hand.key('mod+z');
    hand.move(100, 60).key('n');
    hand.type('new').key('escape');
    expect([copied, hand.lines.find((line) => line.startsWith('new'))]).toEqual([9, 'new 0,152']);
  });
});

describe('merging', () => {
  it('makes one of two: title and colour of the first, everything in rows, one step', () => {
    const hand = aHand(twoClusters());
    const before = hand.lines;
    choose(hand, 'B', 'A');
    hand.key('m');
    const merged = [hand.lines, hand.selected, overlapping(hand)];
    hand.key('mod+z');
    expect([merged, hand.lines]).toEqual([
      [
        [
          '[cluster] B 600,0 464x496',
          'a1 624,272 in A',
          'a2 840,272 in A',
          'b1 624,56 in A',
          'b2 840,56 in A',
        ],
        ['A'],
        [],
      ],
      before,
    ]);
  });

  it('by two people at once, each their own way round: one cluster is left, with all notes, the same for both', () => {
    const { alice, bob, wire } = twoHands(twoClusters());
    wire.cut();
    choose(alice, 'A', 'B');
    alice.key('m');
    choose(bob, 'B', 'A');
    bob.key('m');
    wire.flush();
    const members = alice.lines.filter((line) => line.endsWith(' in A')).length;
    expect([alice.lines, alice.lines.length, members]).toEqual([bob.lines, 5, 4]);
  });

  it('an inner cluster into the one around it keeps what is in both', () => {
    const hand = aHand(
      aBoard()
        .cluster('outer', { w: 600, h: 600 })
        .cluster('inner', { x: 50, y: 100, w: 300, h: 300, inside: 'outer' })
        .note('n', { x: 100, y: 170, inside: 'inner' }),
    );
    choose(hand, 'inner', 'outer');
    hand.key('m');
    expect(hand.lines).toEqual(['[cluster] inner 0,0 248x280', 'n 24,56 in outer']);
  });
});

describe('splitting', () => {
  it('takes the chosen members into a new cluster beside the old one, its title open; naming it is the same step', () => {
    const hand = aHand(twoClusters());
    const before = hand.lines;
    choose(hand, 'b2');
    hand.key('shift+m');
    hand.type('C').key('enter');
    const made = hand.selected[0] ?? '';
    const split = hand.lines.map((line) => line.replace(made, 'C'));
    hand.key('mod+z');
    expect([split, hand.lines]).toEqual([
      [
        '[cluster] A 0,0 500x300',
        '[cluster] B 600,0 500x300',
        '[cluster] C 1148,0 248x280',
        'a1 40,70 in A',
        'a2 270,70 in A',
        'b1 640,70 in B',
        'b2 1172,56 in C',
      ],
      before,
    ]);
  });

  it('of everything there is in it, nobody splits a cluster', () => {
    const hand = aHand(twoClusters());
    choose(hand, 'b1', 'b2');
    expect(hand.editor.actions.get('cluster.split')?.enabled(hand.editor)).toBe(false);
  });

  it('by two people at once, the same note: it is in one cluster, the same for both', () => {
    const { alice, bob, wire } = twoHands(twoClusters());
    wire.cut();
    choose(alice, 'b2');
    alice.key('shift+m');
    alice.type('hers').key('enter');
    choose(bob, 'b2');
    bob.key('shift+m');
    bob.type('his').key('enter');
    wire.flush();
    expect([alice.lines, alice.lines.filter((line) => line.startsWith('b2')).length]).toEqual([bob.lines, 1]);
  });
});

describe('tidying inside', () => {
  it('puts members in rows in reading order and fits the cluster round them; what is locked stays', () => {
    const hand = aHand(
      aBoard()
        .cluster('A', { x: 0, y: 0, w: 900, h: 900 })
        .note('three', { x: 60, y: 400, inside: 'A' })
        .note('two', { x: 300, y: 90, inside: 'A' })
        .note('one', { x: 50, y: 100, inside: 'A' }),
    );
    choose(hand, 'A');
    hand.key('shift+t');
    const tidy = hand.lines;
    hand.key('mod+z');
    choose(hand, 'two');
    hand.key('shift+l');
    choose(hand, 'A');
    hand.key('shift+t');
    expect([tidy, hand.lines]).toEqual([
      ['[cluster] A 0,0 464x496', 'one 24,56 in A', 'three 24,272 in A', 'two 240,56 in A'],
      ['[cluster] A 0,34 524x496', 'one 24,306 in A', 'three 240,306 in A', 'two 300,90 in A'],
    ]);
  });
});

describe('deleting a cluster', () => {
  it('inside another hands its notes up; with its notes it leaves only what is locked', () => {
    const nested = () =>
      aBoard()
        .cluster('outer', { w: 600, h: 600 })
        .cluster('inner', { x: 50, y: 100, w: 300, h: 300, inside: 'outer' })
        .note('n', { x: 100, y: 170, inside: 'inner' })
        .note('kept', { x: 320, y: 170, inside: 'inner' });
    const hand = aHand(nested());
    choose(hand, 'inner');
    hand.key('delete');
    const left = hand.lines;
    hand.key('mod+z');
    choose(hand, 'kept');
    hand.key('shift+l');
    choose(hand, 'outer');
    hand.key('shift+delete');
    expect([left, hand.lines]).toEqual([
      ['[cluster] outer 0,0 600x600', 'kept 320,170 in outer', 'n 100,170 in outer'],
      ['kept 320,170'],
    ]);
  });
});

describe('dropping a note on a note', () => {
  const loose = () => aBoard().note('a', { x: 0, y: 0 }).note('b', { x: 400, y: 0, colour: 'blue' });

  it('on its middle gathers both, shown before the drop, with the title open', () => {
    const hand = aHand(loose());
    hand.hold([100, 100], [500, 100]);
    const shown = [hand.editor.dropTarget.get(), hand.editor.hint.get()];
    hand.up();
    const path = hand.path;
    hand.type('Both').key('enter');
    const made = hand.selected[0] ?? '';
    const gathered = hand.lines.map((line) => line.replace(made, 'it'));
    hand.key('mod+z');
    hand.key('mod+z');
    expect([shown, path, gathered, hand.lines]).toEqual([
      ['b', 'hint.gathering'],
      'select.editingText',
      ['[cluster] Both 376,-56 464x280', 'a 616,0 in it', 'b 400,0 blue in it'],
      ['a 0,0', 'b 400,0 blue'],
    ]);
  });

  it('on its rim just lies there, a copy is not gathered with its original, and a cluster gathers with nobody', () => {
    const hand = aHand(loose().cluster('C', { x: 0, y: 400, w: 300, h: 200 }));
    hand.drag([100, 100], [410, 100]);
    hand.key('mod+z');
    hand.drag([100, 100], [110, 110], { alt: true });
    hand.key('mod+z');
    hand.drag([100, 420], [500, 100]);
    expect(hand.lines).toEqual(['[cluster] C 400,80 300x200', 'a 0,0', 'b 400,0 blue']);
  });

  it('a cluster dropped on a cluster is nested in it', () => {
    const hand = aHand(twoClusters());
    hand.drag([700, 20], [300, 290]);
    expect(hand.lines.filter((line) => line.startsWith('[')).sort()).toEqual([
      '[cluster] A 0,0 500x300',
      '[cluster] B 200,270 500x300 in A',
    ]);
  });
});

/** Three notes wide, three high, and a loose cluster far below with one note in it. */
function aSmallWall() {
  const wall = aBoard().cluster('theme', { x: 0, y: 1000, w: 480, h: 320 });
  wall.note('first', { x: 24, y: 1056, inside: 'theme' });
  for (let at = 0; at < 9; at++) wall.note(`n${at}`, { x: (at % 3) * 216, y: Math.floor(at / 3) * 216 });
  return wall;
}

describe('on a full wall', () => {
  it('notes chosen here and there are gathered in rows in the nearest free place, as one step', () => {
    const hand = aHand(aSmallWall());
    const before = hand.lines;
    choose(hand, 'n0', 'n4', 'n8');
    hand.key('c');
    hand.type('Gathered').key('enter');
    const made = hand.selected[0] ?? '';
    const lines = hand.lines.map((line) => line.replace(made, 'it'));
    const others = hand.editor.scene
      .all()
      .filter(({ id }) => id !== made && !['n0', 'n4', 'n8'].includes(id));
    const box = hand.editor.scene.get(idOf(made))?.box;
    const covers = others.filter((other) => box && overlaps(other.box, box)).map(({ id }) => id);
    hand.key('mod+z');
    hand.key('mod+z');
    expect([
      lines.filter((line) => line.includes(' in it')).map((line) => line.split(' ')[0]),
      new Set(lines.filter((line) => line.includes(' in it')).map((line) => line.split(',')[1])).size,
      covers,
      hand.lines,
    ]).toEqual([['n0', 'n4', 'n8'], 2, [], before]);
  });

  it('notes that nobody lies among stay where they are in their cluster', () => {
    const hand = aHand(aSmallWall());
    choose(hand, 'n0', 'n1', 'n2');
    hand.key('c');
    expect(
      hand.lines
        .filter((line) => line.includes(`in ${hand.selected[0]}`))
        .map((line) => line.split(' in ')[0]),
    ).toEqual(['n0 0,0', 'n1 216,0', 'n2 432,0']);
  });

  it('several dropped on a cluster that is smaller than they lie apart go to its free places', () => {
    const hand = aHand(aSmallWall());
    choose(hand, 'n0', 'n5', 'n7');
    hand.drag([100, 100], [300, 1100]);
    const members = hand.lines.filter((line) => line.endsWith('in theme'));
    hand.key('mod+z');
    expect([members, hand.lines.filter((line) => line.endsWith('in theme'))]).toEqual([
      ['first 24,1056 in theme', 'n0 240,1056 in theme', 'n5 24,1272 in theme', 'n7 240,1272 in theme'],
      ['first 24,1056 in theme'],
    ]);
  });

  it('a cluster grows to the side where nothing else lies', () => {
    const wall = aSmallWall();
    wall
      .note('left', { x: -230, y: 1056 })
      .note('below', { x: 24, y: 1330 })
      .note('right', { x: 490, y: 1056 });
    wall.note('member', { x: 240, y: 1056, inside: 'theme' });
    const hand = aHand(wall);
    choose(hand, 'n0', 'n5');
    hand.drag([100, 100], [300, 1290]);
    expect(hand.lines.filter((line) => /^n[05] /.test(line))).toEqual([
      'n0 24,840 in theme',
      'n5 240,840 in theme',
    ]);
  });

  it('one dropped on a member lies beside it, and one dropped beside it where it was dropped', () => {
    const hand = aHand(aSmallWall());
    hand.drag([100, 100], [130, 1160]);
    hand.drag([316, 100], [350, 1310]);
    expect(hand.lines.filter((line) => line.endsWith('in theme'))).toEqual([
      'first 24,1056 in theme',
      'n0 240,1056 in theme',
      'n1 250,1210 in theme',
    ]);
  });
});
