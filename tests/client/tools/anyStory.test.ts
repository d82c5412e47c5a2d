// Two hands doing anything on one board, over a wire that is cut now and then. Whatever they did: afterwards both see the
// same, nothing hangs in the air, and the scene is what the board says.

import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../shared/lib/env.ts';
import { aBoard } from '../../support/aBoard.ts';
import { type TestEditor, twoHands } from '../../support/testEditor.ts';
import { sceneTheSlowWay } from '../scene/bruteForce.ts';

describe('two hands', () => {
  for (let seed = 1; seed <= 10; seed++) {
    it(`end with the same board and nothing in the air, in seed ${seed}`, async () => {
      const random = seededRandom(seed);
      const { alice, bob, wire } = twoHands(
        aBoard(seed)
          .cluster('c', { x: 50, y: 50, w: 300, h: 300 })
          .note('a', { x: 100, y: 120, inside: 'c' })
          .note('b', { x: 500, y: 100 })
          .note('d', { x: 500, y: 400 }),
      );
      for (let i = 0; i < 250; i++) {
        anything(random.next() < 0.5 ? alice : bob, () => random.next());
        const chance = random.next();
        if (chance < 0.05) wire.cut();
        else if (chance < 0.15) wire.flush();
        else if (chance < 0.2) await alice.time.pass(random.next() * 6_000);
        for (const { editor, board } of [alice, bob]) {
          expect([...editor.scene.all()], `step ${i}`).toEqual(sceneTheSlowWay(board, editor.ghosts));
        }
      }
      wire.flush();
      for (const hand of [alice, bob]) {
        hand.editor.complete();
        hand.editor.toolbox.choose('select');
      }
      await alice.time.pass(3_000);
      const air = [alice, bob].map(({ editor, presence }) => ({
        moving: [...editor.scene.all()].filter((drawable) => drawable.moving).length,
        path: editor.toolbox.path,
        left: [editor.editing.get(), editor.dropTarget.get(), editor.brush.get(), editor.placing.get()],
        shown: [presence.shows.hold.dragging.length, presence.shows.cursor.drag, presence.shows.hold.editing],
        dead: editor.selection.ids.filter((id) => editor.scene.get(id) === undefined),
      }));
      const still = {
        moving: 0,
        path: 'select.idle',
        left: [null, null, null, null],
        shown: [0, null, null],
        dead: [],
      };
      expect([air, alice.lines]).toEqual([[still, still], bob.lines]);
    });
  }
});

function anything(hand: TestEditor, next: () => number): void {
  const x = 20 + Math.floor(next() * 900);
  const y = 20 + Math.floor(next() * 700);
  const modifiers = { shift: next() < 0.15, alt: next() < 0.15, mod: next() < 0.05 };
  const actions = [...hand.editor.actions.all()];
  const action = actions[Math.floor(next() * actions.length)];
  const deeds: (() => unknown)[] = [
    () => hand.down(x, y, modifiers),
    () => hand.move(x, y, modifiers),
    () => hand.move(x, y, modifiers),
    () => hand.up(modifiers),
    () => hand.up(modifiers),
    () => hand.drag([x, y], [y, x], modifiers),
    () => hand.doubleClick(x, y),
    () => hand.type('abc'),
    () => hand.key('tab'),
    () => hand.key('escape'),
    () => hand.key(action?.keys[0] ?? 'n'),
    () => hand.touch('down', 5, x, y).touch('move', 5, y, x).touch('up', 5, y, x),
    () => hand.wheel(x, y, { x: 10, y: -10 }, modifiers),
    () => hand.editor.complete(),
  ];
  deeds[Math.floor(next() * deeds.length)]?.();
}
