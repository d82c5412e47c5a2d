// Keys and actions: the same chords on every layout, one owner for each, and what they do.

import { describe, expect, it } from 'vitest';
import { Actions } from '../../../client/editor/actions.ts';
import { noModifiers } from '../../../client/editor/intents.ts';
import { kernelActions } from '../../../client/editor/kernelActions.ts';
import { chordOf } from '../../../client/editor/keys.ts';
import { t } from '../../../client/text/catalogue.ts';
import { aBoard, idOf } from '../../support/aBoard.ts';
import { aHand } from '../../support/testEditor.ts';

describe('chords', () => {
  const cases: [string, string, string, Partial<typeof noModifiers>][] = [
    ['n', 'KeyN', 'n', {}],
    ['N', 'KeyN', 'shift+n', { shift: true }],
    ['т', 'KeyN', 'n', {}],
    ['я', 'KeyZ', 'mod+z', { mod: true }],
    // AZERTY: what is printed counts for letters, the place for digits.
    ['a', 'KeyQ', 'a', {}],
    ['&', 'Digit1', '1', {}],
    ['y', 'KeyZ', 'mod+y', { mod: true }],
    ['ArrowUp', 'ArrowUp', 'shift+up', { shift: true }],
    ['Escape', 'Escape', 'escape', {}],
    ['F2', 'F2', 'f2', {}],
    ['+', 'Equal', 'shift+plus', { shift: true }],
    ['ß', 'Minus', '-', {}],
    ['Z', 'KeyZ', 'mod+shift+z', { mod: true, shift: true }],
  ];
  for (const [key, code, chord, modifiers] of cases) {
    it(`"${key}" at ${code} is ${chord}`, () => {
      expect(chordOf({ key, code, modifiers: { ...noModifiers, ...modifiers } })).toBe(chord);
    });
  }
});

describe('actions', () => {
  it('every one has words, and no id or chord has two owners', () => {
    const actions = new Actions();
    actions.add(kernelActions);
    const speechless = kernelActions.filter(({ label }) => t(label) === label);
    expect(speechless).toEqual([]);
    expect(() =>
      actions.add([{ id: 'mine', label: 'action.undo', keys: ['mod+z'], enabled: () => true, run() {} }]),
    ).toThrow('mod+z belongs to undo');
  });

  it('what a feature brought goes with it', () => {
    const { editor } = aHand(aBoard());
    const runs: string[] = [];
    const remove = editor.actions.add([
      { id: 'wave', label: 'action.undo', keys: ['w'], enabled: () => true, run: () => runs.push('wave') },
    ]);
    const first = editor.run('wave');
    remove();
    expect([first, editor.run('wave'), runs]).toEqual([true, false, ['wave']]);
  });

  it('arrows nudge, shift ten times as far, one step each', () => {
    const hand = aHand(aBoard().note('a'));
    hand.click(100, 100).key('right');
    hand.key('shift+down');
    const nudged = hand.lines;
    hand.key('mod+z');
    expect([nudged, hand.lines]).toEqual([['a 4,40'], ['a 4,0']]);
  });

  it('the modifier with an arrow goes to the nearest note that way', () => {
    const hand = aHand(
      aBoard().note('a').note('b', { x: 250, y: 10 }).note('c', { x: 900, y: 0 }).note('d', { x: 0, y: 300 }),
    );
    hand.click(100, 100);
    const path = ['mod+right', 'mod+right', 'mod+right', 'mod+left', 'mod+left', 'mod+down'].map((chord) => {
      hand.key(chord);
      return hand.selected[0];
    });
    expect(path).toEqual(['b', 'c', 'c', 'b', 'a', 'd']);
  });

  it('duplicate keeps nesting, colour and text, selects the copies and is one step', () => {
    const hand = aHand(
      aBoard().cluster('c', { w: 300, h: 300 }).note('n', { x: 50, y: 60, inside: 'c', colour: 'pink' }),
    );
    hand.click(150, 20).key('mod+d');
    const [copy] = hand.editor.selection.ids;
    const made = hand.lines.map((line) => line.replace(copy ?? '?', 'copy'));
    hand.key('mod+z');
    expect([made, hand.lines.length]).toEqual([
      ['[cluster] c 0,0 300x300', '[cluster] c 324,0 300x300', 'n 374,60 pink in copy', 'n 50,60 pink in c'],
      2,
    ]);
  });

  it('colour paints the selection', () => {
    const hand = aHand(aBoard().note('a').note('b', { x: 300, y: 0 }));
    hand.key('mod+a');
    hand.editor.run('colour.green');
    expect(hand.lines).toEqual(['a 0,0 green', 'b 300,0 green']);
  });

  it('delete takes away and undo brings back; keys in a text field are left to it', () => {
    const hand = aHand(aBoard().note('a'));
    hand.doubleClick(100, 100);
    const inText = [hand.key('backspace'), hand.key('n'), hand.key('mod+a')];
    hand.key('escape');
    hand.key('backspace');
    const gone = hand.lines;
    hand.key('mod+z');
    expect([inText, gone, hand.lines, hand.selected]).toEqual([[false, false, false], [], ['a 0,0'], []]);
  });

  it('the camera answers to 0, 1, 2, plus and minus', () => {
    const hand = aHand(aBoard().note('a').note('b', { x: 4_000, y: 0 }));
    hand.key('1');
    const all = hand.editor.camera.zoom;
    hand.key('0');
    const life = hand.editor.camera.zoom;
    hand.key('+');
    hand.key('-');
    hand.editor.selection.set([idOf('b')]);
    hand.key('2');
    expect([all < 0.3, life, hand.editor.camera.visible()]).toEqual([
      true,
      1,
      { x: 3588, y: -284, w: 1024, h: 768 },
    ]);
  });

  it('V and H choose tools, and the hint follows', () => {
    const hand = aHand(aBoard());
    const start = hand.editor.hint.get();
    hand.key('h');
    hand.drag([100, 100], [150, 100]);
    const panned = [hand.path, hand.editor.hint.get(), hand.editor.camera.view.get().x];
    hand.key('v');
    expect([start, panned, hand.path]).toEqual([
      'hint.start',
      ['hand.idle', 'hint.hand', -50],
      'select.idle',
    ]);
  });
});
