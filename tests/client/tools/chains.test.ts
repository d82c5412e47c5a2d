// Notes at typing speed: what Tab, Shift+Tab and mod+Enter do from note to note, and what pasted lines become.

import { describe, expect, it } from 'vitest';
import { readPasted, splitPasted } from '../../../client/editor/pastedLines.ts';
import type { OpenField, Pasted } from '../../../client/editor/ports.ts';
import { Signal } from '../../../shared/lib/signal.ts';
import { aBoard, idOf } from '../../support/aBoard.ts';
import type { TestEditor } from '../../support/testEditor.ts';
import { aHand } from '../../support/testEditor.ts';

function writing(hand: TestEditor): string | undefined {
  return hand.board.get(hand.editor.editing.get() ?? idOf('none'))?.text;
}

describe('a chain of notes', () => {
  it('goes on beside with Tab and below with mod+Enter, in the same colour and cluster', () => {
    const hand = aHand(aBoard().cluster('c', { x: 0, y: 0, w: 1000, h: 900 }));
    hand.editor.colour.set('teal');
    hand.move(200, 200).key('n');
    hand.type('a').key('tab');
    hand.type('b').key('mod+enter');
    hand.type('d').key('escape');
    expect(hand.lines).toEqual([
      '[cluster] c 0,0 1000x900',
      'a 100,100 teal in c',
      'b 324,100 teal in c',
      'd 324,324 teal in c',
    ]);
  });

  it('goes back with Shift+Tab, forth again with Tab, and takes an empty note away on the way', () => {
    const hand = aHand(aBoard());
    hand.move(200, 200).key('n');
    hand.type('a').key('tab');
    hand.type('b').key('tab');
    const seen = [writing(hand)];
    for (const key of ['shift+tab', 'shift+tab', 'shift+tab', 'tab', 'tab']) {
      hand.key(key);
      seen.push(writing(hand));
    }
    hand.key('escape');
    expect([seen, hand.lines]).toEqual([
      ['', 'b', 'a', 'a', 'b', ''],
      ['a 100,100', 'b 324,100'],
    ]);
  });

  it('passes over a note that somebody deleted, and ends where mod+Enter meets an empty note', () => {
    const hand = aHand(aBoard());
    hand.move(200, 200).key('n');
    hand.type('a').key('tab');
    hand.type('b').key('tab');
    hand.type('c');
    const b = [...hand.editor.scene.all()].find(({ item }) => item.text === 'b');
    hand.board.transact('removeItems', (tx) => b && tx.set(b.id, 'd', 1));
    hand.key('shift+tab');
    const back = writing(hand);
    hand.key('tab');
    const forth = writing(hand);
    hand.key('mod+enter');
    hand.key('mod+enter');
    expect([back, forth, hand.path, hand.lines]).toEqual([
      'a',
      'c',
      'select.idle',
      ['a 100,100', 'c 548,100'],
    ]);
  });

  it('covers nothing: N over a note goes beside it', () => {
    const hand = aHand(aBoard().note('a'));
    hand.move(100, 100).key('n');
    hand.type('b').key('escape');
    expect(hand.lines).toEqual(['a 0,0', 'b 224,0']);
  });

  it('takes a colour by key in the midst of writing, and keeps it', () => {
    const hand = aHand(aBoard());
    hand.move(200, 200).key('n');
    hand.type('a').key('alt+5');
    hand.type('b').key('tab');
    hand.type('c').key('escape');
    expect(hand.lines).toEqual(['ab 100,100 blue', 'c 324,100 blue']);
  });

  it('slides into view clear of what floats over the canvas, at once for eyes that want no motion', async () => {
    const hand = aHand(aBoard());
    hand.editor.camera.viewport.set({ w: 800, h: 600 });
    hand.move(600, 300).key('n');
    hand.type('a').key('tab');
    const begun = hand.editor.camera.view.get().x;
    await hand.time.pass(400);
    const arrived = hand.editor.camera.view.get().x;
    hand.editor.follow.still = true;
    hand.type('b').key('tab');
    expect([begun > 0 && begun < 148, arrived, hand.editor.camera.view.get().x]).toEqual([true, 148, 372]);
  });
});

describe('a note opened from afar', () => {
  it('grows to be readable where it lies, clear of what floats over the canvas; from near nothing moves', async () => {
    const hand = aHand(aBoard().note('a', { x: 3000, y: 2000 }));
    const { camera } = hand.editor;
    camera.viewport.set({ w: 800, h: 600 });
    camera.set({ x: 0, y: 0, zoom: 0.2 });
    hand.doubleClick(620, 420);
    await hand.time.pass(48);
    // Typing meanwhile asks for the caret to be in sight, which it will be.
    hand.editor.glide.reveal({ x: 3100, y: 2100, w: 0, h: 24 });
    await hand.time.pass(600);
    const on = camera.boxToScreen({ x: 3000, y: 2000, w: 200, h: 200 });
    hand.key('escape');
    const before = camera.view.get();
    hand.doubleClick(on.x + 75, on.y + 75);
    await hand.time.pass(600);
    expect([[on.x, on.y, on.w].map(Math.round), camera.view.get()]).toEqual([[545, 290, 150], before]);
  });
});

describe('a note placed from afar at the lower edge', () => {
  it('grows and stays under the hand', async () => {
    const hand = aHand(aBoard());
    const { camera, editing } = hand.editor;
    camera.viewport.set({ w: 800, h: 600 });
    camera.set({ x: 0, y: 0, zoom: 0.1 });
    hand.doubleClick(400, 580);
    const id = editing.get();
    await hand.time.pass(600);
    const at = camera.boxToScreen(
      hand.editor.scene.get(id ?? idOf('none'))?.box ?? { x: 0, y: 0, w: 0, h: 0 },
    );
    expect([Math.round(at.w), at.y < 580, at.y + at.h > 580]).toEqual([150, true, true]);
  });
});

describe('pasted lines', () => {
  it('become one note each in a grid with the note they were pasted into, or stay, as one step', async () => {
    const hand = aHand(aBoard());
    hand.editor.colour.set('green');
    hand.move(200, 200).key('n');
    const text = '- one\n- two\n\n- three';
    const lines = await paste(hand, text, { from: 0, to: text.length });
    const split = [...hand.lines].sort();
    hand.key('mod+z');
    expect([lines?.alone, split, hand.lines]).toEqual([
      true,
      ['one 100,100 green', 'three 100,316 green', 'two 316,100 green'],
      [],
    ]);
  });

  it('leave alone what else is written in the note', async () => {
    const hand = aHand(aBoard());
    hand.move(200, 200).key('n');
    await paste(hand, 'Plan: one\ntwo.', { from: 6, to: 13 });
    expect(hand.lines).toEqual(['Plan:. 100,100', 'one 324,100', 'two 540,100']);
  });

  it('are cells, with the line breaks that are inside of them, where they come from a spreadsheet', async () => {
    const html = '<google-sheets-html-origin><table></table>';
    const hand = aHand(aBoard());
    hand.move(200, 200).key('n');
    const text = 'J. Doe\n"two\nthree"\n';
    await paste(hand, text, { from: 0, to: text.length, html });
    const row = await readPasted('Tent\tRope', { from: 0, to: 9, html });
    expect([[...hand.lines].sort(), row?.ideas]).toEqual([
      ['J. Doe 100,100', 'two\nthree 316,100'],
      ['Tent', 'Rope'],
    ]);
  });

  it('are no question when there is but one idea, or far too many', async () => {
    expect([
      await readPasted('one\n\n', { from: 0, to: 5 }),
      await readPasted('x\n'.repeat(300), { from: 0, to: 600 }),
    ]).toEqual([null, null]);
  });
});

/** Puts the text into the open field and takes the answer "one note each". */
async function paste(hand: TestEditor, text: string, pasted: Pasted) {
  hand.editor.write(text, pasted.to);
  hand.editor.field.set(fieldOf(hand, text));
  const lines = await readPasted(text, pasted);
  if (lines) await splitPasted(hand.editor, pasted, lines);
  return lines;
}

function fieldOf(hand: TestEditor, text: string): OpenField {
  return {
    id: hand.editor.editing.get() ?? idOf('none'),
    state: new Signal({ text, start: text.length, end: text.length }),
    caretBox: () => ({ x: 0, y: 0, w: 0, h: 0 }),
    replace: (from, to, insert) =>
      hand.editor.write(text.slice(0, from) + insert + text.slice(to), from + insert.length),
    captureKeys: () => () => {},
    press: () => {},
    observePasted: () => () => {},
    steer: () => {},
    settle: () => {},
  };
}
