// Ideas passed on in rounds (brainwriting, 6-3-5): which sheet goes to whom. Everybody writes on a sheet, sheets go round a
// ring, and whoever gets one writes on from what stands there. Pure; who is here and the order of the ring come from outside.

import type { ParticipantId } from '../../lib/ids.ts';

export interface Passing {
  /** The order in which sheets go round, one entry each. */
  readonly ring: readonly ParticipantId[];
  readonly sheets: readonly PassedSheet[];
}

export interface PassedSheet {
  readonly id: string;
  /** Everybody who has held it, first to last. */
  readonly holders: readonly ParticipantId[];
  /** For how many rounds it has lain without a holder. */
  readonly rested: number;
}

/**
 * Who holds which sheet in the next round; each of `here` gets at most one, and one they have never held while there is any
 * way to share them out so. A sheet that has lain longest goes first, each to the nearest ahead of its last holder. Whoever
 * has held all that is left goes on with an old one, but not with the one they have just put down: they are missing from
 * the answer then, and get an empty one.
 */
export function passOn(
  { ring, sheets }: Passing,
  here: ReadonlySet<ParticipantId>,
): Map<ParticipantId, string> {
  const people = ring.filter((who) => here.has(who));
  const inTurn = [...sheets].sort((a, b) => b.rested - a.rested);
  const given = new Map<ParticipantId, string>();
  const handOut = (isFor: (sheet: PassedSheet, who: ParticipantId) => boolean) => {
    const gone = new Set(given.values());
    const without = people.filter((who) => !given.has(who));
    const left = inTurn.filter(({ id }) => !gone.has(id));
    const wishes = (sheet: PassedSheet) =>
      inOrderAhead(ring, sheet, without).filter((who) => isFor(sheet, who));
    for (const [who, sheet] of matched(left, wishes)) given.set(who, sheet.id);
  };
  handOut(({ holders }, who) => !holders.includes(who));
  handOut(({ holders }, who) => holders.at(-1) !== who);
  return given;
}

/** These people as the sheet comes by them: the neighbour of its last holder first. */
function inOrderAhead(
  ring: readonly ParticipantId[],
  { holders }: PassedSheet,
  people: readonly ParticipantId[],
): ParticipantId[] {
  const last = holders.at(-1);
  const from = last === undefined ? -1 : ring.indexOf(last);
  const ahead = new Map(
    people.map((who) => [who, (ring.indexOf(who) - from - 1 + ring.length) % ring.length]),
  );
  return [...people].sort((a, b) => (ahead.get(a) ?? 0) - (ahead.get(b) ?? 0));
}

/**
 * As many pairs as possible, each person in at most one: earlier things are never left out for later ones, and get their
 * earlier wishes where that takes nothing from anybody (Kuhn's augmenting paths).
 */
function matched<Thing, Who>(
  things: readonly Thing[],
  wishesOf: (thing: Thing) => readonly Who[],
): Map<Who, Thing> {
  const pairs = new Map<Who, Thing>();
  const wishes = new Map(things.map((thing) => [thing, wishesOf(thing)]));
  const place = (thing: Thing, tried: Set<Who>): boolean => {
    for (const who of wishes.get(thing) ?? []) {
      if (tried.has(who)) continue;
      tried.add(who);
      const other = pairs.get(who);
      if (other !== undefined && !place(other, tried)) continue;
      pairs.set(who, thing);
      return true;
    }
    return false;
  };
  for (const thing of things) place(thing, new Set());
  return pairs;
}
