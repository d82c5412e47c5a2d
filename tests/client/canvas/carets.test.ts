// Two people in one note: where each sees the other's caret while both type and news is late.

import { describe, expect, it } from 'vitest';
import { FrameView } from '../../../client/canvas/frameView.ts';
import { caretSpot, paintOthers } from '../../../client/canvas/others.ts';
import type { Other } from '../../../client/editor/ports.ts';
import { encodeHold, parseHold } from '../../../shared/protocol/presence.ts';
import { aBoard, idOf } from '../../support/aBoard.ts';
import { FakeContext, plainLook } from '../../support/fakeContext.ts';
import { type TestEditor, twoHands } from '../../support/testEditor.ts';

const idea = idOf('idea');
const look = plainLook();

/** Bob's text with Alice's caret as it is painted on his screen. */
function seenBy(bob: TestEditor, others: readonly Other[] = bob.presence.others()): string {
  const drawable = bob.editor.scene.get(idea);
  if (drawable === undefined) return '';
  const context = new FakeContext();
  const view = new FrameView({ x: 0, y: 0, zoom: 1 }, { w: 1_000, h: 800 }, 1);
  paintOthers(context.asContext, view, others, bob.editor, look, new Map());
  const caret = context.fills.find(({ box }) => box.w === 2);
  const { text } = drawable.item;
  const spots = Array.from({ length: text.length + 1 }, (_, at) => caretSpot(drawable, at, look.texts));
  const at = spots.findIndex(({ x }) => Math.abs(x - 1 - (caret?.box.x ?? -99)) <= 1);
  return `${text.slice(0, at)}|${text.slice(at)}`;
}

function write(hand: TestEditor, text: string, caret: number): void {
  hand.editor.write(text, caret);
}

/** Both have the note open, Alice's caret behind its first word. */
function together() {
  const hands = twoHands(aBoard().note('idea', { x: 0, y: 0 }));
  hands.alice.doubleClick(100, 100);
  hands.bob.doubleClick(100, 100);
  write(hands.alice, 'one two', 7);
  hands.alice.editor.showCaret(idea, 3);
  return hands;
}

describe("another's caret in the note I write in", () => {
  it('moves with my own letters at once, and stays before what I write at the same place', () => {
    const { bob } = together();
    const seen = [seenBy(bob)];
    write(bob, 'none two', 1);
    seen.push(seenBy(bob));
    write(bob, 'none, two', 5);
    seen.push(seenBy(bob));
    write(bob, ', two', 0);
    seen.push(seenBy(bob));
    expect(seen).toEqual(['one| two', 'none| two', 'none|, two', '|, two']);
  });

  it('is where they see it themselves when their letters and mine crossed on the way', () => {
    const { alice, bob, wire } = together();
    wire.cut();
    write(bob, 'Yes, one two', 5);
    write(alice, 'one and two', 7);
    const late = seenBy(bob);
    wire.flush();
    expect([late.replace('|', ''), seenBy(bob)]).toEqual(['Yes, one two', 'Yes, one and| two']);
  });

  it('needs no further word from them: the same words of theirs hold whatever I type', () => {
    const { bob } = together();
    const heard = bob.presence.others().map((other) => {
      const hold = parseHold(encodeHold(other.hold));
      return hold === null ? other : { ...other, hold };
    });
    write(bob, '12345 one two', 6);
    expect(seenBy(bob, heard)).toBe('12345 one| two');
  });

  it('falls back to their count for older writers, and nonsense costs nothing', () => {
    const { bob } = together();
    const [alice] = bob.presence.others();
    const marked = (mark?: Uint8Array): string => {
      if (alice === undefined) return '';
      return seenBy(bob, [
        { ...alice, hold: { ...alice.hold, editing: { id: idea, caret: 2, ...(mark && { mark }) } } },
      ]);
    };
    expect([marked(), marked(new Uint8Array([9, 255, 255])), marked(new Uint8Array(0))]).toEqual([
      'on|e two',
      'on|e two',
      'on|e two',
    ]);
  });
});
