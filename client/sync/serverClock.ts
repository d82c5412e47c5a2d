// What time it is on the server, as well as its greetings tell: timers everybody shares run on that clock.

import type { Clock } from '../../shared/lib/env.ts';

export class ServerClock {
  private readonly clock: Clock;
  private ahead = 0;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** The server has just said what time it is. */
  heard(serverTime: number): void {
    this.ahead = serverTime - this.clock.now();
  }

  /** Milliseconds since 1970 by the server's clock, late by the time its word took. */
  now(): number {
    return this.clock.now() + this.ahead;
  }
}
