// A board at one moment as plain values: what every export starts from. Knows no document, no clock, no server; whoever
// builds it has already left out what the person asking may not see.

import type { Role } from '../board/roles.ts';
import type { Story } from '../features/summary/story.ts';
import type { Item } from '../items/item.ts';
import type { ItemId, ParticipantId } from '../lib/ids.ts';

export interface SnapshotPerson {
  readonly id: ParticipantId;
  readonly name: string;
  readonly role: Role;
}

export interface BoardSnapshot {
  readonly title: string;
  /** Milliseconds since 1970, UTC. */
  readonly exportedAt: number;
  /** Live items only; in any order. */
  readonly items: readonly Item[];
  /** What is in the trash: told by nobody, but a vote may have been about it. */
  readonly deleted?: readonly Item[];
  readonly people: readonly SnapshotPerson[];
  /** Who wrote an item; nothing for anonymous ones. */
  readonly authors: ReadonlyMap<ItemId, ParticipantId>;
  /** What there is to be proud of, in the order in which it was said. */
  readonly wins?: readonly string[];
  /** The cluster for ideas that belong elsewhere; null or absent where there is none. */
  readonly park?: ItemId | null;
  /** How the board came about; absent where only the items matter. */
  readonly story?: Story;
}
