// Connections to people: one person in two tabs is one person, and two people of one name can be told apart.

import type { Other, Person } from './ports.ts';

export interface Here {
  readonly person: Person;
  /** The name, with a number where somebody else here has the same one. */
  readonly label: string;
  readonly initials: string;
  readonly isMe: boolean;
  /** How many tabs or devices. */
  readonly connections: number;
}

export interface HereWords {
  readonly initialsOf: (name: string) => string;
  readonly numbered: (name: string, number: number) => string;
}

/** Me first, then by name; ties by id, so that everybody keeps their place. */
export function whoIsHere(me: Person, others: readonly Other[], words: HereWords): Here[] {
  const connections = new Map<string, number>([[me.id, 1]]);
  const people = new Map<string, Person>([[me.id, me]]);
  for (const { person } of others) {
    connections.set(person.id, (connections.get(person.id) ?? 0) + 1);
    if (person.id !== me.id) people.set(person.id, person);
  }
  const sorted = [...people.values()].sort(
    (a, b) => Number(b.id === me.id) - Number(a.id === me.id) || compare(a, b),
  );
  const numbers = numberSameNames(sorted);
  return sorted.map((person) => {
    const number = numbers.get(person.id);
    const initials = words.initialsOf(person.name);
    return {
      person,
      label: number === undefined ? person.name : words.numbered(person.name, number),
      initials: number === undefined ? initials : `${[...initials][0] ?? ''}${number}`,
      isMe: person.id === me.id,
      connections: connections.get(person.id) ?? 1,
    };
  });
}

/** Numbers go by id, not by who looks: everybody sees the same "Kim (2)". */
function numberSameNames(people: readonly Person[]): Map<string, number> {
  const byName = new Map<string, Person[]>();
  for (const person of people) {
    const name = person.name.trim().toLocaleLowerCase();
    byName.set(name, [...(byName.get(name) ?? []), person]);
  }
  const numbers = new Map<string, number>();
  for (const same of byName.values()) {
    if (same.length < 2) continue;
    const ids = same.map((person) => person.id).sort();
    for (const [index, id] of ids.entries()) numbers.set(id, index + 1);
  }
  return numbers;
}

function compare(a: Person, b: Person): number {
  return a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1);
}
