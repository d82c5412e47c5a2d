// Writing: how a note comes to be, how its text is one step, and what happens to a note nobody wrote on.

import { describe, expect, it } from 'vitest';
import { aBoard, idOf } from '../../support/aBoard.ts';
import { aHand, twoHands } from '../../support/testEditor.ts';

describe('a new note', () => {
  it('N makes one under the pointer with its text open; making and writing are one step', () => {
    const hand = aHand(aBoard());
    hand.move(300, 300).key('n');
    const path = hand.path;
    hand.type('an idea').key('escape');
    const written = hand.lines;
    hand.key('mod+z');
    const undone = hand.lines;
    hand.key('mod+y');
    expect([path, written, hand.path, undone, hand.lines]).toEqual([
      'select.editingText',
      ['an idea 200,200'],
      'select.idle',
      [],
      ['an idea 200,200'],
    ]);
  });

  it('with the pointer elsewhere it goes to the middle of the view, and never onto another', () => {
    const hand = aHand(aBoard());
    hand.key('n');
    hand.type('one').key('escape');
    hand.key('n');
    hand.type('two').key('escape');
    expect(hand.lines).toEqual(['one 412,284', 'two 636,284']);
  });

  it('a double click on the canvas makes one, on a cluster field inside that cluster', () => {
    const hand = aHand(aBoard().cluster('field', { x: 400, y: 0, w: 400, h: 400 }));
    hand.doubleClick(150, 150).type('free').key('escape');
    hand.doubleClick(600, 200).type('in it').click(200, 600);
    expect(hand.lines).toEqual(['[cluster] field 400,0 400x400', 'free 50,50', 'in it 500,100 in field']);
  });

  it('left behind empty it is gone, without a step of undo', () => {
    const hand = aHand(aBoard());
    hand.move(300, 300).key('n');
    hand.key('escape');
    const afterEscape = hand.lines;
    hand.key('n');
    hand.type('x');
    hand.editor.write('', 0);
    hand.click(700, 700);
    expect([afterEscape, hand.lines, hand.editor.undo.canUndo, hand.path]).toEqual([
      [],
      [],
      false,
      'select.idle',
    ]);
  });

  it('an old note that is emptied stays', () => {
    const hand = aHand(aBoard().note('old'));
    hand.doubleClick(100, 100);
    hand.editor.write('', 0);
    hand.key('escape');
    expect(hand.lines).toEqual(['(empty) 0,0']);
  });

  it('the place tool puts it where the hand opens', () => {
    const hand = aHand(aBoard());
    hand.key('shift+n');
    hand.move(300, 300);
    const outline = hand.editor.placing.get();
    hand.hold([300, 300], [500, 400]);
    const path = hand.path;
    hand.up().type('here').key('escape');
    expect([outline, path, hand.lines, hand.editor.placing.get()]).toEqual([
      { kind: 'note', x: 200, y: 200, w: 200, h: 200 },
      'note.placing',
      ['here 400,300'],
      null,
    ]);
  });

  it('takes the colour that was chosen last', () => {
    const hand = aHand(aBoard().note('a'));
    hand.click(100, 100);
    hand.editor.run('colour.teal');
    hand.move(400, 400).key('n');
    hand.type('b').key('escape');
    expect(hand.lines).toEqual(['a 0,0 teal', 'b 300,300 teal']);
  });
});

describe('editing', () => {
  it('a double click on a note, Enter or F2 open its text; escape keeps what was typed', () => {
    const hand = aHand(aBoard().note('idea'));
    hand.doubleClick(100, 100).type('!').key('escape');
    hand.key('enter');
    hand.type('?').key('escape');
    hand.key('f2');
    hand.type('!').key('escape');
    expect([hand.lines, hand.selected]).toEqual([['idea!?! 0,0'], ['idea']]);
  });

  it('a click elsewhere finishes and does what it would have done anyway', () => {
    const hand = aHand(aBoard().note('a').note('b', { x: 400, y: 0 }));
    hand.doubleClick(100, 100).type('!').drag([500, 100], [550, 100]);
    expect([hand.path, hand.selected, hand.lines]).toEqual(['select.idle', ['b'], ['a! 0,0', 'b 450,0']]);
  });

  it('Enter belongs to the field in a note and finishes a title', () => {
    const hand = aHand(aBoard().note('a').cluster('c', { x: 400, w: 300, h: 300 }));
    hand.doubleClick(100, 100);
    const inNote = [hand.key('enter'), hand.path];
    hand.doubleClick(500, 20);
    expect([inNote, hand.key('enter'), hand.path]).toEqual([
      [false, 'select.editingText'],
      true,
      'select.idle',
    ]);
  });

  it('leaving closes the step: two visits are two steps', () => {
    const hand = aHand(aBoard().note('a'));
    hand.doubleClick(100, 100).type('bc').key('escape');
    hand.key('enter');
    hand.type('de').key('escape');
    const texts = [hand.board.get(idOf('a'))?.text];
    for (let i = 0; i < 2; i++) {
      hand.key('mod+z');
      texts.push(hand.board.get(idOf('a'))?.text);
    }
    expect([texts, hand.editor.undo.canUndo]).toEqual([['abcde', 'abc', 'a'], false]);
  });

  it('undo while writing goes back to the last pause; afterwards the whole visit is one step', async () => {
    const hand = aHand(aBoard().note('a'));
    hand.doubleClick(100, 100).type('bc');
    await hand.time.pass(1_500);
    hand.type('de').key('mod+z');
    const during = [hand.board.get(idOf('a'))?.text, hand.path];
    hand.type('f').key('escape');
    const left = hand.board.get(idOf('a'))?.text;
    hand.key('mod+z');
    expect([during, left, hand.board.get(idOf('a'))?.text]).toEqual([
      ['abc', 'select.editingText'],
      'abcf',
      'a',
    ]);
  });

  it('undo in a fresh note goes back to the empty note first, then to none', async () => {
    const hand = aHand(aBoard());
    hand.move(300, 300).key('n');
    hand.type('idea').key('mod+z');
    const first = [hand.lines, hand.path];
    hand.key('mod+z');
    expect([first, hand.lines, hand.path]).toEqual([
      [['(empty) 200,200'], 'select.editingText'],
      [],
      'select.idle',
    ]);
  });
});

describe('tab', () => {
  it('makes the next note beside, same colour and cluster, covering nothing', () => {
    const hand = aHand(
      aBoard()
        .cluster('c', { x: 0, y: 0, w: 300, h: 300 })
        .note('a', { x: 24, y: 56, colour: 'pink', inside: 'c' })
        .note('in the way', { x: 300, y: 60 }),
    );
    hand.doubleClick(100, 150).key('tab');
    hand.type('b').key('tab');
    hand.type('d').key('escape');
    expect([hand.lines, hand.drawn('c')]).toEqual([
      [
        '[cluster] c 0,0 300x300',
        'a 24,56 pink in c',
        'b 24,280 pink in c',
        'd 248,280 pink in c',
        'in the way 300,60',
      ],
      '0,0 472x504',
    ]);
  });

  it('in a title makes a note inside the cluster', () => {
    const hand = aHand(aBoard().cluster('c', { x: 100, y: 100, w: 500, h: 400 }));
    hand.doubleClick(300, 120).key('tab');
    hand.type('first').key('tab');
    hand.type('second').key('escape');
    expect(hand.lines).toEqual(['[cluster] c 100,100 500x400', 'first 124,156 in c', 'second 348,156 in c']);
  });

  it('on an empty new note does nothing, so that no hole is left', () => {
    const hand = aHand(aBoard());
    hand.move(300, 300).key('n');
    hand.key('tab');
    expect([hand.path, hand.lines]).toEqual(['select.editingText', ['(empty) 200,200']]);
  });

  it('a chain of fifty notes covers nothing, and the view slides along', async () => {
    const hand = aHand(aBoard());
    hand.move(300, 300).key('n');
    for (let i = 0; i < 50; i++) {
      hand.type(`n${i}`).key('tab');
    }
    await hand.time.pass(1_000);
    const all = [...hand.editor.scene.all()];
    const overlapping = all.filter((one) =>
      all.some(
        (other) =>
          other !== one && Math.abs(one.box.x - other.box.x) < 200 && Math.abs(one.box.y - other.box.y) < 200,
      ),
    );
    const last = hand.editor.scene.get(hand.editor.editing.get() ?? idOf('none'))?.box;
    const { x, y, w, h } = hand.editor.camera.visible();
    const inView = last && last.x >= x && last.y >= y && last.x + 200 <= x + w && last.y + 200 <= y + h;
    expect([all.length, overlapping.length, inView]).toEqual([51, 0, true]);
  });
});

describe('two people', () => {
  it('both type into one note and no letter is lost; each undoes only their own', () => {
    const { alice, bob, wire } = twoHands(aBoard().note('idea', { x: 0, y: 0 }));
    alice.doubleClick(100, 100);
    bob.doubleClick(100, 100);
    wire.cut();
    alice.editor.write('good idea', 5);
    bob.editor.write('idea indeed', 11);
    wire.flush();
    const merged = [alice.lines, bob.lines];
    alice.key('escape');
    alice.key('mod+z');
    expect([merged, bob.lines]).toEqual([
      [['good idea indeed 0,0'], ['good idea indeed 0,0']],
      ['idea indeed 0,0'],
    ]);
  });

  it('a peer deletes the note I write in: my text closes, and what I typed comes back with it', () => {
    const { alice, bob } = twoHands(aBoard().note('idea', { x: 0, y: 0 }));
    alice.doubleClick(100, 100).type(' x');
    bob.click(100, 100).key('delete');
    const during = [alice.path, alice.editor.editing.get(), alice.selected, alice.lines];
    bob.key('mod+z');
    expect([during, alice.lines]).toEqual([['select.idle', null, [], []], ['idea x 0,0']]);
  });

  it('a peer writes on my empty note: leaving it does not take it away', () => {
    const { alice, bob } = twoHands(aBoard());
    alice.move(300, 300).key('n');
    bob.doubleClick(300, 300).type('mine too').key('escape');
    alice.key('escape');
    expect(alice.lines).toEqual(['mine too 200,200']);
  });

  it('others see where I write', () => {
    const { alice, bob } = twoHands(aBoard().note('idea', { x: 0, y: 0 }));
    alice.doubleClick(100, 100).type('s');
    const during = bob.presence.others()[0]?.hold.editing;
    alice.key('escape');
    expect([during, bob.presence.others()[0]?.hold]).toEqual([
      { id: 'idea', caret: 5, mark: alice.board.markCaret(idOf('idea'), 5) },
      { selection: ['idea'], dragging: [], editing: null },
    ]);
  });
});
