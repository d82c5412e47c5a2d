// Small marks that features put on items, drawn by the painter: a count in a bubble, dots, a total with a crown. Each look has a
// place of its own on the item. Knows no feature by name.

import type { ItemId } from '../../shared/lib/ids.ts';
import { Listeners, type ReadonlySignal, type Unsubscribe } from '../../shared/lib/signal.ts';

export interface Badge {
  /** `bubble` when it says nothing, `task` one at the start; `dots` as many dots as `count`; `total` a pill at the lower edge. */
  readonly look?: 'bubble' | 'task' | 'dots' | 'total';
  /** Instead of the count. */
  readonly label?: string;
  /** Stands first: a crown on its total. */
  readonly crowned?: boolean;
  readonly count: number;
  /** Something in it waits for the person at this screen. */
  readonly isNew: boolean;
}

export type BadgesOf = ReadonlyMap<ItemId, Badge>;

const none: BadgesOf = new Map();
const noBadges: readonly Badge[] = [];

export class Badges {
  private readonly sources = new Set<{ readonly signal: ReadonlySignal<BadgesOf>; shown: BadgesOf }>();
  private readonly changes = new Listeners<ReadonlySet<ItemId>>();

  /** All there are on an item; nearly always none. */
  get(id: ItemId): readonly Badge[] {
    let found: Badge[] | null = null;
    for (const { shown } of this.sources) {
      const badge = shown.get(id);
      if (badge) found = found === null ? [badge] : [...found, badge];
    }
    return found ?? noBadges;
  }

  /** Shows the badges of one more source, for as long as it is not taken away. */
  add(signal: ReadonlySignal<BadgesOf>): Unsubscribe {
    const source = { signal, shown: none };
    this.sources.add(source);
    const follow = (next: BadgesOf) => {
      const before = source.shown;
      source.shown = next;
      this.tell(before, next);
    };
    const stop = signal.subscribe(() => follow(signal.get()));
    follow(signal.get());
    return () => {
      stop();
      follow(none);
      this.sources.delete(source);
    };
  }

  /** Hears of the items whose badge changed. */
  observe(listener: (ids: ReadonlySet<ItemId>) => void): Unsubscribe {
    return this.changes.add(listener);
  }

  private tell(before: BadgesOf, after: BadgesOf): void {
    const changed = new Set<ItemId>();
    for (const id of new Set([...before.keys(), ...after.keys()])) {
      if (!isSame(before.get(id), after.get(id))) changed.add(id);
    }
    if (changed.size > 0) this.changes.tell(changed);
  }
}

function isSame(a: Badge | undefined, b: Badge | undefined): boolean {
  return (
    a?.count === b?.count &&
    a?.isNew === b?.isNew &&
    a?.look === b?.look &&
    a?.label === b?.label &&
    a?.crowned === b?.crowned
  );
}
