// What I was shown of each ballot, among my votes in my `personal` document: nobody else is sent it, and it goes when the ballot
// is counted. Written down now and then, not at every turn of a page.

import type * as Y from 'yjs';
import type { Ballot } from '../../shared/features/voting/ballot.ts';
import { levelsKey, readLevels, readSeen, seenKey, seenText } from '../../shared/features/voting/exposure.ts';
import type { Cancel, Scheduler } from '../../shared/lib/env.ts';
import type { ItemId } from '../../shared/lib/ids.ts';

const local = 'votes';
const writeAfterMs = 1_500;

type Shown = Pick<Ballot, 'id' | 'options'>;

export class Seen {
  private readonly docs: { readonly session: Y.Doc; readonly personal: Y.Doc };
  private readonly scheduler: Scheduler;
  /** What was shown on this page. Another device of mine may write over it: then it is written again. */
  private readonly here = new Map<string, { readonly ballot: Shown; readonly seen: Set<number> }>();
  private cancel: Cancel | null = null;

  /** Lives as long as the documents do. */
  constructor(docs: { readonly session: Y.Doc; readonly personal: Y.Doc }, scheduler: Scheduler) {
    this.docs = docs;
    this.scheduler = scheduler;
  }

  /** By place among the options: on this device and on all others of mine that the server has heard of. */
  of(ballot: Shown): ReadonlySet<number> {
    const seen = new Set(readSeen(ballot, this.docs.personal.getMap('votes')));
    for (const index of this.here.get(ballot.id)?.seen ?? []) seen.add(index);
    return seen;
  }

  /** How often others saw each option, as far as everybody is told: 0 for the least. */
  levels(ballot: Shown): readonly number[] | null {
    return readLevels(this.docs.session.getMap('counts').get(levelsKey(ballot.id)), ballot.options.length);
  }

  mark(ballot: Shown, options: readonly ItemId[]): void {
    const here = this.here.get(ballot.id) ?? { ballot, seen: new Set<number>() };
    const before = here.seen.size;
    for (const option of options) {
      const index = ballot.options.indexOf(option);
      if (index >= 0) here.seen.add(index);
    }
    if (here.seen.size === before) return;
    this.here.set(ballot.id, here);
    this.cancel ??= this.scheduler.after(writeAfterMs, () => this.write());
  }

  /** What is over is forgotten. */
  forget(ballot: string): void {
    this.here.delete(ballot);
  }

  /** At once, when the page goes. */
  write(): void {
    this.cancel?.();
    this.cancel = null;
    const votes = this.docs.personal.getMap('votes');
    this.docs.personal.transact(() => {
      for (const { ballot } of this.here.values()) {
        const text = seenText(this.of(ballot));
        if (votes.get(seenKey(ballot.id)) !== text) votes.set(seenKey(ballot.id), text);
      }
    }, local);
  }
}
