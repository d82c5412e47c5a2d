import { describe, expect, it } from 'vitest';
import { Camera } from '../../../client/editor/camera.ts';
import { Follow } from '../../../client/editor/follow.ts';
import type { Other } from '../../../client/editor/ports.ts';
import type { Box } from '../../../shared/lib/geometry.ts';
import type { ParticipantId } from '../../../shared/lib/ids.ts';
import { emptyHold } from '../../../shared/protocol/presence.ts';
import { aBoard } from '../../support/aBoard.ts';
import { aHand, TestPresence, twoHands } from '../../support/testEditor.ts';
import { VirtualTime } from '../../support/virtualTime.ts';

const ben = { id: 'ben' as ParticipantId, name: 'Ben', colour: 3 };

function aFollower(screen = { w: 1_000, h: 500 }) {
  const camera = new Camera();
  camera.viewport.set(screen);
  const presence = new TestPresence();
  const time = new VirtualTime();
  const follow = new Follow({ camera, presence, scheduler: time });
  const ends: string[] = [];
  follow.ended.add(({ person, left }) => ends.push(`${person.name} ${left ? 'left' : 'no more'}`));
  const looksAt = (view: Box, slot = 1): Other => ({
    slot,
    person: ben,
    cursor: { at: null, drag: null },
    hold: { ...emptyHold, view },
  });
  return { camera, presence, time, follow, ends, looksAt };
}

/** What is in view, in whole units. */
function seen(camera: Camera): number[] {
  const { x, y, w, h } = camera.visible();
  return [x, y, w, h].map(Math.round);
}

describe('following', () => {
  it('shows the whole of what they see in the middle, on a screen of another shape', async () => {
    const { camera, presence, time, follow, looksAt } = aFollower({ w: 1_000, h: 500 });
    presence.sees([looksAt({ x: 0, y: 0, w: 500, h: 1_000 })]);
    follow.start(ben.id);
    await time.pass(2_000);
    const first = seen(camera);
    presence.sees([looksAt({ x: 1_000, y: 1_000, w: 4_000, h: 1_000 })]);
    await time.pass(2_000);
    expect([first, seen(camera)]).toEqual([
      [-750, 0, 2_000, 1_000],
      [1_000, 500, 4_000, 2_000],
    ]);
  });

  it('glides there in small steps, or goes at once for eyes that want no motion', async () => {
    const { camera, presence, time, follow, looksAt } = aFollower();
    presence.sees([looksAt({ x: 1_000, y: 0, w: 1_000, h: 500 })]);
    follow.start(ben.id);
    await time.pass(50);
    const onTheWay = camera.visible().x;
    follow.still = true;
    presence.sees([looksAt({ x: 3_000, y: 0, w: 1_000, h: 500 })]);
    expect([onTheWay > 0 && onTheWay < 1_000, camera.visible().x]).toEqual([true, 3_000]);
  });

  it('ends when I move my view, and when they are gone; nothing moves me after that', async () => {
    const { camera, presence, time, follow, ends, looksAt } = aFollower();
    follow.still = true;
    presence.sees([looksAt({ x: 0, y: 0, w: 1_000, h: 500 })]);
    follow.start(ben.id);
    camera.panBy({ x: 10, y: 0 });
    presence.sees([looksAt({ x: 500, y: 0, w: 1_000, h: 500 })]);
    const afterPan = seen(camera);
    follow.start(ben.id);
    presence.sees([]);
    presence.sees([looksAt({ x: 900, y: 0, w: 1_000, h: 500 })]);
    await time.pass(1_000);
    expect([afterPan[0], seen(camera)[0], follow.person.get(), ends]).toEqual([
      10,
      500,
      null,
      ['Ben no more', 'Ben left'],
    ]);
  });

  it('goes along with the tab they last moved in', () => {
    const { camera, presence, follow, looksAt } = aFollower();
    follow.still = true;
    const here = { x: 0, y: 0, w: 1_000, h: 500 };
    const there = { x: 5_000, y: 0, w: 1_000, h: 500 };
    presence.sees([looksAt(here, 1), looksAt({ ...there, x: 7_000 }, 2)]);
    follow.start(ben.id);
    presence.sees([looksAt(here, 1), looksAt(there, 2)]);
    const second = camera.visible().x;
    presence.sees([looksAt(here, 1)]);
    expect([second, camera.visible().x]).toEqual([5_000, 0]);
  });

  it('jumps once, to where they look or else to their pointer, and stays there', () => {
    const { camera, presence, follow, looksAt } = aFollower();
    const quiet = { ...looksAt({ x: 0, y: 0, w: 1, h: 1 }), hold: emptyHold };
    presence.sees([looksAt({ x: 2_000, y: 0, w: 1_000, h: 500 })]);
    const jumped = follow.jumpTo(ben.id);
    presence.sees([looksAt({ x: 9_000, y: 0, w: 1_000, h: 500 })]);
    const first = seen(camera);
    presence.sees([{ ...quiet, cursor: { at: { x: 8_000, y: 0 }, drag: null } }]);
    follow.jumpTo(ben.id);
    const atPointer = seen(camera)[0] ?? 0;
    presence.sees([quiet]);
    expect([jumped, first[0], atPointer < 8_000 && atPointer + 1_000 > 8_000, follow.jumpTo(ben.id)]).toEqual(
      [true, 2_000, true, false],
    );
  });

  it('of two who follow each other comes to rest', async () => {
    const { alice, bob } = twoHands(aBoard().note('idea'));
    alice.editor.camera.viewport.set({ w: 1_000, h: 400 });
    bob.editor.camera.viewport.set({ w: 400, h: 1_000 });
    alice.editor.camera.set({ x: 100, y: 100, zoom: 1 });
    bob.editor.camera.set({ x: 3_000, y: 0, zoom: 2 });
    await alice.time.pass(1_000);
    for (const hand of [alice, bob]) {
      const other = hand.presence.others()[0];
      if (other) hand.editor.follow.start(other.person.id);
    }
    await alice.time.pass(5_000);
    const rest = [alice, bob].map((hand) => hand.editor.camera.view.get());
    await alice.time.pass(5_000);
    expect([alice, bob].map((hand) => hand.editor.camera.view.get())).toEqual(rest);
  });
});

describe('what I look at', () => {
  it('is told four times a second at most, and only when it changed', async () => {
    const hand = aHand(aBoard());
    const told: (number | undefined)[] = [];
    const show = hand.presence.showHold.bind(hand.presence);
    hand.presence.showHold = (hold) => {
      told.push(hold.view?.x);
      show(hold);
    };
    for (let x = 1; x <= 40; x++) {
      hand.editor.camera.set({ x, y: 0, zoom: 1 });
      await hand.time.pass(25);
    }
    await hand.time.pass(3_000);
    expect(told).toEqual([1, 10, 20, 30, 40]);
  });
});
