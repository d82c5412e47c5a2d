// Calls and the spotlight on one screen: the view goes along, there is a way back, and looking away is everybody's right.

import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { FeatureView } from '../../../../client/features/feature.ts';
import { SpotlightHere } from '../../../../client/features/guide/spotlight.ts';
import { SummonsHere } from '../../../../client/features/guide/summon.ts';
import { Session } from '../../../../client/sync/session.ts';
import type { ParticipantId } from '../../../../shared/lib/ids.ts';
import { emptyHold } from '../../../../shared/protocol/presence.ts';
import { aBoard, idOf } from '../../../support/aBoard.ts';
import { TestEditor } from '../../../support/testEditor.ts';

let boards = 0;
const [me, ada] = ['me-000001', 'ada-00001'] as [ParticipantId, ParticipantId];
const where = { x: 1_000, y: 500, w: 800, h: 600 };

function aScreen() {
  const person = new TestEditor(aBoard().note('a').board);
  person.editor.camera.viewport.set({ w: 800, h: 600 });
  const doc = new Y.Doc();
  const guide = doc.getMap('guide');
  const board = {
    id: `board-${boards++}`,
    me: { id: me, name: 'Me', colour: 0 },
    session: new Session(doc),
    presence: person.presence,
    serverNow: () => person.time.now(),
  };
  const view = { editor: person.editor, board } as unknown as FeatureView;
  const call = (id: string, agoMs = 0, by: ParticipantId = ada) =>
    guide.set('summons', {
      id,
      by,
      at: person.time.now() - agoMs,
      view: [where.x, where.y, where.w, where.h],
    });
  const at = () => {
    const { x, y } = person.editor.camera.view.get();
    return `${Math.round(x)},${Math.round(y)}`;
  };
  const looks = (x: number) =>
    person.presence.sees([
      {
        slot: 1,
        person: { id: ada, name: 'Ada', colour: 1 },
        cursor: { at: null, drag: null },
        hold: { ...emptyHold, view: { ...where, x } },
      },
    ]);
  return { person, guide, view, call, at, looks };
}

describe('a call', () => {
  it('takes my view there and, when I want, back to where I was before the first of several', async () => {
    const { person, view, call, at } = aScreen();
    const here = new SummonsHere(view);
    const places = [at()];
    call('one-call');
    await person.time.pass(2_000);
    places.push(at());
    person.editor.camera.panBy({ x: 50, y: 0 });
    call('two-call');
    await person.time.pass(2_000);
    here.goBack();
    await person.time.pass(2_000);
    places.push(at());
    expect([places, here.call.get()]).toEqual([['0,0', '1000,500', '0,0'], null]);
  });

  it('brings whoever comes late while it is fresh, and nobody for my own call or an old one', async () => {
    const results: string[] = [];
    for (const [agoMs, by] of [
      [60_000, ada],
      [11 * 60_000, ada],
      [0, me],
    ] as const) {
      const { person, view, call, at } = aScreen();
      call('the-call', agoMs, by);
      new SummonsHere(view);
      await person.time.pass(2_000);
      results.push(at());
    }
    expect(results).toEqual(['1000,500', '0,0', '0,0']);
  });

  it('takes nobody away from a sentence: it waits to be followed', async () => {
    const { person, view, call, at } = aScreen();
    const here = new SummonsHere(view);
    person.editor.toolbox.edit(idOf('a'));
    const before = at();
    call('the-call');
    await person.time.pass(2_000);
    const during = [at() === before, here.call.get()?.back];
    here.goThere();
    await person.time.pass(2_000);
    expect([during, at()]).toEqual([[true, null], '1000,500']);
  });
});

describe('the spotlight', () => {
  it('is followed, looked away from with Escape, looked at again, and lets go when it ends', async () => {
    const { person, guide, view, at, looks } = aScreen();
    const here = new SpotlightHere(view);
    const seen: string[] = [];
    const look = async () => {
      await person.time.pass(2_000);
      seen.push(`${here.state.get()} ${at()}`);
    };
    looks(1_000);
    guide.set('spotlight', ada);
    await look();
    person.key('escape');
    looks(2_000);
    await look();
    here.look();
    await look();
    guide.delete('spotlight');
    looks(3_000);
    await look();
    expect(seen).toEqual(['following 1000,500', 'away 1000,500', 'following 2000,500', 'nobody 2000,500']);
  });

  it('on somebody who is not here waits for them; on me it follows nobody', async () => {
    const { person, guide, view, at, looks } = aScreen();
    const here = new SpotlightHere(view);
    guide.set('spotlight', ada);
    const states: string[] = [here.state.get()];
    looks(1_000);
    await person.time.pass(2_000);
    states.push(here.state.get());
    person.presence.sees([]);
    states.push(here.state.get());
    guide.set('spotlight', me);
    states.push(here.state.get(), String(person.editor.follow.person.get()), at());
    expect(states).toEqual(['absent', 'following', 'absent', 'me', 'null', '1000,500']);
  });
});
