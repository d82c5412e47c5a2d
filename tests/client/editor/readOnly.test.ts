// While the board is read-only nothing a hand does writes to it; looking, choosing and travelling still work.

import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { seededRandom } from '../../../shared/lib/env.ts';
import { aBoard } from '../../support/aBoard.ts';
import { aHand, type TestEditor } from '../../support/testEditor.ts';

const wall = () =>
  aBoard()
    .cluster('c', { x: 0, y: 0, w: 500, h: 400 })
    .note('a', { x: 50, y: 100, inside: 'c' })
    .note('b', { x: 600, y: 100 });

describe('a read-only board', () => {
  for (let seed = 1; seed <= 6; seed++) {
    it(`nothing a hand does writes, in seed ${seed}`, async () => {
      const hand = aHand(wall());
      hand.key('mod+a');
      hand.key('right');
      hand.editor.readOnly.set(true);
      const before = Y.encodeStateAsUpdate(hand.board.doc);
      const random = seededRandom(seed);
      for (let i = 0; i < 300; i++) {
        anything(hand, () => random.next());
        if (i % 50 === 0) await hand.time.pass(6_000);
      }
      hand.editor.destroy();
      expect(Y.encodeStateAsUpdate(hand.board.doc)).toEqual(before);
    });
  }

  it('a drag on a note moves the view instead, a click still chooses', () => {
    const hand = aHand(wall());
    hand.editor.readOnly.set(true);
    hand.drag([700, 200], [650, 200]);
    const { x } = hand.editor.camera.view.get();
    hand.click(100, 200);
    expect([x, hand.selected, hand.editor.hint.get()]).toEqual([50, ['a'], 'hint.readOnly']);
  });

  it('that becomes so during a drag throws the ghost away, during writing keeps what was typed', () => {
    const hand = aHand(wall());
    hand.hold([700, 200], [750, 250]);
    hand.editor.readOnly.set(true);
    const dragged = [hand.path, hand.drawn('b')];
    hand.up();
    hand.editor.readOnly.set(false);
    hand.doubleClick(700, 200).type('!');
    hand.editor.readOnly.set(true);
    hand.type('?');
    expect([dragged, hand.path, hand.lines.at(-1)]).toEqual([
      ['select.idle', '600,100'],
      'select.idle',
      'b! 600,100',
    ]);
  });

  it('opens its one door to writing for nobody', () => {
    const { editor, lines } = aHand(wall());
    editor.readOnly.set(true);
    const result = editor.change(() => 'written');
    editor.readOnly.set(false);
    expect([result, editor.change(() => 'written'), lines.length]).toEqual([null, 'written', 3]);
  });

  it('puts a writing tool down', () => {
    const hand = aHand(wall());
    hand.key('shift+n');
    hand.editor.readOnly.set(true);
    const down = hand.path;
    hand.key('shift+n');
    hand.editor.toolbox.choose('cluster');
    expect([down, hand.path]).toEqual(['select.idle', 'select.idle']);
  });
});

function anything(hand: TestEditor, next: () => number): void {
  const x = Math.floor(next() * 1_000);
  const y = Math.floor(next() * 700);
  const modifiers = { shift: next() < 0.2, alt: next() < 0.2, mod: next() < 0.1 };
  const chords = [...hand.editor.actions.all()].flatMap((action) => action.keys);
  const deeds: (() => unknown)[] = [
    () => hand.down(x, y, modifiers),
    () => hand.move(x, y, modifiers),
    () => hand.move(x, y, modifiers),
    () => hand.up(modifiers),
    () => hand.doubleClick(x, y),
    () => hand.key(chords[Math.floor(next() * chords.length)] ?? 'n'),
    () => hand.type('abc'),
    () => hand.editor.complete(),
    () => {
      const ids = [...hand.editor.actions.all()].map((action) => action.id);
      hand.editor.run(ids[Math.floor(next() * ids.length)] ?? 'undo');
    },
    () =>
      hand.editor.toolbox.choose(
        (['select', 'hand', 'note', 'cluster'] as const)[Math.floor(next() * 4)] ?? 'select',
      ),
  ];
  deeds[Math.floor(next() * deeds.length)]?.();
}
