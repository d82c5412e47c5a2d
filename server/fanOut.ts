// Durable changes on their way to everybody who has the document open. A lone change leaves at once; under load, what one
// tick brings is put together and encoded once for all.

import type { Cancel, Env } from '../shared/lib/env.ts';
import { encode } from '../shared/protocol/messages.ts';
import { assemble } from './gate/parts.ts';
import type { Entry } from './liveDoc.ts';

export interface Subscriber {
  deliver(frame: Uint8Array): void;
}

const intervalMs = 16;

export class FanOut {
  readonly subscribers = new Set<Subscriber>();
  private readonly env: Env;
  private waiting: Entry[] = [];
  private lastAt = Number.NEGATIVE_INFINITY;
  private cancel: Cancel | null = null;

  constructor(env: Env) {
    this.env = env;
  }

  /** Entries of one document, durable, in log order. */
  add(entries: readonly Entry[]): void {
    this.waiting.push(...entries);
    if (this.cancel !== null) return;
    const dueIn = this.lastAt + intervalMs - this.env.clock.now();
    if (dueIn <= 0) this.flush();
    else this.cancel = this.env.scheduler.after(dueIn, () => this.flush());
  }

  flush(): void {
    this.cancel?.();
    this.cancel = null;
    const entries = this.waiting;
    const first = entries[0];
    if (first === undefined) return;
    this.waiting = [];
    this.lastAt = this.env.clock.now();
    if (this.subscribers.size === 0) return;
    // Excluded by connection, never by participant: a second tab of the same person must hear it.
    const onlySender = entries.every((entry) => entry.from === first.from) ? first.from : null;
    const update = entries.length === 1 ? first.bytes : assemble(entries.map((entry) => entry.parts));
    const frame = encode.update(update);
    for (const subscriber of this.subscribers) if (subscriber !== onlySender) subscriber.deliver(frame);
  }
}
