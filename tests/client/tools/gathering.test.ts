// A note dropped on a note where there is little room: the cluster of both covers nobody else's.

import { describe, expect, it } from 'vitest';
import { overlaps } from '../../../shared/lib/geometry.ts';
import { aBoard } from '../../support/aBoard.ts';
import { aHand, type TestEditor } from '../../support/testEditor.ts';

const step = 224;
const middle = (column: number, row: number): [number, number] => [column * step + 100, row * step + 100];

/** As ideas are dealt to the wall. */
function aGrid(columns: number, rows: number) {
  const wall = aBoard();
  for (let at = 0; at < columns * rows; at++)
    wall.note(`n${at}`, { x: (at % columns) * step, y: Math.floor(at / columns) * step });
  return wall;
}

/** What covers what, of everything that is not inside the other. */
function covered({ editor }: TestEditor): string[] {
  const all = [...editor.scene.all()];
  return all.flatMap((a, at) =>
    all
      .slice(at + 1)
      .filter((b) => a.item.parent !== b.id && b.item.parent !== a.id && overlaps(a.box, b.box))
      .map((b) => `${a.item.text} ${b.item.text}`),
  );
}

describe('a note dropped on a note', () => {
  it('among others makes a cluster that covers none of them, time after time, and one step back undoes each', () => {
    const hand = aHand(aGrid(3, 3));
    const before = hand.lines;
    hand.drag(middle(0, 0), middle(1, 1));
    hand.key('escape');
    const first = covered(hand);
    hand.drag(middle(2, 1), middle(2, 0));
    hand.key('escape');
    const second = covered(hand);
    hand.drag(middle(0, 2), middle(1, 2));
    hand.key('escape');
    const clusters = hand.lines.filter((line) => line.startsWith('[')).length;
    const third = covered(hand);
    for (let steps = 0; steps < 3; steps++) hand.key('mod+z');
    expect({ first, second, third, clusters, after: hand.lines }).toEqual({
      first: [],
      second: [],
      third: [],
      clusters: 3,
      after: before,
    });
  });

  it('stays where it lies as long as there is room at one side of it', () => {
    const wall = aBoard()
      .note('a', { x: 0, y: 0 })
      .note('b', { x: 600, y: 0 })
      .note('right', { x: 860, y: 0 });
    const hand = aHand(wall);
    hand.drag([100, 100], [700, 100]);
    hand.key('escape');
    expect([covered(hand), hand.lines.filter((line) => !line.startsWith('['))]).toEqual([
      [],
      [expect.stringMatching(/^a 384,0 in /), expect.stringMatching(/^b 600,0 in /), 'right 860,0'],
    ]);
  });

  it('stays, too, when it lay on another before', () => {
    const hand = aHand(
      aBoard().note('a-under', { x: 560, y: 60 }).note('b', { x: 600, y: 0 }).note('a', { x: 0 }),
    );
    hand.drag([100, 100], [700, 100]);
    hand.key('escape');
    expect(hand.lines.find((line) => line.startsWith('b'))).toMatch(/^b 600,0 in /);
  });
});
