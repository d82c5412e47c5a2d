// A quick hand: keys pressed before what was asked for is there, and what becomes of those it leaves over.

import { describe, expect, it } from 'vitest';
import { noModifiers, type RawKey } from '../../../client/editor/intents.ts';
import type { OpenField } from '../../../client/editor/ports.ts';
import { realEnv } from '../../../shared/lib/env.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import { Signal } from '../../../shared/lib/signal.ts';
import { aBoard, idOf } from '../../support/aBoard.ts';
import { aHand, type TestEditor } from '../../support/testEditor.ts';

describe('what is typed ahead', () => {
  it('does nothing on the wall, and is read in order by what was asked for', async () => {
    const hand = aHand(aBoard().note('one'));
    hand.editor.selection.set([idOf('one')]);
    presses(hand, '/', 'd', 'e', 'l', 'Backspace', ' ', 'Delete', 'Enter');
    const before = hand.lines;
    const read: string[] = [];
    hand.editor.typedAhead.read(({ key }) => read.push(key));
    await settled();
    expect([before, hand.lines, read]).toEqual([
      ['one 0,0'],
      ['one 0,0'],
      ['d', 'e', 'l', 'Backspace', ' ', 'Delete', 'Enter'],
    ]);
  });

  it("is the wall's again from the moment in which what was asked for has closed", async () => {
    const hand = aHand(aBoard().note('one'));
    presses(hand, '/', 'x', 'Enter', 'mod+a', 'Delete');
    const stop = hand.editor.typedAhead.read(({ key }) => {
      if (key !== 'Enter') return;
      stop();
      hand.editor.asked.set(null);
    });
    await settled();
    expect([hand.lines, hand.editor.asked.get()]).toEqual([[], null]);
  });

  it('goes on into what opens next, and into a text that opens', async () => {
    const hand = aHand(aBoard());
    const field = new FakeField('new' as ItemId);
    presses(hand, '?', 'Escape', '/', 'n', 'Enter', 'H', 'o', 'e', 'Backspace', 'Enter', 'y');
    // The first Escape comes while nothing is there yet: it takes the question back.
    const stop = hand.editor.typedAhead.read(({ key }) => {
      if (key !== 'Enter') return;
      stop();
      hand.editor.asked.set(null);
      hand.editor.field.set(field);
    });
    await settled();
    expect([field.state.get().text, hand.editor.asked.get()]).toEqual(['Ho\ny', null]);
  });

  it('is forgotten with Escape while nothing is there, but not once a choice was made', () => {
    const hand = aHand(aBoard());
    presses(hand, '/', 'n', 'Escape');
    const taken = hand.editor.asked.get();
    presses(hand, '/', 'n', 'Enter', 'Escape');
    expect([taken, hand.editor.asked.get()?.kind, hand.lines]).toEqual([null, 'palette', []]);
  });

  it('is forgotten when what was asked for does not come', async () => {
    const hand = aHand(aBoard().note('one'));
    hand.editor.selection.set([idOf('one')]);
    presses(hand, '/', 'Delete');
    hand.editor.typedAhead.drop();
    await settled();
    expect(hand.lines).toEqual(['one 0,0']);
  });

  it('does not take the keys of the browser, nor those of a field', () => {
    const hand = aHand(aBoard());
    presses(hand, '/');
    const taken = [
      key('mod+r'),
      key('F5'),
      { ...key('n'), inText: true },
      { ...key('n'), type: 'up' } as const,
      key('mod+k'),
      key('@', { mod: true, alt: true }),
    ].map((each) => hand.editor.key(each));
    expect(taken).toEqual([false, false, false, false, true, true]);
  });
});

/** A field that only knows its text, with the caret at its end. */
class FakeField implements OpenField {
  readonly id: ItemId;
  readonly state = new Signal({ text: '', start: 0, end: 0 });

  constructor(id: ItemId) {
    this.id = id;
  }

  replace(from: number, to: number, insert: string): void {
    const { text } = this.state.get();
    const next = text.slice(0, from) + insert + text.slice(to);
    this.state.set({ text: next, start: from + insert.length, end: from + insert.length });
  }

  caretBox = () => ({ x: 0, y: 0, w: 0, h: 0 });
  captureKeys = () => () => {};
  press = () => {};
  observePasted = () => () => {};
  steer = () => {};
  settle = () => {};
}

function presses(hand: TestEditor, ...keys: readonly string[]): void {
  for (const each of keys) hand.editor.key(key(each));
}

function key(name: string, modifiers: Partial<RawKey['modifiers']> = {}): RawKey {
  const mod = name.startsWith('mod+');
  return {
    type: 'down',
    key: name.replace('mod+', ''),
    code: '',
    modifiers: { ...noModifiers, mod, ...modifiers },
    repeat: false,
    inText: false,
  };
}

/** All microtasks that follow one another have run. */
function settled(): Promise<void> {
  return new Promise((resolve) => realEnv.scheduler.after(0, resolve));
}
