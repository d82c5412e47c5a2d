// Which sheet goes to whom, for 1 to 30 people who come, go and come back by chance: one sheet each, new to them wherever
// that can be, and no sheet that lies forgotten.

import { describe, expect, it } from 'vitest';
import { type PassedSheet, passOn } from '../../../../shared/features/session/rounds.ts';
import { type Random, seededRandom } from '../../../../shared/lib/env.ts';
import type { ParticipantId } from '../../../../shared/lib/ids.ts';

type Who = ParticipantId;
const who = (n: number) => `p${n}` as Who;

/** One session of chance: everybody's sheets after each round, and what was given out in it. */
function* session(seed: number, people: number, rounds: number, awayChance: number) {
  const random = seededRandom(seed);
  const ring: Who[] = [];
  let sheets: PassedSheet[] = [];
  for (let round = 1; round <= rounds; round++) {
    // Half come at the beginning, the others when they like.
    for (let n = 0; n < people; n++)
      if (!ring.includes(who(n)) && (n < people / 2 || random.next() < 0.4)) ring.push(who(n));
    const here = new Set(ring.filter(() => random.next() >= awayChance));
    const given = passOn({ ring, sheets }, here);
    yield { round, ring: [...ring], here, before: sheets, given };
    sheets = laidDown(sheets, given, here, round);
  }
}

function laidDown(
  sheets: readonly PassedSheet[],
  given: ReadonlyMap<Who, string>,
  here: ReadonlySet<Who>,
  round: number,
): PassedSheet[] {
  const holderOf = new Map([...given].map(([person, id]) => [id, person]));
  const after = sheets.map((sheet) => {
    const holder = holderOf.get(sheet.id);
    if (holder === undefined) return { ...sheet, rested: sheet.rested + 1 };
    return { ...sheet, holders: [...sheet.holders, holder], rested: 0 };
  });
  const empty = [...here].filter((person) => !given.has(person));
  return [...after, ...empty.map((person) => ({ id: `${round} ${person}`, holders: [person], rested: 0 }))];
}

/** How many people can have a sheet that is new to them at the most: tried out from the other side than the code does. */
function mostNew(people: readonly Who[], sheets: readonly PassedSheet[]): number {
  const taken = new Map<string, Who>();
  const reach = (person: Who, seen: Set<string>): boolean =>
    sheets.some(({ id, holders }) => {
      if (holders.includes(person) || seen.has(id)) return false;
      seen.add(id);
      const other = taken.get(id);
      if (other !== undefined && !reach(other, seen)) return false;
      taken.set(id, person);
      return true;
    });
  return people.filter((person) => reach(person, new Set())).length;
}

function eachRound(
  see: (turn: ReturnType<typeof session> extends Generator<infer T> ? T : never) => unknown,
) {
  const complaints: unknown[] = [];
  for (let people = 1; people <= 30; people++) {
    for (const awayChance of [0, 0.2, 0.6]) {
      for (const turn of session(people * 100 + awayChance * 10, people, 12, awayChance)) {
        const complaint = see(turn);
        if (complaint !== null) complaints.push([people, awayChance, turn.round, complaint]);
      }
    }
  }
  return complaints.slice(0, 3);
}

const chance: Random = seededRandom(9);

describe('passing sheets on', () => {
  it('gives each sheet to one person who is here, and each person one', () => {
    expect(
      eachRound(({ here, before, given }) => {
        const ids = [...given.values()];
        const known = ids.every((id) => before.some((sheet) => sheet.id === id));
        const isSound =
          known && new Set(ids).size === ids.length && [...given.keys()].every((p) => here.has(p));
        return isSound ? null : ids;
      }),
    ).toEqual([]);
  });

  it('gives nobody a sheet they have held while it could be shared out otherwise, and never the one just put down', () => {
    expect(
      eachRound(({ here, before, given }) => {
        const sheetOf = (id: string) => before.find((sheet) => sheet.id === id);
        const fresh = [...given].filter(([person, id]) => !sheetOf(id)?.holders.includes(person)).length;
        const again = [...given].filter(([person, id]) => sheetOf(id)?.holders.at(-1) === person);
        const most = mostNew([...here], before);
        return fresh === most && again.length === 0 ? null : { fresh, most, again };
      }),
    ).toEqual([]);
  });

  it('lets no sheet lie for one that has lain less long and could have made way for it', () => {
    expect(
      eachRound(({ before, given, here }) => {
        const gone = new Map([...given].map(([person, id]) => [id, person]));
        const lying = before.filter(({ id }) => !gone.has(id));
        // Whoever is new to it holds something else now that has lain at least as long.
        const wronged = lying.filter(({ rested, holders }) =>
          [...here].some((person) => {
            if (holders.includes(person)) return false;
            const other = before.find(({ id }) => id === given.get(person));
            return other === undefined || (other.rested < rested && !other.holders.includes(person));
          }),
        );
        return wronged.length === 0 ? null : wronged;
      }),
    ).toEqual([]);
  });

  it('leaves nobody without a sheet while one lies that they did not just put down', () => {
    expect(
      eachRound(({ before, given, here }) => {
        const gone = new Set(given.values());
        const without = [...here].filter((person) => !given.has(person));
        const wronged = without.filter((person) =>
          before.some(({ id, holders }) => !gone.has(id) && holders.at(-1) !== person),
        );
        return wronged.length === 0 ? null : wronged;
      }),
    ).toEqual([]);
  });

  it('goes round the ring while everybody stays: to the neighbour, each sheet to everybody once, then again', () => {
    for (let people = 2; people <= 30; people++) {
      const ring = Array.from({ length: people }, (_, n) => who(n)).sort(() => chance.next() - 0.5);
      const here = new Set(ring);
      let sheets = laidDown([], new Map(), here, 1);
      for (let round = 2; round <= people + 3; round++) {
        const given = passOn({ ring, sheets }, here);
        const steps = [...given].map(([person, id]) => {
          const from = sheets.find((sheet) => sheet.id === id)?.holders.at(-1) as Who;
          return (ring.indexOf(person) - ring.indexOf(from) + people) % people;
        });
        expect([people, round, given.size, new Set(steps)]).toEqual([people, round, people, new Set([1])]);
        sheets = laidDown(sheets, given, here, round);
      }
    }
  });

  it('gives one who is alone an empty sheet each time, and two each other’s in turn', () => {
    const alone = passOn(
      { ring: [who(1)], sheets: [{ id: 'a', holders: [who(1)], rested: 0 }] },
      new Set([who(1)]),
    );
    const sheets = [
      { id: 'a', holders: [who(1), who(2)], rested: 0 },
      { id: 'b', holders: [who(2), who(1)], rested: 0 },
    ];
    const both = passOn({ ring: [who(1), who(2)], sheets }, new Set([who(1), who(2)]));
    expect([[...alone], [...both].sort()]).toEqual([
      [],
      [
        [who(1), 'a'],
        [who(2), 'b'],
      ],
    ]);
  });
});
