// Two people park their first idea at the same moment: in the end there is one park, and every idea is in it.

import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type ParkView, park } from '../../../../client/features/guide/parking.ts';
import { Session } from '../../../../client/sync/session.ts';
import { Signal } from '../../../../shared/lib/signal.ts';
import { aBoard, idOf } from '../../../support/aBoard.ts';
import { type TestEditor, twoHands } from '../../../support/testEditor.ts';

/** The session that both see, and a server that keeps the first park it hears of. */
function aSession() {
  const doc = new Y.Doc();
  const session = new Session(doc);
  const waiting: (() => void)[] = [];
  const seat = ({ editor }: TestEditor) => {
    const online = new Signal(true);
    const board = {
      session,
      online,
      runCommand(_name: string, { item, instead }: Readonly<Record<string, unknown>>) {
        const id = 'command';
        if (!online.get()) return Promise.resolve({ id, ok: false, code: 'unreachable' });
        return new Promise((answer) => {
          waiting.push(() => {
            if (session.state().park !== instead) return answer({ id, ok: false, code: 'park-taken' });
            doc.getMap('guide').set('park', item);
            answer({ id, ok: true });
          });
        });
      },
    };
    return { editor, board } as unknown as ParkView & { board: { online: Signal<boolean> } };
  };
  const answers = async () => {
    for (const answer of waiting.splice(0)) answer();
    for (let turns = 0; turns < 20; turns++) await Promise.resolve();
  };
  return { session, seat, answers };
}

const wall = () => aBoard().note('a').note('b').note('c', { y: 400 });
const parks = ({ lines }: TestEditor) => lines.filter((line) => line.startsWith('[cluster]')).length;
const parentsOf = ({ board }: TestEditor, park: string | null) =>
  ['a', 'b'].map((name) => board.get(idOf(name))?.parent === park);

describe('two parks at once', () => {
  it('become one, in whichever order what was done and who was first arrive', async () => {
    const { alice, bob, wire } = twoHands(wall());
    const { session, seat, answers } = aSession();
    alice.editor.selection.set([idOf('a')]);
    bob.editor.selection.set([idOf('b')]);
    wire.cut();
    const both = [park(seat(alice)), park(seat(bob))];
    await answers();
    const apart = [parks(alice), parks(bob)];
    wire.flush();
    await answers();
    await Promise.all(both);
    const known = session.state().park;
    expect({
      apart,
      later: [parks(alice), parks(bob)],
      inside: parentsOf(bob, known),
      same: bob.lines,
    }).toEqual({
      apart: [1, 1],
      later: [1, 1],
      inside: [true, true],
      same: alice.lines,
    });
  });

  it('become one when the second was made without a connection', async () => {
    const { alice, bob, wire } = twoHands(wall());
    const { session, seat, answers } = aSession();
    const away = seat(bob);
    away.board.online.set(false);
    wire.cut();
    bob.editor.selection.set([idOf('b')]);
    const later = park(away);
    alice.editor.selection.set([idOf('a')]);
    const now = park(seat(alice));
    await answers();
    wire.flush();
    away.board.online.set(true);
    for (let rounds = 0; rounds < 3; rounds++) await answers();
    await Promise.all([now, later]);
    expect([parks(bob), parentsOf(bob, session.state().park)]).toEqual([1, [true, true]]);
  });
});
