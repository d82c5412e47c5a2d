// Time that passes only when a test says so. Events at the same moment run in the order they were scheduled.

import type { Cancel, Clock, Env, Random, Scheduler } from '../../shared/lib/env.ts';
import { seededRandom } from '../../shared/lib/env.ts';

interface Event {
  readonly at: number;
  readonly order: number;
  readonly task: () => void;
  cancelled: boolean;
}

export class VirtualTime implements Clock, Scheduler {
  private time = 1_700_000_000_000;
  private order = 0;
  private events: Event[] = [];

  now(): number {
    return this.time;
  }

  after(delayMs: number, task: () => void): Cancel {
    const event = { at: this.time + Math.max(0, delayMs), order: this.order++, task, cancelled: false };
    let low = 0;
    let high = this.events.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.events[middle] as Event;
      if (other.at < event.at || (other.at === event.at && other.order < event.order)) low = middle + 1;
      else high = middle;
    }
    this.events.splice(low, 0, event);
    return () => {
      event.cancelled = true;
    };
  }

  /** Lets `ms` pass: every event that falls due runs, and the promises it settles run with it. */
  async pass(ms: number): Promise<void> {
    const until = this.time + ms;
    await settled();
    for (let next = this.events[0]; next !== undefined && next.at <= until; next = this.events[0]) {
      this.events.shift();
      if (next.cancelled) continue;
      this.time = Math.max(this.time, next.at);
      next.task();
      await settled();
    }
    this.time = until;
  }

  /** Lets time pass, a millisecond at a time and `msMax` at the most, until the promise settles. */
  async until<Value>(promise: Promise<Value>, msMax = 10_000): Promise<Value> {
    let isSettled = false;
    const done = promise.finally(() => {
      isSettled = true;
    });
    done.catch(() => {});
    for (let i = 0; i < msMax && !isSettled; i++) await this.pass(1);
    return done;
  }

  /** A view whose events can be forgotten together: a process that dies takes its timers with it. */
  fork(): { scheduler: Scheduler; forgetAll: () => void } {
    let alive = true;
    return {
      scheduler: {
        after: (delayMs, task) => this.after(delayMs, () => alive && task()),
      },
      forgetAll: () => {
        alive = false;
      },
    };
  }
}

export function virtualEnv(time: VirtualTime, seed: number, random: Random = seededRandom(seed)): Env {
  return { clock: time, scheduler: time, random };
}

/** Every promise that can go on has gone on. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
