// Brings together what comes by two ways: the session says that so many ideas were revealed, the wall gets the notes. Which
// comes first cannot be known. Reads times and ids; draws and says nothing.

import type { Board, BoardChange } from '../../../shared/board/board.ts';
import type { Reveal, SessionState } from '../../../shared/features/session/state.ts';
import type { Cancel, Env } from '../../../shared/lib/env.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import { Listeners, type ReadonlySignal, type Unsubscribe } from '../../../shared/lib/signal.ts';

/** The two halves of one reveal come within this time; after it the first is taken for what it is. */
const togetherMs = 4_000;
/** A reveal that was longer ago is told, but not shown to happen. */
const freshMs = 15_000;

export interface RevealWatchOptions {
  readonly board: Board;
  /** False until the wall is there whole. */
  readonly synced: ReadonlySignal<boolean>;
  readonly session: {
    readonly state: () => SessionState;
    readonly subscribe: (listener: () => void) => Unsubscribe;
  };
  readonly serverNow: () => number;
  readonly env: Env;
}

interface Batch {
  readonly ids: readonly ItemId[];
  readonly at: number;
}

interface Open {
  readonly reveal: Reveal;
  readonly stop: Cancel;
}

export class RevealWatch {
  /** These notes are coming to the wall now. Told once, as early as it can be known. */
  readonly dealt = new Listeners<readonly ItemId[]>();
  /** Ideas were revealed: `ids` are their notes, empty where that was too long ago or cannot be said. */
  readonly revealed = new Listeners<{ readonly reveal: Reveal; readonly ids: readonly ItemId[] }>();
  private readonly options: RevealWatchOptions;
  private readonly known = new Set<string>();
  private readonly seen: Set<ItemId>;
  private readonly open = new Map<string, Open>();
  private readonly stops: readonly Unsubscribe[];
  private batches: Batch[] = [];
  private isReady = false;

  constructor(options: RevealWatchOptions) {
    this.options = options;
    const { board, session, synced } = options;
    this.seen = new Set(board.items.keys());
    this.stops = [
      board.observe((change) => this.hearBoard(change)),
      session.subscribe(() => this.hearSession()),
      synced.subscribe(() => this.hearSession()),
    ];
    this.hearSession();
  }

  destroy(): void {
    for (const stop of this.stops) stop();
    for (const { stop } of this.open.values()) stop();
  }

  private hearSession(): void {
    const { session, synced, serverNow, env } = this.options;
    const fresh = session.state().reveals.filter(({ id }) => !this.known.has(id));
    for (const { id } of fresh) this.known.add(id);
    // What there was when the board was opened is no news.
    if (!this.isReady) {
      this.isReady = synced.get();
      return;
    }
    for (const reveal of fresh) {
      if (serverNow() - reveal.at > freshMs) {
        this.revealed.tell({ reveal, ids: [] });
        continue;
      }
      const stop = env.scheduler.after(togetherMs, () => this.close(reveal, []));
      this.open.set(reveal.id, { reveal, stop });
    }
    if (fresh.length > 0) this.match();
  }

  private hearBoard({ ids, source }: BoardChange): void {
    const fresh = [...ids].filter((id) => !this.seen.has(id));
    for (const id of fresh) this.seen.add(id);
    if (source !== 'peer' || !this.isReady || fresh.length === 0) return;
    const { board, env } = this.options;
    const notes = fresh.filter((id) => board.get(id)?.kind === 'note');
    if (notes.length === 0) return;
    const now = env.clock.now();
    this.batches = [...this.batches.filter(({ at }) => now - at < togetherMs), { ids: notes, at: now }];
    // Notes that come together while ideas wait are the ideas: they must not be seen at their places first.
    if (notes.length > 1 && this.open.size === 0 && ideasWait(this.options.session.state()))
      this.dealt.tell(notes);
    else this.match();
  }

  private match(): void {
    for (const { reveal } of [...this.open.values()]) {
      const ids = this.idsOf(reveal.ideas);
      if (ids !== null) this.close(reveal, ids);
    }
  }

  /** The latest notes that came in one piece of that size, or in pieces that make it up; null when there are none. */
  private idsOf(ideas: number): readonly ItemId[] | null {
    const whole = this.batches.findLast(({ ids }) => ids.length === ideas);
    if (whole) return whole.ids;
    for (let from = this.batches.length - 1, sum = 0; from >= 0; from--) {
      sum += this.batches[from]?.ids.length ?? 0;
      if (sum === ideas) return this.batches.slice(from).flatMap(({ ids }) => ids);
    }
    return null;
  }

  private close(reveal: Reveal, ids: readonly ItemId[]): void {
    this.open.get(reveal.id)?.stop();
    if (!this.open.delete(reveal.id)) return;
    if (ids.length > 0) {
      this.dealt.tell(ids);
      this.batches = [];
    }
    this.revealed.tell({ reveal, ids });
  }
}

/** Something was written privately that may come to the wall at any moment. */
function ideasWait({ phase, past, reveals }: SessionState): boolean {
  if (phase?.kind === 'silent') return true;
  const lastSilent = past.findLast(({ kind }) => kind === 'silent');
  return lastSilent !== undefined && lastSilent.endedAt > (reveals.at(-1)?.at ?? 0);
}
