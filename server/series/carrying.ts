// What is open goes along to the next session: read on one board, written on the other, marked on the first as gone. Ids stay,
// so that nothing comes twice however often it is asked for.

import type * as Y from 'yjs';
import {
  type ActionItem,
  actionItemLimits,
  actionItemsRoot,
  isOpenAction,
  ownerName,
  readActionItem,
  readActionItems,
} from '../../shared/features/actionItems/actionItems.ts';
import type { BoardId } from '../../shared/lib/ids.ts';
import type { Room } from '../room.ts';
import { readPeople } from '../sessionDoc.ts';

/** As they are on disk. Owners by name: people have other ids on other boards. */
export async function openActionsIn(room: Room): Promise<readonly ActionItem[]> {
  const session = await room.docs.open('session');
  return new Promise((resolve) => {
    room.writes.whenAtRest(() => resolve(openActions(session.doc)));
  });
}

/** What is still to be done, owned by names: the people of one board are not those of another. */
export function openActions(session: Y.Doc): readonly ActionItem[] {
  const names = new Map(readPeople(session).people.map(({ id, name }) => [id, name]));
  return readActionItems(session.getMap(actionItemsRoot).entries())
    .filter(isOpenAction)
    .map((item) => {
      const name = ownerName(item.owner, (id) => names.get(id) ?? null);
      return { ...item, owner: name === null ? null : { name } };
    });
}

/** As many as there is room for. The notes they were made from stay where they are. */
export function writeCarried(doc: Y.Doc, open: readonly ActionItem[], from: BoardId): void {
  const there = doc.getMap(actionItemsRoot);
  const room = Math.max(0, actionItemLimits.itemsMax - there.size);
  const coming = open.filter(({ id }) => !there.has(id)).slice(0, room);
  doc.transact(() => {
    for (const { id, ...item } of coming) there.set(id, { ...item, item: null, by: null, from, to: null });
  }, 'server');
}

/** Marks these as gone to that board; what is done or gone already stays as it is. */
export function writeCarriedTo(doc: Y.Doc, ids: readonly string[], to: BoardId): void {
  const there = doc.getMap(actionItemsRoot);
  doc.transact(() => {
    for (const key of ids) {
      const item = readActionItem(key, there.get(key));
      if (item === null || !isOpenAction(item)) continue;
      const { id: _, ...rest } = item;
      there.set(key, { ...rest, to });
    }
  }, 'server');
}
