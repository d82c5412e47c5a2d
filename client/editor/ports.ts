// What the editor needs from the outside, in its own words. `client/sync` implements it; tests and the gallery fake it.

import type { ItemId, ParticipantId } from '../../shared/lib/ids.ts';
import type { Unsubscribe } from '../../shared/lib/signal.ts';
import type { Cursor, Hold } from '../../shared/protocol/presence.ts';

/** A participant as everybody sees them. `colour` is an index into the presence palette (0 to 11). */
export interface Person {
  readonly id: ParticipantId;
  readonly name: string;
  readonly colour: number;
}

/** One connection of somebody else: a person with two tabs open is two of these with the same `person.id`. */
export interface Other {
  readonly slot: number;
  readonly person: Person;
  readonly cursor: Cursor;
  readonly hold: Hold;
}

export interface Presence {
  /** Everybody else who is here now. The array is new whenever anything changed. */
  others(): readonly Other[];
  subscribe(listener: () => void): Unsubscribe;
  /** Throttled by the implementation; the last value wins. */
  showCursor(cursor: Cursor): void;
  /** Sent when it changed. */
  showHold(hold: Hold): void;
}

/** Who wrote an item, where the server says so. */
export type AuthorOf = (id: ItemId) => Person | null;
