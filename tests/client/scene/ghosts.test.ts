// Ghosts: what is in a hand is drawn where the hand is, and nothing ever jumps back.

import { describe, expect, it } from 'vitest';
import { Ghosts } from '../../../client/scene/ghosts.ts';
import { moveItems, removeItems, setText } from '../../../shared/board/verbs.ts';
import type { ParticipantId } from '../../../shared/lib/ids.ts';
import { aBoard, idOf } from '../../support/aBoard.ts';
import { twoHands } from '../../support/testEditor.ts';
import { VirtualTime } from '../../support/virtualTime.ts';

function oneNote() {
  const { board } = aBoard().note('n', { x: 100, y: 100 });
  const time = new VirtualTime();
  const ghosts = new Ghosts(board, time);
  const id = idOf('n');
  const drawn = () => {
    const item = board.get(id);
    if (item === undefined) return 'nowhere';
    const { x, y } = ghosts.boxOf(item);
    return `${x},${y}${ghosts.isMoving(id) ? ' moving' : ''}`;
  };
  return { board, time, ghosts, ids: [id], id, drawn };
}

describe("a peer's drag", () => {
  it('is kept where it was until the commit arrives', () => {
    const { board, ghosts, ids, drawn } = oneNote();
    ghosts.setOther(3, { ids, by: { x: 50, y: 0 } });
    const during = drawn();
    ghosts.setOther(3, null);
    const waiting = drawn();
    moveItems(board, { ids, by: { x: 52, y: 0 } });
    expect([during, waiting, drawn()]).toEqual(['150,100 moving', '150,100 moving', '152,100']);
  });

  it('without a commit goes home after two seconds', async () => {
    const { time, ghosts, ids, drawn } = oneNote();
    ghosts.setOther(3, { ids, by: { x: 50, y: 0 } });
    ghosts.setOther(3, null);
    await time.pass(1_999);
    const before = drawn();
    await time.pass(1);
    expect([before, drawn()]).toEqual(['150,100 moving', '100,100']);
  });

  it('a commit that is faster than the open hand moves nothing twice', () => {
    const { board, ghosts, ids, drawn } = oneNote();
    ghosts.setOther(3, { ids, by: { x: 50, y: 0 } });
    moveItems(board, { ids, by: { x: 50, y: 0 } });
    const during = drawn();
    ghosts.setOther(3, null);
    expect([during, drawn()]).toEqual(['150,100 moving', '150,100']);
  });

  it('a commit that put it elsewhere, and is faster than the open hand or the last of the drag, is where it is', () => {
    const { board, ghosts, ids, drawn } = oneNote();
    ghosts.setOther(3, { ids, by: { x: 50, y: 0 } });
    moveItems(board, { ids, by: { x: 50, y: 30 } });
    ghosts.setOther(3, null);
    const first = drawn();
    ghosts.setOther(3, { ids, by: { x: 50, y: 0 } });
    moveItems(board, { ids, by: { x: 50, y: 30 } });
    ghosts.setOther(3, { ids, by: { x: 55, y: 0 } });
    ghosts.setOther(3, null);
    expect([first, drawn()]).toEqual(['150,130', '200,160']);
  });

  it('goes on from where it was drawn when the next drag begins before the commit', () => {
    const { board, ghosts, ids, drawn } = oneNote();
    ghosts.setOther(3, { ids, by: { x: 50, y: 0 } });
    ghosts.setOther(3, null);
    ghosts.setOther(3, { ids, by: { x: 10, y: 0 } });
    const second = drawn();
    moveItems(board, { ids, by: { x: 50, y: 0 } });
    expect([second, drawn()]).toEqual(['160,100 moving', '160,100 moving']);
  });

  it('somebody writing on it meanwhile does not end the waiting, deleting it does', () => {
    const { board, ghosts, ids, id, drawn } = oneNote();
    ghosts.setOther(3, { ids, by: { x: 50, y: 0 } });
    ghosts.setOther(3, null);
    setText(board, { id, text: 'more' });
    const written = drawn();
    const heard: unknown[] = [];
    ghosts.observe((changed) => heard.push([...changed]));
    removeItems(board, ids);
    moveItems(board, { ids, by: { x: 9, y: 0 } });
    expect([written, heard, drawn()]).toEqual(['150,100 moving', [['n']], '109,100']);
  });

  it('my own hand wins over theirs', () => {
    const { ghosts, ids, drawn } = oneNote();
    ghosts.setOther(3, { ids, by: { x: 50, y: 0 } });
    ghosts.setMine({ ids, by: { x: 0, y: 7 } });
    const both = drawn();
    ghosts.setMine(null);
    expect([both, drawn()]).toEqual(['100,107 moving', '150,100 moving']);
  });

  it('an item that is not here yet is drawn in the hand as soon as it is', () => {
    const { board, ghosts } = oneNote();
    const id = idOf('late');
    ghosts.setOther(3, { ids: [id], by: { x: 5, y: 5 } });
    board.transact('test', (tx) => tx.create({ kind: 'note', id, x: 0, y: 0 }, 'a1'));
    expect(ghosts.offsetOf(id)).toEqual({ x: 5, y: 5 });
  });

  it('a drag of nothing is no ghost, and a hand that opens twice lets go once', () => {
    const { ghosts, ids, drawn } = oneNote();
    ghosts.setOther(3, { ids: [], by: { x: 5, y: 5 } });
    ghosts.setOther(3, null);
    ghosts.setOther(3, { ids, by: { x: 0, y: 0 } });
    ghosts.setOther(3, null);
    ghosts.setOther(3, null);
    expect(drawn()).toBe('100,100');
  });
});

describe('two hands', () => {
  const board = () => aBoard().note('n', { x: 100, y: 100 }).note('m', { x: 400, y: 100 });

  it("bob sees alice's drag while it lasts and its end without a jump, however late the commit", () => {
    const { alice, bob, wire } = twoHands(board());
    alice.hold([200, 200], [300, 250]);
    const during = bob.drawn('n');
    wire.cut();
    alice.up();
    const waiting = bob.drawn('n');
    alice.move(500, 500);
    const still = bob.drawn('n');
    wire.flush();
    expect([during, waiting, still, bob.drawn('n'), bob.lines]).toEqual([
      '200,150',
      '200,150',
      '200,150',
      '200,150',
      ['m 400,100', 'n 200,150'],
    ]);
  });

  it('a drag thrown away goes home at once on both screens', async () => {
    const { alice, bob } = twoHands(board());
    alice.hold([200, 200], [300, 250]);
    alice.key('escape');
    const gone = [alice.drawn('n'), bob.drawn('n')];
    await alice.time.pass(300);
    alice.up().move(600, 600);
    expect([gone, bob.drawn('n'), bob.presence.others()[0]?.hold.dragging]).toEqual([
      ['100,100', '100,100'],
      '100,100',
      [],
    ]);
  });

  it('a checkpoint in a long drag moves nothing on the other screen', async () => {
    const { alice, bob } = twoHands(board());
    alice.hold([200, 200], [300, 250]);
    await alice.time.pass(5_000);
    const afterCheckpoint = [bob.drawn('n'), bob.lines[1]];
    alice.move(310, 250);
    const later = bob.drawn('n');
    alice.up();
    expect([afterCheckpoint, later, bob.drawn('n'), bob.lines[1]]).toEqual([
      ['200,150', 'n 200,150'],
      '210,150',
      '210,150',
      'n 210,150',
    ]);
  });

  it('members of a dragged cluster move on the other screen too', () => {
    const { alice, bob } = twoHands(
      aBoard().cluster('c', { x: 0, y: 0, w: 300, h: 300 }).note('n', { x: 50, y: 60, inside: 'c' }),
    );
    alice.hold([150, 20], [200, 40]);
    expect([bob.drawn('c'), bob.drawn('n')]).toEqual(['50,20 300x300', '100,80']);
  });

  it('what a peer deletes falls out of my hand; the rest goes on', () => {
    const { alice, bob } = twoHands(board());
    alice.key('mod+a');
    alice.hold([200, 200], [300, 250]);
    bob.board.transact('test', (tx) => tx.set(idOf('n'), 'd', 1));
    const during = [alice.path, alice.selected];
    alice.up();
    expect([during, alice.lines]).toEqual([['select.translating', ['m']], ['m 500,150']]);
  });

  it('a peer deletes all I hold: the hand is empty and nothing is written', () => {
    const { alice, bob } = twoHands(board());
    alice.hold([200, 200], [300, 250]);
    bob.board.transact('test', (tx) => tx.set(idOf('n'), 'd', 1));
    alice.move(320, 260).up();
    expect([alice.path, alice.board.get(idOf('n'))?.x, alice.editor.undo.canUndo]).toEqual([
      'select.idle',
      100,
      false,
    ]);
  });

  it('the pointer may say that the drag ended before the hand does: nothing jumps', () => {
    const { bob } = twoHands(board());
    const alice = (drag: { x: number; y: number } | null, dragging: readonly string[]) =>
      bob.presence.sees([
        {
          slot: 4,
          person: { id: 'alice' as ParticipantId, name: 'Alice', colour: 1 },
          cursor: { at: null, drag },
          hold: { selection: [], dragging: dragging.map(idOf), editing: null },
        },
      ]);
    alice({ x: 30, y: 0 }, ['n']);
    alice(null, ['n']);
    const between = bob.drawn('n');
    alice(null, []);
    expect([between, bob.drawn('n')]).toEqual(['130,100', '130,100']);
  });

  it('whoever leaves takes their ghosts with them', async () => {
    const { alice, bob } = twoHands(board());
    alice.hold([200, 200], [300, 250]);
    bob.presence.sees([]);
    await bob.time.pass(2_000);
    expect(bob.drawn('n')).toBe('100,100');
  });
});

describe("a peer's resize", () => {
  const board = () => aBoard().note('n', { x: 100, y: 100 });
  const box = (hand: ReturnType<typeof twoHands>['bob']) => {
    const { x = 0, y = 0, w = 0, h = 0 } = hand.editor.scene.get(idOf('n'))?.box ?? {};
    return `${x},${y} ${w}x${h}`;
  };

  it('is seen while it goes on, and does not jump when the hand opens before the commit arrives', () => {
    const { alice, bob, wire } = twoHands(board());
    alice.click(200, 200).hold([300, 300], [400, 350]);
    const during = box(bob);
    wire.cut();
    alice.up();
    const waiting = box(bob);
    wire.flush();
    expect([during, waiting, box(bob), bob.editor.ghosts.isMoving(idOf('n'))]).toEqual([
      '100,100 300x250',
      '100,100 300x250',
      '100,100 300x250',
      false,
    ]);
  });

  it('thrown away goes back at once, and waits for nothing', async () => {
    const { alice, bob } = twoHands(board());
    alice.click(200, 200).hold([300, 300], [400, 350]);
    alice.key('escape');
    const after = box(bob);
    await bob.time.pass(300);
    expect([after, bob.editor.ghosts.isMoving(idOf('n'))]).toEqual(['100,100 200x200', false]);
  });

  it('goes home after two seconds when they are gone', async () => {
    const { alice, bob } = twoHands(board());
    alice.click(200, 200).hold([300, 300], [400, 350]);
    bob.presence.sees([]);
    await bob.time.pass(2_000);
    expect([box(bob), bob.editor.ghosts.isMoving(idOf('n'))]).toEqual(['100,100 200x200', false]);
  });
});
