// What an item is called where others speak of it: a ballot, a comment, a win.

import type { Item } from '../../items/item.ts';
import type { ItemId } from '../../lib/ids.ts';
import type { Named } from './summary.ts';

export type Namer = (id: ItemId) => Named;

/** Items in the trash keep their words: a vote was about them. */
export function namer(items: Iterable<Item>): Namer {
  const known = new Map([...items].map((item) => [item.id, item]));
  return (id) => {
    const item = known.get(id);
    if (item === undefined || item.kind === 'unreadable') return { id, kind: 'gone', text: '' };
    return { id, kind: item.kind, text: item.text.trim() };
  };
}
