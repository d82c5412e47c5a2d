// Which entries of a document a transaction changed, as the keys of its root maps: for a canvas, the ids of items.

import type * as Y from 'yjs';

export function touchedKeys(transaction: Y.Transaction): Set<string> {
  const keys = new Set<string>();
  for (const [type, subs] of transaction.changed) {
    const entry = entryOf(type._item);
    if (entry !== null) keys.add(entry);
    else for (const sub of subs) if (sub !== null) keys.add(sub);
  }
  return keys;
}

/** The key under which this struct, or the one it lies in, hangs on a root; null for a root itself. */
function entryOf(item: Y.Item | null): string | null {
  let entry = item;
  while (entry !== null) {
    // A parent may be a name until the item is integrated; after a transaction it is a type, and a root has no item.
    const parent: Y.Item['parent'] = entry.parent;
    const above: Y.Item | null = parent !== null && '_item' in parent ? parent._item : null;
    if (above === null) return entry.parentSub;
    entry = above;
  }
  return null;
}
