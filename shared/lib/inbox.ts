// What arrives before somebody can take it: kept in order and handed over one by one as soon as somebody reads.

import type { Unsubscribe } from './signal.ts';

export class Inbox<Thing> {
  private readonly kept: Thing[] = [];
  private reader: ((thing: Thing) => void) | null = null;
  private handing = false;

  /** Whether somebody reads now. */
  get isRead(): boolean {
    return this.reader !== null;
  }

  /** What nobody has taken yet, oldest first. */
  get waiting(): readonly Thing[] {
    return this.kept;
  }

  put(thing: Thing): void {
    this.kept.push(thing);
    void this.handOver();
  }

  /** Takes the place of whoever has read so far. Returns the end of reading. */
  read(reader: (thing: Thing) => void): Unsubscribe {
    this.reader = reader;
    void this.handOver();
    return () => {
      if (this.reader === reader) this.reader = null;
    };
  }

  clear(): void {
    this.kept.length = 0;
  }

  /** Each in a microtask of its own: what one of them has brought about may want to read the next. */
  private async handOver(): Promise<void> {
    if (this.handing) return;
    this.handing = true;
    try {
      for (await null; this.reader !== null; await null) {
        const next = this.kept.shift();
        if (next === undefined) break;
        this.reader(next);
      }
    } finally {
      this.handing = false;
    }
  }
}
