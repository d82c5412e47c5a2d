// Voting as one screen has it: an announced ballot opens by itself, what is told while people vote stands on the notes beside my
// own dots, and what is counted rises.

import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { OpenBoard } from '../../../client/app/openBoard.ts';
import type { BadgesOf } from '../../../client/editor/badges.ts';
import { VotingHere } from '../../../client/features/voting/votingHere.ts';
import { Session } from '../../../client/sync/session.ts';
import { Votes } from '../../../client/sync/votes.ts';
import type { ItemId, ParticipantId } from '../../../shared/lib/ids.ts';
import { Signal } from '../../../shared/lib/signal.ts';
import { aBoard, idOf } from '../../support/aBoard.ts';
import { TestEditor } from '../../support/testEditor.ts';

const me = 'me-000001' as ParticipantId;
const names = ['bus', 'tea', 'sofa'];
const options = names.map(idOf);
const minute = 60_000;

function aScreen({ isStill = true, role = 'editor' as 'editor' | 'viewer' } = {}) {
  const person = new TestEditor(names.reduce((builder, name) => builder.note(name), aBoard()).board);
  person.editor.camera.viewport.set({ w: 1_000, h: 600 });
  const docs = { session: new Y.Doc(), personal: new Y.Doc() };
  docs.session.getMap('people').set(me, { name: 'Me', colour: 0, role });
  const votes = new Votes(docs, { save: { unsaved: [] } });
  const badges = new Signal<BadgesOf>(new Map());
  const board = {
    id: 'board',
    me: { id: me, name: 'Me', colour: 0 },
    role: new Signal(role),
    session: new Session(docs.session),
    padSaved: new Signal(true),
    panel: new Signal<string | null>(null),
    serverNow: () => person.time.now(),
    editor: person.editor,
  };
  person.editor.badges.add(badges);
  const here = new VotingHere(board as unknown as OpenBoard, votes, badges, () => isStill);
  const known = { method: 'dots', options, votes: 3, maxPerOption: 2, who: 'link', show: 'live' };
  return {
    ...person,
    editor: person.editor,
    time: person.time,
    here,
    /** As the server writes it into the session. */
    ballot: (more: object = {}) =>
      docs.session.getMap('ballots').set('B', { ...known, openedAt: person.time.now(), ...more }),
    result: (tally: Readonly<Record<string, number>>, more: object = {}) =>
      docs.session
        .getMap('results')
        .set('B', { method: 'dots', tally, voters: tally, voted: 3, eligible: 4, closedAt: null, ...more }),
    /** What stands on the notes, in words. */
    wall: () => names.map((name) => marksOn(person, idOf(name))),
  };
}

function marksOn({ editor }: TestEditor, id: ItemId): string {
  const marks = editor.badges.get(id).map(({ look, label, count, crowned }) => {
    if (look === 'dots') return '●'.repeat(count);
    return `${label}${crowned ? ' first' : ''}`;
  });
  return marks.join(' ');
}

describe('an announced ballot', () => {
  it('opens by itself at its time, though nothing comes from the server at that moment', async () => {
    const { here, time, ballot, editor } = aScreen();
    ballot({ opensAt: time.now() + 2 * minute });
    const seen: unknown[] = [];
    const look = () =>
      seen.push([here.mine.get()?.now.ballot.id ?? null, here.give(idOf('bus')), editor.toolbox.tool]);
    look();
    await time.pass(2 * minute - 100);
    look();
    await time.pass(200);
    look();
    expect(seen).toEqual([
      [null, false, 'select'],
      [null, false, 'select'],
      ['B', true, 'vote'],
    ]);
  });

  it('is told of over the wall from an hour before on, by itself too', async () => {
    const { here, time, ballot } = aScreen();
    ballot({ opensAt: time.now() + 70 * minute });
    const seen: unknown[] = [here.soon.get()?.id ?? null];
    await time.pass(10 * minute - 100);
    seen.push(here.soon.get()?.id ?? null);
    await time.pass(200);
    seen.push(here.soon.get()?.id ?? null);
    expect(seen).toEqual([null, null, 'B']);
  });

  it('and closes by itself at its end, before the server has counted', async () => {
    const { here, time, ballot, editor, wall } = aScreen();
    ballot({ closesAt: time.now() + minute });
    here.give(idOf('tea'));
    const before = wall();
    await time.pass(minute + 100);
    expect([before, here.mine.get(), here.give(idOf('bus')), editor.toolbox.tool, wall()]).toEqual([
      ['', '●', ''],
      null,
      false,
      'select',
      ['', '', ''],
    ]);
  });
});

describe('totals that are told while people vote', () => {
  it('stand on the notes beside my own dots, change with every word of the server, and nobody has won yet', () => {
    const { here, ballot, result, wall } = aScreen();
    ballot();
    here.give(idOf('bus'));
    here.give(idOf('bus'));
    const seen = [wall()];
    result({ [idOf('bus')]: 2, [idOf('tea')]: 1 });
    seen.push(wall());
    result({ [idOf('bus')]: 3, [idOf('tea')]: 1, [idOf('sofa')]: 4 });
    seen.push(wall());
    here.showsTotals.set(false);
    seen.push(wall());
    expect(seen).toEqual([
      ['●●', '', ''],
      ['●● 2', '1', ''],
      ['●● 3', '1', '4'],
      ['●●', '', ''],
    ]);
  });

  it('are seen by whoever has no vote as well, and crowned when it is counted, without rising once more', () => {
    const { time, ballot, result, wall } = aScreen({ role: 'viewer', isStill: false });
    ballot();
    result({ [idOf('bus')]: 2, [idOf('tea')]: 1 });
    const soFar = wall();
    result({ [idOf('bus')]: 2, [idOf('tea')]: 3 }, { closedAt: time.now() });
    ballot({ closedAt: time.now() });
    expect([soFar, wall()]).toEqual([
      ['2', '1', ''],
      ['2', '3 first', ''],
    ]);
  });

  it('are not told of a ballot that shows nothing before its end: then they rise, the best last', async () => {
    const { here, time, ballot, result, wall } = aScreen({ isStill: false });
    ballot({ show: 'close' });
    here.give(idOf('tea'));
    const seen = [wall()];
    result({ [idOf('bus')]: 10, [idOf('tea')]: 20 }, { closedAt: time.now() });
    ballot({ show: 'close', closedAt: time.now() });
    seen.push(wall());
    for (const ms of [300, 2_000]) {
      await time.pass(ms);
      seen.push(wall());
    }
    const [voting, counted, rising, risen] = seen;
    const partOf = Number(rising?.[0]);
    expect([voting, counted, partOf > 0 && partOf < 10, rising?.[1], risen]).toEqual([
      ['', '●', ''],
      ['0', '', ''],
      true,
      '',
      ['10', '20 first', ''],
    ]);
  });
});
