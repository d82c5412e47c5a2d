// Gathering: what goes into a cluster, comes out of it, moves with it, and what lights up on the way.

import { describe, expect, it } from 'vitest';
import { aBoard, idOf } from '../../support/aBoard.ts';
import { aHand } from '../../support/testEditor.ts';

const field = () =>
  aBoard().cluster('field', { x: 0, y: 0, w: 400, h: 400 }).note('in', { x: 100, y: 100, inside: 'field' });

describe('dropping on a cluster', () => {
  it('puts a note in, lights the cluster before the drop, and is one step', () => {
    const hand = aHand(field().note('out', { x: 600, y: 100 }));
    hand.hold([700, 200], [300, 350]);
    const lit = hand.editor.dropTarget.get();
    hand.up();
    const dropped = [...hand.lines];
    hand.key('mod+z');
    expect([lit, hand.editor.dropTarget.get(), dropped, hand.lines]).toEqual([
      'field',
      null,
      ['[cluster] field 0,0 400x400', 'in 100,100 in field', 'out 200,250 in field'],
      ['[cluster] field 0,0 400x400', 'in 100,100 in field', 'out 600,100'],
    ]);
  });

  it('a note dragged out does not stretch its cluster, and is out when it is dropped outside', () => {
    const hand = aHand(field());
    hand.hold([200, 200], [700, 600]);
    const during = hand.drawn('field');
    hand.up();
    expect([during, hand.lines, hand.drawn('field')]).toEqual([
      '0,0 400x400',
      ['[cluster] field 0,0 400x400', 'in 600,500'],
      '0,0 400x400',
    ]);
  });

  it('dropped half over the edge it stays in, and the cluster grows round it', () => {
    const hand = aHand(field());
    hand.drag([200, 200], [390, 200]);
    expect([hand.lines[1], hand.drawn('field')]).toEqual(['in 290,100 in field', '0,0 514x400']);
  });

  it('the innermost of nested clusters takes it', () => {
    const hand = aHand(
      aBoard()
        .cluster('outer', { x: 0, y: 0, w: 500, h: 600 })
        .cluster('inner', { x: 50, y: 100, w: 300, h: 300, inside: 'outer' })
        .note('n', { x: 700, y: 100 }),
    );
    hand.drag([800, 200], [200, 250]);
    expect(hand.lines.at(-1)).toBe('n 100,150 in inner');
  });

  it('a cluster is taken by its title with everything in it, and never goes into its own inside', () => {
    const hand = aHand(
      aBoard()
        .cluster('outer', { x: 0, y: 0, w: 500, h: 600 })
        .cluster('inner', { x: 50, y: 100, w: 300, h: 300, inside: 'outer' })
        .note('n', { x: 100, y: 170, inside: 'inner' }),
    );
    hand.hold([250, 20], [350, 120]);
    const seen = ['outer', 'inner', 'n'].map((id) => hand.drawn(id));
    hand.up();
    expect([seen, hand.lines]).toEqual([
      ['100,100 500x600', '150,200 300x300', '200,270'],
      ['[cluster] inner 150,200 300x300 in outer', '[cluster] outer 100,100 500x600', 'n 200,270 in inner'],
    ]);
  });

  it('a cluster and a note inside it, both selected, move once', () => {
    const hand = aHand(field());
    hand.key('mod+a');
    hand.drag([200, 200], [250, 250]);
    expect(hand.lines).toEqual(['[cluster] field 50,50 400x400', 'in 150,150 in field']);
  });
});

describe('pressing a cluster', () => {
  it('its open field starts a marquee, its title and border take hold of it, a click in the field chooses it', () => {
    const hand = aHand(field());
    const paths: string[] = [];
    for (const [x, y] of [
      [350, 350],
      [200, 20],
      [1, 300],
    ] as const) {
      hand.hold([x, y], [x + 30, y + 20]);
      paths.push(hand.path);
      hand.key('escape');
      hand.up();
    }
    hand.click(350, 350);
    expect([paths, hand.selected]).toEqual([
      ['select.brushing', 'select.translating', 'select.translating'],
      ['field'],
    ]);
  });

  it('zoomed far out, the title band stays thick enough to press', () => {
    const hand = aHand(field());
    hand.editor.camera.setZoom(0.1, { x: 0, y: 0 });
    hand.down(20, 20);
    expect(hand.path).toBe('select.pointingItem');
  });
});

describe('making and dissolving', () => {
  it('C gathers the selection, opens the title, and making and naming are one step', () => {
    const hand = aHand(aBoard().note('a', { x: 100, y: 200 }).note('b', { x: 400, y: 200 }));
    hand.key('mod+a');
    hand.key('c');
    const path = hand.path;
    hand.type('Themes').key('enter');
    expect([path, hand.path, hand.lines.map((line) => line.replace(/in .*/, 'in it'))]).toEqual([
      'select.editingText',
      'select.idle',
      ['[cluster] Themes 76,144 548x280', 'a 100,200 in it', 'b 400,200 in it'],
    ]);
    hand.key('mod+z');
    expect(hand.lines).toEqual(['a 100,200', 'b 400,200']);
  });

  it('C without a selection draws one; what has its middle in it goes in', () => {
    const hand = aHand(aBoard().note('a', { x: 100, y: 100 }).note('b', { x: 500, y: 100 }));
    hand.key('c');
    const armed = hand.path;
    hand.hold([50, 20], [420, 380]);
    const drawing = [hand.path, hand.editor.placing.get()];
    hand.up().key('escape');
    expect([armed, drawing, hand.path, hand.lines.map((line) => line.replace(/in .*/, 'in it'))]).toEqual([
      'cluster.idle',
      ['cluster.drawing', { kind: 'cluster', x: 50, y: 20, w: 370, h: 360 }],
      'select.idle',
      ['[cluster] (empty) 50,20 370x360', 'a 100,100 in it', 'b 500,100'],
    ]);
  });

  it('a click with the cluster tool makes one of the usual size; escape puts the tool down', () => {
    const hand = aHand(aBoard());
    hand.key('c');
    hand.key('escape');
    const down = hand.path;
    hand.key('c');
    hand.click(500, 300).key('escape');
    expect([down, hand.lines]).toEqual(['select.idle', ['[cluster] (empty) 260,140 480x320']]);
  });

  it('dissolving leaves the notes, in whatever the cluster was in, and selects them', () => {
    const hand = aHand(
      aBoard()
        .cluster('outer', { w: 600, h: 600 })
        .cluster('inner', { x: 50, y: 100, w: 300, h: 300, inside: 'outer' })
        .note('n', { x: 100, y: 170, inside: 'inner' }),
    );
    hand.click(200, 110).key('shift+c');
    expect([hand.selected, hand.lines]).toEqual([
      ['n'],
      ['[cluster] outer 0,0 600x600', 'n 100,170 in outer'],
    ]);
  });

  it('deleting a cluster leaves its notes, deleting it with them does not, and undo brings all of it back', () => {
    const hand = aHand(field());
    hand.click(200, 20).key('delete');
    const left = hand.lines;
    hand.key('mod+z');
    hand.click(200, 20).key('shift+delete');
    const gone = hand.lines;
    hand.key('mod+z');
    expect([left, gone, hand.lines, hand.editor.scene.get(idOf('field'))?.count]).toEqual([
      ['in 100,100'],
      [],
      ['[cluster] field 0,0 400x400', 'in 100,100 in field'],
      1,
    ]);
  });
});
