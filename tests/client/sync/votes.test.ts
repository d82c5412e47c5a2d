// My votes on my own document: what each method writes, that nothing more can be given than there is, and two devices at once.

import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Votes } from '../../../client/sync/votes.ts';
import type { Ballot, Method } from '../../../shared/features/voting/ballot.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';

const [a, b, c] = ['a', 'b', 'c'] as [ItemId, ItemId, ItemId];

function aBallot(method: Method, votes = 3, maxPerOption = 2): Ballot {
  return {
    id: 'B',
    title: 'What first?',
    method,
    options: [a, b, c],
    votes,
    maxPerOption,
    show: 'close',
    who: 'link',
    voters: null,
    practice: false,
    phase: null,
    openedAt: 1,
    closesAt: null,
    graceHours: 0,
    closedAt: null,
    opensAt: null,
    quorum: null,
    after: null,
    remindedAt: null,
  };
}

function aDevice(ballot: Ballot, clientId = 3) {
  const docs = { session: new Y.Doc(), personal: new Y.Doc() };
  docs.personal.clientID = clientId;
  const { id, ...value } = ballot;
  docs.session.getMap('ballots').set(id, value);
  const votes = new Votes(docs, { save: { unsaved: [] } });
  return { votes, docs, held: () => docs.personal.getMap('votes').toJSON() };
}

describe('giving', () => {
  it('dots fills free slots, one option so often at most, and takes the last one back', () => {
    const ballot = aBallot('dots');
    const { votes, held } = aDevice(ballot);
    const did = [
      votes.give(ballot, a),
      votes.give(ballot, a),
      votes.give(ballot, a),
      votes.give(ballot, b),
      votes.give(ballot, c),
    ];
    const full = held();
    const back = [votes.takeBack(ballot, a), votes.takeBack(ballot, c)];
    expect([did, full, back, Object.values(held()).toSorted()]).toEqual([
      [true, true, false, true, false],
      { 'B/0': 'a', 'B/1': 'a', 'B/2': 'b' },
      [true, false],
      ['a', 'b'],
    ]);
  });

  it('credits stops where the next vote costs more than is left', () => {
    const ballot = aBallot('quadratic', 5, 9);
    const { votes, held } = aDevice(ballot);
    const did = [votes.give(ballot, a), votes.give(ballot, a), votes.give(ballot, b), votes.give(ballot, b)];
    votes.takeBack(ballot, a);
    expect([did, held()]).toEqual([[true, true, true, false], { 'B/a': 1, 'B/b': 1 }]);
  });

  it('ranks keeps an order without gaps', () => {
    const ballot = aBallot('ranked');
    const { votes, held } = aDevice(ballot);
    for (const option of [a, b, c, a]) votes.give(ballot, option);
    votes.takeBack(ballot, b);
    expect(held()).toEqual({ 'B/0': 'a', 'B/1': 'c' });
  });

  it('says yes, scores and places, and takes each back', () => {
    const yes = aBallot('approval');
    const score = aBallot('score');
    const matrix = aBallot('matrix');
    const [one, two, three] = [aDevice(yes), aDevice(score), aDevice(matrix)];
    one.votes.give(yes, a);
    one.votes.give(yes, b);
    one.votes.takeBack(yes, a);
    two.votes.score(score, a, 0);
    two.votes.give(score, b);
    two.votes.score(score, c, 4);
    two.votes.score(score, c, null);
    three.votes.place(matrix, a, [0.2, 0.9]);
    three.votes.give(matrix, b);
    expect([one.held(), two.held(), three.held()]).toEqual([
      { 'B/b': 1 },
      { 'B/a': 0, 'B/b': 1 },
      { 'B/a': [0.2, 0.9], 'B/b': [0.5, 0.5] },
    ]);
  });
});

describe('two devices of one person', () => {
  it('begin at different slots, so that what both gave at once is kept as far as there is room', () => {
    const ballot = aBallot('dots');
    const [desk, phone] = [aDevice(ballot, 3), aDevice(ballot, 5)];
    desk.votes.give(ballot, a);
    phone.votes.give(ballot, b);
    Y.applyUpdate(desk.docs.personal, Y.encodeStateAsUpdate(phone.docs.personal));
    expect([desk.held(), Object.fromEntries(desk.votes.mine.get().get('B')?.counts ?? [])]).toEqual([
      { 'B/0': 'a', 'B/2': 'b' },
      { a: 1, b: 1 },
    ]);
  });
});
