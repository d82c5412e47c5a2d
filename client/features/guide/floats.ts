// Reactions that float by: what others let rise, and mine. Turns counters in presence into single floats, no more than the eye
// can take; knows no screen.

import type { Cancel, Scheduler } from '../../../shared/lib/env.ts';
import type { Vec } from '../../../shared/lib/geometry.ts';
import { type ReadonlySignal, Signal, type Unsubscribe } from '../../../shared/lib/signal.ts';
import { floatingEmoji, reactionCountMax } from '../../../shared/protocol/presence.ts';
import type { Other, Person, Presence } from '../../editor/ports.ts';

export interface Float {
  readonly key: number;
  readonly emoji: string;
  /** null for mine and for what nobody in particular sends. */
  readonly person: Person | null;
  /** Where it rises from, in board units; null for the edge of the screen. */
  readonly at: Vec | null;
}

export const floatMs = 2_600;
/** Of mine, one in this time. */
export const reactEveryMs = 350;
const shownMax = 24;
/** Of one person at once: their counter may have gone on while nothing was heard. */
const atOnceMax = 2;

export interface FloatsParts {
  readonly presence: Pick<Presence, 'others' | 'subscribe'>;
  readonly scheduler: Scheduler;
  readonly now: () => number;
  /** While true nothing floats: it would tell who is there, or draw eyes from their own ideas. */
  readonly areHidden: () => boolean;
  readonly send: (emoji: number) => void;
  readonly pointer: () => Vec | null;
}

export class Floats {
  private readonly parts: FloatsParts;
  private readonly list = new Signal<readonly Float[]>([]);
  readonly shown: ReadonlySignal<readonly Float[]> = this.list;
  /** The last counter of each connection. */
  private readonly counts = new Map<number, number | null>();
  private readonly stop: Unsubscribe;
  private readonly ends = new Set<Cancel>();
  private lastSent = Number.NEGATIVE_INFINITY;
  private next = 0;

  constructor(parts: FloatsParts) {
    this.parts = parts;
    for (const { slot, cursor } of parts.presence.others())
      this.counts.set(slot, cursor.reaction?.count ?? null);
    this.stop = parts.presence.subscribe(() => this.hear());
  }

  /** False when it was too soon after the last one, or nothing may float now. */
  react(emoji: number): boolean {
    const sign = floatingEmoji[emoji];
    const now = this.parts.now();
    if (sign === undefined || this.parts.areHidden() || now - this.lastSent < reactEveryMs) return false;
    this.lastSent = now;
    this.parts.send(emoji);
    this.add([{ emoji: sign, person: null, at: this.parts.pointer() }]);
    return true;
  }

  /** Of everybody together. */
  applaud(hands: number): void {
    this.add(Array.from({ length: hands }, () => ({ emoji: '👏', person: null, at: null })));
  }

  destroy(): void {
    this.stop();
    for (const end of this.ends) end();
  }

  private hear(): void {
    const others = this.parts.presence.others();
    const fresh = others.flatMap((other) => this.freshOf(other));
    const here = new Set(others.map(({ slot }) => slot));
    for (const slot of this.counts.keys()) if (!here.has(slot)) this.counts.delete(slot);
    if (fresh.length > 0 && !this.parts.areHidden()) this.add(fresh);
  }

  private freshOf({ slot, person, cursor }: Other): Omit<Float, 'key'>[] {
    const { reaction, at } = cursor;
    const isKnown = this.counts.has(slot);
    const before = this.counts.get(slot) ?? null;
    // A connection that is hidden for a while shows none; what it showed before is no news afterwards.
    if (reaction === undefined) {
      if (!isKnown) this.counts.set(slot, null);
      return [];
    }
    this.counts.set(slot, reaction.count);
    const sign = floatingEmoji[reaction.emoji];
    if (!isKnown || before === reaction.count || sign === undefined) return [];
    const passed = before === null ? 1 : (reaction.count - before) & reactionCountMax;
    return Array.from({ length: Math.min(passed, atOnceMax) }, () => ({ emoji: sign, person, at }));
  }

  private add(floats: readonly Omit<Float, 'key'>[]): void {
    const room = Math.max(0, shownMax - this.list.get().length);
    const taken = floats.slice(0, room).map((float) => ({ ...float, key: this.next++ }));
    if (taken.length === 0) return;
    this.list.set([...this.list.get(), ...taken]);
    const keys = new Set(taken.map(({ key }) => key));
    const cancel = this.parts.scheduler.after(floatMs, () => {
      this.ends.delete(cancel);
      this.list.set(this.list.get().filter(({ key }) => !keys.has(key)));
    });
    this.ends.add(cancel);
  }
}

/** Several reactions as one piece of news: who, and how many of what, in the order in which they came. */
export function bundled(floats: readonly Pick<Float, 'emoji' | 'person'>[]): {
  readonly names: readonly string[];
  readonly emoji: readonly { readonly sign: string; readonly count: number }[];
} {
  const names = new Set<string>();
  const counts = new Map<string, number>();
  for (const { emoji, person } of floats) {
    if (person === null) continue;
    names.add(person.name);
    counts.set(emoji, (counts.get(emoji) ?? 0) + 1);
  }
  return { names: [...names], emoji: [...counts].map(([sign, count]) => ({ sign, count })) };
}
