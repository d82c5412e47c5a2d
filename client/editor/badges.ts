// Small marks that features put on items, drawn by the painter: a count, and whether there is something new in it. Knows no
// feature by name.

import type { ItemId } from '../../shared/lib/ids.ts';
import { Listeners, type ReadonlySignal, type Unsubscribe } from '../../shared/lib/signal.ts';

export interface Badge {
  readonly count: number;
  /** Something in it waits for the person at this screen. */
  readonly isNew: boolean;
}

export type BadgesOf = ReadonlyMap<ItemId, Badge>;

const none: BadgesOf = new Map();

export class Badges {
  private readonly sources = new Set<{ readonly signal: ReadonlySignal<BadgesOf>; shown: BadgesOf }>();
  private readonly changes = new Listeners<ReadonlySet<ItemId>>();

  get(id: ItemId): Badge | undefined {
    for (const { shown } of this.sources) {
      const badge = shown.get(id);
      if (badge) return badge;
    }
    return undefined;
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
      const [a, b] = [before.get(id), after.get(id)];
      if (a?.count !== b?.count || a?.isNew !== b?.isNew) changed.add(id);
    }
    if (changed.size > 0) this.changes.tell(changed);
  }
}
