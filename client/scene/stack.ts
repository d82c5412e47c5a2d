// Who lies above whom: clusters below notes, outer clusters below inner ones, then by stacking key. Each id has a rank, so
// that sorting what is in view compares numbers and not keys.

import type { Item } from '../../shared/items/item.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import { compareOrder } from '../../shared/lib/order.ts';

interface Place<Thing> {
  thing: Thing;
  readonly id: ItemId;
  readonly layer: number;
  readonly order: string;
  rank: number;
  /** The search that last wanted it. */
  wanted: number;
}

interface Stackable {
  readonly item: Item;
  readonly depth: number;
}

const notesLayer = Number.MAX_SAFE_INTEGER;
const bulkMin = 256;

export class Stack<Thing extends Stackable> {
  private readonly places = new Map<ItemId, Place<Thing>>();
  private sorted: Place<Thing>[] = [];
  private searches = 0;

  /** Puts things in, or their new values in place of the old. */
  put(things: readonly Thing[]): void {
    const moved: Place<Thing>[] = [];
    for (const thing of things) {
      const { item, depth } = thing;
      const layer = item.kind === 'cluster' ? depth : notesLayer;
      const known = this.places.get(item.id);
      if (known && known.layer === layer && known.order === item.order) known.thing = thing;
      else moved.push({ thing, id: item.id, layer, order: item.order, rank: 0, wanted: 0 });
    }
    if (moved.length < bulkMin) {
      for (const place of moved) {
        this.remove([place.id]);
        this.insert(place);
      }
      return;
    }
    for (const place of moved) this.places.set(place.id, place);
    this.sorted = [...this.places.values()].sort(compare);
    this.renumber();
  }

  remove(ids: readonly ItemId[]): void {
    if (ids.length >= bulkMin) {
      for (const id of ids) this.places.delete(id);
      this.sorted = this.sorted.filter((place) => this.places.has(place.id));
      return;
    }
    for (const id of ids) {
      const place = this.places.get(id);
      if (place === undefined) continue;
      this.places.delete(id);
      this.sorted.splice(this.positionOf(place), 1);
    }
  }

  /** Bottom first. Ids that are not in the stack are left out. */
  sort(ids: readonly ItemId[]): Thing[] {
    const found: Place<Thing>[] = [];
    for (const id of ids) {
      const place = this.places.get(id);
      if (place) found.push(place);
    }
    if (found.length * Math.log2(found.length + 1) < this.sorted.length) {
      return found.sort((a, b) => a.rank - b.rank).map((place) => place.thing);
    }
    const search = ++this.searches;
    for (const place of found) place.wanted = search;
    const inOrder: Thing[] = [];
    for (const place of this.sorted) if (place.wanted === search) inOrder.push(place.thing);
    return inOrder;
  }

  /** Grows upwards; for comparing only, it changes when others come and go. */
  rankOf(id: ItemId): number {
    return this.places.get(id)?.rank ?? -Infinity;
  }

  /** Everything, bottom first. */
  all(): Thing[] {
    return this.sorted.map((place) => place.thing);
  }

  private insert(place: Place<Thing>): void {
    const at = this.positionOf(place);
    const below = this.sorted[at - 1];
    const above = this.sorted[at];
    this.sorted.splice(at, 0, place);
    this.places.set(place.id, place);
    if (above === undefined) place.rank = (below?.rank ?? 0) + 1;
    else {
      const low = below?.rank ?? above.rank - 2;
      place.rank = (low + above.rank) / 2;
      if (!(place.rank > low && place.rank < above.rank)) this.renumber();
    }
  }

  /** Where a place is, or belongs. */
  private positionOf(place: Place<Thing>): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.sorted[middle];
      if (other !== undefined && compare(other, place) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private renumber(): void {
    this.sorted.forEach((place, index) => {
      place.rank = index;
    });
  }
}

function compare(a: Place<unknown>, b: Place<unknown>): number {
  return a.layer - b.layer || compareOrder(a, b);
}
