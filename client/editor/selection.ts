// What is chosen, in the order it was chosen. Knows ids only.

import type { ItemId } from '../../shared/lib/ids.ts';
import { Listeners, type Unsubscribe } from '../../shared/lib/signal.ts';

export class Selection {
  private readonly chosen = new Set<ItemId>();
  private readonly listeners = new Listeners<ReadonlySet<ItemId>>();
  private list: readonly ItemId[] = [];

  /** The same array until the selection changes. */
  get ids(): readonly ItemId[] {
    return this.list;
  }

  get size(): number {
    return this.chosen.size;
  }

  has(id: ItemId): boolean {
    return this.chosen.has(id);
  }

  /** The one selected item; null when there is none or several. */
  get only(): ItemId | null {
    return this.list.length === 1 ? (this.list[0] ?? null) : null;
  }

  set(ids: Iterable<ItemId>): void {
    const next = new Set(ids);
    if (next.size === this.chosen.size && [...next].every((id) => this.chosen.has(id))) return;
    const touched = new Set<ItemId>();
    for (const id of this.chosen) if (!next.has(id)) touched.add(id);
    for (const id of next) if (!this.chosen.has(id)) touched.add(id);
    this.chosen.clear();
    for (const id of next) this.chosen.add(id);
    this.tell(touched);
  }

  add(ids: Iterable<ItemId>): void {
    this.set([...this.chosen, ...ids]);
  }

  remove(ids: Iterable<ItemId>): void {
    const gone = new Set(ids);
    this.set(this.list.filter((id) => !gone.has(id)));
  }

  toggle(id: ItemId): void {
    if (this.chosen.has(id)) this.remove([id]);
    else this.add([id]);
  }

  clear(): void {
    this.set([]);
  }

  /** Hears the ids that came in or went out. */
  observe(listener: (touched: ReadonlySet<ItemId>) => void): Unsubscribe {
    return this.listeners.add(listener);
  }

  private tell(touched: ReadonlySet<ItemId>): void {
    this.list = [...this.chosen];
    this.listeners.tell(touched);
  }
}
