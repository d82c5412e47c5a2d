import { describe, expect, it } from 'vitest';
import { whoIsHere } from '../../../client/editor/here.ts';
import type { Other, Person } from '../../../client/editor/ports.ts';
import type { ParticipantId } from '../../../shared/lib/ids.ts';
import { emptyHold } from '../../../shared/protocol/presence.ts';

const person = (id: string, name: string): Person => ({ id: id as ParticipantId, name, colour: 0 });
const me = person('me', 'Zoe');
const words = {
  initialsOf: (name: string) => name.slice(0, 1),
  numbered: (name: string, number: number) => `${name} ${number}`,
};

function others(...people: readonly Person[]): Other[] {
  return people.map((each, slot) => ({
    slot,
    person: each,
    cursor: { at: null, drag: null },
    hold: emptyHold,
  }));
}

function told(list: ReturnType<typeof whoIsHere>): string[] {
  return list.map(({ label, initials, connections }) => `${label} ${initials} ${connections}`);
}

describe('who is here', () => {
  it('is me first, then the others by name', () => {
    const list = whoIsHere(me, others(person('b', 'Bo'), person('a', 'Al')), words);
    expect(told(list)).toEqual(['Zoe Z 1', 'Al A 1', 'Bo B 1']);
  });

  it('counts a person once, however many tabs they have open', () => {
    const bo = person('b', 'Bo');
    expect(told(whoIsHere(me, others(bo, bo, me), words))).toEqual(['Zoe Z 2', 'Bo B 2']);
  });

  it('tells people of one name apart, in the same way on every screen', () => {
    const one = person('x1', 'Kim');
    const two = person('x2', 'kim ');
    const mine = told(whoIsHere(me, others(two, one), words));
    const theirs = told(whoIsHere(two, others(one, me), words));
    expect([mine, theirs]).toEqual([
      ['Zoe Z 1', 'Kim 1 K1 1', 'kim  2 k2 1'],
      ['kim  2 k2 1', 'Kim 1 K1 1', 'Zoe Z 1'],
    ]);
  });
});
