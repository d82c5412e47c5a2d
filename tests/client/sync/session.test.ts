import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Session } from '../../../client/sync/session.ts';
import { hidesHands } from '../../../shared/features/session/phase.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';

describe('the session', () => {
  it('keeps the people that make sense and brings the rest into range', () => {
    const doc = new Y.Doc();
    const people = doc.getMap('people');
    people.set('ann', { name: ' Ann ', colour: 3, role: 'facilitator' });
    people.set('bob', { name: 'Bob', colour: -14, role: 'king', removed: true });
    people.set('cy', { name: 'C'.repeat(500), colour: 'red', role: 'viewer' });
    people.set('nameless', { colour: 1, role: 'editor' });
    people.set('text', 'Dora');
    people.set('not an id!', { name: 'Eve', colour: 1, role: 'editor' });
    expect([...new Session(doc).people().values()]).toEqual([
      { id: 'ann', name: 'Ann', colour: 3, role: 'facilitator', removed: false, neutral: false },
      { id: 'bob', name: 'Bob', colour: 2, role: 'viewer', removed: true, neutral: false },
      { id: 'cy', name: 'C'.repeat(80), colour: 0, role: 'viewer', removed: false, neutral: false },
    ]);
  });

  it('tells when somebody comes, and gives the same list until then', () => {
    const doc = new Y.Doc();
    const session = new Session(doc);
    let told = 0;
    session.subscribe(() => told++);
    const first = session.people();
    const same = session.people() === first;
    doc.getMap('people').set('ann', { name: 'Ann', colour: 0, role: 'editor' });
    expect([same, told, session.people().size]).toEqual([true, 1, 1]);
  });

  it('knows the author of an item where the server says so', () => {
    const doc = new Y.Doc();
    doc.getMap('people').set('ann', { name: 'Ann', colour: 0, role: 'editor' });
    doc.getMap('authors').set('idea', 'ann');
    doc.getMap('authors').set('other', 42);
    const session = new Session(doc);
    const names = ['idea', 'other', 'unknown'].map((id) => session.authorOf(id as ItemId)?.name ?? null);
    expect(names).toEqual(['Ann', null, null]);
  });

  it('knows that nobody’s hand is seen while those who are here vote, in whatever phase', () => {
    const doc = new Y.Doc();
    const session = new Session(doc);
    const told: boolean[] = [];
    session.subscribe(() => told.push(hidesHands(session.state())));
    const ballots = doc.getMap('ballots');
    ballots.set('by-link', { openedAt: 1, closedAt: null, who: 'link' });
    ballots.set('here', { openedAt: 2, closedAt: null, who: 'present' });
    ballots.set('here', { openedAt: 2, closedAt: 9, who: 'present' });
    expect(told).toEqual([false, true, false]);
  });

  it('has no title until one arrives, and none that is not a text', () => {
    const doc = new Y.Doc();
    const session = new Session(doc);
    const titles = [session.title()];
    doc.getMap('board').set('title', 7);
    titles.push(session.title());
    doc.getMap('board').set('title', 'Retro');
    titles.push(session.title());
    expect(titles).toEqual([null, null, 'Retro']);
  });
});
