// The board as it is on this screen, as plain values: what every file that is made here starts from. The same as the server's,
// so there is a file without a network, too.

import { readStory, type Story } from '../../shared/features/summary/story.ts';
import type { Item } from '../../shared/items/item.ts';
import { type ItemId, isItemId, isParticipantId, type ParticipantId } from '../../shared/lib/ids.ts';
import type { BoardSnapshot, SnapshotPerson } from '../../shared/transfer/snapshot.ts';

interface Roots {
  getMap(root: string): { entries(): Iterable<[string, unknown]> };
}

/** What an open board has of itself. */
interface Source {
  readonly docs: { readonly session: Roots; readonly talk: Roots };
  readonly board: { readonly items: ReadonlyMap<ItemId, Item> };
  readonly session: {
    title(): string | null;
    people(): ReadonlyMap<ParticipantId, SnapshotPerson>;
    person(id: ParticipantId): { readonly neutral?: boolean } | null;
  };
  readonly me: { readonly id: ParticipantId };
  serverNow(): number;
}

export interface Told extends BoardSnapshot {
  readonly story: Story;
}

export function snapshotOf(board: Source): Told {
  const { session, talk } = board.docs;
  const story = readStory(
    (root) => session.getMap(root).entries(),
    (root) => talk.getMap(root).entries(),
  );
  const all = [...board.board.items.values()];
  // Whoever takes no side does not see who wrote what.
  const isNeutral = board.session.person(board.me.id)?.neutral === true;
  return {
    title: board.session.title() ?? '',
    exportedAt: board.serverNow(),
    items: all.filter((item) => !item.deleted),
    deleted: all.filter((item) => item.deleted),
    people: [...board.session.people().values()],
    authors: isNeutral ? new Map() : authorsIn(session.getMap('authors').entries()),
    wins: story.session.wins.map(({ text }) => text),
    park: story.session.park,
    story,
  };
}

function authorsIn(entries: Iterable<readonly [string, unknown]>): Map<ItemId, ParticipantId> {
  const authors = new Map<ItemId, ParticipantId>();
  for (const [id, by] of entries) if (isItemId(id) && isParticipantId(by)) authors.set(id, by);
  return authors;
}
