// My steps back never touch what others did.

import { describe, expect, it } from 'vitest';
import { Undo } from '../../../shared/board/undo.ts';
import {
  bringToFront,
  createCluster,
  createItems,
  createNote,
  dissolveCluster,
  moveItems,
  removeItems,
  setColour,
  setText,
} from '../../../shared/board/verbs.ts';
import type { NewItem } from '../../../shared/items/item.ts';
import { seededRandom } from '../../../shared/lib/env.ts';
import { aBoard, idOf, linesOf } from '../../support/aBoard.ts';
import { aPeerOf } from '../../support/testEditor.ts';

function aliceAndBob(builder = aBoard().note('n')) {
  const alice = builder.board;
  const { board: bob, wire } = aPeerOf(alice);
  return { alice, bob, wire, undo: new Undo(alice), id: idOf('n'), text: () => alice.get(idOf('n'))?.text };
}

describe('undo of values', () => {
  it('takes back one verb at a time and does it again', () => {
    const { alice, undo, id } = aliceAndBob();
    moveItems(alice, { ids: [id], by: { x: 10, y: 0 } });
    setColour(alice, { ids: [id], colour: 'blue' });
    const seen = [linesOf(alice)];
    for (const way of ['undo', 'undo', 'redo', 'redo'] as const) {
      undo[way]();
      seen.push(linesOf(alice));
    }
    expect(seen.flat()).toEqual(['n 10,0 blue', 'n 10,0', 'n 0,0', 'n 10,0', 'n 10,0 blue']);
  });

  it('A moves, B moves, A undoes: B stays where B put it', () => {
    const { alice, bob, undo, id } = aliceAndBob();
    moveItems(alice, { ids: [id], by: { x: 10, y: 0 } });
    moveItems(bob, { ids: [id], by: { x: 0, y: 50 } });
    undo.undo();
    const undone = linesOf(alice);
    undo.redo();
    expect([undone, linesOf(alice), linesOf(bob)]).toEqual([['n 10,50'], ['n 10,50'], ['n 10,50']]);
  });

  it('A moves two, B moves one, A undoes: only the other goes back', () => {
    const { alice, bob, undo } = aliceAndBob(aBoard().note('n').note('m', { x: 300, y: 0 }));
    moveItems(alice, { ids: [idOf('n'), idOf('m')], by: { x: 10, y: 0 } });
    moveItems(bob, { ids: [idOf('m')], by: { x: 0, y: 50 } });
    undo.undo();
    expect(linesOf(bob)).toEqual(['m 310,50', 'n 0,0']);
  });

  it('a new change forgets what could have been done again', () => {
    const { alice, undo, id } = aliceAndBob();
    moveItems(alice, { ids: [id], by: { x: 10, y: 0 } });
    undo.undo();
    moveItems(alice, { ids: [id], by: { x: 0, y: 7 } });
    undo.redo();
    expect([linesOf(alice), undo.canRedo]).toEqual([['n 0,7'], false]);
  });

  it("what others and the server did is nobody's step", () => {
    const { alice, bob, undo, id } = aliceAndBob();
    moveItems(bob, { ids: [id], by: { x: 10, y: 0 } });
    createItems(alice, [{ kind: 'note', x: 0, y: 0 }], 'server');
    undo.undo();
    expect([undo.canUndo, linesOf(alice)]).toEqual([false, ['(empty) 0,0', 'n 10,0']]);
  });

  it('a deletion comes back with what others wrote into it meanwhile', () => {
    const { alice, bob, wire, undo, id } = aliceAndBob();
    wire.cut();
    removeItems(alice, [id]);
    setText(bob, { id, text: 'n, and more' });
    wire.flush();
    const gone = linesOf(bob);
    undo.undo();
    expect([gone, linesOf(alice), linesOf(bob)]).toEqual([[], ['n, and more 0,0'], ['n, and more 0,0']]);
  });

  it('a creation is hidden, and what others wrote on it is there when it comes back', () => {
    const { alice, bob, undo } = aliceAndBob(aBoard());
    const made = createNote(alice, { x: 0, y: 0, text: 'idea' });
    if (made === null) throw new Error('the board is not full');
    setText(bob, { id: made, text: 'idea of two' });
    undo.undo();
    const hidden = [linesOf(bob), bob.get(made)?.text];
    undo.redo();
    expect([hidden, linesOf(bob)]).toEqual([[[], 'idea of two'], ['idea of two 0,0']]);
  });

  it('making and dissolving a cluster, and lifting, are one step each', () => {
    const { alice, undo } = aliceAndBob(aBoard().note('n').note('m', { x: 300, y: 0 }));
    const before = linesOf(alice);
    const cluster = createCluster(alice, { title: 'c', ids: [idOf('n'), idOf('m')] });
    if (cluster === null) throw new Error('there is something to gather');
    dissolveCluster(alice, cluster);
    bringToFront(alice, [idOf('n')]);
    const seen: number[] = [];
    while (undo.canUndo) {
      undo.undo();
      seen.push(linesOf(alice).length);
    }
    expect([seen, linesOf(alice)]).toEqual([[2, 3, 2], before]);
  });

  it('2,000 notes at once are one step, however many updates they take', () => {
    const { alice, undo } = aliceAndBob(aBoard());
    let updates = 0;
    alice.doc.on('update', () => updates++);
    const notes: NewItem[] = Array.from({ length: 2_000 }, (_, i) => ({
      kind: 'note',
      x: i,
      y: 0,
      text: `${i}`,
    }));
    createItems(alice, notes);
    const made = [linesOf(alice).length, updates];
    undo.undo();
    const undone = [linesOf(alice).length, updates, undo.canUndo];
    undo.redo();
    expect([made, undone, linesOf(alice).length]).toEqual([[2_000, 10], [0, 20, false], 2_000]);
  });

  it('keeps the newest 200 steps', () => {
    const { alice, undo, id } = aliceAndBob();
    for (let i = 0; i < 210; i++) moveItems(alice, { ids: [id], by: { x: 1, y: 0 } });
    let steps = 0;
    for (; undo.canUndo; steps++) undo.undo();
    expect([steps, linesOf(alice)]).toEqual([200, ['n 10,0']]);
  });
});

describe('undo of typing', () => {
  it('is taken out of the midst of what a peer typed', () => {
    const { alice, bob, undo, id, text } = aliceAndBob();
    undo.watchText(id);
    undo.openStep();
    setText(alice, { id, text: 'nAB' });
    setText(bob, { id, text: 'nA-bob-B' });
    setText(alice, { id, text: 'nA-bob-BC' });
    undo.closeStep();
    undo.undo();
    const undone = text();
    undo.redo();
    expect([undone, text(), bob.get(id)?.text]).toEqual(['n-bob-', 'nA-bob-BC', 'nA-bob-BC']);
  });

  it('that a peer deleted meanwhile takes back nothing of the step before', () => {
    const { alice, bob, undo, id, text } = aliceAndBob();
    undo.watchText(id);
    setText(alice, { id, text: 'n one' });
    setText(alice, { id, text: 'n one two' });
    setText(bob, { id, text: 'n one' });
    undo.undo();
    const first = text();
    undo.redo();
    undo.undo();
    undo.undo();
    const second = text();
    undo.redo();
    expect([first, second, text()]).toEqual(['n one', 'n', 'n one']);
  });

  it('without a history is taken back only when nobody else wrote since', () => {
    const { alice, bob, undo, id, text } = aliceAndBob();
    setText(alice, { id, text: 'nA' });
    undo.undo();
    const alone = text();
    undo.redo();
    setText(bob, { id, text: 'nAB' });
    undo.undo();
    expect([alone, text()]).toEqual(['n', 'nAB']);
  });

  it('never splits a pair of surrogates, whoever types beside it', () => {
    const { alice, bob, undo, id, text } = aliceAndBob();
    undo.watchText(id);
    setText(alice, { id, text: 'n\u{1F600}' });
    setText(bob, { id, text: 'n\u{1F600}\u{1F601}' });
    setText(alice, { id, text: 'n\u{1F602}\u{1F601}' });
    const typed = text();
    undo.undo();
    const first = text();
    undo.undo();
    expect([typed, first, text()]).toEqual(['n\u{1F602}\u{1F601}', 'n\u{1F600}\u{1F601}', 'n\u{1F601}']);
  });

  it('a text that a bot wrote as a plain string can be edited and undone too', () => {
    const { alice, undo, id, text } = aliceAndBob();
    alice.doc.transact(() => {
      const entry = alice.doc.getMap('items').get(id) as { set(key: string, value: unknown): void };
      entry.set('t', 'plain');
    }, 'bot');
    setText(alice, { id, text: 'plain!' });
    setText(alice, { id, text: 'plain!!' });
    undo.undo();
    const first = text();
    undo.undo();
    expect([first, text()]).toEqual(['plain!', 'plain']);
  });
});

describe('an open step', () => {
  it('holds everything until it is closed', () => {
    const { alice, undo, id } = aliceAndBob();
    undo.openStep();
    moveItems(alice, { ids: [id], by: { x: 1, y: 0 } });
    setColour(alice, { ids: [id], colour: 'teal' });
    undo.closeStep();
    moveItems(alice, { ids: [id], by: { x: 1, y: 0 } });
    undo.undo();
    const first = linesOf(alice);
    undo.undo();
    expect([first, linesOf(alice), undo.canUndo]).toEqual([['n 1,0 teal'], ['n 0,0'], false]);
  });

  it('is divided by pauses while it is open and one when it is closed', () => {
    const { alice, undo, id } = aliceAndBob();
    const move = () => moveItems(alice, { ids: [id], by: { x: 1, y: 0 } });
    undo.openStep();
    move();
    move();
    undo.pauseStep();
    move();
    undo.undo();
    const paused = linesOf(alice);
    move();
    undo.closeStep();
    undo.undo();
    expect([paused, linesOf(alice), undo.canUndo]).toEqual([['n 2,0'], ['n 0,0'], false]);
  });

  it('that is empty joins nothing, and never swallows the step before', () => {
    const { alice, undo, id } = aliceAndBob();
    moveItems(alice, { ids: [id], by: { x: 1, y: 0 } });
    undo.openStep();
    undo.closeStep();
    undo.openStep();
    undo.throwAwayStep();
    expect([linesOf(alice), undo.canUndo]).toEqual([['n 1,0'], true]);
  });

  it('thrown away is taken back and forgotten', () => {
    const { alice, undo, id } = aliceAndBob();
    moveItems(alice, { ids: [id], by: { x: 1, y: 0 } });
    undo.openStep();
    moveItems(alice, { ids: [id], by: { x: 5, y: 0 } });
    undo.pauseStep();
    moveItems(alice, { ids: [id], by: { x: 5, y: 0 } });
    undo.throwAwayStep();
    expect([linesOf(alice), undo.canRedo]).toEqual([['n 1,0'], false]);
    undo.undo();
    expect(linesOf(alice)).toEqual(['n 0,0']);
  });
});

describe('any story of one person', () => {
  for (let seed = 1; seed <= 20; seed++) {
    it(`undone to the beginning is the beginning, done again the end, in seed ${seed}`, () => {
      const random = seededRandom(seed);
      const { alice, undo } = aliceAndBob(aBoard().note('n').note('m', { x: 300, y: 0 }));
      const start = linesOf(alice);
      for (let i = 0; i < 60; i++) {
        const ids = [...alice.items.keys()];
        const id = ids[Math.floor(random.next() * ids.length)] ?? idOf('n');
        if (random.next() < 0.2) undo.openStep();
        if (random.next() < 0.2) undo.pauseStep();
        if (random.next() < 0.2) undo.closeStep();
        const deeds = [
          () => moveItems(alice, { ids: [id], by: { x: 3, y: 0 } }),
          () => setColour(alice, { ids: [id], colour: random.next() < 0.5 ? 'teal' : 'pink' }),
          () => removeItems(alice, [id]),
          () => createNote(alice, { x: 0, y: i, text: `new ${i}` }),
          () => {
            undo.watchText(id);
            setText(alice, { id, text: `${alice.get(id)?.text ?? ''}${i}` });
          },
          () => createCluster(alice, { title: `c${i}`, ids: [id] }),
        ];
        deeds[Math.floor(random.next() * deeds.length)]?.();
      }
      undo.closeStep();
      const end = linesOf(alice);
      for (let round = 0; round < 2; round++) {
        while (undo.canUndo) undo.undo();
        expect(linesOf(alice)).toEqual(start);
        while (undo.canRedo) undo.redo();
        expect(linesOf(alice)).toEqual(end);
      }
    });
  }
});
