// The topmost of all items, kept up to date change by change: every new note goes above it, and a wall is too large to be
// looked through with every key.

import type { Item } from '../items/item.ts';
import type { ItemId } from '../lib/ids.ts';
import { compareOrder } from '../lib/order.ts';

export class Top {
  private readonly items: ReadonlyMap<ItemId, Item>;
  /** Undefined when it has sunk or gone: whoever asks next looks for it. */
  private item: Item | null | undefined;

  /** `items` is live: it holds a change before `hear` is told of it. */
  constructor(items: ReadonlyMap<ItemId, Item>) {
    this.items = items;
  }

  /** Of everything there is, deleted items included; null on an empty board. */
  get(): Item | null {
    if (this.item === undefined) this.item = highest(this.items.values());
    return this.item;
  }

  hear(id: ItemId): void {
    if (this.item === undefined) return;
    const now = this.items.get(id);
    const rises = now !== undefined && (this.item === null || compareOrder(now, this.item) >= 0);
    if (rises) this.item = now;
    else if (this.item?.id === id) this.item = undefined;
  }
}

function highest(items: Iterable<Item>): Item | null {
  let top: Item | null = null;
  for (const item of items) if (top === null || compareOrder(item, top) > 0) top = item;
  return top;
}
